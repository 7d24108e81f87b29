/*
 * Writes the scripts that an evidence pack brings along, from the TypeScript that is checked and
 * tested here: what only TypeScript reads is taken out, and nothing else.
 *
 *   npm run verifiers
 */
import { readFileSync, writeFileSync } from "node:fs";
import { stripTypeScriptTypes } from "node:module";

const written = "worker/audit/formats/verifiers.ts";

/** The scripts by the names of what they are written in. */
export function verifiers(): { readonly pack: string; readonly facts: string } {
  return { pack: scriptOf("drizzle/verify-pack.ts"), facts: scriptOf("drizzle/verify.ts") };
}

function scriptOf(path: string): string {
  return stripTypeScriptTypes(readFileSync(path, "utf8"))
    .replaceAll("./verify.ts", "./verify-facts.mjs")
    .replaceAll(/[ \t]+$/gm, "")
    .replaceAll(/\n{3,}/g, "\n\n");
}

if (import.meta.main) {
  const { pack, facts } = verifiers();
  const lines = [
    "// Written by `npm run verifiers`.",
    "",
    "/** `drizzle/verify-pack.ts` as plain JavaScript. */",
    `export const VERIFY_PACK = ${JSON.stringify(pack)};`,
    "",
    "/** `drizzle/verify.ts`, which it stands on. */",
    `export const VERIFY_FACTS = ${JSON.stringify(facts)};`,
    "",
  ];
  writeFileSync(written, lines.join("\n"));
}
