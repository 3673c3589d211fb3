import js from "@eslint/js";
import pipedream from "@pipedream/eslint-plugin-pipedream";
import tseslint from "typescript-eslint";

/** Every rule of the official plugin is an error, except the two with a reason here. */
const pipedreamRules = Object.fromEntries(Object.keys(pipedream.rules).map((rule) => [`pipedream/${rule}`, "error"]));
// The operations' names are the catalog's, word for word ("Search Contacts", not "New Contact").
pipedreamRules["pipedream/source-name"] = "off";
// An optional field that is left empty must not be sent; a default would send it. (Off in Pipedream's own registry too.)
pipedreamRules["pipedream/default-value-required-for-optional-props"] = "off";

/** Imports run one way: what ships sees neither hosts nor local; common may not know its users, nor its host. */
const oneWay = (...patterns) => ({
  "no-restricted-imports": ["error", {
    paths: [{ name: "@pipedream/platform", message: "Import from #platform: the definitions run on other hosts too." }],
    patterns: patterns.map((group) => ({ group: [group], message: "Imports run components → common; hosts, local and test stand outside." })),
  }],
});

export default tseslint.config(
  { ignores: ["dist/", "dist.*/", "node_modules/", "coverage/", ".cache/"] },
  js.configs.recommended,
  ...tseslint.configs.recommended,
  {
    languageOptions: { globals: { process: "readonly", console: "readonly", setTimeout: "readonly", clearTimeout: "readonly", URL: "readonly", Buffer: "readonly" } },
    rules: {
      "eqeqeq": ["error", "always", { null: "ignore" }],
      "no-console": "off",
      "no-constant-condition": ["error", { checkLoops: "all" }],
      "prefer-const": "error",
      "@typescript-eslint/no-explicit-any": "error",
      "@typescript-eslint/consistent-type-imports": "error",
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_" }],
    },
  },
  { files: ["common/**/*.ts"], ignores: ["common/platform/pipedream.ts"], rules: oneWay("**/components/**", "**/hosts/**", "**/local/**", "**/test/**") },
  {
    files: ["components/**/*.ts"],
    plugins: { pipedream },
    rules: { ...pipedreamRules, ...oneWay("**/components/**", "**/hosts/**", "**/local/**", "**/test/**") },
  },
);
