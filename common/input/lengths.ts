import { ConfigurationError } from "#platform";
import type { Check } from "./checks.ts";

/** A text of at most so many characters. */
export function atMost(characters: number): Check {
  return (value, label) => {
    const { length } = [...String(value)];
    if (length <= characters) return value;
    throw new ConfigurationError(`${label}: the text has ${length.toLocaleString("en-US")} characters; HighLevel takes at most ${characters.toLocaleString("en-US")}. Shorten it.`);
  };
}
