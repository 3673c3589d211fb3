/**
 * Differences between the live API and its official description. api.json stays as generated; corrections are applied when it
 * is loaded. `patch` is a JSON merge patch (RFC 7396): null removes a key, objects merge, anything else replaces.
 */
export type Correction = { reason: string; patch: Record<string, unknown> } & (
  | { schema: string }
  | { operation: string; param?: string }
);

const STRING = { type: "string" };
const undeclaredScope = (scope: string) => ({ scopes: [scope], access: ["bearer"] });

const EMPTY_BODY = "The body is declared as required but has no required field; live calls without a body succeed.";
const BIRTHDAY = "dateOfBirth is declared as an object; the API takes a date string such as 1990-09-25.";
const NUMBER_VALUE = "The value of a numeric custom field is declared as an object; the API takes a number or its digits.";
const VISIBLE_TEXT = "Labels and object keys are declared as objects; they are strings.";
const BLOCK_SLOT = "calendarId is declared as required; the API takes either calendarId or assignedUserId.";

const RELATION = {
  type: "object",
  required: ["id", "associationId", "firstRecordId", "secondRecordId"],
  properties: Object.fromEntries(["id", "associationId", "firstObjectKey", "firstRecordId", "secondObjectKey", "secondRecordId", "locationId"].map((name) => [name, STRING])),
};
const BOTH_AVAILABILITIES = "availabilityType is declared as 0 or 1; the prose names null too: opening hours and special dates.";
const SCOPES = "scopes is declared as one of a user's scopes; it is the list of them, and may be an empty text where there are none.";
const SCOPE_LIST = { type: null, enum: null, anyOf: [{ type: "array", items: STRING }, STRING] };
const WHEN = "Times of events are declared as objects; they are strings, ISO with offset.";

/** POSTs that change nothing, so that they can be retried like a GET. */
const READS = [
  "POST /calendars/groups/validate-slug", "POST /contacts/search", "POST /locations/{locationId}/tasks/search",
  "POST /objects/{schemaKey}/records/search", "POST /opportunities/search", "POST /users/search/filter-by-email",
];

