import type { Clock } from "./clock.ts";
import type { Contact } from "./model.ts";
import type { Random } from "./random.ts";
import { ContactIndex } from "./search/contact-index.ts";
import { Table } from "./table.ts";

/** A contact to insert; missing fields get defaults. Times are milliseconds since 1970. */
export type ContactInput = Partial<Contact> & { locationId: string };

/** When searches see a change (ms); by default after the sandbox's index lag. */
export interface Visibility {
  visibleAt?: number;
}

/**
 * The contacts of all locations: the records, visible at once, and the search index, which lags.
 * Records are immutable; each write creates a new version.
 */
export class ContactStore {
  private readonly table = new Table<Contact>(({ locationId }) => locationId);
  private readonly indexes = new Map<string, ContactIndex>();
  /** Ids by `<locationId> <email in lower case or phone>`, oldest first. */
  private readonly identities = new Map<string, string[]>();

  constructor(private readonly clock: Clock, private readonly random: Random, private readonly indexLagMs: number) {}

  get size(): number {
    return this.table.size;
  }

  /** The current version of a contact, or undefined. */
  get(id: string): Contact | undefined {
    return this.table.get(id);
  }

  /** The current versions of all contacts of a location, in the order they were added. */
  in(locationId: string): Contact[] {
    return this.table.in(locationId);
  }

  /** How many contacts a location has. */
  count(locationId: string): number {
    return this.table.count(locationId);
  }

  /**
   * Adds contacts with the given times, without checking for duplicates, and returns them.
   * `visibleAt` delays when searches see them, like the lag of the live index.
   */
  insert(inputs: ContactInput[], visibility: Visibility = {}): Contact[] {
    const now = this.clock.now();
    return inputs.map((input) => {
      const dateAdded = input.dateAdded ?? now;
      return this.put({
        id: input.id ?? this.random.id(), type: "lead", country: "US", dnd: false, tags: [], followers: [], customFields: [],
        additionalEmails: [], campaigns: [], workflows: [], dateUpdated: dateAdded, ...input, dateAdded,
      }, visibility);
    });
  }

  /**
   * Changes a contact; sets `dateUpdated` to now unless given. undefined removes a property.
   * @throws Error if there is no such contact
   */
  update(id: string, changes: Partial<Contact>, visibility: Visibility = {}): Contact {
    const contact = this.table.get(id);
    if (!contact) throw new Error(`The sandbox has no contact ${id} to update.`);
    return this.put({ ...contact, dateUpdated: this.clock.now(), ...changes }, visibility, contact);
  }

  /** Removes a contact; false if there was none. */
  delete(id: string, visibility: Visibility = {}): boolean {
    const contact = this.table.get(id);
    if (!contact) return false;
    this.identify(contact, undefined);
    this.indexOf(contact.locationId).publish(id, undefined, this.visibleAt(visibility));
    return this.table.delete(id);
  }

  /** The oldest contact of the location with this email (ignoring case), or undefined. */
  byEmail(locationId: string, email: string): Contact | undefined {
    return this.byIdentity(`${locationId} ${email.toLowerCase()}`);
  }

  /** The oldest contact of the location with this phone (E.164), or undefined. */
  byPhone(locationId: string, phone: string): Contact | undefined {
    return this.byIdentity(`${locationId} ${phone}`);
  }

  /** What searches of the location currently see. */
  search(locationId: string): ContactIndex {
    const index = this.indexOf(locationId);
    index.catchUp(this.clock.now());
    return index;
  }

  /** Sorts a location's contacts by both times in advance, before the first search. */
  warmUp(locationId: string): void {
    for (const field of ["dateAdded", "dateUpdated"] as const) this.search(locationId).sortedBy(field, (contact) => contact[field]).withValue();
  }

  private put(contact: Contact, visibility: Visibility, former?: Contact): Contact {
    this.identify(former, contact);
    this.indexOf(contact.locationId).publish(contact.id, contact, this.visibleAt(visibility));
    return this.table.put(contact);
  }

  private identify(former: Contact | undefined, current: Contact | undefined): void {
    const before = former ? identities(former) : [];
    const after = current ? identities(current) : [];
    for (const identity of before.filter((entry) => !after.includes(entry))) {
      const others = (this.identities.get(identity) ?? []).filter((id) => id !== former?.id);
      if (others.length > 0) this.identities.set(identity, others);
      else this.identities.delete(identity);
    }
    for (const identity of after.filter((entry) => !before.includes(entry))) {
      const ids = this.identities.get(identity);
      if (ids && current) ids.push(current.id);
      else if (current) this.identities.set(identity, [current.id]);
    }
  }

  private byIdentity(identity: string): Contact | undefined {
    const id = this.identities.get(identity)?.[0];
    return id === undefined ? undefined : this.table.get(id);
  }

  private indexOf(locationId: string): ContactIndex {
    let index = this.indexes.get(locationId);
    if (!index) this.indexes.set(locationId, (index = new ContactIndex()));
    return index;
  }

  private visibleAt({ visibleAt }: Visibility): number {
    return visibleAt ?? this.clock.now() + this.indexLagMs;
  }
}

function identities({ locationId, email, phone }: Contact): string[] {
  return [email?.toLowerCase(), phone].flatMap((identity) => (identity ? [`${locationId} ${identity}`] : []));
}
