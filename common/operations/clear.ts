import { ConfigurationError } from "#platform";
import type { Fields, Option } from "../core/types.ts";
import { fieldSpec } from "../input/fields.ts";
import type { Field, FieldSpec } from "../input/fields.ts";
import { textsOf } from "../core/text/values.ts";

/** The prop that lists what to empty, because an empty form field means "leave it as it is". */
const PROP = "clearFields";

/**
 * Fields that can also be emptied, by choosing them in the prop `clearFields` ("Fields to Clear").
 * @param choices the prop's options: which fields can be emptied
 * @param empty what is sent for an emptied field where that is not null
 */
export function clearable(fields: Field[], choices: Option[], empty: Fields = {}): FieldSpec[] {
  return fields.map(fieldSpec).map((spec) => {
    const choice = choices.find(({ value }) => value === spec.name);
    if (!choice) return spec;
    return {
      ...spec,
      props: [...spec.props, PROP],
      read: async (input) => {
        const given = await spec.read(input);
        if (!textsOf(input.props[PROP]).includes(spec.name)) return given;
        if (given === undefined) return empty[spec.name] ?? null;
        throw new ConfigurationError(`${choice.label} is filled in, but also chosen in Fields to Clear. Keep only one of the two.`);
      },
    };
  });
}
