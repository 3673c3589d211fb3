import type { Option } from "../core/types.ts";

// In HighLevel's order; labels are derived from the names.
const NAMES = `CALL SMS RCS EMAIL SMS_REVIEW_REQUEST WEBCHAT SMS_NO_SHOW_REQUEST CAMPAIGN_SMS CAMPAIGN_CALL CAMPAIGN_EMAIL
CAMPAIGN_VOICEMAIL FACEBOOK CAMPAIGN_FACEBOOK CAMPAIGN_MANUAL_CALL CAMPAIGN_MANUAL_SMS GMB CAMPAIGN_GMB REVIEW INSTAGRAM WHATSAPP
CUSTOM_SMS CUSTOM_EMAIL CUSTOM_PROVIDER_SMS CUSTOM_PROVIDER_EMAIL IVR_CALL ACTIVITY_CONTACT ACTIVITY_INVOICE ACTIVITY_PAYMENT
ACTIVITY_OPPORTUNITY LIVE_CHAT LIVE_CHAT_INFO_MESSAGE ACTIVITY_APPOINTMENT FACEBOOK_COMMENT INSTAGRAM_COMMENT CUSTOM_CALL
INTERNAL_COMMENT ACTIVITY_EMPLOYEE_ACTION_LOG TIKTOK TIKTOK_COMMENT ACTIVITY_WHATSAPP FORM_SUBMISSION SMS_REACTION`.split(/\s+/);

/** Types for filtering the messages of a conversation; some are spelled differently. */
const OF_CONVERSATION = `CALL SMS RCS EMAIL FACEBOOK GMB INSTAGRAM WHATSAPP ACTIVITY_APPOINTMENT ACTIVITY_CONTACT ACTIVITY_INVOICE
ACTIVITY_PAYMENT ACTIVITY_OPPORTUNITY LIVE_CHAT INTERNAL_COMMENTS ACTIVITY_EMPLOYEE_ACTION_LOG TIKTOK ACTIVITY_WHATSAPP
FORM_SUBMISSION`.split(/\s+/);

const SPELLED: Record<string, string> = { SMS: "SMS", RCS: "RCS", GMB: "GMB", IVR: "IVR", WHATSAPP: "WhatsApp", TIKTOK: "TikTok" };

/** "TYPE_CAMPAIGN_SMS" → "Campaign SMS" */
export function messageTypeLabel(type: unknown): string {
  const words = String(type ?? "").replace(/^TYPE_/, "").split("_").filter(Boolean);
  const text = words.map((word) => SPELLED[word] ?? word.toLowerCase()).join(" ");
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/**
 * Types of HighLevel's own entries in a conversation, and of the team's internal comments. Nobody sends or receives these,
 * although live responses give most of them the direction "outbound", and some "inbound". Matched by prefix, because
 * HighLevel keeps adding kinds of activity. Reviews, comments on posts, reactions and submitted forms are not included:
 * they are written by or for contacts.
 */
const ACTIVITY = /^(TYPE_)?(ACTIVITY|INTERNAL_?(COMMENT|CHAT)|LIVE_CHAT_INFO|NO_SHOW)/i;
/** The same by number, for responses without names. */
const ACTIVITY_NUMBERS = [25, 26, 27, 28, 30, 31, 36, 37, 38, 100];

/** True for the type (a name, or HighLevel's number) of an activity or internal comment, whatever its direction. */
export function isActivity(type: unknown): boolean {
  return ACTIVITY.test(String(type)) || ACTIVITY_NUMBERS.includes(Number(type));
}

const options = (names: string[]): Option[] => names.map((name) => ({ label: messageTypeLabel(name), value: `TYPE_${name}` }));

/** Possible types of a conversation's last message. @see https://marketplace.gohighlevel.com/docs/ghl/conversations/search-conversation */
export const lastMessageTypes = options(NAMES);

/** Types for filtering the messages of one conversation. @see https://marketplace.gohighlevel.com/docs/ghl/conversations/get-messages */
export const messageTypes = options(OF_CONVERSATION);
