// Generated from the API facts: npm run facts. Do not edit.
import type { Endpoint } from "../core/types.ts";

/** @see https://marketplace.gohighlevel.com/docs/ghl/associations/find-associations */
export const findAssociations: Endpoint = { method: "GET", path: "/associations/", version: "2021-07-28", scope: "associations.readonly" };

/** @see https://marketplace.gohighlevel.com/docs/ghl/associations/create-association */
export const createAssociation: Endpoint = { method: "POST", path: "/associations/", version: "2021-07-28", scope: "associations.write" };

/** @see https://marketplace.gohighlevel.com/docs/ghl/associations/get-association-key-by-key-name */
export const getAssociationKeyByKeyName: Endpoint = { method: "GET", path: "/associations/key/{key_name}", version: "2021-07-28", scope: "associations.readonly" };

/** @see https://marketplace.gohighlevel.com/docs/ghl/associations/get-association-by-object-keys */
export const getAssociationByObjectKeys: Endpoint = { method: "GET", path: "/associations/objectKey/{objectKey}", version: "2021-07-28", scope: "associations.readonly" };

/** @see https://marketplace.gohighlevel.com/docs/ghl/associations/create-relation */
export const createRelation: Endpoint = { method: "POST", path: "/associations/relations", version: "2021-07-28", scope: "associations/relation.write" };

/** @see https://marketplace.gohighlevel.com/docs/ghl/associations/get-relations-by-record-id */
export const getRelationsByRecordId: Endpoint = { method: "GET", path: "/associations/relations/{recordId}", version: "2021-07-28", scope: "associations/relation.readonly" };

/** @see https://marketplace.gohighlevel.com/docs/ghl/associations/delete-relation */
export const deleteRelation: Endpoint = { method: "DELETE", path: "/associations/relations/{relationId}", version: "2021-07-28", scope: "associations/relation.write" };

/** @see https://marketplace.gohighlevel.com/docs/ghl/associations/delete-association */
export const deleteAssociation: Endpoint = { method: "DELETE", path: "/associations/{associationId}", version: "2021-07-28", scope: "associations.write" };

/** @see https://marketplace.gohighlevel.com/docs/ghl/associations/get-association-by-ID */
export const getAssociationById: Endpoint = { method: "GET", path: "/associations/{associationId}", version: "2021-07-28", scope: "associations.readonly" };

/** @see https://marketplace.gohighlevel.com/docs/ghl/associations/update-association */
export const updateAssociation: Endpoint = { method: "PUT", path: "/associations/{associationId}", version: "2021-07-28", scope: "associations.write" };

/** @see https://marketplace.gohighlevel.com/docs/ghl/blogs/get-all-blog-authors-by-location */
export const getAllBlogAuthorsByLocation: Endpoint = { method: "GET", path: "/blogs/authors", version: "2021-07-28", scope: "blogs/author.readonly" };

/** @see https://marketplace.gohighlevel.com/docs/ghl/blogs/get-all-categories-by-location */
export const getAllCategoriesByLocation: Endpoint = { method: "GET", path: "/blogs/categories", version: "2021-07-28", scope: "blogs/category.readonly" };

/** @see https://marketplace.gohighlevel.com/docs/ghl/blogs/create-blog-post */
export const createBlogPost: Endpoint = { method: "POST", path: "/blogs/posts", version: "2021-07-28", scope: "blogs/post.write" };

/** @see https://marketplace.gohighlevel.com/docs/ghl/blogs/get-blog-post */
export const getBlogPost: Endpoint = { method: "GET", path: "/blogs/posts/all", version: "2021-07-28", scope: "blogs/posts.readonly" };

/** @see https://marketplace.gohighlevel.com/docs/ghl/blogs/check-url-slug-exists */
export const checkUrlSlugExists: Endpoint = { method: "GET", path: "/blogs/posts/url-slug-exists", version: "2021-07-28", scope: "blogs/check-slug.readonly" };

/** @see https://marketplace.gohighlevel.com/docs/ghl/blogs/update-blog-post */
export const updateBlogPost: Endpoint = { method: "PUT", path: "/blogs/posts/{postId}", version: "2021-07-28", scope: "blogs/post-update.write" };

/** @see https://marketplace.gohighlevel.com/docs/ghl/blogs/get-blogs */
export const getBlogs: Endpoint = { method: "GET", path: "/blogs/site/all", version: "2021-07-28", scope: "blogs/list.readonly" };

/** @see https://marketplace.gohighlevel.com/docs/ghl/businesses/get-businesses-by-location */
export const getBusinessesByLocation: Endpoint = { method: "GET", path: "/businesses/", version: "2021-07-28", scope: "businesses.readonly" };

