import { execFile } from "node:child_process";
import { globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, test } from "vitest";
import { ownSite } from "../support/site.ts";

const run = promisify(execFile);
const siteOf = ownSite();
const folder = mkdtempSync(join(tmpdir(), "etappi-restored-"));
const [path, script, state] = ["all.jsonl", "all.sql", "state"].map((name) => join(folder, name));
const restore = (...more: readonly string[]) =>
  run(process.execPath, [
    "drizzle/restore.ts",
    path ?? "",
    "--persist-to",
    state ?? "",
    "--sql",
    script ?? "",
    ...more,
  ]);

/** What an administrator of the demonstration takes along. */
beforeAll(async () => {
  const site = siteOf();
  const signedIn = await fetch(`${site}/api/demo/session`, {
    method: "POST",
    headers: { "content-type": "application/json", origin: site },
    body: JSON.stringify({ person: "admin" }),
  });
  const cookie = signedIn.headers
    .getSetCookie()
    .map((one) => one.split(";")[0])
    .join("; ");
  const answer = await fetch(`${site}/api/history/export?scope=all`, { headers: { cookie } });
  writeFileSync(path ?? "", await answer.bytes());
});

afterAll(() => rmSync(folder, { recursive: true }));

test("a demonstration is rebuilt from what an administrator took along, and never over another", async () => {
  const { stdout } = await restore("--person", "lead=lead@etappi.example");
  expect(stdout).toContain("Not in facts, and so not restored: names, addresses");
  const lines = readFileSync(path ?? "", "utf8")
    .trim()
    .split("\n");
  const facts = lines.length - 2;
  expect(stdout).toContain(`${facts} of ${facts} facts`);
  const file = globSync(join(state ?? "", "v3/d1/**/*.sqlite")).find(
    (one) => !one.includes("metadata"),
  );
  const database = new DatabaseSync(file ?? "", { readOnly: true });
  const count = (sql: string) => database.prepare(`SELECT count(*) AS n FROM ${sql}`).get()?.["n"];
  expect(count("facts")).toBe(facts);
  expect(count("cells")).toBeGreaterThan(300);
  expect(count("people WHERE email = 'lead@etappi.example'")).toBe(1);
  expect(count("people WHERE name <> '' OR email IS NOT NULL")).toBe(1);
  database.close();
  // The script says the same, statement by statement.
  const statements = readFileSync(script ?? "", "utf8");
  expect(statements.match(/INSERT INTO "facts"/g)?.length).toBeGreaterThan(100);
  expect(statements).toContain("lead@etappi.example");
  await expect(restore()).rejects.toMatchObject({
    code: 1,
    stderr: expect.stringContaining("is not empty"),
  });
}, 300_000);
