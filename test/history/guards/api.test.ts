import { env } from "cloudflare:workers";
import { beforeEach, describe, expect, test } from "vitest";
import { ok } from "../../support/answers.ts";
import { aWorld } from "../../support/world.ts";

const tables = ["facts", "programmes", "projects", "milestones", "cells"];
const dump = async () =>
  JSON.stringify(
    await Promise.all(
      tables.map(async (table) => (await env.DB.prepare(`SELECT * FROM ${table}`).all()).results),
    ),
  );
const hash = "f".repeat(64);
const columns = "scope, subject, version, kind, actor, role, at, key, detail, previous_hash, hash";
const cellFact = "SELECT * FROM facts WHERE subject = 'cell:demo:1:837'";

/** A fact like the newest one of the cell 1/837, which has version 2, with something else in it. */
const copied = (changes: Readonly<Record<string, string>>, verb = "INSERT INTO") => {
  const values = columns.split(", ").map((name) => changes[name] ?? name);
  return `${verb} facts (${columns}) SELECT ${values.join(", ")} FROM (${cellFact} AND version = 2)`;
};
const next = { version: "3", key: "'new'", hash: `'${hash}'`, previous_hash: "hash" };

beforeEach(async () => {
  const { lead } = await aWorld();
  const cell = "/api/projects/demo/progress/1/837";
  await ok(await lead.send("PATCH", cell, { declared: "in_progress" }, { version: 0 }));
  await ok(await lead.send("PATCH", cell, { declared: "done" }, { version: 1 }));
});

/** Runs what must be refused, and looks that nothing has changed. */
async function refusedBy(statement: string, message: RegExp) {
  const before = await dump();
  await expect(env.DB.prepare(statement).run(), statement).rejects.toThrow(message);
  expect(await dump(), statement).toBe(before);
}

test("the next fact of a cell is accepted, so that what is refused below is refused for its fault", async () => {
  await env.DB.prepare(copied(next)).run();
  expect(await env.DB.prepare("SELECT max(version) AS v FROM facts").first<number>("v")).toBe(3);
});

describe("the database refuses to", () => {
  test.each([
    ["change a fact", "UPDATE facts SET detail = '{}' WHERE version = 1"],
    ["change every fact", "UPDATE facts SET actor = 'nobody'"],
    ["change a fact to what it is", "UPDATE facts SET seq = seq WHERE version = 1"],
    ["change a fact in passing over another", "UPDATE OR REPLACE facts SET seq = 1 WHERE seq = 2"],
    [
      "change a fact, and ignore that it may not",
      "UPDATE OR IGNORE facts SET at = '' WHERE seq = 1",
    ],
    ["remove a fact", "DELETE FROM facts WHERE seq = 1"],
    ["remove the newest fact", "DELETE FROM facts WHERE seq = (SELECT max(seq) FROM facts)"],
    ["remove all facts", "DELETE FROM facts"],
    [
      "change a fact by an upsert",
      `${copied({ ...next, version: "2" })} WHERE true ON CONFLICT DO UPDATE SET at = ''`,
    ],
  ])("%s", async (_, statement) => {
    await refusedBy(statement, /facts: append-only|conflict/);
  });

  test.each([
    ["by its number", { ...next, seq: "seq" }],
    ["by its key", { ...next, key: "key" }],
    ["by its hash", { ...next, hash: "hash" }],
    ["by its subject and version", { ...next, version: "2", previous_hash: "previous_hash" }],
  ])("replace a fact %s", async (_, changes) => {
    for (const verb of [
      "REPLACE INTO",
      "INSERT OR REPLACE INTO",
      "INSERT OR IGNORE INTO",
      "INSERT INTO",
    ]) {
      const statement =
        "seq" in changes
          ? copied(changes, verb)
              .replace("(scope", "(seq, scope")
              .replace("SELECT scope", "SELECT seq, scope")
          : copied(changes, verb);
      await refusedBy(statement, /conflict: fact exists|facts: seq/);
    }
  });

  test.each([
    ["leave a gap", { ...next, version: "4" }],
    [
      "fork a chain",
      { ...next, previous_hash: `(SELECT hash FROM (${cellFact} AND version = 1))` },
    ],
    ["link a fact to nothing", { ...next, previous_hash: "''" }],
    ["link a fact to a hash that never was", { ...next, previous_hash: `'${"0".repeat(64)}'` }],
    ["begin a subject twice", { ...next, version: "1", previous_hash: "''" }],
    ["begin a subject at version 2", { ...next, subject: "'cell:demo:9:837'", version: "2" }],
    ["begin a subject with a past", { ...next, subject: "'cell:demo:9:837'", version: "1" }],
    [
      "begin a subject before its beginning",
      { ...next, subject: "'cell:demo:9:837'", version: "0", previous_hash: "''" },
    ],
    ["continue another subject's chain", { ...next, subject: "'cell:demo:1:536'" }],
  ])("%s", async (_, changes) => {
    await refusedBy(copied(changes), /conflict: (stale fact|fact exists)/);
  });

  test.each([
    ["a fact without JSON", { ...next, detail: "'{'" }, /facts: malformed/],
    ["a fact with a short hash", { ...next, hash: "'abc'" }, /facts: malformed/],
    ["a fact with an endless key", { ...next, key: `'${"k".repeat(401)}'` }, /facts: malformed/],
    ["a fact of nobody", { ...next, actor: "NULL" }, /NOT NULL/],
    [
      "a fact whose version is text",
      { ...next, version: "'third'" },
      /conflict: stale fact|cannot store TEXT/,
    ],
  ])("keep %s", async (_, changes, message) => {
    await refusedBy(copied(changes), message);
  });

  test("put a fact before others", async () => {
    const early = copied(next)
      .replace("(scope", "(seq, scope")
      .replace("SELECT scope", "SELECT -5, scope");
    await refusedBy(early, /facts: seq/);
  });
});

