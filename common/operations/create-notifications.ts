import { ConfigurationError } from "#platform";
import * as api from "../api/endpoints.ts";
import { notificationBody, notificationForm, notificationRules } from "../forms/notification-fields.ts";
import { notificationsIn, notifications } from "../resources/calendar-notifications.ts";
import { chosen } from "../input/choices.ts";
import { cleaned } from "../input/form.ts";
import type { Fields } from "../core/types.ts";
import { deadlineOf } from "../input/deadline.ts";
import { fieldSpec, readFields, required } from "../input/fields.ts";
import type { Input } from "../input/fields.ts";
import { checkRules } from "../input/rules.ts";
import { reasonOf } from "../api/http/errors.ts";
import { idOf } from "./summary.ts";
import { isEmpty, itemsOf, objectOf } from "../core/text/values.ts";

const REQUIRED = ["receiverType", "channel", "notificationType"];
const NAMES = notificationBody.map((field) => fieldSpec(field).name);
const BODY = notificationBody.map((field) => (REQUIRED.includes(fieldSpec(field).name) ? required(field) : field));

/** Fields that HighLevel's answers have beside those of the form, as far as they say nothing that would be lost. */
const isAnswered = (name: string, value: unknown) => ["_id", "calendarId", "deleted", "traceId", "_event"].includes(name) || isEmpty(value);

async function readOne(input: Input): Promise<Fields> {
  const body = await readFields(BODY, input);
  checkRules(notificationRules, body, notificationForm);
  return body;
}

function fieldsOf(item: unknown): Fields {
  const found = objectOf(item);
  if (found) return { ...found, ...cleaned(found), ...chosen(found, notificationForm) };
  throw new ConfigurationError("this is not a JSON object. Write it like { \"receiverType\": \"contact\", \"channel\": \"sms\", \"notificationType\": \"reminder\", \"beforeTime\": [\"1 hours\"] }.");
}

/** A notification that is not written with the form's fields, but as an object; it is read like the form. */
async function readFurther(input: Input, item: unknown, label: string): Promise<Fields> {
  try {
    const props = Object.fromEntries(Object.entries(fieldsOf(item)).filter(([name, value]) => NAMES.includes(name) || !isAnswered(name, value)));
    const unknown = Object.keys(props).find((name) => !NAMES.includes(name));
    if (unknown) throw new ConfigurationError(`"${unknown}" is not a field of a notification. The fields are ${NAMES.join(", ")}.`);
    return await readOne({ ...input, props: { ...props, app: input.app } });
  } catch (error) {
    throw new ConfigurationError(`${label}: ${reasonOf(error)}`);
  }
}

/**
 * Creates the notification of the form and those in More Notifications with one call, whose body is a list.
 * @returns the new notifications
 */
export async function createNotifications(input: Input): Promise<Fields[]> {
  const { app, props, $ } = input;
  const { calendarId } = await readFields([required("calendarId")], input);
  const body = [await readOne(input)];
  for (const [index, item] of itemsOf(props.moreNotifications).entries()) {
    body.push(await readFurther(input, item, `More Notifications, item ${index + 1}`));
  }
  const answer = await app.request({ ...api.createEventNotification, pathParams: { calendarId }, body, deadline: deadlineOf($), $ });
  const created = notificationsIn(answer) ?? [answer];
  const [first] = created;
  $.export("$summary", body.length === 1 && first
    ? `Created notification "${notifications.label({ ...body[0], ...first })}" (${idOf(first)})`
    : `Created ${body.length} notifications of calendar ${calendarId}`);
  return created;
}
