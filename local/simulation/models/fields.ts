import { text } from "./read.ts";

/** A field that is stored and reported under its own name. */
export const plain = <R extends object>(name: keyof R) => ({ of: (row: R) => row[name], set: (row: R, value: string): R => ({ ...row, [name]: value }) });

/** The name of a record in a list. */
export const named = <R extends { name: string }>() => ({ of: ({ name }: R) => name, set: (row: R, name: string): R => ({ ...row, name }), reported: ({ name }: Record<string, unknown>) => text(name) });

/** The account for models of the agency. */
export const agency = { token: { kind: "agency" } } as const;
