import type { ManifestField } from "./model.ts";

/**
 * What texts are, and who needs a field, by the name of its prop: the same name means the same in all operations. The first
 * match counts; a dropdown of records is an id without a row here.
 */
const FORMATS: [format: NonNullable<ManifestField["format"]>, names: string][] = [
  ["email", "email alertEmail prospectEmail emailFrom emailTo emailCc emailBcc fromAddress additionalEmailIds recipients"],
  ["phone", "phone fromNumber toNumber additionalPhoneNumbers"],
  ["url", "website imageUrl canonicalLink calendarCoverImage profilePhoto formSubmitRedirectURL attachments"],
  ["date", "dateOfBirth"],
  ["date-time", "startTime endTime eventStartTime dueDate publishedAt scheduledTimestamp createdAfter createdBefore date"],
  ["time-zone", "timeZone timezone"],
  ["html", "html rawHTML"],
  ["multiline", "body message notes description dndMessage inboundDndMessage formSubmitThanksMessage notificationBody errorMessage"],
  ["money", "monetaryValue"],
  ["json", "filters forward moreNotifications"],
  ["color", "color eventColor"],
  ["id", "continueWithContactId conversationProviderId customSubtypeId formId pixelId visitorId threadId"],
];

const SECRETS = new Set(["password", "twilioAuthToken", "mailgunApiKey"]);

/** Shown first although they may stay empty. */
const MAIN = new Set(`firstName lastName name email phone title body message html subject type status query tags notes dueDate startTime endTime
  assignedUserId assignedTo calendarId contactId pipelineId pipelineStageId monetaryValue opportunityId conversationId eventTypes`.split(/\s+/));

/** For the few who need them: budgets, raw JSON, resuming, the sub-account where another one than the connected is meant. */
const ADVANCED = new Set(`pollBudget fieldMap locationId companyId filters customFields dndSettings continueWithContactId moreNotifications forward social
  twilioPhone twilioSid twilioAuthToken mailgunApiKey mailgunDomain pageSize timer ofLocation`.split(/\s+/));

/** What a field's text is, as far as its name says; undefined for plain words. */
export function formatOf(prop: string): ManifestField["format"] {
  return FORMATS.find(([, names]) => names.split(" ").includes(prop))?.[0];
}

export const isSecret = (prop: string): boolean => SECRETS.has(prop);

/** Where a form shows a field. What has to be filled in always stands first. */
export function tierOf(prop: string, isRequired: boolean): ManifestField["tier"] {
  if (isRequired || MAIN.has(prop)) return "main";
  return ADVANCED.has(prop) ? "advanced" : "more";
}
