import { spawnSync } from "node:child_process";
import {
  cpSync,
  globSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { basename, join, relative } from "node:path";
import { describe, expect, test } from "vitest";
import config from "../drizzle.config.ts";

type Rule = {
  readonly refuses: string;
  readonly broken: (text: string) => boolean;
  readonly planted: string;
};

const statementsOf = (sql: string) =>
  sql.split("--> statement-breakpoint").map((part) => part.replaceAll(/--.*$/gm, "").trim());

function inTriggers(broken: (trigger: string) => boolean) {
  return (sql: string) =>
    statementsOf(sql).some((part) => /CREATE\s+TRIGGER/i.test(part) && broken(part));
}

/** The statements between BEGIN and END; texts in quotes may hold a semicolon. */
function stepsOf(trigger: string): string[] {
  const body = trigger.replaceAll(/'[^']*'/g, "''").match(/\bBEGIN\b(.*)\bEND\b/is)?.[1] ?? "";
  return body.split(";").filter((step) => step.trim() !== "");
}

const loose = (statement: string) =>
  /^CREATE\s+TABLE/i.test(statement) && !/\)\s*STRICT\s*;?$/.test(statement);

/** What no migration may hold. Most of it works locally, and loses data or fails on D1. */
const IN_MIGRATIONS: readonly Rule[] = [
  {
    refuses: "DROP TABLE",
    broken: (sql) => /\bDROP\s+TABLE\b/i.test(sql),
    planted: "DROP TABLE `cells`;",
  },
  {
    refuses: "__new_: the copy that drizzle-kit makes of a table before it drops the old one",
    broken: (sql) => sql.includes("__new_"),
    planted: "CREATE TABLE `__new_cells` (`project` text NOT NULL) STRICT;",
  },
  {
    refuses: "PRAGMA foreign_keys",
    broken: (sql) => /\bPRAGMA\s+(defer_)?foreign_keys\b/i.test(sql),
    planted: "PRAGMA foreign_keys=OFF;",
  },
  {
    refuses: "ON DELETE CASCADE",
    broken: (sql) => /\bON\s+DELETE\s+CASCADE\b/i.test(sql),
    planted: "FOREIGN KEY (`person`) REFERENCES `people`(`id`) ON DELETE cascade",
  },
  {
    refuses: "ON DELETE SET NULL",
    broken: (sql) => /\bON\s+DELETE\s+SET\s+NULL\b/i.test(sql),
    planted: "FOREIGN KEY (`person`) REFERENCES `people`(`id`) ON DELETE set null",
  },
  {
    refuses: "INSERT OR REPLACE, which passes by the triggers on DELETE",
    broken: (sql) => /\bINSERT\s+OR\s+REPLACE\b/i.test(sql),
    planted: "INSERT OR REPLACE INTO facts (seq) VALUES (1);",
  },
  {
    refuses: "REPLACE INTO",
    broken: (sql) => /\bREPLACE\s+INTO\b/i.test(sql),
    planted: "REPLACE INTO facts (seq) VALUES (1);",
  },
  {
    refuses: "INSTEAD OF",
    broken: (sql) => /\bINSTEAD\s+OF\b/i.test(sql),
    planted: "CREATE TRIGGER t INSTEAD OF INSERT ON v BEGIN SELECT 1; END;",
  },
  {
    refuses: "virtual tables",
    broken: (sql) => /\bVIRTUAL\s+TABLE\b/i.test(sql),
    planted: "CREATE VIRTUAL TABLE words USING fts5(title);",
  },
  {
    refuses: "carriage returns",
    broken: (sql) => sql.includes("\r"),
    planted: "SELECT 1;\r\n",
  },
  {
    refuses: "CASE in a trigger",
    broken: inTriggers((trigger) => /\bCASE\b/i.test(trigger)),
    planted: "CREATE TRIGGER t BEFORE INSERT ON a BEGIN SELECT CASE WHEN 1 THEN 2 END; END;",
  },
  {
    refuses: "a lower-case `end` in a trigger",
    broken: inTriggers(
      (trigger) => trigger.match(/\bend\b/gi)?.some((word) => word !== "END") === true,
    ),
    planted: "CREATE TRIGGER t BEFORE INSERT ON a BEGIN SELECT 1; end;",
  },
  {
    refuses: "more or less than one statement in a trigger",
    broken: inTriggers((trigger) => stepsOf(trigger).length !== 1),
    planted: "CREATE TRIGGER t BEFORE INSERT ON a BEGIN SELECT 1; SELECT ';'; END;",
  },
  {
    refuses: "a table that is not STRICT",
    broken: (sql) => statementsOf(sql).some(loose),
    planted: "-- People.\nCREATE TABLE `people` (\n\t`id` text PRIMARY KEY NOT NULL\n);",
  },
];