/** @see https://marketplace.gohighlevel.com/docs/ghl/businesses/create-business */
export const createBusiness: Endpoint = { method: "POST", path: "/businesses/", version: "2021-07-28", scope: "businesses.write" };

/** @see https://marketplace.gohighlevel.com/docs/ghl/businesses/delete-Business */
export const deleteBusiness: Endpoint = { method: "DELETE", path: "/businesses/{businessId}", version: "2021-07-28", scope: "businesses.write" };

/** @see https://marketplace.gohighlevel.com/docs/ghl/businesses/get-business */
export const getBusiness: Endpoint = { method: "GET", path: "/businesses/{businessId}", version: "2021-07-28", scope: "businesses.readonly" };

/** @see https://marketplace.gohighlevel.com/docs/ghl/businesses/update-business */
export const updateBusiness: Endpoint = { method: "PUT", path: "/businesses/{businessId}", version: "2021-07-28", scope: "businesses.write" };

/** @see https://marketplace.gohighlevel.com/docs/ghl/calendars/get-calendars */
export const getCalendars: Endpoint = { method: "GET", path: "/calendars/", version: "2021-04-15", scope: "calendars.readonly" };

/** @see https://marketplace.gohighlevel.com/docs/ghl/calendars/create-calendar */
export const createCalendar: Endpoint = { method: "POST", path: "/calendars/", version: "2021-04-15", scope: "calendars.write" };

/** @see https://marketplace.gohighlevel.com/docs/ghl/calendars/get-appointment-notes */
export const getAppointmentNotes: Endpoint = { method: "GET", path: "/calendars/appointments/{appointmentId}/notes", version: "2021-04-15", scope: "calendars/events.readonly" };

/** @see https://marketplace.gohighlevel.com/docs/ghl/calendars/create-appointment-note */
export const createAppointmentNote: Endpoint = { method: "POST", path: "/calendars/appointments/{appointmentId}/notes", version: "2021-04-15", scope: "calendars/events.write" };

/** @see https://marketplace.gohighlevel.com/docs/ghl/calendars/delete-appointment-note */
export const deleteAppointmentNote: Endpoint = { method: "DELETE", path: "/calendars/appointments/{appointmentId}/notes/{noteId}", version: "2021-04-15", scope: "calendars/events.write" };

/** @see https://marketplace.gohighlevel.com/docs/ghl/calendars/update-appointment-note */
export const updateAppointmentNote: Endpoint = { method: "PUT", path: "/calendars/appointments/{appointmentId}/notes/{noteId}", version: "2021-04-15", scope: "calendars/events.write" };

/** @see https://marketplace.gohighlevel.com/docs/ghl/calendars/get-blocked-slots */
export const getBlockedSlots: Endpoint = { method: "GET", path: "/calendars/blocked-slots", version: "2021-04-15", scope: "calendars/events.readonly" };

/** @see https://marketplace.gohighlevel.com/docs/ghl/calendars/get-calendar-events */
export const getCalendarEvents: Endpoint = { method: "GET", path: "/calendars/events", version: "2021-04-15", scope: "calendars/events.readonly" };

/** @see https://marketplace.gohighlevel.com/docs/ghl/calendars/create-appointment */
export const createAppointment: Endpoint = { method: "POST", path: "/calendars/events/appointments", version: "2021-04-15", scope: "calendars/events.write" };

/** @see https://marketplace.gohighlevel.com/docs/ghl/calendars/get-appointment */
export const getAppointment: Endpoint = { method: "GET", path: "/calendars/events/appointments/{eventId}", version: "2021-04-15", scope: "calendars/events.readonly" };

/** @see https://marketplace.gohighlevel.com/docs/ghl/calendars/edit-appointment */
export const editAppointment: Endpoint = { method: "PUT", path: "/calendars/events/appointments/{eventId}", version: "2021-04-15", scope: "calendars/events.write" };

/** @see https://marketplace.gohighlevel.com/docs/ghl/calendars/create-block-slot */
export const createBlockSlot: Endpoint = { method: "POST", path: "/calendars/events/block-slots", version: "2021-04-15", scope: "calendars/events.write" };

/** @see https://marketplace.gohighlevel.com/docs/ghl/calendars/edit-block-slot */
export const editBlockSlot: Endpoint = { method: "PUT", path: "/calendars/events/block-slots/{eventId}", version: "2021-04-15", scope: "calendars/events.write" };

