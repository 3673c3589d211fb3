import axios from "axios";
import type { HttpAnswer, HttpClient } from "./port.ts";

/** A wrong or missing value in the form. The message is for the person who filled it in. */
export class ConfigurationError extends Error {
  override readonly name = "ConfigurationError";
}

/** Plain axios. */
export const http: HttpClient = (_, request) => axios.request<unknown, HttpAnswer>(request);
