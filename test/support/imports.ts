import { dirname, join, relative } from "node:path";

export type Source = { readonly path: string; readonly text: string };

/** One import line. `to` is a path from the root, or `package:hono`. */
export type Import = { readonly from: string; readonly to: string; readonly typeOnly: boolean };

const statement = /^(?:import|export)\b(?<what>[^;'"]*?)from\s+"(?<from>[^"]+)"/gm;
const bare = /^import\s+"(?<from>[^"]+)"|\bimport\(\s*"(?<dynamic>[^"]+)"/gm;

/** What a file imports, statically or not, read from its text. */
export function importsOf({ path, text }: Source): Import[] {
  const said = [...text.matchAll(statement)].map(({ groups }) => ({
    specifier: groups?.["from"] ?? "",
    typeOnly: isTypeOnly(groups?.["what"] ?? ""),
  }));
  const run = [...text.matchAll(bare)].map(({ groups }) => ({
    specifier: groups?.["from"] ?? groups?.["dynamic"] ?? "",
    typeOnly: false,
  }));
  return [...said, ...run].map(({ specifier, typeOnly }) => ({
    from: path,
    to: specifier.startsWith(".")
      ? relative("", join(dirname(path), specifier))
      : `package:${specifier}`,
    typeOnly,
  }));
}

/** `type { A }`, or `{ type A, type B }`. */
function isTypeOnly(what: string): boolean {
  if (/^\s*type\s/.test(what)) return true;
  const names = /^\s*\{(?<names>[^}]*)\}\s*$/.exec(what)?.groups?.["names"]?.split(",") ?? [""];
  const given = names.map((name) => name.trim()).filter((name) => name !== "");
  return given.length > 0 && given.every((name) => name.startsWith("type "));
}
