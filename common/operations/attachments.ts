import { ConfigurationError } from "#platform";
import * as api from "../api/endpoints.ts";
import { DAY_MS } from "../core/durations.ts";
import { collect } from "../api/pagination/collect.ts";
import { plainText, readsTheSame } from "../core/text/plain-text.ts";
import { contactNotes } from "../resources/notes.ts";
import { contactTasks } from "../resources/tasks.ts";
import type { Endpoint, Fields } from "../core/types.ts";
import { recordId } from "../core/text/code.ts";
import { deadlineOf } from "../input/deadline.ts";
import { readDateTime } from "../input/fields.ts";
import type { Input } from "../input/fields.ts";
import { isEmpty, itemsOf, objectOf } from "../core/text/values.ts";

/** A note or task of the form, ready to be added to a contact. */
export interface Attachment {
  /** For people: "note 1", "task 2". */
  label: string;
  kind: "note" | "task";
  endpoint: Endpoint;
  body: Fields;
  /** By what it is recognized among the contact's own: the note's text, the task's title. */
  mark: unknown;
}

const TASK_FIELDS = ["title", "body", "dueDate", "assignedTo"];

function taskOf(item: unknown, label: string): Fields {
  const task = objectOf(item);
  if (task) return task;
  const text = String(item).trim();
  if (!text.startsWith("{")) return { title: text };
  throw new ConfigurationError(`${label}: this is not readable JSON. Write a title alone, or { "title": "Call back", "dueDate": "2026-12-01T09:00:00-05:00" }.`);
}

async function readTask(item: unknown, index: number, { app, props }: Input): Promise<Attachment> {
  const label = `Tasks, item ${index + 1}`;
  const { title, body, dueDate, assignedTo, ...rest } = taskOf(item, label);
  const unknown = Object.keys(rest)[0];
  if (unknown) throw new ConfigurationError(`${label}: "${unknown}" is not a field of a task. The fields are ${TASK_FIELDS.join(", ")}.`);
  if (!plainText(title)) throw new ConfigurationError(`${label}: the title is missing.`);
  const days = typeof props.taskDueInDays === "number" ? props.taskDueInDays : 1;
  const due = await readDateTime(app, props, dueDate, `${label}, dueDate`) ?? new Date(Date.now() + days * DAY_MS).toISOString();
  const user = isEmpty(assignedTo) ? props.taskAssignedTo : recordId(assignedTo, `${label}, assignedTo`, "Enter the ID instead.");
  return {
    label: `task ${index + 1}`,
    kind: "task",
    endpoint: api.createTask,
    body: { title, ...(!isEmpty(body) && { body }), dueDate: due, completed: false, ...(!isEmpty(user) && { assignedTo: user }) },
    mark: title,
  };
}

/**
 * The notes and tasks that the form wants on a new contact. A task is a title, or JSON with title, body, dueDate, assignedTo.
 * @throws ConfigurationError that names the item
 */
export async function readAttachments(input: Input): Promise<Attachment[]> {
  const notes = itemsOf(input.props.notes).map((text, index): Attachment => ({
    label: `note ${index + 1}`, kind: "note", endpoint: api.createNote, body: { body: String(text) }, mark: text,
  }));
  const tasks: Attachment[] = [];
  for (const [index, item] of itemsOf(input.props.tasks).entries()) tasks.push(await readTask(item, index, input));
  return [...notes, ...tasks];
}

/** What the contact has of a kind: of each the forms in which HighLevel gives its text. */
async function presentOf({ app, $ }: Input, contactId: string, kind: Attachment["kind"]): Promise<unknown[][]> {
  const call = { pathParams: { contactId }, deadline: deadlineOf($), $ };
  if (kind === "task") return (await collect(app, contactTasks, call)).map(({ title }) => [title]);
  return (await collect(app, contactNotes, call)).map(({ body, bodyText }) => [body, bodyText]);
}

/** Those that the contact does not have yet: of notes the text counts, of tasks the title, as a person reads it; repetitions are counted. */
export async function missingAttachments(input: Input, contactId: string, wanted: Attachment[]): Promise<Attachment[]> {
  const missing: Attachment[] = [];
  for (const kind of ["note", "task"] as const) {
    const ofKind = wanted.filter((attachment) => attachment.kind === kind);
    if (ofKind.length === 0) continue;
    const present = await presentOf(input, contactId, kind);
    for (const attachment of ofKind) {
      const at = present.findIndex((texts) => readsTheSame(attachment.mark, ...texts));
      if (at < 0) missing.push(attachment);
      else present.splice(at, 1);
    }
  }
  return missing;
}
