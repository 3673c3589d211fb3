import { emailAddress, phoneNumber } from "../input/checks.ts";
import { checked } from "../input/fields.ts";
import type { Field } from "../input/fields.ts";
import { ANYTHING, formOf } from "../input/choices.ts";
import { countries } from "./countries.ts";

const optionalText = (label: string, description: string) => ({ type: "string", label, description, optional: true });

/** Spread into an operation that writes a business: everything it can be given, except its name. */
export const businessFields = {
  phone: optionalText("Phone", "The phone number with the country code, such as +12025550143"),
  email: optionalText("Email", "The email address"),
  website: optionalText("Website", "The website"),
  address: optionalText("Street Address", "Street and number"),
  city: optionalText("City", "The city of the address"),
  state: optionalText("State", "The state or region of the address"),
  postalCode: optionalText("Postal Code", "The postal code of the address"),
  country: {
    ...optionalText("Country", "The country of the address. Choose one, or type it as you usually write it"),
    options: countries,
  },
  description: optionalText("Description", "What the company does, or a note about it"),
};

/** Its country is free text. */
export const businessForm = formOf({ name: { label: "Company Name" }, ...businessFields }, { open: { country: ANYTHING } });

/** What is sent for {@link businessFields}. */
export const businessBody: Field[] = [
  checked("phone", phoneNumber),
  checked("email", emailAddress),
  "website", "address", "city", "state", "postalCode", "country", "description",
];