const IN_WORKER: readonly Rule[] = [
  {
    refuses: "db.transaction(, which D1 does not have",
    broken: (code) => /\.transaction\(/.test(code),
    planted: "await db.transaction(async (tx) => {});",
  },
  {
    refuses: "sql.raw(, through which text becomes SQL",
    broken: (code) => /\bsql\.raw\(/.test(code),
    planted: "db.run(sql.raw(`DELETE FROM cells WHERE project = '${slug}'`));",
  },
  {
    refuses: ".exec(, which binds no values",
    broken: (code) => /\.exec\(/.test(code),
    planted: "await env.DB.exec(`DELETE FROM cells`);",
  },
];

const IN_MARKUP: readonly Rule[] = [
  {
    refuses: "dangerouslySetInnerHTML",
    broken: (code) => code.includes("dangerouslySetInnerHTML"),
    planted: "<p dangerouslySetInnerHTML={{ __html: project.summary }} />",
  },
];

describe.each([
  { place: "migrations", rules: IN_MIGRATIONS, files: "drizzle/*.sql" },
  { place: "the worker", rules: IN_WORKER, files: "worker/**/*.ts" },
  {
    place: "the worker and the dashboard",
    rules: IN_MARKUP,
    files: "{worker,dashboard}/**/*.{ts,tsx}",
  },
])("refused in $place", ({ rules, files }) => {
  const texts = globSync(files).map((path) => ({ path, text: readFileSync(path, "utf8") }));

  test.each(rules)("$refuses", ({ broken, planted }) => {
    expect(texts.length).toBeGreaterThan(0);
    expect(texts.filter(({ text }) => broken(text)).map(({ path }) => path)).toEqual([]);
    expect(broken(planted)).toBe(true);
  });
});

test("the journal names every migration, in order, and nothing else", () => {
  const journal = readFileSync("drizzle/meta/_journal.json", "utf8");
  const { entries } = JSON.parse(journal) as { entries: { idx: number; tag: string }[] };
  const files = globSync("drizzle/*.sql").map((path) => basename(path, ".sql"));
  expect(entries.map(({ tag }) => tag)).toEqual(files.toSorted());
  expect(entries.map(({ idx }) => idx)).toEqual(files.map((_, index) => index));
});

test("what follows facts, and the log, is guarded when a row is written, changed and removed", () => {
  const guarded = [...tablesThatFollowFacts(), "facts", "uses"];
  expect(guarded).toEqual(expect.arrayContaining(["cells", "memberships", "reports"]));
  const unguarded = guarded.flatMap((table) =>
    ["INSERT", "UPDATE", "DELETE"].filter((verb) => triggersOn(verb, table).length === 0),
  );
  expect(unguarded).toEqual([]);
  expect(triggersOn("DELETE", "sessions")).toEqual([]);
});

test.each([
  ["UPDATE", "invitations", "conflict: invitation is spent"],
  ["UPDATE OF decision, decided_at, decided_by", "access_requests", "conflict: request is decided"],
  [
    "UPDATE OF name, title, organisation, language, notices",
    "people",
    "conflict: person has changed",
  ],
])("on %s, %s lets the slower of two fail as one that lost a race", (verb, table, message) => {
  // `runBatch` runs a command again for messages that begin so, and for no others.
  expect(
    triggersOn(verb, table).filter((trigger) => trigger.includes(`'${message}'`)),
  ).toHaveLength(1);
});

const allTriggers = () =>
  globSync("drizzle/*.sql")
    .toSorted()
    .flatMap((path) => statementsOf(readFileSync(path, "utf8")))
    .filter((statement) => /^CREATE\s+TRIGGER/i.test(statement));

const triggersOn = (verb: string, table: string) =>
  allTriggers().filter((trigger) => trigger.includes(` BEFORE ${verb} ON ${table} `));

/** The tables whose rows carry the version and the hash of a fact, by the newest snapshot. */
function tablesThatFollowFacts(): string[] {
  const newest = globSync("drizzle/meta/*_snapshot.json").toSorted().at(-1) ?? "";
  type Snapshot = { tables: Record<string, { columns: Record<string, unknown> }> };
  const { tables } = JSON.parse(readFileSync(newest, "utf8")) as Snapshot;
  return Object.entries(tables).flatMap(([table, { columns }]) =>
    "version" in columns && "hash" in columns ? [table] : [],
  );
}

test("the migrations make the tables that the code declares", () => {
  const copy = mkdtempSync(join(tmpdir(), "etappi-drizzle-"));
  try {
    const out = join(copy, "drizzle");
    cpSync("drizzle", out, { recursive: true });
    const before = readdirSync(out);
    expect(generate({ ...config, out }, join(copy, "config.json"))).toContain("nothing to migrate");
    expect(readdirSync(out)).toEqual(before);
  } finally {
    rmSync(copy, { recursive: true });
  }
});

/** What drizzle-kit says; it ends with 0 also when it fails. It takes every folder as relative. */
function generate({ out, ...rest }: typeof config & { out: string }, path: string): string {
  writeFileSync(path, JSON.stringify({ ...rest, out: relative("", out) }));
  const drizzleKit = join("node_modules", "drizzle-kit", "bin.cjs");
  const { stdout, stderr } = spawnSync(
    process.execPath,
    [drizzleKit, "generate", "--config", relative("", path)],
    { encoding: "utf8" },
  );
  return stdout + stderr;
}