/** @see https://marketplace.gohighlevel.com/docs/ghl/calendars/delete-event */
export const deleteEvent: Endpoint = { method: "DELETE", path: "/calendars/events/{eventId}", version: "2021-04-15", scope: "calendars/events.write" };

/** @see https://marketplace.gohighlevel.com/docs/ghl/calendars/get-groups */
export const getGroups: Endpoint = { method: "GET", path: "/calendars/groups", version: "2021-04-15", scope: "calendars/groups.readonly" };

/** @see https://marketplace.gohighlevel.com/docs/ghl/calendars/create-calendar-group */
export const createCalendarGroup: Endpoint = { method: "POST", path: "/calendars/groups", version: "2021-04-15", scope: "calendars/groups.write" };

/** @see https://marketplace.gohighlevel.com/docs/ghl/calendars/validate-groups-slug */
export const validateGroupsSlug: Endpoint = { method: "POST", path: "/calendars/groups/validate-slug", version: "2021-04-15", scope: "calendars/groups.write", reads: true };

/** @see https://marketplace.gohighlevel.com/docs/ghl/calendars/delete-group */
export const deleteGroup: Endpoint = { method: "DELETE", path: "/calendars/groups/{groupId}", version: "2021-04-15", scope: "calendars/groups.write" };

/** @see https://marketplace.gohighlevel.com/docs/ghl/calendars/edit-group */
export const editGroup: Endpoint = { method: "PUT", path: "/calendars/groups/{groupId}", version: "2021-04-15", scope: "calendars/groups.write" };

/** @see https://marketplace.gohighlevel.com/docs/ghl/calendars/disable-group */
export const disableGroup: Endpoint = { method: "PUT", path: "/calendars/groups/{groupId}/status", version: "2021-04-15", scope: "calendars/groups.write" };

/** @see https://marketplace.gohighlevel.com/docs/ghl/calendars/fetch-calendar-resources */
export const fetchCalendarResources: Endpoint = { method: "GET", path: "/calendars/resources/{resourceType}", version: "2021-04-15", scope: "calendars/resources.readonly" };

/** @see https://marketplace.gohighlevel.com/docs/ghl/calendars/create-calendar-resource */
export const createCalendarResource: Endpoint = { method: "POST", path: "/calendars/resources/{resourceType}", version: "2021-04-15", scope: "calendars/resources.write" };

/** @see https://marketplace.gohighlevel.com/docs/ghl/calendars/delete-calendar-resource */
export const deleteCalendarResource: Endpoint = { method: "DELETE", path: "/calendars/resources/{resourceType}/{id}", version: "2021-04-15", scope: "calendars/resources.write" };

/** @see https://marketplace.gohighlevel.com/docs/ghl/calendars/get-calendar-resource */
export const getCalendarResource: Endpoint = { method: "GET", path: "/calendars/resources/{resourceType}/{id}", version: "2021-04-15", scope: "calendars/resources.readonly" };

/** @see https://marketplace.gohighlevel.com/docs/ghl/calendars/update-calendar-resource */
export const updateCalendarResource: Endpoint = { method: "PUT", path: "/calendars/resources/{resourceType}/{id}", version: "2021-04-15", scope: "calendars/resources.write" };

/** @see https://marketplace.gohighlevel.com/docs/ghl/calendars/delete-calendar */
export const deleteCalendar: Endpoint = { method: "DELETE", path: "/calendars/{calendarId}", version: "2021-04-15", scope: "calendars.write" };

/** @see https://marketplace.gohighlevel.com/docs/ghl/calendars/get-calendar */
export const getCalendar: Endpoint = { method: "GET", path: "/calendars/{calendarId}", version: "2021-04-15", scope: "calendars.readonly" };

/** @see https://marketplace.gohighlevel.com/docs/ghl/calendars/update-calendar */
export const updateCalendar: Endpoint = { method: "PUT", path: "/calendars/{calendarId}", version: "2021-04-15", scope: "calendars.write" };

/** @see https://marketplace.gohighlevel.com/docs/ghl/calendars/get-slots */
export const getSlots: Endpoint = { method: "GET", path: "/calendars/{calendarId}/free-slots", version: "2021-04-15", scope: "calendars.readonly" };

/** @see https://marketplace.gohighlevel.com/docs/ghl/calendars/get-event-notification */
export const getEventNotification: Endpoint = { method: "GET", path: "/calendars/{calendarId}/notifications", version: "2021-04-15", scope: "calendars/events.readonly" };

/** @see https://marketplace.gohighlevel.com/docs/ghl/calendars/create-event-notification */
export const createEventNotification: Endpoint = { method: "POST", path: "/calendars/{calendarId}/notifications", version: "2021-04-15", scope: "calendars/events.write" };

