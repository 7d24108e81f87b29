import { env } from "cloudflare:workers";
import { beforeEach, describe, expect, test } from "vitest";
import { ok } from "../../support/answers.ts";
import { aForm } from "../../support/files.ts";
import { aWorld, holds, signIn } from "../../support/world.ts";

const tables = [
  "facts",
  "programmes",
  "projects",
  "milestones",
  "cells",
  "memberships",
  "reports",
  "invitations",
  "access_requests",
  "uses",
  "people",
  "evidence",
  "files",
];
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
  const { admin, lead, funder } = await aWorld();
  const cell = "/api/projects/demo/progress/1/837";
  await ok(await lead.send("PATCH", cell, { declared: "in_progress" }, { version: 0 }));
  await ok(await lead.send("PATCH", cell, { declared: "done" }, { version: 1 }));
  const reports = "/api/projects/demo/reports";
  await ok(await lead.send("POST", reports, { name: "Väliraportti" }), 201);
  await ok(await lead.send("POST", `${reports}/1/submit`, undefined, { version: 1 }));
  await ok(await lead.send("POST", reports, { name: "Loppuraportti" }), 201);
  await ok(await lead.send("POST", "/api/projects/demo/evidence", aForm()), 201);
  // Two lines of the log, and a role that has ended.
  for (const person of [lead, funder]) {
    await ok(await person.get(`${reports}/1/export?format=json`));
  }
  await signIn({ id: "former", memberships: [holds("steering", "demo")] });
  const former = "/api/projects/demo/members/former/steering";
  await ok(await admin.send("DELETE", former, undefined, { version: 1 }));
});

/** Runs what must be refused, and looks that nothing has changed. */
async function refusedBy(statement: string, message: RegExp) {
  const before = await dump();
  await expect(env.DB.prepare(statement).run(), statement).rejects.toThrow(message);
  expect(await dump(), statement).toBe(before);
}

test("the next fact of a cell is accepted, so that what is refused below is refused for its fault", async () => {
  await env.DB.prepare(copied(next)).run();
  const newest = `SELECT max(version) AS v FROM (${cellFact})`;
  expect(await env.DB.prepare(newest).first<number>("v")).toBe(3);
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

const guardOf = (table: string) =>
  new RegExp(`${table}: (write a fact|never deleted|end them)|conflict: \\w+ exists`);

describe.each([
  ["programmes", "slug = 'rrp'", "name", "slug"],
  ["projects", "slug = 'demo'", "name", "slug"],
  ["milestones", "number = 1", "title", "number"],
  ["cells", "milestone = 1", "note", "municipality"],
  ["memberships", "person = 'contact-837'", "municipalities", "project"],
  ["memberships", "person = 'former'", "ended_at", "role"],
  ["reports", "number = 2", "message", "number"],
  ["reports", "number = 1", "as_of", "number"],
  ["evidence", "milestone = 1", "state", "id"],
])("a row of %s where %s", (table, where, column, key) => {
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
    await refusedBy(statement, guardOf(table));
  });
});

describe("a file stays what it was when it was sent:", () => {
  test.each(["UPDATE files SET size = 1", "DELETE FROM files"])("%s", async (statement) => {
    await refusedBy(statement, /files: (written once|never deleted)/);
  });

  test.each(["REPLACE INTO", "INSERT OR IGNORE INTO", "INSERT INTO"])(
    "%s leaves it as it is",
    async (verb) => {
      const before = await dump();
      const row = "SELECT digest, 1, 'text/html', stored_at FROM files";
      await env.DB.prepare(`${verb} files ${row}`).run();
      expect(await dump()).toBe(before);
    },
  );
});

