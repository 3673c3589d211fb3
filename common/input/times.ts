import { ConfigurationError } from "#platform";
import { timeZoneName } from "./checks.ts";
import { isoOfEpoch } from "./emitted-times.ts";
import { required } from "./fields.ts";
import type { FieldSpec, Input } from "./fields.ts";
import { labelIn } from "./form.ts";
import { isEmpty } from "../core/text/values.ts";
import * as api from "../api/endpoints.ts";
import { isoWithOffset, isZoneless, momentOf, toMs } from "../core/time.ts";

const asked = new WeakMap<object, Promise<string>>();

/** The form's Time Zone, else the sub-account's, which is asked for once a run. */
export async function zoneOf({ app, props }: Input): Promise<string> {
  if (!isEmpty(props.timeZone)) return timeZoneName(props.timeZone, "Time Zone");
  const zone = asked.get(props) ?? app.timeZone(props.locationId);
  asked.set(props, zone);
  return zone;
}

/** {@link zoneOf} for a value that has no offset. */
const zoneFor = async (input: Input, value: unknown) => (isZoneless(String(value)) ? zoneOf(input) : undefined);

/**
 * A date and time, sent with offset. One without it is taken in the time zone of the form's prop `timeZone`, or else of the sub-account.
 */
export function timeOf(prop: string): FieldSpec {
  return {
    name: prop,
    props: [prop, "timeZone"],
    calls: [api.getLocation],
    read: async (input) => {
      const value = input.props[prop];
      if (isEmpty(value)) return undefined;
      return isoOfEpoch(value) ?? isoWithOffset(value, labelIn(input.form, prop), await zoneFor(input, value));
    },
  };
}

export const startTime = timeOf("startTime");

/** The end of what begins at {@link startTime}; it has to lie behind it. */
export const endTime: FieldSpec = {
  ...timeOf("endTime"),
  read: async (input) => {
    const [start, end] = [await startTime.read(input), await timeOf("endTime").read(input)];
    if (start === undefined || end === undefined || toMs(end)! > toMs(start)!) return end; // both are times by now
    throw new ConfigurationError(`End Time (${String(end)}) must lie after Start Time (${String(start)}).`);
  },
};

async function momentIn(input: Input, prop: string, isLast: boolean): Promise<number | undefined> {
  const value = input.props[prop];
  if (isEmpty(value)) return undefined;
  return momentOf(isoOfEpoch(value) ?? value, labelIn(input.form, prop), isLast, await zoneFor(input, value));
}

/**
 * The span from the prop `startTime` to the prop `endTime`, sent as epoch ms. A date alone is the whole day.
 * @param names of the two on the wire
 */
export function spanFields(names: { from: string; to: string }): FieldSpec[] {
  const moment = { transform: "epochMs", calls: [api.getLocation] };
  const from: FieldSpec = { ...moment, name: names.from, props: ["startTime"], read: (input) => momentIn(input, "startTime", false) };
  const to: FieldSpec = {
    ...moment,
    name: names.to,
    props: ["endTime"],
    read: async (input) => {
      const [start, end] = [await momentIn(input, "startTime", false), await momentIn(input, "endTime", true)];
      if (start === undefined || end === undefined || end > start) return end;
      const [first, last] = [labelIn(input.form, "startTime"), labelIn(input.form, "endTime")];
      throw new ConfigurationError(`${last} (${String(input.props.endTime)}) must lie after ${first} (${String(input.props.startTime)}).`);
    },
  };
  return [required(from), required(to)];
}
