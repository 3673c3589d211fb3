import { readFileSync } from "node:fs";
import { buffer } from "node:stream/consumers";
import { InvalidArgumentError } from "commander";
import isPlainObject from "lodash/isPlainObject.js";
import type { Values } from "../../hosts/runtime/index.ts";
import { fileTrouble } from "../../hosts/runtime/index.ts";
import { UsageError, isError } from "./errors.ts";
import type { Output } from "./output.ts";
import type { Surroundings } from "./surroundings.ts";

/** The flags with which fields are given. */
export interface Fields {
  /** From `--prop`. */
  prop?: Values;
  /** Path of a JSON file, or `-`. */
  props?: string;
}

/**
 * Collects `--prop name=value`; a name given again makes a list. Values stay text: the prop's type decides what they become.
 */
export function collectProp(text: string, before: Values = {}): Values {
  const at = text.indexOf("=");
  if (at < 1) throw new InvalidArgumentError("Write name=value, such as --prop email=ann@example.com.");
  const name = text.slice(0, at);
  const value = text.slice(at + 1);
  const earlier = before[name];
  return { ...before, [name]: earlier === undefined ? value : [earlier, value].flat() };
}

/** Text in UTF-8, or in what Windows' PowerShell writes: UTF-16 with a mark before it. */
function decoded(bytes: Buffer): string {
  return new TextDecoder(bytes[0] === 0xff && bytes[1] === 0xfe ? "utf-16le" : "utf-8").decode(bytes);
}

async function readProps(file: string, output: Output, { stdin }: Pick<Surroundings, "stdin">): Promise<Buffer> {
  if (file === "-") {
    if (stdin.isTTY) output.say("Type the fields as JSON; Ctrl-D on a line of its own ends it (on Windows Ctrl-Z and Enter).");
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
 * The fields of an operation as they were given: those of `--props`, and over them those of `--prop`.
 * @throws UsageError for a file that cannot be read or holds no JSON object
 */
export async function givenFields({ prop, props: file }: Fields, output: Output, around: Pick<Surroundings, "stdin">): Promise<Values> {
  if (file === undefined) return prop ?? {};
  const name = file === "-" ? "The standard input" : file;
  const text = decoded(await readProps(file, output, around));
  let fields: unknown;
  try {
    fields = JSON.parse(text);
  } catch (error) {
    throw new UsageError(text.trim() === "" ? `${name} is empty. It has to hold an object of fields, such as {"email": "ann@example.com"}.` : `${name} is not JSON: ${isError(error) ? error.message : String(error)}.`);
  }
  if (!isPlainObject(fields)) throw new UsageError(`${name} has to hold an object of fields, such as {"email": "ann@example.com"}.`);
  return { ...fields as Values, ...prop }; // a plain object, as was just seen
}

/** A choice as it is printed, and typed after `--prop name=`. */
export const valueText = (value: unknown): string => (typeof value === "string" ? value : JSON.stringify(value));

/** Reads a number of at least `min`, whole where `whole` is set. */
export function numberFrom(min: number, whole: boolean): (text: string) => number {
  return (text) => {
    const number = text.trim() === "" ? Number.NaN : Number(text);
    if (!Number.isFinite(number) || number < min || (whole && !Number.isInteger(number))) {
      throw new InvalidArgumentError(`Give a ${whole ? "whole " : ""}number of ${min} or more.`);
    }
    return number;
  };
}