/** @see https://marketplace.gohighlevel.com/docs/ghl/calendars/delete-event-notification */
export const deleteEventNotification: Endpoint = { method: "DELETE", path: "/calendars/{calendarId}/notifications/{notificationId}", version: "2021-04-15", scope: "calendars/events.write" };

/** @see https://marketplace.gohighlevel.com/docs/ghl/calendars/find-event-notification */
export const findEventNotification: Endpoint = { method: "GET", path: "/calendars/{calendarId}/notifications/{notificationId}", version: "2021-04-15", scope: "calendars/events.readonly" };

/** @see https://marketplace.gohighlevel.com/docs/ghl/calendars/update-event-notification */
export const updateEventNotification: Endpoint = { method: "PUT", path: "/calendars/{calendarId}/notifications/{notificationId}", version: "2021-04-15", scope: "calendars/events.write" };

/** @see https://marketplace.gohighlevel.com/docs/ghl/campaigns/get-campaigns */
export const getCampaigns: Endpoint = { method: "GET", path: "/campaigns/", version: "2021-07-28", scope: "campaigns.readonly" };

/** @see https://marketplace.gohighlevel.com/docs/ghl/companies/get-company */
export const getCompany: Endpoint = { method: "GET", path: "/companies/{companyId}", version: "2021-07-28", scope: "companies.readonly", agencyOnly: true };

/** @see https://marketplace.gohighlevel.com/docs/ghl/contacts/get-contacts */
export const getContacts: Endpoint = { method: "GET", path: "/contacts/", version: "2021-07-28", scope: "contacts.readonly" };

/** @see https://marketplace.gohighlevel.com/docs/ghl/contacts/create-contact */
export const createContact: Endpoint = { method: "POST", path: "/contacts/", version: "2021-07-28", scope: "contacts.write" };

/** @see https://marketplace.gohighlevel.com/docs/ghl/contacts/add-remove-contact-from-business */
export const addRemoveContactFromBusiness: Endpoint = { method: "POST", path: "/contacts/bulk/business", version: "2021-07-28", scope: "contacts.write" };

/** @see https://marketplace.gohighlevel.com/docs/ghl/contacts/create-association */
export const updateContactTags: Endpoint = { method: "POST", path: "/contacts/bulk/tags/update/{type}", version: "2021-07-28", scope: "contacts.write" };

/** @see https://marketplace.gohighlevel.com/docs/ghl/contacts/get-contacts-by-businessId */
export const getContactsByBusinessId: Endpoint = { method: "GET", path: "/contacts/business/{businessId}", version: "2021-07-28", scope: "contacts.readonly" };

/** @see https://marketplace.gohighlevel.com/docs/ghl/contacts/search-contacts-advanced */
export const searchContactsAdvanced: Endpoint = { method: "POST", path: "/contacts/search", version: "2021-07-28", scope: "contacts.readonly", reads: true };

/** @see https://marketplace.gohighlevel.com/docs/ghl/contacts/get-duplicate-contact */
export const getDuplicateContact: Endpoint = { method: "GET", path: "/contacts/search/duplicate", version: "2021-07-28", scope: "contacts.readonly" };

/** @see https://marketplace.gohighlevel.com/docs/ghl/contacts/upsert-contact */
export const upsertContact: Endpoint = { method: "POST", path: "/contacts/upsert", version: "2021-07-28", scope: "contacts.write" };

/** @see https://marketplace.gohighlevel.com/docs/ghl/contacts/delete-contact */
export const deleteContact: Endpoint = { method: "DELETE", path: "/contacts/{contactId}", version: "2021-07-28", scope: "contacts.write" };

/** @see https://marketplace.gohighlevel.com/docs/ghl/contacts/get-contact */
export const getContact: Endpoint = { method: "GET", path: "/contacts/{contactId}", version: "2021-07-28", scope: "contacts.readonly" };

/** @see https://marketplace.gohighlevel.com/docs/ghl/contacts/update-contact */
export const updateContact: Endpoint = { method: "PUT", path: "/contacts/{contactId}", version: "2021-07-28", scope: "contacts.write" };

/** @see https://marketplace.gohighlevel.com/docs/ghl/contacts/get-appointments-for-contact */
export const getAppointmentsForContact: Endpoint = { method: "GET", path: "/contacts/{contactId}/appointments", version: "2021-07-28", scope: "contacts.readonly" };

