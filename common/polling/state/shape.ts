import type { Fields } from "../../core/types.ts";

/** Checks of saved states, which may hold anything. */

export const isObject = (value: unknown): value is Fields => value !== null && typeof value === "object";

/** Whether all these fields are numbers. */
export const hasNumbers = (value: Fields, ...names: string[]) => names.every((name) => typeof value[name] === "number");

/** Whether it is packed as times that count from a base. */
export const isPacked = (value: unknown) => isObject(value) && hasNumbers(value, "base") && typeof value.entries === "string";
