import type { Appointment, Contact, Note, Task } from "../../sandbox/index.ts";
import type { Stage, WorldRow } from "../world.ts";
import { contactOf, contactShelf } from "./contact-support.ts";
import { listWorld } from "./list.ts";
import type { ListOf, Shelf } from "./list.ts";
import { text } from "./read.ts";
import { recordWorld } from "./record.ts";

const DAY = 86_400_000;

/** The contact of a trigger that watches one of its notes or tasks, and what happens to it: the record goes and comes back with it. */
function withContact<R extends { id: string; contactId: string }>(shelfOf: (stage: Stage) => Shelf<R>) {
  return {
    shelf: (stage: Stage): Shelf<R> => {
      const shelf = shelfOf(stage);
      return {
        put: (row) => shelf.put(row),
        delete: (id) => shelf.delete(id),
        get: (id) => {
          const row = shelf.get(id);
          return row && stage.sandbox.store.contacts.get(row.contactId) ? row : undefined;
        },
      };
    },
    also: (stage: Stage, id: string) => {
      const contacts = contactShelf(stage);
      let last: Contact | undefined;
      return {
        "delete the contact": () => {
          last = contacts.get(shelfOf(stage).get(id)?.contactId ?? "") ?? last;
          if (last) contacts.delete(last.id);
        },
        "put the contact back": () => {
          if (last) contacts.put(last);
        },
      };
    },
  };
}

const tasks = ({ sandbox }: Stage): Shelf<Task> => sandbox.store.tasks;
const notes = ({ sandbox }: Stage): Shelf<Note> => sandbox.store.notes;
/** The contact that the world of a list began with. */
const firstContact = ({ sandbox, locationId }: Stage): string => sandbox.store.contacts.in(locationId)[0]?.id ?? "";

const newNote = (stage: Stage, id: string, contactId: string, body = "Call back"): Note => ({ id, contactId, body, pinned: false, dateAdded: stage.now() });
const newTask = (stage: Stage, id: string, contactId: string, title = "Call back"): Task => ({ id, title, contactId, dueDate: stage.now(), completed: false, dateAdded: stage.now() });

const STATUSES = ["confirmed", "cancelled", "showed", "noshow"];

const bookings: ListOf<Appointment> = {
  // What is deleted stays in the store, but the list does not show it.
  shelf: ({ sandbox: { store } }) => ({
    get: (id) => {
      const row = store.appointments.get(id);
      return row?.deleted ? undefined : row;
    },
    put: (row) => store.appointments.put(row),
    delete: (id) => Boolean(store.changeAppointment(id, { deleted: true })),
  }),
  props: (stage) => ({ props: { contactId: contactOf(stage) } }),
  make: (stage, id, title) => stage.sandbox.store.addAppointment({ id, title, contactId: firstContact(stage), startTime: stage.now() + DAY }),
  name: { of: ({ title }) => title, set: (row, title) => ({ ...row, title }), told: ({ title }) => text(title) },
  status: {
    of: ({ appointmentStatus }) => appointmentStatus,
    set: (row, pick) => ({ ...row, appointmentStatus: STATUSES[pick % STATUSES.length] ?? "" }),
    told: ({ appointmentStatus }) => text(appointmentStatus),
    kind: (_, after) => (after === "cancelled" ? "cancelled" : "status changed"),
  },
  noise: (stage) => ({
    "another contact has an appointment": () => void stage.sandbox.store.addAppointment({ contactId: contactOf(stage), title: "Anna", startTime: stage.now() }),
  }),
};

/** Notes, tasks and appointments of a contact. */
export const contactRecordWorlds: WorldRow[] = [
  recordWorld<Note>("get-contact-note-by-id", {
    ...withContact(notes),
    make: (stage, id) => newNote(stage, id, contactOf(stage)),
    fields: {
      title: { of: ({ title }) => title, set: (row, title) => ({ ...row, title }) },
      body: { of: ({ body }) => body, set: (row, body) => ({ ...row, body }) },
      // Without tags; changes with the body.
      bodyText: { of: ({ body }) => body, set: (row, body) => ({ ...row, body }) },
      pinned: { of: ({ pinned }) => pinned, set: (row, value) => ({ ...row, pinned: value === "first" }) },
    },
    props: ({ sandbox }, noteId) => ({ props: { noteId, contactId: sandbox.store.notes.get(noteId)?.contactId } }),
  }),
  recordWorld<Task>("get-contact-task-by-id", {
    ...withContact(tasks),
    make: (stage, id) => newTask(stage, id, contactOf(stage)),
    fields: {
      title: { of: ({ title }) => title, set: (row, title) => ({ ...row, title }) },
      body: { of: ({ body }) => body, set: (row, body) => ({ ...row, body }) },
      completed: { of: ({ completed }) => completed, set: (row, value) => ({ ...row, completed: value === "first" }) },
    },
    props: ({ sandbox }, taskId) => ({ props: { taskId, contactId: sandbox.store.tasks.get(taskId)?.contactId } }),
  }),
  recordWorld<Task>("get-contact-task-by-id", {
    ...withContact(tasks),
    make: (stage, id) => newTask(stage, id, contactOf(stage)),
    fields: { completed: { of: ({ completed }) => completed, set: (row, value) => ({ ...row, completed: value === "first" }) } },
    noise: (row, stage) => ({ ...row, title: stage.id(), dueDate: row.dueDate + DAY }),
    props: ({ sandbox }, taskId) => ({ props: { taskId, contactId: sandbox.store.tasks.get(taskId)?.contactId, watchFields: ["completed"] } }),
  }, { when: "some fields are watched" }),
  listWorld<Note>("get-contact-notes", {
    shelf: notes,
    props: (stage) => ({ props: { contactId: contactOf(stage) } }),
    make: (stage, id, body) => newNote(stage, id, firstContact(stage), body),
    name: { of: ({ body }) => body, set: (row, body) => ({ ...row, body }), told: ({ body }) => text(body) },
    noise: (stage) => ({ "another contact has a note": () => void stage.sandbox.store.notes.put(newNote(stage, stage.id(), contactOf(stage))) }),
  }),
  listWorld("get-contact-appointments", bookings),
  listWorld("get-contact-tasks", {
    shelf: ({ sandbox }) => sandbox.store.tasks,
    props: (stage) => ({ props: { contactId: contactOf(stage) } }),
    make: ({ sandbox, locationId, now }, id, title) => ({
      id, title, contactId: sandbox.store.contacts.in(locationId)[0]?.id ?? "", dueDate: now(), completed: false, dateAdded: now(),
    }),
    name: { of: ({ title }) => title, set: (row, title) => ({ ...row, title }), told: ({ title }) => text(title) },
    flag: {
      of: ({ completed }) => completed, set: (row, completed) => ({ ...row, completed }), told: ({ completed }) => completed === true,
      kinds: { on: "completed" }, newOn: "completed",
    },
  }),
];
