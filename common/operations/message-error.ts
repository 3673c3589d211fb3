import { ConfigurationError } from "#platform";
import type { FieldSpec } from "../input/fields.ts";
import { isEmpty } from "../core/text/values.ts";

/** What went wrong with a message: HighLevel takes code, type and message together or not at all. */
export const messageError: FieldSpec = {
  name: "error",
  props: ["errorCode", "errorType", "errorMessage"],
  read: ({ props: { errorCode: code, errorType: type, errorMessage: message } }) => {
    const empty = [code, type, message].filter(isEmpty).length;
    if (empty === 3) return undefined;
    if (empty === 0) return { code: String(code), type, message };
    throw new ConfigurationError("Error Code, Error Type and Error Message belong together. Fill in all three, or none.");
  },
};
