import type { AxiosRequestConfig, AxiosResponse } from "axios";
import type { Values } from "../types.ts";
import { isObject } from "../types.ts";

type Pair = [name: string, value: string];

/** Rows of the form (`{ name, value }`), or an object, as pairs; rows without a name are empty. */
function pairs(value: unknown): Pair[] {
  const entries = Array.isArray(value) ? value.filter(isObject).map((row) => [row.name, row.value]) : isObject(value) ? Object.entries(value) : [];
  return entries
    .filter(([name]) => name !== undefined && name !== null && name !== "")
    .map(([name, item]) => [String(name), String(item ?? "")]);
}

function authorization(auth: unknown): Pick<AxiosRequestConfig, "auth" | "headers"> {
  if (!isObject(auth)) return {};
  const { type, username, password, token } = auth;
  if (type === "bearer") return { headers: { Authorization: `Bearer ${String(token ?? "")}` } };
  if (type === "basic" || (type === undefined && username !== undefined)) return { auth: { username: String(username ?? ""), password: String(password ?? "") } };
  return {};
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

function formData(fields: Pair[]): FormData {
  const form = new FormData();
  for (const [name, value] of fields) form.append(name, value);
  return form;
}

/** What the form's body sends: its raw text, or its fields in the chosen type, by default JSON. */
function content(body: Values): { data?: unknown; contentType?: string } {
  const type = typeof body.contentType === "string" && body.contentType.includes("/") ? body.contentType : undefined;
  const mode = body.mode ?? body.type ?? (body.raw === undefined ? "fields" : "raw");
  if (mode === "raw") {
    if (typeof body.raw !== "string") return { data: body.raw, contentType: type };
    return body.raw === "" ? {} : { data: body.raw, contentType: type ?? (isJson(body.raw) ? "application/json" : "text/plain") };
  }
  const fields = pairs(body.fields);
  if (fields.length === 0) return {};
  if (type === "application/x-www-form-urlencoded") return { data: new URLSearchParams(fields), contentType: type };
  if (type === "multipart/form-data") return { data: formData(fields) }; // axios sets the content type, with the boundary
  return { data: Object.fromEntries(fields), contentType: type };
}

const BODY_KEYS = ["type", "mode", "contentType", "fields", "raw"];

/** The body from the form, or any other value given as one. */
function bodyOf({ data, body }: Values): { data?: unknown; contentType?: string } {
  if (data !== undefined) return { data };
  return isObject(body) && BODY_KEYS.some((key) => key in body) ? content(body) : { data: body };
}

/**
 * The axios request for a form of the platform's request builder.
 * @see https://pipedream.com/docs/components/contributing/api#http-request-prop; the form's fields are HttpRequestProp's of @pipedream/types
 */
function requestOf(form: Values): AxiosRequestConfig {
  const { data, contentType } = bodyOf(form);
  const { auth, headers } = authorization(form.auth);
  return {
    method: String(form.method ?? "GET"),
    url: String(form.url),
    params: new URLSearchParams(pairs(form.params)),
    data,
    auth,
    headers: { ...(contentType !== undefined && { "Content-Type": contentType }), ...headers, ...Object.fromEntries(pairs(form.headers)) },
  };
}

/** The credentials in a form, to be masked; basic auth also as it is sent. */
export function credentialsOf(form: unknown): string[] {
  const { username, password, token } = isObject(form) && isObject(form.auth) ? form.auth : {};
  return [password && `${String(username ?? "")}:${String(password)}`, password, token].filter((value) => typeof value === "string");
}

/**
 * The value of an `http_request` prop: the filled form, and `execute()`, which sends it and resolves to axios' response.
 * @param name of the prop
 */
export function httpRequest(name: string, value: unknown): object {
  const form = isObject(value) ? value : {};
  const execute = async (): Promise<AxiosResponse> => {
    if (!form.url) throw new Error(`The request of ${name} has no URL. Give it one, such as {"method": "GET", "url": "https://example.com"}.`);
    const { default: axios } = await import("axios"); // few components need it, and it takes a while to load
    return axios.request(requestOf(form));
  };
  return { ...form, execute };
}
