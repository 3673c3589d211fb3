import type { Step, Watch } from "./story.ts";

/** Opportunities, calendars, conversations, workflows, campaigns, businesses. */
export const salesWatches: Watch[] = [
  { trigger: "search-opportunities", props: () => ({}) },
  { trigger: "list-pipelines", props: () => ({}) },
  { trigger: "list-calendar-events", props: ({ calendarId }) => ({ calendarId }) },
  { trigger: "get-free-slots", props: ({ calendarId }) => ({ calendarId }) },
  { trigger: "search-conversations", props: () => ({}) },
  { trigger: "list-workflows", props: () => ({}) },
  { trigger: "list-campaigns", props: () => ({}) },
  { trigger: "list-businesses-by-location", props: () => ({}) },
];

export const salesSteps: Step[] = [
  {
    title: "A deal begins",
    action: "create-opportunity",
    props: ({ buyerId, pipelineId, stageId }) => ({ name: "Renewal for two years", contactId: buyerId, pipelineId, pipelineStageId: stageId, monetaryValue: "2400" }),
    remember: ({ id }) => ({ opportunityId: String(id) }),
    expect: { "search-opportunities": ["created"] },
  },
  {
    title: "It moves to the next stage",
    action: "update-opportunity",
    props: ({ opportunityId, pipelineId, nextStageId }) => ({ opportunityId, pipelineId, pipelineStageId: nextStageId }),
    expect: { "search-opportunities": ["stage changed"] },
  },
  {
    title: "It is won",
    action: "update-opportunity-status",
    props: ({ opportunityId }) => ({ opportunityId, status: "won" }),
    expect: { "search-opportunities": ["status changed"] },
  },
  {
    title: "The customer books the first free slot: it is gone then",
    action: "create-appointment",
    props: ({ calendarId, contactId, userId }) => ({ calendarId, contactId, assignedUserId: userId, title: "Kick-off" }),
    choose: "startTime",
    remember: ({ id }) => ({ appointmentId: String(id) }),
    expect: { "list-calendar-events": ["created"], "get-contact-appointments": ["created"], "get-free-slots": ["taken"] },
  },
  {
    title: "And cancels",
    action: "update-appointment",
    props: ({ calendarId, appointmentId }) => ({ calendarId, appointmentId, appointmentStatus: "cancelled" }),
    expect: { "list-calendar-events": ["cancelled"], "get-contact-appointments": ["cancelled"], "get-free-slots": ["opened"] },
  },
  {
    title: "A text message goes out",
    action: "send-message",
    props: ({ contactId }) => ({ contactId, type: "SMS", message: "Shall we find another day?" }),
    expect: { "search-conversations": ["outbound message"] },
  },
  {
    title: "The customer enters a workflow",
    action: "add-contact-to-workflow",
    props: ({ contactId, workflowId }) => ({ contactId, workflowId }),
    expect: { "search-contacts": ["updated"] },
  },
  {
    title: "Marketing prepares a campaign in HighLevel",
    change: ({ store, locationId }) => store.campaigns.put({ id: "DemoCampaign00000001", locationId, name: "Spring", status: "draft" }),
    expect: { "list-campaigns": ["created"] },
  },
  {
    title: "A company is added",
    action: "create-business",
    props: () => ({ name: "Vance Ceramics", city: "Portland" }),
    expect: { "list-businesses-by-location": ["created"] },
  },
];
