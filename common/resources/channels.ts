export interface Channel {
  label: string;
  /** A message must have at least one of these. */
  content: string[];
  /** Further required fields. */
  also?: string[];
}

const TEXT = ["message", "attachments", "templateId"];
const CHAT = ["message", "attachments"];

/** @see https://marketplace.gohighlevel.com/docs/ghl/conversations/send-a-new-message */
export const CHANNELS: Record<string, Channel> = {
  SMS: { label: "Text message (SMS)", content: TEXT },
  RCS: { label: "RCS", content: TEXT },
  Email: { label: "Email", content: ["html", "message", "templateId", "forward"] },
  WhatsApp: { label: "WhatsApp", content: TEXT },
  IG: { label: "Instagram", content: CHAT },
  FB: { label: "Facebook Messenger", content: CHAT },
  Custom: { label: "Custom (own conversation provider)", content: ["message", "html", "attachments"], also: ["conversationProviderId"] },
  Live_Chat: { label: "Live chat", content: CHAT },
  TIKTOK: { label: "TikTok", content: CHAT },
};

/** The channels, to choose from. */
export const channelOptions = Object.entries(CHANNELS).map(([value, { label }]) => ({ label, value }));

/** Message types that do not have the channel's name. */
const OF_TYPE: Record<string, string> = { INSTAGRAM: "IG", FACEBOOK: "FB", CUSTOM_PROVIDER_SMS: "Custom", CUSTOM_PROVIDER_EMAIL: "Custom" };

/** The channels by message type (TYPE_SMS). */
export const channelsByType: Record<string, string> = Object.fromEntries(
  [...Object.keys(CHANNELS).map((name) => [name, name]), ...Object.entries(OF_TYPE)].flatMap(([type, channel]) => [[type, channel], [`TYPE_${type}`, channel]]),
);
