import { once } from "node:events";
/*
 * Rebuilds a local database from all its facts, as an administrator exports them:
 *
 *   npm run restore -- FILE.jsonl --persist-to FOLDER [--env NAME] [--sql OUT.sql]
 *     [--person PSEUDONYM=ADDRESS]
 *
 * README.md tells what comes back and what does not.
 */
import { createWriteStream, type WriteStream } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { eq, sql } from "drizzle-orm";
import { people } from "../worker/identity/tables.ts";
import {
  type Database,
  openDatabase,
  runBatch,
  type Statement,
} from "../worker/platform/database.ts";
import { inAnyOrder, replay, requestsIn } from "./replay.ts";
import { inlined } from "./sql.ts";
import { type FactLine, linesIn, verifyFacts } from "./verify.ts";

const batchMax = 200;

type Asked = {
  readonly path: string;
  readonly folder: string;
  readonly environment: string;
  /** Where the same statements are written for a database elsewhere, or null. */
  readonly script: string | null;
  /** Addresses by pseudonym: so that they can sign in again. */
  readonly addresses: ReadonlyMap<string, string>;
};

async function restore({ path, folder, environment, script, addresses }: Asked): Promise<void> {
  const count = await checked(path);
  // Loaded once it is used: starting the runtime of a database takes its time.
  const { withLocal } = await import("./local.ts");
  await withLocal({ folder, environment }, async (env) => {
    const db = openDatabase(env.DB);
    await assertEmpty(db, folder);
    const out = script === null ? null : createWriteStream(script);
    const known = new Set<string>();
    let written = 0;
    let batch: Statement[] = [];
    const flush = async () => {
      await write(db, out, batch);
      batch = [];
      process.stdout.write(`\r${written} of ${count} facts`);
    };
    for await (const request of requestsIn(factsIn(path))) {
      batch.push(...replay(db, request, known));
      written += request.length;
      if (batch.length >= batchMax) await flush();
    }
    batch.push(...addressed(db, addresses, known));
    await flush();
    if (out) await once(out.end(), "finish");
    tell(known.size, addresses.size);
  });
}

/** How many facts the file holds, all of which hold. */
async function checked(path: string): Promise<number> {
  const { faults, facts, seal, isWhole } = await verifyFacts(linesIn(path));
  if (faults.length > 0) {
    const [first] = faults;
    throw new Error(
      `${faults.length} problems, the first in line ${first?.line}: ${first?.problem} Run verify.`,
    );
  }
  if (!isWhole) throw new Error("This is the history of a project: only that of all is restored.");
  console.log(`${facts} facts hold, seal ${seal}`);
  return facts;
}

async function* factsIn(path: string): AsyncGenerator<FactLine> {
  for await (const line of linesIn(path)) {
    const said = JSON.parse(line) as object;
    // What is neither header nor end is a fact: the file was checked.
    if (!("etappi" in said)) yield said as FactLine;
  }
}

/** Refuses a database in which there is anything but the register. */
async function assertEmpty(db: Database, folder: string): Promise<void> {
  const [found] = await db.all<{ readonly rows: number }>(sql`
    SELECT (SELECT count(*) FROM facts) + (SELECT count(*) FROM people)
      + (SELECT count(*) FROM programmes) + (SELECT count(*) FROM uses) AS rows`);
  if (found?.rows !== 0) {
    throw new Error(`The database in ${folder} is not empty. Name another folder.`);
  }
}

async function write(
  db: Database,
  out: WriteStream | null,
  statements: readonly Statement[],
): Promise<void> {
  if (statements.length === 0) return;
  const all = [inAnyOrder, ...statements];
  await runBatch(db, all);
  if (!out) return;
  const text = all.map((statement) => `${inlined(statement)};\n`).join("");
  if (!out.write(text)) await once(out, "drain");
}

function addressed(
  db: Database,
  addresses: Asked["addresses"],
  known: ReadonlySet<string>,
): Statement[] {
  return [...addresses].map(([id, address]) => {
    if (!known.has(id)) throw new Error(`Nobody in the history is called ${id}.`);
    const email = address.toLowerCase();
    return db.update(people).set({ email, emailVerified: true }).where(eq(people.id, id));
  });
}

function tell(peopleCount: number, addressCount: number): void {
  console.log(`
Restored: programmes, projects, milestones, amendments, cells, comments without their words,
evidence, risks, deviations, reports, roles and boards, each as its newest fact says.

Not in facts, and so not restored: names, addresses, ways to sign in, sessions, API tokens,
invitations, requests for access, the words of comments, the log of use, shared links, webhooks,
which files were made of reports, and the files themselves (they are in R2, under their SHA-256). ${peopleCount} people have their roles under their pseudonyms; ${addressCount} of them can
sign in, by the addresses that you gave. Somebody else needs --person PSEUDONYM=ADDRESS, or a new
invitation from one who can.`);
}

function asked(): Asked {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      "persist-to": { type: "string" },
      env: { type: "string", default: "demonstration" },
      sql: { type: "string" },
      person: { type: "string", multiple: true, default: [] },
    },
  });
  const [path] = positionals;
  if (path === undefined || positionals.length > 1) {
    throw new Error("Which file? npm run restore -- FILE.jsonl --persist-to FOLDER");
  }
  const addresses = values.person.map((one): [string, string] => {
    const [id = "", address = ""] = one.split("=");
    if (!address.includes("@")) throw new Error(`${one} is not PSEUDONYM=ADDRESS.`);
    return [id, address];
  });
  return {
    path,
    folder: values["persist-to"] ?? join(".wrangler", "restored"),
    environment: values.env,
    script: values.sql ?? null,
    addresses: new Map(addresses),
  };
}

try {
  await restore(asked());
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
