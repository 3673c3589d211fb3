/**
 * Scopes that Pipedream's managed HighLevel app grants. Operations that need other scopes require the user's own OAuth client
 * or a Private Integration Token, and say so in their descriptions.
 * @see https://pipedream.com/apps/highlevel-oauth
 */
export const MANAGED_SCOPES: ReadonlySet<string> = new Set([
  "businesses.readonly", "businesses.write",
  "calendars.readonly", "calendars.write", "calendars/events.readonly", "calendars/events.write",
  "campaigns.readonly",
  "contacts.readonly", "contacts.write",
  "conversations.readonly", "conversations.write", "conversations/message.readonly", "conversations/message.write",
  "forms.readonly", "links.readonly", "links.write",
  "locations.readonly", "locations.write",
  "locations/customFields.readonly", "locations/customFields.write",
  "locations/customValues.readonly", "locations/customValues.write",
  "locations/tags.readonly", "locations/tags.write",
  "locations/tasks.readonly", "locations/templates.readonly",
  "opportunities.readonly", "opportunities.write",
  "snapshots.readonly", "surveys.readonly",
  "users.readonly", "users.write",
  "workflows.readonly",
]);
