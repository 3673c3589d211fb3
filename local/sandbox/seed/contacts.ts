import type { ContactInput } from "../contact-store.ts";
import type { Business, Contact, CustomField, User } from "../model.ts";
import type { Random } from "../random.ts";
import { CITIES, FIRST_NAMES, LAST_NAMES, SOURCES, STREETS, TAGS } from "./names.ts";

/** Records that generated contacts are linked to. */
export interface Surroundings {
  locationId: string;
  users: User[];
  businesses: Business[];
  fields: CustomField[];
}

/** The n-th number reserved for fiction (555-0100 to 555-0199 in each area code); undefined when they run out. */
export function fictionalPhone(n: number): string | undefined {
  const areaCode = 201 + Math.floor(n / 100);
  return areaCode > 989 ? undefined : `+1${areaCode}55501${String(n % 100).padStart(2, "0")}`;
}

/**
 * Generates a contact.
 * @param n its number, which makes its email address and phone number unique
 * @param dateAdded milliseconds since 1970
 */
export function inventContact(random: Random, { locationId, users, businesses, fields }: Surroundings, n: number, dateAdded: number, now: number): ContactInput {
  const firstName = random.pick(FIRST_NAMES);
  const lastName = random.pick(LAST_NAMES);
  const [city, state, postalCode] = random.pick(CITIES);
  const business = random.chance(0.4) ? random.pick(businesses) : undefined;
  const noMail = random.chance(0.08);
  return {
    locationId, firstName, lastName, city, state, postalCode, dateAdded,
    type: random.chance(0.7) ? "lead" : "customer",
    email: noMail ? undefined : `${firstName}.${lastName}.${n}@example.com`.toLowerCase(),
    phone: noMail || random.chance(0.7) ? fictionalPhone(n) : undefined,
    address1: `${1 + random.below(400)} ${random.pick(STREETS)}`,
    companyName: business?.name,
    businessId: business?.id,
    businessName: business?.name,
    source: random.pick(SOURCES),
    timezone: random.chance(0.3) ? "America/New_York" : undefined,
    assignedTo: random.chance(0.5) ? random.pick(users).id : undefined,
    followers: random.chance(0.2) ? [random.pick(users).id] : [],
    dateOfBirth: random.chance(0.3) ? `${1950 + random.below(55)}-${pad(1 + random.below(12))}-${pad(1 + random.below(28))}` : undefined,
    dnd: random.chance(0.05),
    tags: [...new Set([random.pick(TAGS), random.pick(TAGS)])].slice(random.below(2)),
    customFields: random.chance(0.5) ? fields.slice(random.below(fields.length)).flatMap((field) => inventValue(random, field)) : [],
    dateUpdated: dateAdded + Math.floor(random.next() * (now - dateAdded)),
  };
}

const pad = (n: number): string => String(n).padStart(2, "0");

function inventValue(random: Random, { id, dataType, picklistOptions = [] }: CustomField): Contact["customFields"] {
  const options = picklistOptions.filter((option): option is string => typeof option === "string");
  switch (dataType) {
    case "NUMERICAL": return [{ id, value: 1 + random.below(10) }];
    case "MONETORY": return [{ id, value: 100 * (1 + random.below(90)) }];
    case "SINGLE_OPTIONS":
    case "RADIO": return [{ id, value: random.pick(options) }];
    case "CHECKBOX":
    case "MULTIPLE_OPTIONS": return [{ id, value: [random.pick(options)] }];
    case "DATE": return [{ id, value: `2027-${pad(1 + random.below(12))}-${pad(1 + random.below(28))}` }];
    default: return [];
  }
}