describe("a row without a fact of its own never appears in", () => {
  test.each([
    [
      "programmes",
      "SELECT 'other', name, funder, funder_class, visibility_text, emblem, report_periods, retain_until, retention_basis, created_at, changed_at, version, hash, report_sections FROM programmes",
    ],
    [
      "milestones",
      "SELECT project, 9, phase, kind, scope, title, description, verification, due_on, due_on_by_municipality, weight, unit, baseline, goal, version, hash, evidence_kinds, measure, granted, state, predecessors, successors, amendment FROM milestones WHERE number = 1",
    ],
    [
      "cells",
      "SELECT project, milestone, '536', declared, value, forecast_on, done_on, reason, unblock, note, confirmed_at, 1, hash FROM cells",
    ],
    [
      "memberships",
      "SELECT person, 'other', role, municipalities, deputy_for, since, ended_at, version, hash FROM memberships WHERE person = 'lead'",
    ],
    [
      "memberships",
      "SELECT 'funder', project, role, municipalities, deputy_for, since, ended_at, version, hash FROM memberships WHERE person = 'lead'",
    ],
    [
      "memberships",
      "SELECT 'lead', '@county', 'admin', '[]', '[]', since, NULL, version, hash FROM memberships WHERE role = 'admin'",
    ],
    [
      "reports",
      "SELECT project, 3, name, message, state, as_of, created_at, version, hash, NULL, NULL, '[]', 0, NULL, NULL, NULL, NULL, NULL FROM reports WHERE number = 1",
    ],
  ])("%s, made from another: %s", async (table, rows) => {
    await refusedBy(`INSERT INTO ${table} ${rows}`, new RegExp(`${table}: write a fact`));
  });
});

describe("a role that has ended", () => {
  const given = "SELECT hash FROM facts WHERE subject = 'membership:demo:former:steering'";
  const again = `SELECT person, project, role, municipalities, deputy_for, since, NULL, 1,
    (${given} AND version = 1) FROM memberships WHERE person = 'former'`;

  test.each([
    ["by an upsert", `INSERT INTO memberships ${again} ON CONFLICT DO UPDATE SET ended_at = NULL`],
    ["in its own place", `REPLACE INTO memberships ${again}`],
    ["by an update", "UPDATE memberships SET ended_at = NULL WHERE person = 'former'"],
  ])("never comes back by the fact that once gave it, %s", async (_, statement) => {
    await refusedBy(statement, guardOf("memberships"));
  });
});

test("a report that was submitted stays as it is, whatever fact is written for it", async () => {
  const subject = "'report:demo:1'";
  const newest = `SELECT * FROM facts WHERE subject = ${subject} AND version = 2`;
  await env.DB.prepare(
    `INSERT INTO facts (${columns}) SELECT scope, subject, 3, kind, actor, role, at, 'new', detail,
      hash, '${hash}' FROM (${newest})`,
  ).run();
  const change = `version = 3, hash = '${hash}'`;
  for (const column of ["message = 'x'", "state = 'draft'", "as_of = '2099-01-01'"]) {
    const statement = `UPDATE reports SET ${column}, ${change} WHERE number = 1`;
    await refusedBy(statement, /reports: write a fact/);
  }
});

/** Runs what must go through, and says how many rows it changed. */
const changed = async (statement: string) =>
  (await env.DB.prepare(statement).run()).meta.changes > 0;

describe("an invitation", () => {
  const row = (id: string, more: string) =>
    `INSERT INTO invitations SELECT '${id}', 'demo', 'steering', '[]', '[]', 'kutsuttu@kunta.test',
      'fi', 'hash-${id}', 'admin', '2024-01-01', '2099-01-01', NULL, ${more}`;

  beforeEach(async () => {
    await env.DB.prepare(row("open", "NULL, NULL, NULL")).run();
    await env.DB.prepare(row("accepted", "'2024-01-02', 'steering', NULL")).run();
    await env.DB.prepare(row("revoked", "NULL, NULL, '2024-01-02'")).run();
  });

  test.each(["accepted", "revoked"])("that was %s is spent for good", async (id) => {
    for (const set of [
      "accepted_at = '2024-01-03'",
      "accepted_at = '2024-01-03', accepted_by = 'lead'",
      "revoked_at = '2024-01-03'",
      "accepted_at = NULL, revoked_at = NULL",
      "token_hash = 'another'",
    ]) {
      const statement = `UPDATE invitations SET ${set} WHERE id = '${id}'`;
      await refusedBy(statement, /conflict: invitation is spent/);
    }
  });

  test("that is open can be sent again, taken back, or accepted: once", async () => {
    expect(await changed("UPDATE invitations SET token_hash = 'new' WHERE id = 'open'")).toBe(true);
    const accept = "UPDATE invitations SET accepted_at = '2024-01-03' WHERE id = 'open'";
    expect(await changed(accept)).toBe(true);
    await refusedBy(accept.replace("03", "04"), /conflict: invitation is spent/);
    await refusedBy(
      "UPDATE invitations SET revoked_at = '2024-01-04' WHERE id = 'open'",
      /conflict: invitation is spent/,
    );
  });

  test("that is spent still loses its address when the person is erased", async () => {
    expect(await changed("UPDATE invitations SET email = NULL WHERE id = 'accepted'")).toBe(true);
  });
});

