import { ConfigurationError } from "#platform";
import { emailAddress, objectField, phoneNumber, sentTimeZone } from "../input/checks.ts";
import { checked, isEmpty, readFields, renamed } from "../input/fields.ts";
import type { Field, FieldSpec } from "../input/fields.ts";
import app from "../highlevel.app.ts";
import { formOf } from "../input/choices.ts";
import { bareLink } from "../core/text/links.ts";
import type { OptionsCall } from "../core/types.ts";
import { countries, namesOf } from "./countries.ts";
import { dependsOn } from "../dropdowns/dropdown.ts";

const optionalText = (label: string, description: string) => ({ type: "string", label, description, optional: true });
const optionalSwitch = (label: string, description: string) => ({ type: "boolean", label, description, optional: true });
const optionalSecret = (label: string, description: string) => ({ ...optionalText(label, description), secret: true });

/** Countries of today that HighLevel does not know, and two that only it knows. */
const UNKNOWN = ["BL", "BQ", "CW", "SS"];
const OWN = [{ label: "Kosovo (XK)", value: "XK" }, { label: "Netherlands Antilles (AN)", value: "AN" }];
const locationCountries = [...countries.filter(({ value }) => !UNKNOWN.includes(value)), ...OWN];

const SOCIAL = ["facebookUrl", "googlePlus", "linkedIn", "foursquare", "twitter", "yelp", "instagram", "youtube", "pinterest", "blogRss", "googlePlacesId"];

/** Spread into an operation: everything a sub-account can be given, except its name. */
export const locationFields = {
  phone: optionalText("Business Phone", "The phone number with the country code, such as +12025550143"),
  address: optionalText("Street Address", "Street and number"),
  city: optionalText("City", "The city of the address"),
  state: optionalText("State", "The state or region of the address"),
  postalCode: optionalText("Postal Code", "The postal code of the address"),
  country: {
    ...optionalText("Country", "The country of the address. Choose one, or type its two letters, such as US"),
    options: locationCountries,
  },
  website: optionalText("Business Website", "The website"),
  timezone: {
    ...optionalText("Time Zone", "The time zone of the sub-account. Choose one, or type its name, such as America/New_York"),
    // A function, because loading the names takes time that a run does not need.
    options: ({ page }: OptionsCall) => (page ? [] : Intl.supportedValuesOf("timeZone")),
  },
  prospectFirstName: optionalText("Prospect: First Name", "The first name of the person who will use the sub-account. Fill in all three fields of the prospect, or none"),
  prospectLastName: optionalText("Prospect: Last Name", "The last name of that person"),
  prospectEmail: optionalText("Prospect: Email", "The email address of that person"),
  allowDuplicateContact: optionalSwitch("Allow Duplicate Contacts", "Allow several contacts with the same email or phone"),
  allowDuplicateOpportunity: optionalSwitch("Allow Duplicate Opportunities", "Allow several opportunities for a contact in the same pipeline"),
  allowFacebookNameMerge: optionalSwitch("Merge Facebook Contacts by Name", "Merge contacts from Facebook with contacts of the same name"),
  disableContactTimezone: optionalSwitch("Disable Contact Time Zone", "Ignore the time zones of contacts"),
  social: {
    type: "object",
    label: "Social Media",
    description: `Links to the business's profiles. On the left: ${SOCIAL.join(", ")}. On the right: the link. Example: \`{ "facebookUrl": "https://facebook.com/harboryoga", "instagram": "https://instagram.com/harboryoga" }\``,
    optional: true,
  },
  twilioSid: optionalText("Twilio SID", "The Twilio account to use. Fill in the auth token too"),
  twilioAuthToken: optionalSecret("Twilio Auth Token", "The auth token of that Twilio account"),
  mailgunApiKey: optionalSecret("Mailgun API Key", "The key of the Mailgun account to use. Fill in the domain too"),
  mailgunDomain: optionalText("Mailgun Domain", "The domain in Mailgun, such as mg.example.com"),
  snapshotId: {
    propDefinition: [app, "snapshotId", dependsOn("companyId")],
    description: "A snapshot of the agency to load into the sub-account. Choose one, or type an ID",
    optional: true,
  },
};

/** Unlike a contact's country, this one is an enumeration of the API: others are refused. */
export const locationForm = formOf({ name: { label: "Business Name" }, ...locationFields }, { also: { country: namesOf(locationCountries) } });

type Named = Exclude<keyof typeof locationFields, "snapshotId">;

/** An object of the body from props of its own: all of them, or none. */
function whole(name: string, label: string, fields: FieldSpec[]): FieldSpec {
  const props = fields.flatMap((field) => field.props) as Named[]; // the calls below name props of the form
  return {
    name,
    props,
    rules: [{ fields: props, filled: "all or none", why: `HighLevel only takes ${label} if it is complete.` }],
    read: async (input) => (props.every((prop) => isEmpty(input.props[prop])) ? undefined : readFields(fields, input)),
  };
}

const SETTINGS = ["allowDuplicateContact", "allowDuplicateOpportunity", "allowFacebookNameMerge", "disableContactTimezone"];

const settings: FieldSpec = {
  name: "settings",
  props: SETTINGS,
  read: ({ props }) => {
    const chosen = SETTINGS.filter((name) => !isEmpty(props[name]));
    return chosen.length > 0 ? Object.fromEntries(chosen.map((name) => [name, props[name]])) : undefined;
  },
};

const social: FieldSpec = {
  name: "social",
  props: ["social"],
  read: ({ props }) => {
    const links = Object.entries(objectField(props.social, "Social Media"));
    const unknown = links.find(([name]) => !SOCIAL.includes(name));
    if (unknown) throw new ConfigurationError(`Social Media: HighLevel knows no "${unknown[0]}". It knows ${SOCIAL.join(", ")}.`);
    return links.length > 0 ? Object.fromEntries(links.map(([name, link]) => [name, typeof link === "string" ? bareLink(link) : link])) : undefined;
  },
};

/** What is sent for {@link locationFields}. */
export const locationBody: Field[] = [
  checked("phone", phoneNumber),
  "address", "city", "state", "postalCode",
  "country",
  "website",
  checked("timezone", sentTimeZone),
  whole("prospectInfo", "the prospect", [
    renamed("firstName", "prospectFirstName"), renamed("lastName", "prospectLastName"), checked("prospectEmail", emailAddress, "email"),
  ]),
  settings, social,
  whole("twilio", "the Twilio account", [renamed("sid", "twilioSid"), renamed("authToken", "twilioAuthToken")]),
  whole("mailgun", "the Mailgun account", [renamed("apiKey", "mailgunApiKey"), renamed("domain", "mailgunDomain")]),
  "snapshotId",
];
