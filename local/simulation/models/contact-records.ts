import type { Appointment, Contact, Note, Task } from "../../sandbox/index.ts";
import type { Environment, ModelRow } from "../model.ts";
import { contactOf, contactShelf } from "./contact-support.ts";
import { listModel } from "./list.ts";
import type { ListOf, Shelf } from "./list.ts";
import { text } from "./read.ts";
import { recordModel } from "./record.ts";

const DAY = 86_400_000;

/** The contact whose note or task a trigger watches. The record disappears and comes back with it. */
function withContact<R extends { id: string; contactId: string }>(shelfOf: (environment: Environment) => Shelf<R>) {
  return {
    shelf: (environment: Environment): Shelf<R> => {
      const shelf = shelfOf(environment);
      return {
        put: (row) => shelf.put(row),
        delete: (id) => shelf.delete(id),
        get: (id) => {
          const row = shelf.get(id);
          return row && environment.sandbox.store.contacts.get(row.contactId) ? row : undefined;
        },
      };
    },
    also: (environment: Environment, id: string) => {
      const contacts = contactShelf(environment);
      let last: Contact | undefined;
      return {
        "delete the contact": () => {
          last = contacts.get(shelfOf(environment).get(id)?.contactId ?? "") ?? last;
          if (last) contacts.delete(last.id);
        },
        "put the contact back": () => {
          if (last) contacts.put(last);
        },
      };
    },
  };
}

const tasks = ({ sandbox }: Environment): Shelf<Task> => sandbox.store.tasks;
const notes = ({ sandbox }: Environment): Shelf<Note> => sandbox.store.notes;
/** The contact that the model of the list began with. */
const firstContact = ({ sandbox, locationId }: Environment): string => sandbox.store.contacts.in(locationId)[0]?.id ?? "";

const newNote = (environment: Environment, id: string, contactId: string, body = "Call back"): Note => ({ id, contactId, body, pinned: false, dateAdded: environment.now() });
const newTask = (environment: Environment, id: string, contactId: string, title = "Call back"): Task => ({ id, title, contactId, dueDate: environment.now(), completed: false, dateAdded: environment.now() });

const STATUSES = ["confirmed", "cancelled", "showed", "noshow"];

const bookings: ListOf<Appointment> = {
  // Deleted records stay in the store, but the list does not show them.
  shelf: ({ sandbox: { store } }) => ({
    get: (id) => {
      const row = store.appointments.get(id);
      return row?.deleted ? undefined : row;
    },
    put: (row) => store.appointments.put(row),
    delete: (id) => Boolean(store.changeAppointment(id, { deleted: true })),
  }),
  props: (environment) => ({ props: { contactId: contactOf(environment) } }),
  make: (environment, id, title) => environment.sandbox.store.addAppointment({ id, title, contactId: firstContact(environment), startTime: environment.now() + DAY }),
  name: { of: ({ title }) => title, set: (row, title) => ({ ...row, title }), reported: ({ title }) => text(title) },
  status: {
    of: ({ appointmentStatus }) => appointmentStatus,
    set: (row, pick) => ({ ...row, appointmentStatus: STATUSES[pick % STATUSES.length] ?? "" }),
    reported: ({ appointmentStatus }) => text(appointmentStatus),
    kind: (_, after) => (after === "cancelled" ? "cancelled" : "status changed"),
  },
  noise: (environment) => ({
    "another contact has an appointment": () => void environment.sandbox.store.addAppointment({ contactId: contactOf(environment), title: "Anna", startTime: environment.now() }),
  }),
};

/** Notes, tasks and appointments of a contact. */
export const contactRecordModels: ModelRow[] = [
  recordModel<Note>("get-contact-note-by-id", {
    ...withContact(notes),
    make: (environment, id) => newNote(environment, id, contactOf(environment)),
    fields: {
      title: { of: ({ title }) => title, set: (row, title) => ({ ...row, title }) },
      body: { of: ({ body }) => body, set: (row, body) => ({ ...row, body }) },
      // Without tags; changes with the body.
      bodyText: { of: ({ body }) => body, set: (row, body) => ({ ...row, body }) },
      pinned: { of: ({ pinned }) => pinned, set: (row, value) => ({ ...row, pinned: value === "first" }) },
    },
    props: ({ sandbox }, noteId) => ({ props: { noteId, contactId: sandbox.store.notes.get(noteId)?.contactId } }),
  }),
  recordModel<Task>("get-contact-task-by-id", {
    ...withContact(tasks),
    make: (environment, id) => newTask(environment, id, contactOf(environment)),
    fields: {
      title: { of: ({ title }) => title, set: (row, title) => ({ ...row, title }) },
      body: { of: ({ body }) => body, set: (row, body) => ({ ...row, body }) },
      completed: { of: ({ completed }) => completed, set: (row, value) => ({ ...row, completed: value === "first" }) },
    },
    props: ({ sandbox }, taskId) => ({ props: { taskId, contactId: sandbox.store.tasks.get(taskId)?.contactId } }),
  }),
  recordModel<Task>("get-contact-task-by-id", {
    ...withContact(tasks),
    make: (environment, id) => newTask(environment, id, contactOf(environment)),
    fields: { completed: { of: ({ completed }) => completed, set: (row, value) => ({ ...row, completed: value === "first" }) } },
    noise: (row, environment) => ({ ...row, title: environment.id(), dueDate: row.dueDate + DAY }),
    props: ({ sandbox }, taskId) => ({ props: { taskId, contactId: sandbox.store.tasks.get(taskId)?.contactId, watchFields: ["completed"] } }),
  }, { when: "some fields are watched" }),
  listModel<Note>("get-contact-notes", {
    shelf: notes,
    props: (environment) => ({ props: { contactId: contactOf(environment) } }),
    make: (environment, id, body) => newNote(environment, id, firstContact(environment), body),
    name: { of: ({ body }) => body, set: (row, body) => ({ ...row, body }), reported: ({ body }) => text(body) },
    noise: (environment) => ({ "another contact has a note": () => void environment.sandbox.store.notes.put(newNote(environment, environment.id(), contactOf(environment))) }),
  }),
  listModel("get-contact-appointments", bookings),
  listModel("get-contact-tasks", {
    shelf: ({ sandbox }) => sandbox.store.tasks,
    props: (environment) => ({ props: { contactId: contactOf(environment) } }),
    make: ({ sandbox, locationId, now }, id, title) => ({
      id, title, contactId: sandbox.store.contacts.in(locationId)[0]?.id ?? "", dueDate: now(), completed: false, dateAdded: now(),
    }),
    name: { of: ({ title }) => title, set: (row, title) => ({ ...row, title }), reported: ({ title }) => text(title) },
    flag: {
      of: ({ completed }) => completed, set: (row, completed) => ({ ...row, completed }), reported: ({ completed }) => completed === true,
      eventTypes: { on: "completed" }, newOn: "completed",
    },
  }),
];
