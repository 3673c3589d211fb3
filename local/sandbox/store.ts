import type { Clock } from "./clock.ts";
import { ContactStore } from "./contact-store.ts";
import type { Appointment, Business, Campaign, CustomField, Location, Note, Tag, Task, User, Workflow } from "./model.ts";
import type { BlockedSlot, Calendar, CalendarGroup } from "./models/calendars.ts";
import type { AppointmentNote, CalendarNotification, CalendarResource, Snapshot } from "./models/calendars-extras.ts";
import type { Company } from "./models/agencies.ts";
import type { LostReason, Pipeline } from "./models/opportunities.ts";
import { OpportunityStore } from "./opportunities/store.ts";
import { Messaging } from "./messaging.ts";
import type { Association, ObjectRecord, ObjectSchema, Relation } from "./models/associations.ts";
import type { Blog, BlogAuthor, BlogCategory, BlogPost } from "./models/blogs.ts";
import { Random } from "./random.ts";
import { Table } from "./table.ts";

/** All data of a sandbox, in memory. Tests may read and change it directly, bypassing the API's checks. */
export class Store {
  /** Whether the text of a note is stored as HTML, as by HighLevel's editor, whatever its format. */
  notesAsHtml = false;
  readonly random: Random;
  readonly contacts: ContactStore;
  readonly opportunities: OpportunityStore;
  readonly companies = new Table<Company>(({ id }) => id);
  readonly pipelines = new Table<Pipeline>(({ locationId }) => locationId);
  readonly lostReasons = new Table<LostReason>(({ locationId }) => locationId);
  readonly locations = new Table<Location>(({ companyId }) => companyId);
  readonly users = new Table<User>(({ companyId }) => companyId);
  readonly businesses = new Table<Business>(({ locationId }) => locationId);
  readonly tags = new Table<Tag>(({ locationId }) => locationId);
  readonly customFields = new Table<CustomField>(({ locationId }) => locationId);
  readonly campaigns = new Table<Campaign>(({ locationId }) => locationId);
  readonly workflows = new Table<Workflow>(({ locationId }) => locationId);
  readonly tasks = new Table<Task>(({ contactId }) => contactId);
  readonly notes = new Table<Note>(({ contactId }) => contactId);
  readonly appointments = new Table<Appointment>(({ contactId }) => contactId);
  readonly calendars = new Table<Calendar>(({ locationId }) => locationId);
  readonly calendarGroups = new Table<CalendarGroup>(({ locationId }) => locationId);
  readonly blockedSlots = new Table<BlockedSlot>(({ locationId }) => locationId);
  readonly appointmentNotes = new Table<AppointmentNote>(({ appointmentId }) => appointmentId);
  readonly calendarNotifications = new Table<CalendarNotification>(({ calendarId }) => calendarId);
  readonly calendarResources = new Table<CalendarResource>(({ locationId }) => locationId);
  readonly snapshots = new Table<Snapshot>(({ companyId }) => companyId);
  readonly messaging = new Messaging(this);
  readonly objectSchemas = new Table<ObjectSchema>(({ locationId }) => locationId);
  readonly objectRecords = new Table<ObjectRecord>(({ objectKey }) => objectKey);
  readonly associations = new Table<Association>(({ locationId }) => locationId);
  readonly relations = new Table<Relation>(({ locationId }) => locationId);
  readonly blogs = new Table<Blog>(({ locationId }) => locationId);
  readonly blogAuthors = new Table<BlogAuthor>(({ locationId }) => locationId);
  readonly blogCategories = new Table<BlogCategory>(({ locationId }) => locationId);
  readonly blogPosts = new Table<BlogPost>(({ locationId }) => locationId);

  /**
   * @param seed of the random numbers, including ids
   * @param indexLagMs how long after a write (ms) contact searches see it
   */
  constructor(readonly clock: Clock, seed: number, indexLagMs: number) {
    this.random = new Random(seed);
    this.contacts = new ContactStore(clock, this.random, indexLagMs);
    this.opportunities = new OpportunityStore(clock, this.random, indexLagMs);
  }

  /** Adds an appointment of a contact with the given times (ms) and returns it. */
  addAppointment(input: Pick<Appointment, "contactId" | "title" | "startTime"> & Partial<Appointment>): Appointment {
    const now = this.clock.now();
    return this.appointments.put({
      id: this.random.id(), locationId: this.contacts.get(input.contactId)?.locationId ?? "", calendarId: "SandboxCalendar00001", appointmentStatus: "confirmed",
      endTime: input.startTime + 30 * 60_000, dateAdded: now, dateUpdated: now, ...input,
    });
  }

  /**
   * Changes an appointment; sets `dateUpdated` to now unless given.
   * @throws Error if there is no such appointment
   */
  changeAppointment(id: string, changes: Partial<Appointment>): Appointment {
    const appointment = this.appointments.get(id);
    if (!appointment) throw new Error(`The sandbox has no appointment ${id} to change.`);
    return this.appointments.change(appointment, { dateUpdated: this.clock.now(), ...changes });
  }

  /** Adds new tags to the location's list. */
  learnTags(locationId: string, names: string[]): void {
    const known = new Set(this.tags.in(locationId).map(({ name }) => name));
    for (const name of names) {
      if (!known.has(name)) this.tags.put({ id: this.random.id(), locationId, name });
      known.add(name);
    }
  }
}