/** @see https://marketplace.gohighlevel.com/docs/ghl/contacts/remove-contact-from-every-campaign */
export const removeContactFromEveryCampaign: Endpoint = { method: "DELETE", path: "/contacts/{contactId}/campaigns/removeAll", version: "2021-07-28", scope: "contacts.write" };

/** @see https://marketplace.gohighlevel.com/docs/ghl/contacts/remove-contact-from-campaign */
export const removeContactFromCampaign: Endpoint = { method: "DELETE", path: "/contacts/{contactId}/campaigns/{campaignId}", version: "2021-07-28", scope: "contacts.write" };

/** @see https://marketplace.gohighlevel.com/docs/ghl/contacts/add-contact-to-campaign */
export const addContactToCampaign: Endpoint = { method: "POST", path: "/contacts/{contactId}/campaigns/{campaignId}", version: "2021-07-28", scope: "contacts.write" };

/** @see https://marketplace.gohighlevel.com/docs/ghl/contacts/remove-followers-contact */
export const removeFollowersContact: Endpoint = { method: "DELETE", path: "/contacts/{contactId}/followers", version: "2021-07-28", scope: "contacts.write" };

/** @see https://marketplace.gohighlevel.com/docs/ghl/contacts/add-followers-contact */
export const addFollowersContact: Endpoint = { method: "POST", path: "/contacts/{contactId}/followers", version: "2021-07-28", scope: "contacts.write" };

/** @see https://marketplace.gohighlevel.com/docs/ghl/contacts/get-all-notes */
export const getAllNotes: Endpoint = { method: "GET", path: "/contacts/{contactId}/notes", version: "2021-07-28", scope: "contacts.readonly" };

/** @see https://marketplace.gohighlevel.com/docs/ghl/contacts/create-note */
export const createNote: Endpoint = { method: "POST", path: "/contacts/{contactId}/notes", version: "2021-07-28", scope: "contacts.write" };

/** @see https://marketplace.gohighlevel.com/docs/ghl/contacts/delete-note */
export const deleteNote: Endpoint = { method: "DELETE", path: "/contacts/{contactId}/notes/{id}", version: "2021-07-28", scope: "contacts.write" };

/** @see https://marketplace.gohighlevel.com/docs/ghl/contacts/get-note */
export const getNote: Endpoint = { method: "GET", path: "/contacts/{contactId}/notes/{id}", version: "2021-07-28", scope: "contacts.readonly" };

/** @see https://marketplace.gohighlevel.com/docs/ghl/contacts/update-note */
export const updateNote: Endpoint = { method: "PUT", path: "/contacts/{contactId}/notes/{id}", version: "2021-07-28", scope: "contacts.write" };

/** @see https://marketplace.gohighlevel.com/docs/ghl/contacts/remove-tags */
export const removeTags: Endpoint = { method: "DELETE", path: "/contacts/{contactId}/tags", version: "2021-07-28", scope: "contacts.write" };

/** @see https://marketplace.gohighlevel.com/docs/ghl/contacts/add-tags */
export const addTags: Endpoint = { method: "POST", path: "/contacts/{contactId}/tags", version: "2021-07-28", scope: "contacts.write" };

/** @see https://marketplace.gohighlevel.com/docs/ghl/contacts/get-all-tasks */
export const getAllTasks: Endpoint = { method: "GET", path: "/contacts/{contactId}/tasks", version: "2021-07-28", scope: "contacts.readonly" };

/** @see https://marketplace.gohighlevel.com/docs/ghl/contacts/create-task */
export const createTask: Endpoint = { method: "POST", path: "/contacts/{contactId}/tasks", version: "2021-07-28", scope: "contacts.write" };

/** @see https://marketplace.gohighlevel.com/docs/ghl/contacts/delete-task */
export const deleteTask: Endpoint = { method: "DELETE", path: "/contacts/{contactId}/tasks/{taskId}", version: "2021-07-28", scope: "contacts.write" };

/** @see https://marketplace.gohighlevel.com/docs/ghl/contacts/get-task */
export const getTask: Endpoint = { method: "GET", path: "/contacts/{contactId}/tasks/{taskId}", version: "2021-07-28", scope: "contacts.readonly" };

/** @see https://marketplace.gohighlevel.com/docs/ghl/contacts/update-task */
export const updateTask: Endpoint = { method: "PUT", path: "/contacts/{contactId}/tasks/{taskId}", version: "2021-07-28", scope: "contacts.write" };

/** @see https://marketplace.gohighlevel.com/docs/ghl/contacts/update-task-completed */
export const updateTaskCompleted: Endpoint = { method: "PUT", path: "/contacts/{contactId}/tasks/{taskId}/completed", version: "2021-07-28", scope: "contacts.write" };

