import { iso } from "../clock.ts";
import { requireUsers } from "../contact-input.ts";
import { badRequest, notFound } from "../errors.ts";
import type { Appointment } from "../model.ts";
import type { AppointmentNote } from "../models/calendars-extras.ts";
import { compact, contactById, handle, param, slice } from "../resource.ts";
import type { Call, Resource } from "../resource.ts";
import { asHtml } from "../rich-text.ts";
import type { Store } from "../store.ts";

interface NoteBody {
  body: string;
  userId?: string;
}

/** Notes of an appointment, at most 20 per page. */
export const appointmentNotes: Resource = {
  "GET /calendars/appointments/{appointmentId}/notes": handle<unknown, { limit: number; offset: number }>((call) => {
    const { store, query: { limit, offset } } = call;
    const notes = store.appointmentNotes.in(appointmentOf(call).id);
    return { notes: slice(notes, offset, limit).map((note) => shape(store, note)), hasMore: offset + limit < notes.length };
  }),

  "POST /calendars/appointments/{appointmentId}/notes": handle<NoteBody>((call) => {
    const { store, clock } = call;
    const { id: appointmentId, contactId } = appointmentOf(call);
    const note = { id: store.random.id(), appointmentId, contactId, dateAdded: clock.now(), ...checked(call) };
    return { note: shape(store, store.appointmentNotes.put(note)) };
  }),

  "PUT /calendars/appointments/{appointmentId}/notes/{noteId}": handle<NoteBody>((call) => ({
    note: shape(call.store, call.store.appointmentNotes.change(noteOf(call), checked(call))),
  })),

  "DELETE /calendars/appointments/{appointmentId}/notes/{noteId}": (call) => ({ success: call.store.appointmentNotes.delete(noteOf(call).id) }),
};

function shape(store: Store, { appointmentId: _, ...note }: AppointmentNote): Record<string, unknown> {
  const user = note.userId ? store.users.get(note.userId) : undefined;
  return compact({
    ...note, dateAdded: iso(note.dateAdded), createdBy: user && { id: user.id, name: `${user.firstName} ${user.lastName}` },
  });
}

function appointmentOf(call: Call): Appointment {
  const appointment = call.store.appointments.get(param(call, "appointmentId"));
  if (!appointment) throw badRequest(`Appointment with id ${param(call, "appointmentId")} not found`);
  contactById(call, appointment.contactId);
  return appointment;
}

function noteOf(call: Call): AppointmentNote {
  const { id } = appointmentOf(call);
  const note = call.store.appointmentNotes.get(param(call, "noteId"));
  if (note?.appointmentId !== id) throw notFound(`Note with id ${param(call, "noteId")} not found`);
  return note;
}

function checked({ store, body }: Call<NoteBody>): NoteBody {
  if (body.userId) requireUsers(store, [body.userId]);
  return { ...body, body: store.notesAsHtml ? asHtml(body.body) : body.body };
}