export const corrections: Correction[] = [
  ...READS.map((operation) => ({ operation, reason: "A search or a check, which changes nothing; the description does not say so.", patch: { reads: true } })),
  // Contacts
  {
    schema: "contacts.SearchBodyV2DTO",
    reason: "Declared empty; the contract is in a guide outside the description. pageLimit is required (422 without it).",
    patch: {
      required: ["locationId", "pageLimit"],
      properties: {
        locationId: STRING,
        pageLimit: { type: "integer", minimum: 1, maximum: 500 },
        page: { type: "integer", minimum: 1 },
        searchAfter: { type: "array" },
        query: { type: "string", maxLength: 75 },
        filters: { type: "array" },
        sort: {
          type: "array",
          maxItems: 2,
          items: { type: "object", required: ["field", "direction"], properties: { field: STRING, direction: { type: "string", enum: ["asc", "desc"] } } },
        },
      },
    },
  },
  { operation: "POST /contacts/bulk/tags/update/{type}", reason: "No security is declared; it needs a sub-account token like every other contact write.", patch: undeclaredScope("contacts.write") },
  { operation: "POST /contacts/bulk/tags/update/{type}", param: "type", reason: "The path parameter is not declared; it has two values.", patch: { schema: { enum: ["add", "remove"] } } },
  { operation: "POST /contacts/bulk/business", reason: "No security is declared; it needs a sub-account token like every other contact write.", patch: undeclaredScope("contacts.write") },
  {
    schema: "contacts.ContactsBusinessUpdate",
    reason: "The limit of 50 ids is declared as the length of one id.",
    patch: { properties: { ids: { maxItems: 50, items: { maxLength: null } } } },
  },
  { operation: "GET /contacts/", param: "limit", reason: "The maximum is stated only in the prose.", patch: { schema: { minimum: 1, maximum: 100 } } },
  { operation: "POST /contacts/{contactId}/campaigns/{campaignId}", reason: EMPTY_BODY, patch: { body: { required: false } } },
  { operation: "POST /contacts/{contactId}/workflow/{workflowId}", reason: EMPTY_BODY, patch: { body: { required: false } } },
  { operation: "DELETE /contacts/{contactId}/workflow/{workflowId}", reason: EMPTY_BODY, patch: { body: { required: false } } },
  { schema: "contacts.CreateContactDto", reason: BIRTHDAY, patch: { properties: { dateOfBirth: { type: "string" } } } },
  { schema: "contacts.UpdateContactDto", reason: BIRTHDAY, patch: { properties: { dateOfBirth: { type: "string" } } } },
  { schema: "contacts.UpsertContactDto", reason: BIRTHDAY, patch: { properties: { dateOfBirth: { type: "string" } } } },
  { schema: "contacts.NumericField", reason: NUMBER_VALUE, patch: { properties: { field_value: { type: null, anyOf: [{ type: "number" }, STRING] } } } },
  { schema: "contacts.MonetoryField", reason: NUMBER_VALUE, patch: { properties: { field_value: { type: null, anyOf: [{ type: "number" }, STRING] } } } },

  // Calendars
  { operation: "DELETE /calendars/events/{eventId}", reason: EMPTY_BODY, patch: { body: { required: false } } },
  { schema: "calendars.BlockSlotCreateRequestDTO", reason: BLOCK_SLOT, patch: { required: ["locationId"] } },
  { schema: "calendars.BlockSlotEditRequestDTO", reason: BLOCK_SLOT, patch: { required: ["locationId"] } },
  { schema: "calendars.CalendarCreateDTO", reason: BOTH_AVAILABILITIES, patch: { properties: { availabilityType: { nullable: true, enum: [0, 1, null] } } } },
  { schema: "calendars.CalendarUpdateDTO", reason: BOTH_AVAILABILITIES, patch: { properties: { availabilityType: { nullable: true, enum: [0, 1, null] } } } },
  { schema: "calendars.CalendarEventDTO", reason: WHEN, patch: { properties: { startTime: STRING, endTime: STRING, dateAdded: STRING, dateUpdated: STRING } } },
  { schema: "calendars.BlockedSlotSuccessfulResponseDto", reason: WHEN, patch: { properties: { startTime: STRING, endTime: STRING } } },

  // Opportunities
  {
    schema: "opportunities.OpportunitySearchBodyDTO",
    reason: "query, page, searchAfter and additionalDetails are declared as required, filters and sort are missing, searchAfter holds a number too; live calls with locationId and limit succeed.",
    patch: { required: ["locationId", "limit"], properties: { searchAfter: { items: null }, filters: { type: "array" }, sort: { type: "array" } } },
  },
  { operation: "POST /opportunities/search", reason: "Declared 200; the live API answers 201.", patch: { responses: { 200: null, 201: { $ref: "#/schemas/opportunities.PostSearchSuccessfulResponseDto" } } } },
  { schema: "opportunities.CreateDto", reason: "source is accepted but not declared.", patch: { properties: { source: STRING } } },
  {
    schema: "opportunities.UpsertOpportunityDto",
    reason: "The follower fields became required and contactId vanished in May 2026; clients that send pipelineId, locationId and contactId work. monetaryValue is a number.",
    patch: { required: ["pipelineId", "locationId"], properties: { contactId: STRING, monetaryValue: { type: "number" } } },
  },

  // Conversations
  { operation: "GET /conversations/messages/email/{id}", reason: "Version and security are not declared; v3 declares this scope.", patch: { version: "2021-04-15", ...undeclaredScope("conversations/message.readonly") } },
  {
    schema: "conversations.SendMessageBodyDto",
    reason: "subType and status are declared as required; older versions of the description and clients leave them out. subType is a string.",
    patch: { required: ["type", "contactId"], properties: { subType: STRING } },
  },
  { schema: "conversations.UserTypingBody", reason: "isTyping is declared as a string; it is a boolean.", patch: { properties: { isTyping: { type: null, anyOf: [{ type: "boolean" }, STRING] } } } },

  { operation: "GET /conversations/search", param: "startAfterDate", reason: "Declared as any; it is the last record's sort value, epoch ms.", patch: { schema: { type: "number" } } },
  { operation: "GET /conversations/{conversationId}/messages", param: "type", reason: "Declared as one value; it takes several, separated by commas, as its prose says.", patch: { schema: { enum: null } } },
  {
    operation: "GET /conversations/locations/{locationId}/messages/{messageId}/transcription",
    reason: "Declared as one sentence; the API returns the list of all.",
    patch: { responses: { 200: { $ref: null, type: "array", items: { $ref: "#/schemas/conversations.GetMessageTranscriptionResponseDto" } } } },
  },

  // Associations and blogs
  { schema: "associations.GetPostSuccessfulResponseDto", reason: VISIBLE_TEXT, patch: { properties: { firstObjectLabel: STRING, firstObjectKey: STRING, secondObjectLabel: STRING, secondObjectKey: STRING, associationType: STRING } } },
  ...["GET /associations/", "GET /associations/objectKey/{objectKey}"].map((operation) => ({
    operation,
    reason: "Declared as one association; the API returns a list.",
    patch: { responses: { 200: { $ref: null, type: "object", required: ["associations"], properties: { associations: { type: "array", items: { $ref: "#/schemas/associations.GetPostSuccessfulResponseDto" } } } } } },
  })),
  {
    operation: "GET /associations/relations/{recordId}",
    reason: "Declared as one association; the API returns a list of relations.",
    patch: { responses: { 200: { $ref: null, type: "object", required: ["relations"], properties: { relations: { type: "array", items: RELATION } } } } },
  },
  { operation: "POST /associations/relations", reason: "Declared as an association; the API returns the relation.", patch: { responses: { 201: { $ref: null, ...RELATION } } } },
  { operation: "DELETE /associations/relations/{relationId}", reason: "Declared as an association; what the API returns is not documented.", patch: { responses: { 200: { $ref: null } } } },
  { schema: "blogs.CategoryResponseDTO", reason: "name is declared as required, but a category has a label instead.", patch: { required: ["_id", "label", "locationId", "updatedAt", "canonicalLink", "urlSlug"] } },

  // The rest
  { schema: "users.UserSchema", reason: SCOPES, patch: { properties: { scopes: SCOPE_LIST } } },
  { schema: "users.UserSuccessfulResponseDto", reason: SCOPES, patch: { properties: { scopes: SCOPE_LIST } } },
  { operation: "GET /locations/{locationId}/customFields/{id}", reason: "No scope is declared; it reads one of what the list with this scope reads.", patch: { scopes: ["locations/customFields.readonly"] } },
  { operation: "GET /snapshots/", reason: "No scope is declared; the list of scopes names this one.", patch: { scopes: ["snapshots.readonly"] } },
  { operation: "GET /blogs/posts/all", param: "status", reason: "ALL is accepted but not declared.", patch: { schema: { enum: ["PUBLISHED", "SCHEDULED", "ARCHIVED", "DRAFT", "ALL"] } } },
  {
    schema: "associations.createAssociationReqDto",
    reason: VISIBLE_TEXT,
    patch: { properties: { firstObjectLabel: STRING, firstObjectKey: STRING, secondObjectLabel: STRING, secondObjectKey: STRING } },
  },
  { schema: "associations.UpdateAssociationReqDto", reason: VISIBLE_TEXT, patch: { properties: { firstObjectLabel: STRING, secondObjectLabel: STRING } } },
];
