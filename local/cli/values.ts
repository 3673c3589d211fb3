import { readFileSync } from "node:fs";
import { buffer } from "node:stream/consumers";
import { InvalidArgumentError } from "commander";
import isPlainObject from "lodash/isPlainObject.js";
import type { Values } from "../../hosts/runtime/index.ts";
import { fileTrouble } from "../../hosts/runtime/index.ts";
import { UsageError, isError } from "./errors.ts";
import type { Output } from "./output.ts";
import type { Surroundings } from "./surroundings.ts";

/** The options that set fields. */
export interface Fields {
  /** From `--prop`. */
  prop?: Values;
  /** Path of a JSON file, or `-`. */
  props?: string;
}

/**
 * Collects `--prop name=value`; repeating a name makes a list. Values stay text until they are converted to the prop's type.
 */
export function collectProp(text: string, before: Values = {}): Values {
  const at = text.indexOf("=");
  if (at < 1) throw new InvalidArgumentError("Write name=value, such as --prop email=ann@example.com.");
  const name = text.slice(0, at);
  const value = text.slice(at + 1);
  const earlier = before[name];
  return { ...before, [name]: earlier === undefined ? value : [earlier, value].flat() };
}

/** Decodes UTF-8, or UTF-16 with a byte order mark, as Windows PowerShell writes it. */
function decoded(bytes: Buffer): string {
  return new TextDecoder(bytes[0] === 0xff && bytes[1] === 0xfe ? "utf-16le" : "utf-8").decode(bytes);
}

async function readProps(file: string, output: Output, { stdin }: Pick<Surroundings, "stdin">): Promise<Buffer> {
  if (file === "-") {
    if (stdin.isTTY) output.say("Type the fields as JSON, then press Ctrl-D on a new line (on Windows, Ctrl-Z and Enter).");
    return buffer(stdin);
  }
  try {
    return readFileSync(file);
  } catch (error) {
    const trouble = fileTrouble(file, "read", error);
    throw trouble === undefined ? error : new UsageError(trouble);
  }
}

/**
 * The given fields of an operation: those of `--props`, overridden by those of `--prop`.
 * @throws UsageError for a file that cannot be read or is not a JSON object
 */
export async function givenFields({ prop, props: file }: Fields, output: Output, around: Pick<Surroundings, "stdin">): Promise<Values> {
  if (file === undefined) return prop ?? {};
  const name = file === "-" ? "The standard input" : file;
  const text = decoded(await readProps(file, output, around));
  let fields: unknown;
  try {
    fields = JSON.parse(text);
  } catch (error) {
    throw new UsageError(text.trim() === "" ? `${name} is empty. It must contain an object of fields, such as {"email": "ann@example.com"}.` : `${name} is not JSON: ${isError(error) ? error.message : String(error)}.`);
  }
  if (!isPlainObject(fields)) throw new UsageError(`${name} must contain an object of fields, such as {"email": "ann@example.com"}.`);
  return { ...fields as Values, ...prop }; // checked to be a plain object
}

/** A choice as printed, and as typed after `--prop name=`. */
export const valueText = (value: unknown): string => (typeof value === "string" ? value : JSON.stringify(value));

/** Parses a number of at least `min`; with `whole`, an integer. */
export function numberFrom(min: number, whole: boolean): (text: string) => number {
  return (text) => {
    const number = text.trim() === "" ? Number.NaN : Number(text);
    if (!Number.isFinite(number) || number < min || (whole && !Number.isInteger(number))) {
      throw new InvalidArgumentError(`Give a ${whole ? "whole " : ""}number of ${min} or more.`);
    }
    return number;
  };
}
