import { ConfigurationError } from "#platform";
import { isEmpty, textsOf } from "../core/text/values.ts";
import type { Fields, Option } from "../core/types.ts";
import { bare } from "../core/text/characters.ts";
import { cut } from "../core/text/cut.ts";
import { didYouMean } from "../core/text/suggest.ts";

/** What the behavior of an operation knows of a field of its form. */
export interface FormField {
  label: string;
  /** Fixed choices. */
  options?: Option[];
  /** Whether several can be chosen. */
  isList?: boolean;
  /** Values that HighLevel may know besides: what matches is passed on as it is. Absent where the list is known to be complete. */
  open?: RegExp;
  /** What else stands for a value: how HighLevel's answers, or people, spell it. */
  also?: Record<string, string>;
}

/** What is read of a prop's definition; one that names an app's adds to it. */
interface Definition {
  type?: string;
  label?: string;
  options?: unknown;
  propDefinition?: [owner: undefined | { propDefinitions: Record<string, Definition> }, name: string, ...unknown[]];
}

/** A field with fixed choices. */
type Choice = FormField & { options: Option[] };

/** Fields by the name of their prop. */
export type Form = Record<string, FormField>;

/** For lists to which HighLevel keeps adding. */
export const ANYTHING = /^/;

/** UTF-16 units of what was given, and choices, that an error shows. */
const MOST_GIVEN = 100;
const MOST_CHOICES = 20;

/** How two spellings of one word are compared: whatever their capitals, blanks and hyphens. */
const plain = (text: string) => text.toLowerCase().replace(/[\s_-]+/g, "");

const optionOf = (option: string | Option): Option => (typeof option === "string" ? { label: option, value: option } : option);

/**
 * Fields of a form, for the behavior of an operation: it checks their choices, and errors have their labels.
 * @param fields definitions of props
 * @param open see {@link FormField}
 * @param also see {@link FormField}
 */
export function formOf(fields: Fields, { open = {}, also = {} }: { open?: Record<string, RegExp>; also?: Record<string, Record<string, string>> } = {}): Form {
  const definitions = Object.entries(fields as Record<string, Definition>); // definitions of props are such objects
  return Object.fromEntries(definitions.flatMap(([name, { propDefinition, ...own }]) => {
    const { type, label, options } = { ...propDefinition?.[0]?.propDefinitions[propDefinition[1]], ...own };
    const isFixed = Array.isArray(options);
    // Where the app is not given, a field that takes everything from it has the label that its name stands for.
    return label === undefined ? [] : [[name, { label, ...(isFixed && { options: options.map(optionOf), isList: type?.endsWith("[]"), open: open[name], also: also[name] }) }]];
  }));
}

/** The value that a text names: as it is sent, or by its label, whatever the capitals; undefined where it names none. */
export function choiceOf(text: string, { options, also = {} }: Choice): string | undefined {
  const wanted = plain(text);
  return options.find(({ value }) => plain(value) === wanted)?.value
    ?? Object.entries(also).find(([spelling]) => plain(spelling) === wanted)?.[1]
    ?? options.find(({ label }) => plain(label) === wanted)?.value;
}

/**
 * {@link choiceOf} what was given in a form.
 * @throws ConfigurationError that names the field, what was likely meant, and the choices
 */
export function choose(given: unknown, choice: Choice): string {
  const { label, options, open } = choice;
  const text = bare(given);
  const found = choiceOf(text, choice);
  if (found !== undefined) return found;
  if (open?.test(text)) return text;
  const labels = new Map(options.flatMap((option) => [[option.value, option.label], [option.label, option.label]]));
  const meant = didYouMean(cut(text, MOST_GIVEN), labels.keys(), (word) => labels.get(word) ?? word);
  const choices = options.length > MOST_CHOICES
    ? `Choose one of the ${options.length} in the list.`
    : `Choose from: ${options.map((option) => option.label).join(", ")}.`;
  throw new ConfigurationError(`${label}: "${cut(text, MOST_GIVEN, "…")}" cannot be chosen.${meant} ${choices}`);
}

function chosenIn(value: unknown, choice: Choice): unknown {
  if (isEmpty(value) || bare(value) === "") return value;
  return choice.isList ? textsOf(value).map((text) => choose(text, choice)) : choose(value, choice);
}

/**
 * The fields with fixed choices, as they are sent; those that are empty stay so.
 * @throws ConfigurationError as {@link choose} does
 */
export function chosen(fields: Fields, form: Form): Fields {
  return Object.fromEntries(Object.entries(form).flatMap(([name, { options, ...field }]) => (options && name in fields ? [[name, chosenIn(fields[name], { ...field, options })]] : [])));
}