/** @see https://marketplace.gohighlevel.com/docs/ghl/contacts/delete-contact-from-workflow */
export const deleteContactFromWorkflow: Endpoint = { method: "DELETE", path: "/contacts/{contactId}/workflow/{workflowId}", version: "2021-07-28", scope: "contacts.write" };

/** @see https://marketplace.gohighlevel.com/docs/ghl/contacts/add-contact-to-workflow */
export const addContactToWorkflow: Endpoint = { method: "POST", path: "/contacts/{contactId}/workflow/{workflowId}", version: "2021-07-28", scope: "contacts.write" };

/** @see https://marketplace.gohighlevel.com/docs/ghl/conversations/create-conversation */
export const createConversation: Endpoint = { method: "POST", path: "/conversations/", version: "2021-04-15", scope: "conversations.write" };

/** @see https://marketplace.gohighlevel.com/docs/ghl/conversations/get-message-transcription */
export const getMessageTranscription: Endpoint = { method: "GET", path: "/conversations/locations/{locationId}/messages/{messageId}/transcription", version: "2021-04-15", scope: "conversations/message.readonly" };

/** @see https://marketplace.gohighlevel.com/docs/ghl/conversations/download-message-transcription */
export const downloadMessageTranscription: Endpoint = { method: "GET", path: "/conversations/locations/{locationId}/messages/{messageId}/transcription/download", version: "2021-04-15", scope: "conversations/message.readonly" };

/** @see https://marketplace.gohighlevel.com/docs/ghl/conversations/send-a-new-message */
export const sendANewMessage: Endpoint = { method: "POST", path: "/conversations/messages", version: "2021-04-15", scope: "conversations/message.write" };

/** @see https://marketplace.gohighlevel.com/docs/ghl/conversations/get-email-by-id */
export const getEmailById: Endpoint = { method: "GET", path: "/conversations/messages/email/{id}", version: "2021-04-15", scope: "conversations/message.readonly" };

/** @see https://marketplace.gohighlevel.com/docs/ghl/conversations/export-messages-by-location */
export const exportMessagesByLocation: Endpoint = { method: "GET", path: "/conversations/messages/export", version: "2021-04-15", scope: "conversations/message.readonly" };

/** @see https://marketplace.gohighlevel.com/docs/ghl/conversations/get-message */
export const getMessage: Endpoint = { method: "GET", path: "/conversations/messages/{id}", version: "2021-04-15", scope: "conversations/message.readonly" };

/** @see https://marketplace.gohighlevel.com/docs/ghl/conversations/get-message-recording */
export const getMessageRecording: Endpoint = { method: "GET", path: "/conversations/messages/{messageId}/locations/{locationId}/recording", version: "2021-04-15", scope: "conversations/message.readonly" };

/** @see https://marketplace.gohighlevel.com/docs/ghl/conversations/update-message-status */
export const updateMessageStatus: Endpoint = { method: "PUT", path: "/conversations/messages/{messageId}/status", version: "2021-04-15", scope: "conversations/message.write" };

/** @see https://marketplace.gohighlevel.com/docs/ghl/conversations/live-chat-agent-typing */
export const liveChatAgentTyping: Endpoint = { method: "POST", path: "/conversations/providers/live-chat/typing", version: "2021-04-15", scope: "conversations/livechat.write" };

/** @see https://marketplace.gohighlevel.com/docs/ghl/conversations/search-conversation */
export const searchConversation: Endpoint = { method: "GET", path: "/conversations/search", version: "2021-04-15", scope: "conversations.readonly" };

/** @see https://marketplace.gohighlevel.com/docs/ghl/conversations/get-conversation */
export const getConversation: Endpoint = { method: "GET", path: "/conversations/{conversationId}", version: "2021-04-15", scope: "conversations.readonly" };

/** @see https://marketplace.gohighlevel.com/docs/ghl/conversations/get-messages */
export const getMessages: Endpoint = { method: "GET", path: "/conversations/{conversationId}/messages", version: "2021-04-15", scope: "conversations/message.readonly" };

/** @see https://marketplace.gohighlevel.com/docs/ghl/custom-fields/get-custom-fields-by-object-key */
export const getCustomFieldsByObjectKey: Endpoint = { method: "GET", path: "/custom-fields/object-key/{objectKey}", version: "2021-07-28", scope: "locations/customFields.readonly" };

/** @see https://marketplace.gohighlevel.com/docs/ghl/locations/create-location */
export const createLocation: Endpoint = { method: "POST", path: "/locations/", version: "2021-07-28", scope: "locations.write", agencyOnly: true };

