/**
 * Restores `export default { ... }` in a bundle, the only form that Pipedream's linter recognizes. (esbuild assigns the component
 * to a variable and exports that.)
 * @throws Error if the bundle does not end with its component
 */
export function exportedLiteral(bundle: string): string {
  const [, code, component] = /^(.*\n)var \w+_default = (\{\n.*\n\});\nexport \{\n {2}\w+_default as default\n\};\n$/s.exec(bundle) ?? [];
  if (code === undefined) throw new Error(`A bundle does not end with its component: ...${bundle.slice(-200)}`);
  return `${code}export default ${component};\n`;
}
