import { badRequest } from "../errors.ts";
import type { Channel, Contact } from "../model.ts";
import type { Message } from "../models/conversations.ts";
import { compact, contactById, handle } from "../resource.ts";
import type { Call, Resource } from "../resource.ts";

interface Body {
  type: string;
  contactId: string;
  message?: string;
  html?: string;
  subject?: string;
  attachments?: string[];
  templateId?: string;
  emailFrom?: string;
  emailTo?: string;
  emailCc?: string[];
  emailBcc?: string[];
  threadId?: string;
  replyMessageId?: string;
  forward?: { toEmail?: string };
  conversationProviderId?: string;
  /** Seconds. */
  scheduledTimestamp?: number;
  status?: string;
}

const TYPES: Record<string, string> = {
  SMS: "TYPE_SMS", RCS: "TYPE_RCS", Email: "TYPE_EMAIL", WhatsApp: "TYPE_WHATSAPP", IG: "TYPE_INSTAGRAM", FB: "TYPE_FACEBOOK",
  Custom: "TYPE_CUSTOM_SMS", Live_Chat: "TYPE_LIVE_CHAT", TIKTOK: "TYPE_TIKTOK",
};
const YEAR_3000 = 32_503_680_000;

/** Sends (or schedules) a message, which moves its conversation to the top. Rejects messages that lack what their channel requires. */
export const sending: Resource = {
  "POST /conversations/messages": handle<Body>((call) => {
    const { store: { messaging }, body } = call;
    const contact = contactById(call, body.contactId);
    refuse(contact, body, messaging.templates.get(body.templateId ?? "") !== undefined);
    const email = body.type === "Email" ? sendEmail(call, contact) : undefined;
    const message = email ? messaging.messages.get(email.threadId)! : messaging.add(shared(call));
    return compact({ conversationId: message.conversationId, messageId: message.id, emailMessageId: email?.id, msg: "Message queued successfully.", status: body.status ?? "pending" });
  }),
};

function refuse(contact: Contact, body: Body, hasTemplate: boolean): void {
  const { type, message, html, attachments = [], conversationProviderId, scheduledTimestamp = 0 } = body;
  const { dnd, dndSettings = {} } = contact;
  if (dnd || dndSettings[type as Channel]?.status === "active") throw badRequest(`Cannot send message as DND is active for ${type}.`);
  if (["SMS", "RCS", "WhatsApp"].includes(type) && !contact.phone) throw badRequest("Missing phone number");
  if (type === "Email" && !contact.email && !body.emailTo) throw badRequest("Contact has no email address");
  if (type === "Custom" && !conversationProviderId) throw badRequest("conversationProviderId is required for custom providers");
  if (!message && !html && attachments.length === 0 && !hasTemplate && !body.forward) throw badRequest("There is no message or attachments for this message. Skip sending.");
  // Milliseconds would be a time in the far future.
  if (scheduledTimestamp > YEAR_3000) throw badRequest("scheduledTimestamp must be a UTC timestamp in seconds");
}

const shared = ({ store, body }: Call<Body>): Pick<Message, "contactId"> & Partial<Message> => ({
  contactId: body.contactId, messageType: TYPES[body.type], direction: "outbound", source: "api", body: body.message ?? store.messaging.templates.get(body.templateId ?? "")?.template.body,
  attachments: body.attachments ?? [], status: body.scheduledTimestamp ? "scheduled" : body.status ?? "pending",
  ...(body.conversationProviderId && { conversationProviderId: body.conversationProviderId }),
  ...(body.scheduledTimestamp && { scheduledAt: body.scheduledTimestamp * 1000 }),
});

function sendEmail(call: Call<Body>, contact: Contact) {
  const { store: { messaging }, body } = call;
  const template = messaging.templates.get(body.templateId ?? "")?.template;
  const replied = messaging.emails.get(body.replyMessageId ?? "");
  const threadId = body.threadId ?? replied?.threadId ?? messaging.add({ ...shared(call), contentType: "text/html" }).id;
  return messaging.addEmail({
    contactId: contact.id, threadId, direction: "outbound", status: body.scheduledTimestamp ? "scheduled" : "pending", source: "api",
    subject: body.subject ?? template?.subject ?? replied?.subject ?? "", body: body.html ?? body.message ?? template?.html ?? "",
    from: body.emailFrom ?? "office@example.com", to: [body.forward?.toEmail ?? body.emailTo ?? contact.email ?? ""], cc: body.emailCc ?? [], bcc: body.emailBcc ?? [],
    attachments: body.attachments ?? [], replyToMessageId: replied?.id,
  });
}
