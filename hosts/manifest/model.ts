/** The manifest: every operation as plain data, for hosts that build forms, nodes, tools and pages from it. */
import { z } from "zod";

const Choice = z.strictObject({ label: z.string(), value: z.string() });

const Endpoint = z.strictObject({
  name: z.string().describe("Name in `endpoints`"),
  method: z.enum(["GET", "POST", "PUT", "DELETE"]),
  path: z.string().describe("With {placeholders}"),
  version: z.string().describe("Value of the Version header"),
  scope: z.string().optional().describe("OAuth scope; absent where HighLevel declares none"),
  reads: z.boolean().describe("Changes nothing, so that it may be repeated"),
  agencyOnly: z.boolean().describe("Takes the token of an agency only"),
  documentation: z.url(),
});

/** Where a field goes in a request. */
const Place = z.strictObject({
  in: z.enum(["path", "query", "body"]),
  name: z.string().describe("Name on the wire"),
  transform: z.string().optional().describe("How the value is brought into HighLevel's form, where it is not sent as it is"),
});

const Dropdown = z.strictObject({
  endpoints: z.array(z.string()).describe("What it is read from; empty where the choices are the same for every account"),
  dependsOn: z.array(z.string()).describe("Props of the operation whose values it needs"),
  searchable: z.boolean(),
  paged: z.boolean(),
});

const Field = z.strictObject({
  prop: z.string(),
  label: z.string(),
  description: z.string().describe("Markdown"),
  type: z.enum(["string", "string[]", "integer", "boolean", "object", "timer"]),
  required: z.boolean(),
  default: z.json().optional(),
  min: z.number().optional(),
  max: z.number().optional(),
  secret: z.literal(true).optional(),
  format: z.enum(["id", "email", "phone", "url", "date", "date-time", "time-zone", "html", "multiline", "money", "json", "color"]).optional()
    .describe("What the text, or each text of a list, is"),
  of: z.string().optional().describe("For the format `id`: what it identifies"),
  tier: z.enum(["main", "more", "advanced"]).describe("main: shown first; more: optional; advanced: for the few who need it"),
  choices: z.array(Choice).optional().describe("Fixed choices"),
  list: z.string().optional().describe("Fixed choices that are many or shared: name in `lists`"),
  dropdown: Dropdown.optional().describe("Choices that the account has"),
  example: z.json().optional().describe("What could be written into it; absent for plain words, and where it is chosen from a list"),
  open: z.boolean().optional().describe("Other values than the choices are taken, too"),
  places: z.array(Place).optional().describe("Where it goes, as far as it is sent as it is or transformed by itself"),
});

const Condition = z.strictObject({
  field: z.string(),
  is: z.array(z.union([z.string(), z.boolean()])).optional(),
  isNot: z.array(z.union([z.string(), z.boolean()])).optional(),
});

const Rule = z.strictObject({
  fields: z.array(z.string()),
  filled: z.enum(["any", "one", "at most one", "all or none", "none"]).describe("How many of the fields are filled in; a checkbox counts if it is on"),
  when: z.array(Condition).optional().describe("It applies where all of these hold: the field is filled in, or has one of the values, or none of them"),
  why: z.string().describe("The reason, in a sentence or two, for people"),
});

const Group = z.strictObject({
  name: z.string(),
  label: z.string(),
  rows: z.array(z.array(z.string())).describe("Props of each row; empty rows are left out"),
});

const Output = z.strictObject({
  from: z.enum(["api", "sample"]).describe("api: the record as HighLevel documents it, and what else the sample shows; sample: what the sample looks like, since nothing is documented"),
  schema: z.record(z.string(), z.json()).describe("JSON Schema of what it emits or returns"),
});

const common = {
  key: z.string(),
  slug: z.string(),
  name: z.string(),
  category: z.string(),
  version: z.string().describe("Version of the component"),
  file: z.string().describe("The built component, relative to dist/"),
  summary: z.string().describe("One plain sentence"),
  description: z.string().describe("Markdown, without the link"),
  documentation: z.url(),
  endpoints: z.array(z.string()).min(1).describe("Names in `endpoints`; the first is the one that the operation is for"),
  scopes: z.array(z.string()),
  token: z.enum(["sub-account", "agency", "either"]),
  fields: z.array(Field),
  rules: z.array(Rule).optional().describe("What fields have to do with each other; a form that breaks one is refused before anything is sent"),
  groups: z.array(Group).optional(),
  output: Output,
  sample: z.json().describe("Made up, in the shape that is really emitted or returned"),
};

const Action = z.strictObject({
  type: z.literal("action"),
  ...common,
  verb: z.string().describe("Create, Update, Create or Update, Delete, ..."),
  object: z.string().describe("What it is done to: Contact"),
  annotations: z.strictObject({ readOnly: z.boolean(), destructive: z.boolean(), idempotent: z.boolean() }),
  deletes: z.boolean().describe("What it removes cannot be had back"),
});

const Trigger = z.strictObject({
  type: z.literal("trigger"),
  ...common,
  title: z.string().describe("What happens: Contact created or updated"),
  resource: z.string().describe("What it watches: contact"),
  strategy: z.string(),
  eventTypes: z.array(z.strictObject({ value: z.string(), label: z.string(), default: z.boolean() })),
  resetOn: z.array(z.string()).describe("Props that start it over when they change"),
  cost: z.string().optional().describe("Requests a poll, where it is not what the strategy usually costs"),
  intervalSeconds: z.number().describe("Time between polls unless the user chooses another one"),
});

export const Manifest = z.strictObject({
  name: z.string(),
  version: z.string(),
  endpoints: z.array(Endpoint),
  operations: z.array(z.discriminatedUnion("type", [Action, Trigger])),
  lists: z.record(z.string(), z.array(Choice)),
});

export type Manifest = z.infer<typeof Manifest>;
export type ManifestOperation = Manifest["operations"][number];
export type ManifestEndpoint = z.infer<typeof Endpoint>;
export type ManifestField = z.infer<typeof Field>;
export type ManifestGroup = z.infer<typeof Group>;
export type ManifestOutput = z.infer<typeof Output>;
export type ManifestChoice = z.infer<typeof Choice>;

/** The manifest's own JSON Schema (draft 2020-12). */
export const manifestSchema = (): unknown => z.toJSONSchema(Manifest);
