/** Times are milliseconds since 1970. */
export interface Conversation {
  id: string;
  locationId: string;
  contactId: string;
  /** 1 phone, 2 email, 3 Facebook. */
  type: number;
  unreadCount: number;
  starred: boolean;
  inbox: boolean;
  deleted: boolean;
  assignedTo?: string;
  followers: string[];
  lastMessageBody: string;
  lastMessageType: string;
  lastMessageDirection?: "inbound" | "outbound";
  lastMessageDate: number;
  lastManualMessageDate?: number;
  lastOutboundMessageAction?: "automated" | "manual";
  dateAdded: number;
  dateUpdated: number;
  /** When searches see it; before that, they see the previous version, if any. */
  visibleAt?: number;
  before?: Conversation;
}

export interface Message {
  id: string;
  conversationId: string;
  contactId: string;
  locationId: string;
  /** Such as "TYPE_SMS"; its number in responses is derived from it. */
  messageType: string;
  body?: string;
  direction?: "inbound" | "outbound";
  status: string;
  contentType: string;
  attachments: string[];
  meta?: Record<string, unknown>;
  source: string;
  userId?: string;
  conversationProviderId?: string;
  /** When a scheduled message is sent. */
  scheduledAt?: number;
  dateAdded: number;
  dateUpdated: number;
  /** When lists see it. */
  visibleAt?: number;
}

/** One email of a thread; the thread is a message. */
export interface Email {
  id: string;
  threadId: string;
  locationId: string;
  contactId: string;
  conversationId: string;
  subject: string;
  body: string;
  direction: "inbound" | "outbound";
  status: string;
  contentType: string;
  attachments: string[];
  provider: string;
  from: string;
  to: string[];
  cc: string[];
  bcc: string[];
  replyToMessageId?: string;
  source: string;
  dateAdded: number;
}

/** Recording and transcription of a call; the id is that of its message. */
export interface Recording {
  id: string;
  bytes: Buffer;
  type: string;
  name: string;
}
export interface Transcription {
  id: string;
  sentences: { mediaChannel: number; sentenceIndex: number; startTime: number; endTime: number; transcript: string; confidence: number }[];
}

export interface Template {
  id: string;
  locationId: string;
  name: string;
  type: "sms" | "email" | "whatsapp";
  template: { body?: string; subject?: string; html?: string; attachments: string[] };
  dateAdded: number;
}

/** By number, from 1; the numbers of TikTok and later types are unknown. */
const TYPES = `CALL SMS EMAIL SMS_REVIEW_REQUEST WEBCHAT SMS_NO_SHOW_REQUEST CAMPAIGN_SMS CAMPAIGN_CALL CAMPAIGN_EMAIL CAMPAIGN_VOICEMAIL FACEBOOK
CAMPAIGN_FACEBOOK CAMPAIGN_MANUAL_CALL CAMPAIGN_MANUAL_SMS GMB CAMPAIGN_GMB REVIEW INSTAGRAM WHATSAPP CUSTOM_SMS CUSTOM_EMAIL CUSTOM_PROVIDER_SMS
CUSTOM_PROVIDER_EMAIL IVR_CALL ACTIVITY_CONTACT ACTIVITY_INVOICE ACTIVITY_PAYMENT ACTIVITY_OPPORTUNITY LIVE_CHAT LIVE_CHAT_INFO_MESSAGE
ACTIVITY_APPOINTMENT FACEBOOK_COMMENT INSTAGRAM_COMMENT CUSTOM_CALL GROUP_SMS INTERNAL_CHAT INTERNAL_COMMENT ACTIVITY_EMPLOYEE_ACTION_LOG
TIKTOK TIKTOK_COMMENT RCS ACTIVITY_WHATSAPP FORM_SUBMISSION SMS_REACTION`.split(/\s+/);
const NO_SHOW = 100;

/** 1 for "TYPE_CALL", 2 for "TYPE_SMS", ... */
export const typeNumber = (messageType: string): number => (messageType === "TYPE_NO_SHOW" ? NO_SHOW : TYPES.indexOf(messageType.replace("TYPE_", "")) + 1);

/** True for activities and internal comments: nobody sends them, yet their direction is "outbound". */
export const isEntry = (messageType: string): boolean => /^TYPE_(ACTIVITY|INTERNAL)_/.test(messageType);
