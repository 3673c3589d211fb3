import { ConfigurationError } from "#platform";
import { objectField, phoneNumber, wholeNumber } from "../input/checks.ts";
import { checked } from "../input/fields.ts";
import type { Rule } from "../input/rules.ts";
import type { Field, FieldSpec } from "../input/fields.ts";
import { textsOf } from "../core/text/values.ts";
import { ANYTHING, formOf } from "../input/choices.ts";
import { code } from "../core/text/code.ts";
import { cut } from "../core/text/cut.ts";
import type { Fields } from "../core/types.ts";
import { userPermissions, userScopes } from "./user-rights.ts";

/** "campaignsReadOnly" → "Campaigns read only" */
function labelOf(permission: string): string {
  const words = permission.replace(/Enabled$/, "").replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  return words.charAt(0).toUpperCase() + words.slice(1);
}

const permissionOptions = userPermissions.map((value) => ({ label: labelOf(value), value }));

const languages = Object.entries({
  en_US: "English (US)", es: "Spanish", fr_CA: "French (Canada)", fr_FR: "French (France)", nl: "Dutch", de: "German",
  pt_PT: "Portuguese (Portugal)", pt_BR: "Portuguese (Brazil)", it: "Italian", sv: "Swedish", da: "Danish", fi: "Finnish", no: "Norwegian",
}).map(([value, label]) => ({ label, value }));

/** The kinds of user, and what they may do in general. */
export const userTypes = [
  { label: "Sub-account user", value: "account" },
  { label: "Agency user", value: "agency" },
];
export const userRoles = [
  { label: "Admin", value: "admin" },
  { label: "User", value: "user" },
];

/** Spread into an operation that writes a user: who it is. All must be filled in when a user is created; the email cannot be changed. */
export const userBasics = (optional: boolean) => ({
  firstName: {
    type: "string",
    label: "First Name",
    description: "The user's first name",
    optional,
  },
  lastName: {
    type: "string",
    label: "Last Name",
    description: "The user's last name",
    optional,
  },
  ...(!optional && {
    email: {
      type: "string",
      label: "Email",
      description: "The email address the user signs in with. It cannot be changed later",
    },
  }),
  password: {
    type: "string",
    label: "Password",
    description: "The password the user signs in with",
    secret: true,
    optional,
  },
  type: {
    type: "string",
    label: "Type",
    description: "An agency user, or a user of one or more sub-accounts",
    options: userTypes,
    optional,
  },
  role: {
    type: "string",
    label: "Role",
    description: "The role of the user: admins can change settings and manage other users",
    options: userRoles,
    optional,
  },
});

/** Spread into an operation that writes a user: everything that is optional when one is created. */
export const userFields = {
  phone: {
    type: "string",
    label: "Phone",
    description: "The user's phone number with the country code, such as +12025550143",
    optional: true,
  },
  permissionsGranted: {
    type: "string[]",
    label: "Permissions to Grant",
    description: "What the user may do. Permissions listed neither here nor in Permissions to Withhold keep HighLevel's default or their present setting",
    options: permissionOptions,
    optional: true,
  },
  permissionsWithheld: {
    type: "string[]",
    label: "Permissions to Withhold",
    description: "What the user may not do",
    options: permissionOptions,
    optional: true,
  },
  scopes: {
    type: "string[]",
    label: "Scopes",
    description: "The areas of HighLevel that the user can open; all other areas are closed. Leave it empty to keep them as they are",
    options: userScopes,
    optional: true,
  },
  scopesAssignedToOnly: {
    type: "string[]",
    label: "Scopes for Assigned Data Only",
    description: "Areas in which the user sees only what is assigned to them; all other areas lose this limit. Leave it empty to keep them as they are",
    options: userScopes,
    optional: true,
  },
  profilePhoto: {
    type: "string",
    label: "Profile Photo",
    description: "The link to a picture, such as https://example.com/maya.png",
    optional: true,
  },
  twilioPhone: {
    type: "object",
    label: "Inbound Twilio Numbers",
    description: "The number that rings for the user in each sub-account: the sub-account's Location ID on the left, the number on the right. Replaces all of the user's numbers. Example: `{ \"C2QujeCh8ZnC7al2InWR\": \"+12025550143\" }`",
    optional: true,
  },
  platformLanguage: {
    type: "string",
    label: "Platform Language",
    description: "The language in which the user sees HighLevel",
    options: languages,
    optional: true,
  },
};

