/** The sandbox's calendars. Times are milliseconds since 1970. */

export interface CalendarGroup {
  id: string;
  locationId: string;
  name: string;
  description: string;
  slug: string;
  isActive: boolean;
}

export type CalendarType = "round_robin" | "event" | "class_booking" | "collective" | "service_booking" | "personal";

/** A span of a day, in the location's time zone. */
export interface Hour {
  openHour: number;
  openMinute: number;
  closeHour: number;
  closeMinute: number;
}

/** Opening hours for days of the week; 0 is Sunday. */
export interface OpenHour {
  daysOfTheWeek: number[];
  hours: Hour[];
}

/** Opening hours for one date (`YYYY-MM-DDT00:00:00.000Z`, but in the location's time zone). */
export interface Availability {
  id?: string;
  date: string;
  hours: Hour[];
  deleted?: boolean;
}

export interface MeetingPlace {
  kind: string;
  location?: string;
  meetingId?: string;
}

export interface TeamMember {
  userId: string;
  priority?: number;
  isPrimary?: boolean;
  locationConfigurations?: MeetingPlace[];
}

/** The settings the sandbox uses; others are stored and returned unchanged. */
export interface Calendar {
  id: string;
  locationId: string;
  name: string;
  calendarType: CalendarType;
  isActive: boolean;
  groupId?: string;
  slug?: string;
  teamMembers: TeamMember[];
  locationConfigurations?: MeetingPlace[];
  slotDuration: number;
  slotDurationUnit?: string;
  slotInterval: number;
  slotIntervalUnit?: string;
  slotBuffer?: number;
  slotBufferUnit?: string;
  preBuffer?: number;
  preBufferUnit?: string;
  appoinmentPerSlot: number;
  appoinmentPerDay?: number;
  allowBookingAfter?: number;
  allowBookingAfterUnit?: string;
  allowBookingFor?: number;
  allowBookingForUnit?: string;
  openHours: OpenHour[];
  /** 0: opening hours only, 1: availabilities only; else both. */
  availabilityType?: number | null;
  availabilities?: Availability[];
  autoConfirm: boolean;
  eventTitle?: string;
  eventColor?: string;
  widgetType?: string;
  formSubmitType?: string;
  enableRecurring?: boolean;
  googleInvitationEmails?: boolean;
  allowReschedule?: boolean;
  allowCancellation?: boolean;
}

/** Time when a calendar or a user is unavailable. */
export interface BlockedSlot {
  id: string;
  locationId: string;
  title: string;
  calendarId?: string;
  assignedUserId?: string;
  startTime: number;
  endTime: number;
  deleted: boolean;
  dateAdded: number;
  dateUpdated: number;
}
