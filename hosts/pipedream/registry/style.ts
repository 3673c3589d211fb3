/** The code layout that the registry's linter requires. */
import type { Linter } from "eslint";
import type { Options } from "prettier";

/** Characters per line. */
export const WIDTH = 100;

/** Breaks long lines; the rules below do the rest. */
export const PRETTIER: Options = { parser: "babel", printWidth: WIDTH, quoteProps: "consistent" };

/**
 * The registry's layout rules.
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

/** The registry's JavaScript: ES2021 modules. */
export const LANGUAGE: Linter.LanguageOptions = { ecmaVersion: 2021, sourceType: "module" };