/** The choices of both. HighLevel has more rights than its API description. */
export const userForm = formOf({ ...userBasics(true), ...userFields }, {
  open: { permissionsGranted: ANYTHING, permissionsWithheld: ANYTHING, scopes: ANYTHING, scopesAssignedToOnly: ANYTHING },
});

/** UTF-16 units of a name that the log shows. */
const MOST_SHOWN = 100;

/** Names of rights. HighLevel has more of them than its API description, so others are sent too, with a word in the log. */
function rights(value: unknown, documented: string[], label: string): string[] {
  const names = textsOf(value);
  const others = names.filter((name) => !documented.includes(name));
  if (others.length > 0) console.log(`${label}: HighLevel's API description does not list ${others.map((name) => `"${cut(name, MOST_SHOWN, "…")}"`).join(", ")}. Sent as written; if it has no effect, choose from the list.`);
  return names;
}

const permissions: FieldSpec = {
  name: "permissions",
  props: ["permissionsGranted", "permissionsWithheld"],
  read: ({ props }) => {
    const granted = rights(props.permissionsGranted, userPermissions, "Permissions to Grant");
    const withheld = rights(props.permissionsWithheld, userPermissions, "Permissions to Withhold");
    const both = granted.find((name) => withheld.includes(name));
    if (both) throw new ConfigurationError(`"${labelOf(both)}" stands in Permissions to Grant and in Permissions to Withhold. Take it out of one of them.`);
    const all: Fields = Object.fromEntries([...granted.map((name) => [name, true]), ...withheld.map((name) => [name, false])]);
    return Object.keys(all).length > 0 ? all : undefined;
  },
};

/** An empty list would close every area, so it is never sent, however the field was emptied. */
const scopeList = (prop: string, label: string): FieldSpec => ({
  name: prop,
  props: [prop],
  read: ({ props }) => {
    const names = rights(props[prop], userScopes, label);
    return names.length > 0 ? names : undefined;
  },
});

const twilioPhone: FieldSpec = {
  name: "twilioPhone",
  props: ["twilioPhone"],
  read: ({ props }) => {
    const numbers = Object.entries(objectField(props.twilioPhone, "Inbound Twilio Numbers"));
    if (numbers.length === 0) return undefined;
    return Object.fromEntries(numbers.map(([id, number]) => [code(id, "Inbound Twilio Numbers"), wholeNumber(number, `Inbound Twilio Numbers, ${id}`)]));
  },
};

/** What is sent for {@link userFields}. */
export const userBody: Field[] = [
  checked("phone", phoneNumber),
  permissions,
  scopeList("scopes", "Scopes"),
  scopeList("scopesAssignedToOnly", "Scopes for Assigned Data Only"),
  "profilePhoto", twilioPhone, "platformLanguage",
];

/** The sub-accounts of a new user; the connected one where none is named. */
export const locationsOfNewUser: FieldSpec = {
  name: "locationIds",
  props: ["locationIds", "locationId"],
  read: ({ app, props }) => {
    const ids = textsOf(props.locationIds);
    return ids.length > 0 ? ids : [app.locationId(props.locationId)];
  },
};

/** Agency tokens have to name the agency; what is known of it is sent, without asking for it. */
export const userCompany: FieldSpec = {
  name: "companyId",
  props: ["companyId"],
  read: ({ app, props }) => code(props.companyId || app.$auth.companyId || "", "Agency") || undefined,
};

/** The agency alone is no change. */
export const userChanges: Rule = {
  fields: ["firstName", "lastName", "password", "type", "role", "locationIds", ...Object.keys(userFields)], filled: "any", why: "There is nothing to change.",
};
