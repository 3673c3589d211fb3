/** What dropdowns share: the calls that fill them, and how they show records. */
import type { App, Fields, Option, OptionsCall } from "../core/types.ts";

export const byLocation = (app: App, { locationId }: OptionsCall) => ({ query: { locationId: app.locationId(locationId) } });
export const inLocation = (app: App, { locationId }: OptionsCall) => ({ pathParams: { locationId: app.locationId(locationId) } });
export const ofContact = (_: App, { contactId }: OptionsCall) => ({ pathParams: { contactId } });
/** For searches that take the typed text in their body. */
export const bySearch = (app: App, { locationId, query }: OptionsCall) => ({ body: { locationId: app.locationId(locationId), ...(query && { query }) } });

export const named = ({ id, name }: Fields): Option => ({ label: String(name ?? id), value: String(id) });

/** "2026-01-20 14:00", in the time zone HighLevel wrote it in. */
export const minuteOf = (time: unknown): string => String(time ?? "").slice(0, 16).replace("T", " ");

/** The options whose label contains the typed text. */
export function matching(options: Option[], query: unknown): Option[] {
  const text = String(query ?? "").trim().toLowerCase();
  return options.filter(({ label }) => label.toLowerCase().includes(text));
}
