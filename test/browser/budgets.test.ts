import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { describe, expect, inject, test } from "vitest";

const KiB = 1024;
/** What may be sent at most, in bytes of gzip. */
const BUDGETS = {
  script: 40 * KiB,
  styles: 15 * KiB,
  /** Any one file that comes later. */
  part: 24 * KiB,
  worker: 1024 * KiB,
};

const sizeOf = (path: string) => gzipSync(readFileSync(path), { level: 9 }).length;
const sumOf = (paths: readonly string[]) => paths.reduce((sum, path) => sum + sizeOf(path), 0);
const told = (size: number, budget: number) =>
  `${(size / KiB).toFixed(1)} of ${budget / KiB} KiB gzip`;

const tell = (line: string) => process.stdout.write(`${line}\n`);

/** What the first page asks for by itself, and all the rest. */
function filesOf(pages: string) {
  const page = readFileSync(join(pages, "index.html"), "utf8");
  const named = [...page.matchAll(/(?:src|href)="\/(assets\/[^"]+)"/g)];
  const first = [...new Set(named.map(([, path = ""]) => path))];
  const all = globSync("assets/*.js", { cwd: pages });
  const ofKind = (kind: string) => first.filter((path) => path.endsWith(kind));
  return { scripts: ofKind(".js"), styles: ofKind(".css"), all };
}

describe("what is sent stays small", () => {
  test("to show the first page", () => {
    const { pages } = inject("built");
    const { scripts, styles } = filesOf(pages);
    const [script, style] = [scripts, styles].map((paths) =>
      sumOf(paths.map((path) => join(pages, path))),
    );
    tell(`first load: scripts ${told(script ?? 0, BUDGETS.script)}`);
    tell(`first load: styles ${told(style ?? 0, BUDGETS.styles)}`);
    // A page that names no file would be a measure of nothing.
    expect(scripts.length).toBeGreaterThan(1);
    expect(script).toBeGreaterThan(20 * KiB);
    expect(script).toBeLessThanOrEqual(BUDGETS.script);
    expect(style).toBeLessThanOrEqual(BUDGETS.styles);
  });

  test("for any one part that comes later", () => {
    const { pages } = inject("built");
    const { scripts, all } = filesOf(pages);
    const parts = all
      .filter((path) => !scripts.includes(path))
      .map((path) => ({ path, size: sizeOf(join(pages, path)) }))
      .toSorted((a, b) => b.size - a.size);
    for (const { path, size } of parts.slice(0, 5)) {
      tell(`${path}: ${told(size, BUDGETS.part)}`);
    }
    expect(parts.length).toBeGreaterThan(20);
    expect(parts.filter(({ size }) => size > BUDGETS.part)).toEqual([]);
  });

  test("to start the Worker", () => {
    const { worker } = inject("built");
    const code = globSync("**/*.js", { cwd: worker }).map((path) => join(worker, path));
    const size = sumOf(code);
    tell(`the Worker: ${told(size, BUDGETS.worker)}`);
    expect(size).toBeGreaterThan(100 * KiB);
    expect(size).toBeLessThanOrEqual(BUDGETS.worker);
  });
});
