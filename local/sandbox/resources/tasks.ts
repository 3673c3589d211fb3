import { iso, readMs } from "../clock.ts";
import { requireUsers } from "../contact-input.ts";
import { notFound, unprocessable } from "../errors.ts";
import type { Task } from "../model.ts";
import { compact, contactOf, handle, param, slice } from "../resource.ts";
import type { Call, Resource } from "../resource.ts";
import { SUCCEEDED } from "./contacts.ts";

interface TaskBody {
  title?: string;
  body?: string;
  dueDate?: string;
  completed?: boolean;
  assignedTo?: string;
}
interface TaskSearch {
  contactId?: string[];
  completed?: boolean;
  assignedTo?: string[];
  query?: string;
  limit?: number;
  skip?: number;
  businessId?: string;
}

/** Tasks of a contact, and the search of a location's tasks. They do not change the contact's dateUpdated. */
export const tasks: Resource = {
  "GET /contacts/{contactId}/tasks": (call) => ({ tasks: call.store.tasks.in(contactOf(call).id).map(shape) }),

  "GET /contacts/{contactId}/tasks/{taskId}": (call) => ({ task: shape(taskOf(call)) }),

  "POST /contacts/{contactId}/tasks": handle<TaskBody & Pick<Task, "title" | "completed"> & { dueDate: string }>((call) => {
    const { store, clock, body } = call;
    const { id: contactId } = contactOf(call);
    const task = { ...changes(call), dueDate: readDueDate(body.dueDate), title: body.title, completed: body.completed };
    return { task: shape(store.tasks.put({ id: store.random.id(), contactId, dateAdded: clock.now(), ...task })) };
  }),

  "PUT /contacts/{contactId}/tasks/{taskId}": handle<TaskBody>((call) => ({ task: shape(call.store.tasks.change(taskOf(call), changes(call))) })),

  "PUT /contacts/{contactId}/tasks/{taskId}/completed": handle<TaskBody>((call) => ({ task: shape(call.store.tasks.change(taskOf(call), changes(call))) })),

  "DELETE /contacts/{contactId}/tasks/{taskId}": (call) => {
    call.store.tasks.delete(taskOf(call).id);
    return SUCCEEDED;
  },

  "POST /locations/{locationId}/tasks/search": handle<TaskSearch>((call) => {
    const { store, body } = call;
    const { contactId, completed, assignedTo, businessId, query = "", limit = 25, skip = 0 } = body;
    const found = store.contacts.in(param(call, "locationId"))
      .filter((contact) => (!contactId || contactId.includes(contact.id)) && (!businessId || contact.businessId === businessId))
      .flatMap((contact) => store.tasks.in(contact.id))
      .filter((task) => (completed === undefined || task.completed === completed) && (!assignedTo || assignedTo.includes(task.assignedTo ?? "")))
      .filter(({ title }) => title.toLowerCase().includes(query.toLowerCase()))
      .sort((a, b) => b.dateAdded - a.dateAdded);
    return { tasks: slice(found, skip, limit).map(shape) };
  }),
};

function shape({ dateAdded: _, dueDate, ...task }: Task): Record<string, unknown> {
  return compact({ ...task, dueDate: iso(dueDate) });
}

function taskOf(call: Call): Task {
  const { id: contactId } = contactOf(call);
  const task = call.store.tasks.get(param(call, "taskId"));
  if (task?.contactId !== contactId) throw notFound(`Task with id ${param(call, "taskId")} not found`);
  return task;
}

function changes({ store, body }: Call<TaskBody>): Partial<Task> {
  const { dueDate, ...rest } = body;
  if (rest.assignedTo) requireUsers(store, [rest.assignedTo]);
  return { ...rest, ...(dueDate !== undefined && { dueDate: readDueDate(dueDate) }) };
}

function readDueDate(text: string): number {
  const time = readMs(text);
  if (Number.isNaN(time)) throw unprocessable(["dueDate must be a valid ISO 8601 date string"]);
  return time;
}
