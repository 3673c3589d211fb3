import { ConfigurationError } from "@pipedream/platform";
import type { Option } from "../types.ts";
import { fieldSpec } from "./fields.ts";
import type { Field, FieldSpec } from "./fields.ts";
import { textsOf } from "./values.ts";

/** The prop that lists what to empty: an empty form field means "leave it as it is". */
const PROP = "clearFields";

function clearing(spec: FieldSpec, { label, value }: Option): FieldSpec {
  return {
    ...spec,
    props: [...spec.props, PROP],
    read: async (input) => {
      const given = await spec.read(input);
      if (!textsOf(input.props[PROP]).includes(value)) return given;
      if (given !== undefined) throw new ConfigurationError(`${label} is filled in, but chosen in Fields to Clear too. Decide for one of the two.`);
      return value === "tags" ? [] : null;
    },
  };
}

/**
 * Fields that can also be emptied, by choosing them in the prop `clearFields` ("Fields to Clear").
 * @param choices the prop's options: which fields can be emptied
 */
export function clearable(fields: Field[], choices: Option[]): FieldSpec[] {
  return fields.map(fieldSpec).map((spec) => {
    const choice = choices.find(({ value }) => value === spec.name);
    return choice ? clearing(spec, choice) : spec;
  });
}
