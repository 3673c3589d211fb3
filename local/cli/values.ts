import { InvalidArgumentError } from "commander";
import type { Values } from "../runtime/index.ts";

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
