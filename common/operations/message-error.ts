import type { FieldSpec } from "../input/fields.ts";
import { isEmpty } from "../core/text/values.ts";

const PARTS = ["errorCode", "errorType", "errorMessage"];

/** What went wrong with a message. */
export const messageError: FieldSpec = {
  name: "error",
  props: PARTS,
  rules: [{ fields: PARTS, filled: "all or none", why: "HighLevel takes code, type and message together." }],
  read: ({ props: { errorCode: code, errorType: type, errorMessage: message } }) => (isEmpty(code) ? undefined : { code: String(code), type, message }),
};