describe.each([
  ["programmes", "slug = 'rrp'", "name", "slug"],
  ["projects", "slug = 'demo'", "name", "slug"],
  ["milestones", "number = 1", "title", "number"],
  ["cells", "milestone = 1", "note", "municipality"],
])("a row of %s", (table, where, column, key) => {
  test.each([
    ["changes without a fact", `UPDATE ${table} SET ${column} = 'x' WHERE ${where}`],
    [
      "changes under its old version",
      `UPDATE ${table} SET ${column} = 'x', version = version WHERE ${where}`,
    ],
    [
      "moves to a version without a fact",
      `UPDATE ${table} SET version = version + 1 WHERE ${where}`,
    ],
    ["goes back to an old version", `UPDATE ${table} SET version = version - 1 WHERE ${where}`],
    ["takes another hash", `UPDATE ${table} SET hash = '${hash}' WHERE ${where}`],
    ["takes another key", `UPDATE ${table} SET ${key} = '5' WHERE ${where}`],
    ["goes", `DELETE FROM ${table} WHERE ${where}`],
    ["is replaced by itself", `REPLACE INTO ${table} SELECT * FROM ${table} WHERE ${where}`],
    [
      "is put in once more",
      `INSERT OR REPLACE INTO ${table} SELECT * FROM ${table} WHERE ${where}`,
    ],
  ])("never %s", async (_, statement) => {
    const guarded = new RegExp(`${table}: (write a fact|never deleted)|conflict: \\w+ exists`);
    await refusedBy(statement, guarded);
  });
});

describe("a row without a fact of its own never appears in", () => {
  test.each([
    [
      "programmes",
      "SELECT 'other', name, funder, funder_class, visibility_text, emblem, report_periods, retain_until, retention_basis, created_at, changed_at, version, hash FROM programmes",
    ],
    [
      "milestones",
      "SELECT project, 9, phase, kind, scope, title, description, verification, due_on, due_on_by_municipality, weight, unit, baseline, goal, version, hash FROM milestones WHERE number = 1",
    ],
    [
      "cells",
      "SELECT project, milestone, '536', declared, evidence, value, forecast_on, done_on, reason, unblock, note, confirmed_at, 1, hash FROM cells",
    ],
  ])("%s", async (table, rows) => {
    await refusedBy(`INSERT INTO ${table} ${rows}`, new RegExp(`${table}: write a fact`));
  });
});
