/** Labels that do not follow from the field's name. */
const LABELS: Record<string, string> = {
  id: "ID",
  locationId: "Sub-Account", companyId: "Agency", businessId: "Company", groupId: "Calendar Group", pipelineStageId: "Stage", emailMessageId: "Email",
  formId: "Form ID", pixelId: "Pixel ID", visitorId: "Visitor ID", templateId: "Template ID",
  isActive: "Active", assignedTo: "Owner", conversationProviderId: "Conversation Provider (Custom)", threadId: "Thread (Email)",
  assignedUserId: "Assigned To", associationIds: "Associations", calendarIds: "Calendars", continueWithContactId: "Continue with Contact",
  customSubtypeId: "Subscription Type (Email)", firstObjectKey: "First Object", secondObjectKey: "Second Object", locationIds: "Sub-Accounts", mailgunApiKey: "Mailgun API Key",
  newCalendarId: "Move to Calendar", ofLocation: "Users of Sub-Account", replyMessageId: "Reply to Message", selectedUsers: "Users",
  query: "Search Text", searchTerm: "Search Text", urlSlug: "URL Slug", timezone: "Time Zone", keyName: "Association Key", days: "Days Ahead",
  taskAssignedTo: "Tasks Assigned To", taskDueInDays: "Tasks Due in Days", removeFromBusiness: "Remove from Company", isRemoveAllFollowers: "Remove All Followers", twilioSid: "Twilio SID", userIds: "Followers",
};

/** A field's label in the form, such as "Contact" for `contactId`. */
export function labelOf(name: string): string {
  const inWords = name.replace(/Id(s?)$/, "$1").replace(/([a-z])([A-Z])/g, "$1 $2").replace(/ (Of|Per|In)\b/g, (word) => word.toLowerCase());
  return LABELS[name] ?? inWords.charAt(0).toUpperCase() + inWords.slice(1);
}