describe("a request for access", () => {
  beforeEach(async () => {
    for (const decision of ["NULL", "'approved'", "'declined'", "'withdrawn'"]) {
      await env.DB.prepare(
        `INSERT INTO access_requests SELECT ${decision === "NULL" ? "'open'" : decision}, 'funder',
          'demo', 'steering', '[]', '[]', 'Pyydän', '2024-01-01', ${decision}, NULL, NULL, ''`,
      ).run();
    }
  });

  test.each(["approved", "declined", "withdrawn"])(
    "that was %s is decided for good",
    async (id) => {
      const others = ["approved", "declined", "withdrawn"].filter((decision) => decision !== id);
      for (const decision of [...others.map((other) => `'${other}'`), "NULL"]) {
        await refusedBy(
          `UPDATE access_requests SET decision = ${decision} WHERE id = '${id}'`,
          /conflict: request is decided/,
        );
      }
    },
  );

  test("that waits is decided once", async () => {
    const decide = "UPDATE access_requests SET decision = 'approved' WHERE id = 'open'";
    expect(await changed(decide)).toBe(true);
    await refusedBy(decide.replace("approved", "declined"), /conflict: request is decided/);
  });
});

describe("a line of the log", () => {
  const day = 24 * 60 * 60 * 1000;
  const fiveYearsAgo = () => {
    const moment = new Date();
    moment.setUTCFullYear(moment.getUTCFullYear() - 5);
    return moment.getTime();
  };
  const write = (at: number) =>
    env.DB.prepare("INSERT INTO uses (at, kind, detail, network) VALUES (?, 'exported', '', '')")
      .bind(new Date(at).toISOString())
      .run();

  test.each([
    ["changed", "UPDATE uses SET person = NULL WHERE seq = 1"],
    ["changed to what it is", "UPDATE uses SET detail = detail"],
    ["changed in passing over another", "UPDATE OR REPLACE uses SET seq = 1 WHERE seq = 2"],
    ["removed", "DELETE FROM uses WHERE seq = 1"],
    ["removed with all others", "DELETE FROM uses"],
    ["replaced", "REPLACE INTO uses SELECT * FROM uses WHERE seq = 1"],
    [
      "replaced by an upsert",
      "INSERT INTO uses SELECT * FROM uses WHERE seq = 1 ON CONFLICT DO UPDATE SET detail = ''",
    ],
  ])("is never %s", async (_, statement) => {
    await refusedBy(statement, /uses: (append-only|kept for five years)/);
  });

  test("is kept for five years to the day, and can go then", async () => {
    await write(fiveYearsAgo() + day);
    await refusedBy("DELETE FROM uses WHERE seq = 3", /uses: kept for five years/);
    await write(fiveYearsAgo() - day);
    expect(await changed("DELETE FROM uses WHERE seq = 4")).toBe(true);
  });

  test("is appended to the others, whose numbers are never given again", async () => {
    await write(fiveYearsAgo() - day);
    await env.DB.prepare("DELETE FROM uses WHERE seq = 3").run();
    await write(Date.now());
    expect(await env.DB.prepare("SELECT max(seq) AS seq FROM uses").first<number>("seq")).toBe(4);
  });
});

describe("a person", () => {
  test.each([
    ["name", "'x'"],
    ["title", "'x'"],
    ["organisation", "'x'"],
    ["language", "'sv'"],
    ["notices", "'none'"],
  ])("never says another %s without the next version", async (column, value) => {
    const update = `UPDATE people SET ${column} = ${value}`;
    for (const version of ["", ", version = version", ", version = 3", ", version = 0"]) {
      const statement = `${update}${version} WHERE id = 'lead'`;
      await refusedBy(statement, /conflict: person has changed/);
    }
    expect(await changed(`${update}, version = 2 WHERE id = 'lead'`)).toBe(true);
  });

  test("is never removed, also where nothing refers to them", async () => {
    const add = "INSERT INTO people (id) VALUES ('nobody')";
    expect(await changed(add)).toBe(true);
    for (const id of ["nobody", "lead"]) {
      await refusedBy(`DELETE FROM people WHERE id = '${id}'`, /people: /);
    }
  });
});
