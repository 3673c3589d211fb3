/** Notes of appointments, notifications of calendars, rooms and equipment, snapshots. Times in ms since 1970. */

export interface AppointmentNote {
  id: string;
  appointmentId: string;
  contactId: string;
  body: string;
  userId?: string;
  dateAdded: number;
}

export interface TimeOffset { timeOffset?: number; unit?: string }

export interface CalendarNotification {
  id: string;
  calendarId: string;
  receiverType: string;
  channel: string;
  notificationType: string;
  isActive: boolean;
  deleted: boolean;
  templateId?: string;
  body?: string;
  subject?: string;
  afterTime?: TimeOffset[];
  beforeTime?: TimeOffset[];
  additionalEmailIds?: string[];
  additionalPhoneNumbers?: string[];
  selectedUsers?: string[];
  fromAddress?: string;
  fromName?: string;
  fromNumber?: string;
}

export interface CalendarResource {
  id: string;
  locationId: string;
  resourceType: string;
  name: string;
  description: string;
  isActive: boolean;
  quantity: number;
  outOfService: number;
  capacity: number;
  calendarIds: string[];
}

export interface Snapshot {
  id: string;
  companyId: string;
  name: string;
  type: "own" | "imported";
}
