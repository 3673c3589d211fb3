import { emailAddress, phoneNumber, sentTimeZone } from "../input/checks.ts";
import { checked, date, list, locationId } from "../input/fields.ts";
import type { Field } from "../input/fields.ts";
import app from "../highlevel.app.ts";
import type { OptionsCall } from "../core/types.ts";
import { formOf } from "../input/choices.ts";
import { countries, countryCode, namesOf, OTHER_COUNTRY } from "./countries.ts";
import { customFieldSlots, customFieldsOfModel } from "./custom-fields.ts";
import { dndProps, dndSettings, inboundDndSettings } from "./dnd.ts";
import { dependsOn } from "../dropdowns/dropdown.ts";

const optionalText = (label: string, description: string) => ({ type: "string", label, description, optional: true });

const identity = {
  firstName: optionalText("First Name", "The contact's first name"),
  lastName: optionalText("Last Name", "The contact's last name"),
  name: optionalText("Full Name", "The full name, if you do not have first and last name separately"),
  email: optionalText("Email", "The contact's email address"),
  phone: optionalText("Phone", "The contact's phone number with the country code, such as +12025550143"),
};

const details = {
  address1: optionalText("Street Address", "Street and number"),
  city: optionalText("City", "The city of the address"),
  state: optionalText("State", "The state or region of the address"),
  postalCode: optionalText("Postal Code", "The postal code of the address"),
  country: {
    ...optionalText("Country", "The country of the address. Choose one, or type its two letters, such as US"),
    options: countries,
  },
  website: optionalText("Website", "The contact's website"),
  timezone: {
    ...optionalText("Time Zone", "The contact's time zone. Choose one, or type its name, such as America/New_York"),
    // A function, because loading the names takes time that a run does not need.
    options: ({ page }: OptionsCall) => (page ? [] : Intl.supportedValuesOf("timeZone")),
  },
  dateOfBirth: optionalText("Date of Birth", "The contact's birthday, such as 1990-09-25"),
  source: optionalText("Source", "Where the contact came from, such as `Website form`"),
  assignedTo: {
    propDefinition: [app, "userId", dependsOn("locationId")],
    label: "Owner",
    description: "The user the contact is assigned to. Choose one, or type an ID",
    optional: true,
  },
};

const further = {
  ...dndProps,
  ...customFieldSlots(app, "contact"),
};

/** Spread into an operation that changes a contact: everything a contact can be given, except its tags. */
export const contactFields = { ...identity, ...details, ...further };

/** The same for an operation that may create one; some fields can only be set then. */
export const newContactFields = {
  ...identity,
  companyName: optionalText("Company Name", "The company the contact works for"),
  gender: optionalText("Gender", "The contact's gender, such as female or male"),
  ...details,
  ...further,
};

/** The choices of both. */
export const contactForm = formOf(newContactFields, { open: { country: OTHER_COUNTRY }, also: { country: namesOf(countries) } });

/** What is sent for {@link contactFields} and the tags. */
export const contactBody: Field[] = [
  "firstName", "lastName", "name",
  checked("email", emailAddress),
  checked("phone", phoneNumber),
  "address1", "city", "state", "postalCode",
  checked("country", countryCode),
  "website",
  checked("timezone", sentTimeZone),
  date("dateOfBirth"),
  "source", "assignedTo",
  list("tags"),
  "dnd", dndSettings, inboundDndSettings,
  customFieldsOfModel("contact"),
];

/** What is sent for {@link newContactFields} and the tags. */
export const newContactBody: Field[] = [locationId, ...contactBody, "companyName", "gender"];

const CLEARABLE = ["firstName", "lastName", "name", "email", "phone", "address1", "city", "state", "website", "timezone", "dateOfBirth", "source", "assignedTo"] as const;

/** The fields of a contact that HighLevel can empty, as choices. */
export const clearableContactFields = [
  ...CLEARABLE.map((name) => ({ label: contactFields[name].label, value: name as string })),
  { label: "Tags", value: "tags" },
];
