import { iso } from "../clock.ts";
import { requireUsers } from "../contact-input.ts";
import { notFound } from "../errors.ts";
import type { Note } from "../model.ts";
import { compact, contactOf, handle, param } from "../resource.ts";
import type { Call, Resource } from "../resource.ts";
import { asHtml, textOfHtml } from "../rich-text.ts";
import type { Store } from "../store.ts";
import { SUCCEEDED } from "./contacts.ts";

type NoteBody = Partial<Pick<Note, "body" | "title" | "color" | "pinned" | "userId">>;

/** Notes of a contact. They do not change the contact's dateUpdated. */
export const notes: Resource = {
  "GET /contacts/{contactId}/notes": (call) => ({ notes: call.store.notes.in(contactOf(call).id).map(shape) }),

  "GET /contacts/{contactId}/notes/{id}": (call) => ({ note: shape(noteOf(call)) }),

  "POST /contacts/{contactId}/notes": handle<NoteBody & { body: string }>((call) => {
    const { store, clock } = call;
    const { id: contactId } = contactOf(call);
    return { note: shape(store.notes.put({ id: store.random.id(), contactId, pinned: false, dateAdded: clock.now(), ...checked(call), body: kept(store, call.body.body) })) };
  }),

  "PUT /contacts/{contactId}/notes/{id}": handle<NoteBody>((call) => {
    const { store, body: { body } } = call;
    return { note: shape(store.notes.change(noteOf(call), { ...checked(call), ...(body !== undefined && { body: kept(store, body) }) })) };
  }),

  "DELETE /contacts/{contactId}/notes/{id}": (call) => {
    call.store.notes.delete(noteOf(call).id);
    return SUCCEEDED;
  },
};

/** A note's text as it is stored. */
const kept = ({ notesAsHtml }: Store, body: string) => (notesAsHtml ? asHtml(body) : body);

function shape(note: Note): Record<string, unknown> {
  return compact({ ...note, bodyText: textOfHtml(note.body), userId: note.userId ?? null, dateAdded: iso(note.dateAdded), relations: [] });
}

function noteOf(call: Call): Note {
  const { id: contactId } = contactOf(call);
  const note = call.store.notes.get(param(call, "id"));
  if (note?.contactId !== contactId) throw notFound(`Note with id ${param(call, "id")} not found`);
  return note;
}

function checked({ store, body }: Call<NoteBody>): NoteBody {
  if (body.userId) requireUsers(store, [body.userId]);
  return body;
}
