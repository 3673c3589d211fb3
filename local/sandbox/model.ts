/** The sandbox's records. Times are milliseconds since 1970; responses convert them to HighLevel's formats. */
import type { LocationExtras, UserRights } from "./models/agencies.ts";

export type Channel = "Call" | "Email" | "SMS" | "WhatsApp" | "GMB" | "FB";
export type DndSettings = Partial<Record<Channel, { status: string; message?: string; code?: string }>>;

export interface Contact {
  id: string;
  locationId: string;
  type: string;
  firstName?: string;
  lastName?: string;
  email?: string;
  /** E.164 */
  phone?: string;
  companyName?: string;
  address1?: string;
  city?: string;
  state?: string;
  country: string;
  postalCode?: string;
  website?: string;
  timezone?: string;
  source?: string;
  gender?: string;
  /** YYYY-MM-DD */
  dateOfBirth?: string;
  assignedTo?: string;
  businessId?: string;
  /** The name of the business, copied when the contact is linked to it. */
  businessName?: string;
  dnd: boolean;
  dndSettings?: DndSettings;
  inboundDndSettings?: { all?: { status: string; message?: string } };
  tags: string[];
  followers: string[];
  customFields: { id: string; value: unknown }[];
  additionalEmails: string[];
  campaigns: string[];
  workflows: string[];
  dateAdded: number;
  dateUpdated: number;
}

export interface Task {
  id: string;
  contactId: string;
  title: string;
  body?: string;
  assignedTo?: string;
  dueDate: number;
  completed: boolean;
  dateAdded: number;
}

export interface Note {
  id: string;
  contactId: string;
  body: string;
  title?: string;
  color?: string;
  pinned: boolean;
  userId?: string;
  dateAdded: number;
}

export interface Appointment {
  id: string;
  locationId: string;
  contactId: string;
  calendarId: string;
  title: string;
  appointmentStatus: string;
  assignedUserId?: string;
  /** Further team members that take part. */
  users?: string[];
  address?: string;
  notes?: string;
  description?: string;
  meetingLocationType?: string;
  rrule?: string;
  /** Deleted appointments can still be read by id. */
  deleted?: boolean;
  startTime: number;
  endTime: number;
  dateAdded: number;
  dateUpdated: number;
}

export interface Business {
  id: string;
  locationId: string;
  name: string;
  phone?: string;
  email?: string;
  website?: string;
  address?: string;
  city?: string;
  state?: string;
  postalCode?: string;
  country?: string;
  description?: string;
  createdAt: number;
  updatedAt: number;
}

export interface User extends UserRights {
  id: string;
  companyId: string;
  firstName: string;
  lastName: string;
  email: string;
  phone?: string;
  type: "agency" | "account";
  role: "admin" | "user";
  locationIds: string[];
  dateAdded: number;
}

export interface Location extends LocationExtras {
  id: string;
  companyId: string;
  name: string;
  address: string;
  city: string;
  state: string;
  country: string;
  postalCode: string;
  website: string;
  timezone: string;
  firstName: string;
  lastName: string;
  email: string;
  phone: string;
  allowDuplicateContact: boolean;
  dateAdded: number;
}

export interface Tag {
  id: string;
  locationId: string;
  name: string;
}

export interface CustomField {
  id: string;
  locationId: string;
  model: "contact" | "opportunity";
  name: string;
  fieldKey: string;
  placeholder: string;
  dataType: string;
  position: number;
  /** Strings; for a TEXTBOX_LIST, objects with id and label. */
  picklistOptions?: (string | { id: string; label: string; prefillValue: string })[];
  isAllowedCustomOption?: boolean;
  isMultiFileAllowed?: boolean;
  maxFileLimit?: number;
  acceptedFormat?: string[];
  dateAdded: number;
}

export interface Campaign {
  id: string;
  locationId: string;
  name: string;
  status: "draft" | "published";
}

export interface Workflow extends Campaign {
  version: number;
  createdAt: number;
  updatedAt: number;
}