/** @see https://marketplace.gohighlevel.com/docs/ghl/locations/search-locations */
export const searchLocations: Endpoint = { method: "GET", path: "/locations/search", version: "2021-07-28", scope: "locations.readonly" };

/** @see https://marketplace.gohighlevel.com/docs/ghl/locations/get-location */
export const getLocation: Endpoint = { method: "GET", path: "/locations/{locationId}", version: "2021-07-28", scope: "locations.readonly" };

/** @see https://marketplace.gohighlevel.com/docs/ghl/locations/get-custom-fields */
export const getCustomFields: Endpoint = { method: "GET", path: "/locations/{locationId}/customFields", version: "2021-07-28", scope: "locations/customFields.readonly" };

/** @see https://marketplace.gohighlevel.com/docs/ghl/locations/create-custom-field */
export const createCustomField: Endpoint = { method: "POST", path: "/locations/{locationId}/customFields", version: "2021-07-28", scope: "locations/customFields.write" };

/** @see https://marketplace.gohighlevel.com/docs/ghl/locations/upload-file-customFields */
export const uploadFileCustomFields: Endpoint = { method: "POST", path: "/locations/{locationId}/customFields/upload", version: "2021-07-28", scope: "locations/customFields.write" };

/** @see https://marketplace.gohighlevel.com/docs/ghl/locations/get-custom-field */
export const getCustomField: Endpoint = { method: "GET", path: "/locations/{locationId}/customFields/{id}", version: "2021-07-28", scope: "locations/customFields.readonly" };

/** @see https://marketplace.gohighlevel.com/docs/ghl/locations/get-location-tags */
export const getLocationTags: Endpoint = { method: "GET", path: "/locations/{locationId}/tags", version: "2021-07-28", scope: "locations/tags.readonly" };

/** @see https://marketplace.gohighlevel.com/docs/ghl/locations/create-tag */
export const createTag: Endpoint = { method: "POST", path: "/locations/{locationId}/tags", version: "2021-07-28", scope: "locations/tags.write" };

/** @see https://marketplace.gohighlevel.com/docs/ghl/locations/task-search */
export const taskSearch: Endpoint = { method: "POST", path: "/locations/{locationId}/tasks/search", version: "2021-07-28", scope: "locations/tasks.readonly", reads: true };

/** @see https://marketplace.gohighlevel.com/docs/ghl/locations/GET-all-or-email-sms-templates */
export const getAllOrEmailSmsTemplates: Endpoint = { method: "GET", path: "/locations/{locationId}/templates", version: "2021-07-28", scope: "locations/templates.readonly" };

/** @see https://marketplace.gohighlevel.com/docs/ghl/locations/get-timezones */
export const getTimezones: Endpoint = { method: "GET", path: "/locations/{locationId}/timezones", version: "2021-07-28", scope: "locations.readonly" };

/** @see https://marketplace.gohighlevel.com/docs/ghl/oauth/get-installed-location */
export const getInstalledLocation: Endpoint = { method: "GET", path: "/oauth/installedLocations", version: "2021-07-28", scope: "oauth.readonly", agencyOnly: true };

/** @see https://marketplace.gohighlevel.com/docs/ghl/oauth/get-location-access-token */
export const getLocationAccessToken: Endpoint = { method: "POST", path: "/oauth/locationToken", version: "2021-07-28", scope: "oauth.write", agencyOnly: true };

/** @see https://marketplace.gohighlevel.com/docs/ghl/objects/get-object-by-location-id */
export const getObjectByLocationId: Endpoint = { method: "GET", path: "/objects/", version: "2021-07-28", scope: "objects/schema.readonly" };

/** @see https://marketplace.gohighlevel.com/docs/ghl/objects/search-object-records */
export const searchObjectRecords: Endpoint = { method: "POST", path: "/objects/{schemaKey}/records/search", version: "2021-07-28", scope: "objects/record.readonly", reads: true };

/** @see https://marketplace.gohighlevel.com/docs/ghl/opportunities/create-opportunity */
export const createOpportunity: Endpoint = { method: "POST", path: "/opportunities/", version: "2021-07-28", scope: "opportunities.write" };

/** @see https://marketplace.gohighlevel.com/docs/ghl/opportunities/get-lost-reason */
export const getLostReason: Endpoint = { method: "GET", path: "/opportunities/lost-reason", version: "2021-07-28", scope: "opportunities.readonly" };

/** @see https://marketplace.gohighlevel.com/docs/ghl/opportunities/get-pipelines */
export const getPipelines: Endpoint = { method: "GET", path: "/opportunities/pipelines", version: "2021-07-28", scope: "opportunities.readonly" };

