/** How the registry's linter wants code to be laid out. */
import type { Linter } from "eslint";
import type { Options } from "prettier";

/** Characters in a line. */
export const WIDTH = 100;

/** Breaks long lines; what is left to do, the rules below do. */
export const PRETTIER: Options = { parser: "babel", printWidth: WIDTH, quoteProps: "consistent" };

/**
 * The rules of layout, as the registry sets them.
 * @see https://github.com/PipedreamHQ/pipedream/blob/master/eslint.config.mjs
 */
export const LAYOUT_RULES: Linter.RulesRecord = {
  "arrow-parens": "error",
  "arrow-spacing": "error",
  "array-bracket-newline": ["error", { minItems: 1 }],
  "array-element-newline": ["error", "always"],
  "comma-dangle": ["error", "always-multiline"],
  "comma-spacing": "error",
  "eol-last": "error",
  "function-call-argument-newline": ["error", "consistent"],
  "function-paren-newline": ["error", "consistent"],
  "indent": ["error", 2],
  "key-spacing": "error",
  "keyword-spacing": "error",
  "max-len": ["error", { code: WIDTH, tabWidth: 2, ignoreTrailingComments: true, ignoreUrls: true, ignoreStrings: true, ignoreTemplateLiterals: true, ignoreRegExpLiterals: true }],
  "multiline-ternary": ["error", "always"],
  "newline-per-chained-call": "error",
  "no-multiple-empty-lines": ["error", { max: 1, maxBOF: 0, maxEOF: 1 }],
  "no-trailing-spaces": "error",
  "object-curly-newline": ["error", {
    ExportDeclaration: "always",
    ImportDeclaration: { minProperties: 2, multiline: true },
    ObjectExpression: { minProperties: 1, multiline: true },
    ObjectPattern: { minProperties: 2, multiline: true },
  }],
  "object-curly-spacing": ["error", "always"],
  "object-property-newline": ["error", { allowAllPropertiesOnSameLine: false }],
  "quote-props": ["error", "consistent"],
  "quotes": "error",
  "semi": "error",
  "space-before-blocks": ["error", "always"],
  "space-infix-ops": "error",
};

/** The JavaScript that the registry's linter reads: ES2021 in modules. */
export const LANGUAGE: Linter.LanguageOptions = { ecmaVersion: 2021, sourceType: "module" };
