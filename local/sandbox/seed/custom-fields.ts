import type { CustomField } from "../model.ts";
import type { Random } from "../random.ts";

type Draft = Pick<CustomField, "name" | "dataType"> & Partial<CustomField>;

/** A contact field of every data type, and two opportunity fields. */
const DRAFTS: Draft[] = [
  { name: "Preferred name", dataType: "TEXT" },
  { name: "Background", dataType: "LARGE_TEXT" },
  { name: "Household size", dataType: "NUMERICAL" },
  { name: "Office phone", dataType: "PHONE" },
  { name: "Budget", dataType: "MONETORY" },
  { name: "Interests", dataType: "CHECKBOX", picklistOptions: ["Whitening", "Implants", "Check-up", "Braces"] },
  { name: "Plan", dataType: "SINGLE_OPTIONS", picklistOptions: ["Basic", "Plus", "Premium"] },
  { name: "Channels", dataType: "MULTIPLE_OPTIONS", picklistOptions: ["Email", "Phone", "SMS", "Mail"] },
  { name: "Renewal date", dataType: "DATE" },
  { name: "Emergency contacts", dataType: "TEXTBOX_LIST", picklistOptions: [{ id: "sandbox-option-name", label: "Name", prefillValue: "" }, { id: "sandbox-option-phone", label: "Phone", prefillValue: "" }] },
  { name: "Signed contract", dataType: "FILE_UPLOAD", isMultiFileAllowed: true, maxFileLimit: 3, acceptedFormat: [".pdf", ".docx", ".jpeg"] },
  { name: "Consent", dataType: "RADIO", picklistOptions: ["Yes", "No"] },
  { name: "Signature", dataType: "SIGNATURE" },
  { name: "Deal origin", dataType: "TEXT", model: "opportunity" },
  { name: "Deal size", dataType: "NUMERICAL", model: "opportunity" },
];

/** The custom fields of the demo location, created at `dateAdded` (ms). */
export function customFields(random: Random, locationId: string, dateAdded: number): CustomField[] {
  return DRAFTS.map((draft, index) => {
    const model = draft.model ?? "contact";
    return { id: random.id(), locationId, model, fieldKey: `${model}.${draft.name.toLowerCase().replaceAll(" ", "_")}`, placeholder: "", position: (index + 1) * 50, dateAdded, ...draft };
  });
}
