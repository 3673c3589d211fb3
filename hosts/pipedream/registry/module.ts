/** Turns our TypeScript into the registry's JavaScript: the same code and comments, without types, in the layout its linter requires. */
import { ESLint } from "eslint";
import { format } from "prettier";
import ts from "typescript";
import { LANGUAGE, LAYOUT_RULES, PRETTIER, WIDTH } from "./style.ts";

/** Placeholder for an empty line, which TypeScript would drop. */
const EMPTY_LINE = "//(empty)";

const eslint = new ESLint({ fix: true, overrideConfigFile: true, overrideConfig: { languageOptions: LANGUAGE, rules: LAYOUT_RULES } });

function withoutTypes(source: string): string {
  const { outputText } = ts.transpileModule(source.replace(/^[ \t]*$/gm, EMPTY_LINE), {
    compilerOptions: { target: ts.ScriptTarget.ES2021, module: ts.ModuleKind.ESNext, verbatimModuleSyntax: true },
  });
  return outputText.replaceAll(EMPTY_LINE, "");
}

/** Wraps text at a width; a longer word gets its own line. */
function filled(text: string, width: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(" ")) {
    const last = lines.at(-1);
    if (last === undefined || last.length + 1 + word.length > width) lines.push(word);
    else lines[lines.length - 1] = `${last} ${word}`;
  }
  return lines;
}

/** Wraps comments that are too long for a line. */
function withShortComments(code: string): string {
  return code.split("\n").flatMap((line) => {
    if (line.length <= WIDTH) return line;
    const [, indent = "", opening, text = ""] = /^( *)(\/\/|\/\*\*|\*) (.*)$/.exec(line) ?? [];
    if (opening === undefined) return line;
    const start = `${indent}${opening === "/**" ? " *" : opening} `;
    const lines = filled(text.replace(/ \*\/$/, ""), WIDTH - start.length).map((part) => start + part);
    return opening === "/**" ? [`${indent}/**`, ...lines, `${indent} */`] : lines;
  }).join("\n");
}

/** A module of the app folder. Its imports still point to the sources. */
export async function registryModule(source: string): Promise<string> {
  const code = await format(withoutTypes(source), PRETTIER);
  const [linted] = await eslint.lintText(code, { filePath: "module.mjs" });
  return withShortComments(linted?.output ?? code);
}
