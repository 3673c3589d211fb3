import type { Store } from "../store.ts";

const HOUR = 3_600_000;

const TALKS: [string, string][] = [
  ["Hi, do you have a slot on Friday?", "Friday at ten is free. Shall I book it?"],
  ["Thanks for the offer, I will read it tonight.", "Take your time. Call me if a question comes up."],
  ["Can we move it to Thursday?", "Thursday works, same time."],
  ["Where can I park?", "Behind the building, the first two hours are free."],
];

/** A short silent WAV file: 8 kHz, 16 bit, mono. */
export function silence(seconds: number): Buffer {
  const size = Math.round(seconds * 16_000);
  const header = Buffer.alloc(44);
  header.write("RIFF", 0);
  header.writeUInt32LE(36 + size, 4);
  header.write("WAVEfmt ", 8);
  header.writeUInt32LE(16, 16);
  header.writeUInt16LE(1, 20);
  header.writeUInt16LE(1, 22);
  header.writeUInt32LE(8_000, 24);
  header.writeUInt32LE(16_000, 28);
  header.writeUInt16LE(2, 32);
  header.writeUInt16LE(16, 34);
  header.write("data", 36);
  header.writeUInt32LE(size, 40);
  return Buffer.concat([header, Buffer.alloc(size)]);
}

/** Conversations of some contacts: text messages, an email, a call with recording and transcription. */
export function seedConversations(store: Store, locationId: string): void {
  const { messaging, clock } = store;
  const now = clock.now();
  const contacts = store.contacts.in(locationId).slice(0, 12);
  for (const [index, { id: contactId, assignedTo }] of contacts.entries()) {
    const [question, answer] = TALKS[index % TALKS.length]!;
    const at = now - (30 - index * 2) * HOUR;
    messaging.begin(contactId, { assignedTo, dateAdded: at, lastMessageDate: at });
    messaging.add({ contactId, body: question, dateAdded: at });
    messaging.add({ contactId, body: answer, direction: "outbound", dateAdded: at + HOUR / 4 });
  }
  const [first, second] = contacts;
  if (!first || !second) return;
  messaging.addEmail({ contactId: first.id, subject: "Your offer", body: "<p>Here it is.</p>", direction: "outbound", from: "office@example.com", to: [first.email ?? ""], dateAdded: now - 5 * HOUR });
  const call = messaging.add({ contactId: second.id, messageType: "TYPE_CALL", status: "completed", contentType: "text/plain", meta: { call: { duration: 2, status: "completed" } }, dateAdded: now - 4 * HOUR });
  messaging.recordings.put({ id: call.id, bytes: silence(2), type: "audio/x-wav", name: "audio.wav" });
  messaging.transcriptions.put({ id: call.id, sentences: ["Good morning, this is Dana.", "How can I help?"].map((transcript, index) => ({
    mediaChannel: 1, sentenceIndex: index, startTime: index * 1000, endTime: index * 1000 + 900, transcript, confidence: 0.95,
  })) });
  for (const [name, type, template] of [
    ["Reminder", "sms", { body: "See you tomorrow!", attachments: [] }],
    ["Offer", "email", { subject: "Your offer", html: "<p>Here it is.</p>", attachments: [] }],
  ] as const) messaging.templates.put({ id: store.random.id(), locationId, name, type, template: { ...template, attachments: [...template.attachments] }, dateAdded: now - 100 * HOUR });
}
