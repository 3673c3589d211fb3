import type { Sandbox } from "../../../local/sandbox/index.ts";
import type { TriggerRows } from "../trigger-row.ts";

const USER = "SomeUser000000000001";
/** HighLevel looks at one calendar, user or group at a time. */
const oneCalendar = () => ({ userId: undefined, groupId: undefined });
const oneOthers = [{ calendarId: undefined, userId: USER }, { calendarId: undefined, groupId: "SandboxGroup00000001" }];
/** A missing appointment is asked for by its id. */
const disappears = ({ store }: Sandbox) => store.appointments.all().forEach(({ id }) => store.changeAppointment(id, { deleted: true }));

export default {
  "get-appointment": {},
  "get-calendar-by-id": {},
  "get-calendar-notification": {},
  "get-calendar-resource": {},
  "get-free-slots": { also: [{ userIds: [USER] }] },
  "list-appointment-notes": {},
  "list-blocked-slots": { props: oneCalendar, also: oneOthers },
  "list-calendar-events": { props: oneCalendar, also: oneOthers, change: disappears },
  "list-calendar-groups": {},
  "list-calendar-notifications": {},
  "list-calendar-resources": {},
  "list-calendars": {},
} satisfies TriggerRows;
