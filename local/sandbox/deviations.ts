/**
 * Intentional differences between the top level (envelope) of the sandbox's responses and the API description, with reasons.
 * Tests compare the sandbox's responses with the description, and accept no others.
 */
export interface Deviation {
  reason: string;
  /** Top-level names in the response. */
  places: string[];
  /** "METHOD /path", as in the API description. */
  operations: string[];
}

const SEEN_LIVE = "the live API has it";

export const DEVIATIONS: Deviation[] = [
  {
    reason: "documented as `succeded`; the live API has both spellings",
    places: ["succeeded"],
    operations: [
      "DELETE /contacts/{contactId}", "DELETE /contacts/{contactId}/campaigns/removeAll", "DELETE /contacts/{contactId}/campaigns/{campaignId}",
      "DELETE /contacts/{contactId}/notes/{id}", "DELETE /contacts/{contactId}/tasks/{taskId}", "DELETE /contacts/{contactId}/workflow/{workflowId}",
      "POST /contacts/upsert", "POST /contacts/{contactId}/campaigns/{campaignId}", "POST /contacts/{contactId}/workflow/{workflowId}", "PUT /contacts/{contactId}",
    ],
  },
  { reason: "documented as `succeeded`; the live API has both spellings", places: ["succeded"], operations: ["POST /contacts/upsert"] },
  { reason: "documented as `succeded`; the live API answers `success`", places: ["success"], operations: ["DELETE /opportunities/{id}"] },
  { reason: "documented as `success`; the live API answers the message and the deleted calendar", places: ["message", "calendar"], operations: ["DELETE /calendars/{calendarId}"] },
  { reason: "documented flat; the live API has an envelope", places: ["message"], operations: ["GET /conversations/messages/{id}"] },
  { reason: "documented flat; the live API has an envelope", places: ["emailMessage"], operations: ["GET /conversations/messages/email/{id}"] },
  { reason: "documented as `event`; the connector reads both, and the sandbox plays the other one", places: ["appointment"], operations: ["GET /calendars/events/appointments/{eventId}"] },
  { reason: "documented as a list; in the live API an object with the list and the place of the next page", places: ["messages"], operations: ["GET /conversations/{conversationId}/messages"] },
  { reason: "documented as one task; the search answers a list", places: ["tasks"], operations: ["POST /locations/{locationId}/tasks/search"] },
  { reason: `${SEEN_LIVE}: the place of the next page`, places: ["meta"], operations: ["GET /contacts/"] },
  { reason: `${SEEN_LIVE}, with the paging that was asked for`, places: ["total", "skip", "limit"], operations: ["GET /associations/", "GET /associations/relations/{recordId}"] },
  { reason: `${SEEN_LIVE}: which tags were new`, places: ["tagsAdded"], operations: ["POST /contacts/{contactId}/tags"] },
  { reason: `${SEEN_LIVE}: which tags the contact had`, places: ["tagsRemoved"], operations: ["DELETE /contacts/{contactId}/tags"] },
  { reason: "documented as texts; one object for each contact", places: ["responses"], operations: ["POST /contacts/bulk/tags/update/{type}"] },
  { reason: "the live API has this spelling beside `appointmentStatus`", places: ["appoinmentStatus"], operations: ["POST /calendars/events/appointments", "PUT /calendars/events/appointments/{eventId}"] },
  {
    reason: "the description shows no id, without which a resource could be neither read nor changed",
    places: ["_id"],
    operations: [
      "GET /calendars/resources/{resourceType}", "GET /calendars/resources/{resourceType}/{id}", "POST /calendars/resources/{resourceType}",
      "PUT /calendars/resources/{resourceType}/{id}",
    ],
  },
  {
    reason: "documented where conversations are searched, not where one is read",
    places: ["followers", "lastMessageBody", "lastMessageDate", "lastMessageDirection", "lastMessageType", "lastOutboundMessageAction"],
    operations: ["GET /conversations/{conversationId}"],
  },
  { reason: "documented where users are listed, not where one is answered", places: ["deleted"], operations: ["GET /users/{userId}", "POST /users/", "PUT /users/{userId}"] },
  { reason: "documented where a sub-account is read, not where it is created", places: ["firstName", "lastName"], operations: ["POST /locations/"] },
];
