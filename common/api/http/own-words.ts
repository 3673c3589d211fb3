/** How validators introduce or follow a field's name. Elsewhere, plain words such as "name" or "type" are just words. */
const BEFORE = /\b(value in|property) $/;
const AFTER = /^ (must|should)\b/;

/** `teamMembers.0.userId` behind its label: ", item 1, userId" */
const inside = (path: string): string => path.split(".").slice(1).map((part) => (/^\d+$/.test(part) ? `, item ${Number(part) + 1}` : `, ${part}`)).join("");

/**
 * HighLevel's message about a request, with the form's labels in place of API field names.
 * @param labels by API field name
 * @returns the text, and the labels of the fields it is about
 */
export function inFormWords(words: string, labels: Record<string, string>): { text: string; named: string[] } {
  const named = new Set<string>();
  const plain = new Map(Object.entries(labels).map(([name, label]) => [name.toLowerCase(), label]));
  const text = words.replace(/([A-Za-z]\w*)((?:\.\w+)*)/g, (whole, name: string, path: string, at: number) => {
    const label = plain.get(name.toLowerCase());
    if (label === undefined) return whole;
    named.add(label);
    const isField = name in labels && (/[A-Z\d_]/.test(name) || BEFORE.test(words.slice(0, at)) || AFTER.test(words.slice(at + whole.length)));
    return isField ? `${label}${inside(path)}` : whole;
  });
  return { text, named: [...named] };
}
