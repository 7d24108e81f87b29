import { globSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";

const READMES = [
  "README.md",
  "worker/README.md",
  "drizzle/README.md",
  "seeds/reference/README.md",
] as const;

/** Folders that tools make: they may be named, and need not be there. */
const MADE = /^(dist|node_modules|\.wrangler|\.cache)\b/;
const FOLDERS = "{worker,dashboard,drizzle,seeds,test,.ci}";
const FILE = /\.(ts|tsx|md|toml|json|jsonc|csv|sql|css|html|svg)$/;
const PATH = /^[\w.*<>{},-]+(\/[\w.*<>{},-]*)*$/;

/** Paths named in `backticks` or linked to; `<context>/terms.ts` stands for every context. */
function pathsIn(text: string): string[] {
  const prose = text.replaceAll(/^```[^]*?^```/gm, "");
  const quoted = [...prose.matchAll(/`([^`\n]+)`/g)].map(([, name = ""]) => name);
  const linked = [...prose.matchAll(/\]\(([^)\s#]+)[^)]*\)/g)].map(([, name = ""]) => name);
  return [...quoted.filter(isPath), ...linked.filter((name) => !/^[a-z]+:/.test(name))]
    .filter((name) => !MADE.test(name))
    .map((name) => name.replaceAll(/<[^>]+>/g, "*").replace(/\/$/, ""));
}

function isPath(name: string): boolean {
  const first = name.split("/")[0] ?? "";
  return PATH.test(name) && (FILE.test(name) || globSync(first).includes(first));
}

/** The paths that a README names and that are nowhere: from the root, from its folder, or below. */
function missing(readme: string, text: string): string[] {
  const places = (name: string) => [name, join(dirname(readme), name), `${FOLDERS}/**/${name}`];
  return pathsIn(text).filter((name) => globSync(places(name)).length === 0);
}

test.each(READMES)("every path named in %s exists", (readme) => {
  expect(missing(readme, readFileSync(readme, "utf8"))).toEqual([]);
});

test.each(READMES)("every npm script named in %s exists", (readme) => {
  const { scripts } = JSON.parse(readFileSync("package.json", "utf8")) as { scripts: object };
  const named = [...readFileSync(readme, "utf8").matchAll(/\bnpm run ([\w:-]+)/g)];
  const unknown = named.filter(([, name = ""]) => !Object.hasOwn(scripts, name));
  expect(unknown.map(([command]) => command)).toEqual([]);
});

test("a path that does not exist is found", () => {
  const text = `
    Rules are in \`worker/projects/domain/plan.ts\`, \`terms.ts\` and \`<context>/routes.ts\`; run
    \`npm test\`, GET \`/api/projects\`, see [the site](https://example.org) and
    \`worker/projects/emails.ts\`, \`utils.ts\`, [the plan](docs/plan.md#today).
  `;
  expect(missing("README.md", text)).toEqual([
    "worker/projects/emails.ts",
    "utils.ts",
    "docs/plan.md",
  ]);
});