/** @see https://marketplace.gohighlevel.com/docs/ghl/opportunities/search-opportunity */
export const searchOpportunity: Endpoint = { method: "GET", path: "/opportunities/search", version: "2021-07-28", scope: "opportunities.readonly" };

/** @see https://marketplace.gohighlevel.com/docs/ghl/opportunities/search-opportunities-advanced */
export const searchOpportunitiesAdvanced: Endpoint = { method: "POST", path: "/opportunities/search", version: "2021-07-28", scope: "opportunities.readonly", reads: true };

/** @see https://marketplace.gohighlevel.com/docs/ghl/opportunities/Upsert-opportunity */
export const upsertOpportunity: Endpoint = { method: "POST", path: "/opportunities/upsert", version: "2021-07-28", scope: "opportunities.write" };

/** @see https://marketplace.gohighlevel.com/docs/ghl/opportunities/delete-opportunity */
export const deleteOpportunity: Endpoint = { method: "DELETE", path: "/opportunities/{id}", version: "2021-07-28", scope: "opportunities.write" };

/** @see https://marketplace.gohighlevel.com/docs/ghl/opportunities/get-opportunity */
export const getOpportunity: Endpoint = { method: "GET", path: "/opportunities/{id}", version: "2021-07-28", scope: "opportunities.readonly" };

/** @see https://marketplace.gohighlevel.com/docs/ghl/opportunities/update-opportunity */
export const updateOpportunity: Endpoint = { method: "PUT", path: "/opportunities/{id}", version: "2021-07-28", scope: "opportunities.write" };

/** @see https://marketplace.gohighlevel.com/docs/ghl/opportunities/remove-followers-opportunity */
export const removeFollowersOpportunity: Endpoint = { method: "DELETE", path: "/opportunities/{id}/followers", version: "2021-07-28", scope: "opportunities.write" };

/** @see https://marketplace.gohighlevel.com/docs/ghl/opportunities/add-followers-opportunity */
export const addFollowersOpportunity: Endpoint = { method: "POST", path: "/opportunities/{id}/followers", version: "2021-07-28", scope: "opportunities.write" };

/** @see https://marketplace.gohighlevel.com/docs/ghl/opportunities/update-opportunity-status */
export const updateOpportunityStatus: Endpoint = { method: "PUT", path: "/opportunities/{id}/status", version: "2021-07-28", scope: "opportunities.write" };

/** @see https://marketplace.gohighlevel.com/docs/ghl/snapshots/get-custom-snapshots */
export const getCustomSnapshots: Endpoint = { method: "GET", path: "/snapshots/", version: "2021-07-28", scope: "snapshots.readonly", agencyOnly: true };

/** @see https://marketplace.gohighlevel.com/docs/ghl/users/get-user-by-location */
export const getUserByLocation: Endpoint = { method: "GET", path: "/users/", version: "2021-07-28", scope: "users.readonly" };

/** @see https://marketplace.gohighlevel.com/docs/ghl/users/create-user */
export const createUser: Endpoint = { method: "POST", path: "/users/", version: "2021-07-28", scope: "users.write" };

/** @see https://marketplace.gohighlevel.com/docs/ghl/users/search-users */
export const searchUsers: Endpoint = { method: "GET", path: "/users/search", version: "2021-07-28", scope: "users.readonly" };

/** @see https://marketplace.gohighlevel.com/docs/ghl/users/filter-users-by-email */
export const filterUsersByEmail: Endpoint = { method: "POST", path: "/users/search/filter-by-email", version: "2021-07-28", scope: "users.readonly", reads: true, agencyOnly: true };

/** @see https://marketplace.gohighlevel.com/docs/ghl/users/delete-user */
export const deleteUser: Endpoint = { method: "DELETE", path: "/users/{userId}", version: "2021-07-28", scope: "users.write" };

/** @see https://marketplace.gohighlevel.com/docs/ghl/users/get-user */
export const getUser: Endpoint = { method: "GET", path: "/users/{userId}", version: "2021-07-28", scope: "users.readonly" };

/** @see https://marketplace.gohighlevel.com/docs/ghl/users/update-user */
export const updateUser: Endpoint = { method: "PUT", path: "/users/{userId}", version: "2021-07-28", scope: "users.write" };

/** @see https://marketplace.gohighlevel.com/docs/ghl/workflows/get-workflow */
export const getWorkflow: Endpoint = { method: "GET", path: "/workflows/", version: "2021-07-28", scope: "workflows.readonly" };
