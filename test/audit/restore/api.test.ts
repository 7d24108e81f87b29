import { env } from "cloudflare:workers";
import { describe, expect, test } from "vitest";
import { inAnyOrder, replay, requestsIn, WRITES } from "../../../drizzle/replay.ts";
import { inlined } from "../../../drizzle/sql.ts";
import type { FactLine } from "../../../drizzle/verify.ts";
import type { VerifyView } from "../../../worker/audit/contract/history.ts";
import type { EvidenceItem } from "../../../worker/evidence/contract.ts";
import { writeEvidence } from "../../../worker/evidence/record.ts";
import { happened, record } from "../../../worker/history/record.ts";
import { runBatch, type Statement } from "../../../worker/platform/database.ts";
import { ok } from "../../support/answers.ts";
import { aStatement } from "../../support/feedback.ts";
import { freshDatabase } from "../../support/fresh.ts";
import { atRisk, besideThePlan, broughtIn, discussed, story } from "../../support/story.ts";
import { at, type Client, database, project, signIn } from "../../support/world.ts";

/** What follows from facts. The others hold what facts do not know of, or are the register. */
const RESTORED = [
  "facts",
  "programmes",
  "projects",
  "participations",
  "phases",
  "milestones",
  "amendments",
  "cells",
  "comments",
  "boards",
  "memberships",
  "evidence",
  "files",
  "risks",
  "deviations",
  "reports",
  "report_texts",
  "report_editions",
  "statements",
];
const LEFT_OUT = [
  "access_requests",
  "accounts",
  "comment_texts",
  "deliveries",
  "delivery_attempts",
  "delivery_cursors",
  "demo_letters",
  "feedback",
  "guards",
  "invitations",
  "limits",
  "mentions",
  "people",
  // Made again of the editions that they are files of.
  "report_files",
  "report_links",
  "report_notices",
  "requests",
  "saved_views",
  "sessions",
  "tokens",
  "uses",
  "verifications",
  "webhooks",
];
const REGISTER = ["counties", "municipalities"];

const rowsOf = async (table: string) => {
  const { results } = await env.DB.prepare(`SELECT * FROM ${table}`).all();
  return results.map((row) => JSON.stringify(row)).toSorted();
};

async function tables(): Promise<Record<string, unknown>> {
  const all = await Promise.all(RESTORED.map(rowsOf));
  return Object.fromEntries(RESTORED.map((table, index) => [table, all[index]]));
}

/** Two years of one project, another one beside it, and what people did to both by HTTP. */
async function played(): Promise<Client> {
  const admin = await signIn({ id: "admin", admin: true });
  for (const { take } of [...story, ...atRisk, ...discussed, ...broughtIn, ...besideThePlan])
    await take();
  await shownByFile();
  await ok(await admin.send("PUT", "/api/accessibility", aStatement, { version: 0 }));
  const again = { ...aStatement, conformance: "full", shortcomings: [] };
  await ok(await admin.send("PUT", "/api/accessibility", again, { version: 1 }));
  const other = { ...project, slug: "other", name: "Toinen 'hanke'?" };
  await ok(await admin.send("POST", "/api/projects", other, { key: "toinen" }), 201);
  for (const title of ["Yksi", "Kaksi"]) {
    const milestone = { phase: 1, title, dueOnByMunicipality: { "837": "2024-01-31" } };
    await ok(await admin.send("POST", "/api/projects/other/milestones", milestone), 201);
  }
  const cells = ["837", "536"].flatMap((municipality) =>
    [1, 2].map((milestone) => ({
      milestone,
      municipality,
      version: 0,
      declared: "paused",
      reason: "Ei ehditty; '?' ja \"?\"",
      note: "Rivi\nja toinen 😀",
    })),
  );
  await ok(await admin.send("POST", "/api/projects/other/progress/batch", cells, { key: "monta" }));
  const lead = { project: "other", role: "lead" } as const;
  await signIn({
    id: "toinen-lead",
    memberships: [{ ...lead, municipalities: [], deputyFor: [] }],
  });
  await ok(
    await admin.send("DELETE", "/api/projects/other/members/admin/lead", undefined, { version: 1 }),
  );
  return signIn({ id: "vaki", admin: true });
}

const item: EvidenceItem = {
  id: "kuva",
  project: "demo",
  milestone: 1,
  municipalities: ["536", "837"],
  kind: "file",
  title: "Pöytäkirja",
  note: "",
  url: null,
  digest: "d".repeat(64),
  fileName: "pöytäkirja.pdf",
  mediaType: "application/pdf",
  size: 1234,
  record: null,
  state: "submitted",
  review: "",
  addedBy: "admin",
  addedAt: "2024-12-10T09:00:00.000Z",
  reviewedBy: null,
  reviewedAt: null,
};
/** A file as evidence, given and accepted: facts and rows as its record writes them. */
async function shownByFile(): Promise<void> {
  const same = { scope: "demo", role: "lead" } as const;
  const [given, accepted] = [at("2024-12-10T09:00:00.000Z"), at("2024-12-11T09:00:00.000Z")];
  const subject = "evidence:demo:kuva";
  const first = { ...same, subject, kind: "evidence.added", before: null, after: item } as const;
  const fact = await happened(given, null, first);
  await runBatch(given.db, [...record([fact]), ...writeEvidence(given.db, item, fact)]);
  const after: EvidenceItem = { ...item, state: "accepted", reviewedBy: "admin" };
  const second = { ...same, subject, kind: "evidence.reviewed", before: item, after } as const;
  const next = await happened(accepted, fact, second);
  await runBatch(given.db, [...record([next]), ...writeEvidence(given.db, after, next)]);
}

async function exported(admin: Client): Promise<FactLine[]> {
  const answer = await admin.get("/api/history/export?scope=all");
  const text = new TextDecoder().decode(await answer.arrayBuffer());
  const lines = text.trim().split("\n").slice(1, -1);
  return lines.map((line) => JSON.parse(line) as FactLine);
}

const views = ["progress", "summary", "reports", "milestones", "attention", "export?format=json"];

async function viewsOf(admin: Client): Promise<string[]> {
  const paths = ["demo", "other"].flatMap((slug) =>
    views.map((view) => `/api/projects/${slug}/${view}`),
  );
  const past = "/api/projects/demo/progress?asOf=2023-09-30";
  const texts = await Promise.all(
    ["/api/portfolio", "/api/programmes", past, ...paths].map(async (path) => {
      const answer = await admin.get(path);
      expect(answer.status, path).toBe(200);
      return answer.text();
    }),
  );
  return texts.map((text) => text.replaceAll(/"asOf":"[^"]+"/g, ""));
}

async function restored(
  facts: readonly FactLine[],
  run: (statements: readonly Statement[]) => Promise<void>,
): Promise<void> {
  await freshDatabase();
  const known = new Set<string>();
  for await (const request of requestsIn(facts)) {
    await run([inAnyOrder, ...replay(database(), request, known)]);
  }
}

describe("a database that is rebuilt from its facts", () => {
  test.each([
    ["by statements", (statements: readonly Statement[]) => runBatch(database(), statements)],
    [
      "by a script",
      async (statements: readonly Statement[]) => {
        await env.DB.batch(statements.map((one) => env.DB.prepare(inlined(one))));
      },
    ],
  ] as const)("is the same, row by row and byte by byte, %s", async (_, run) => {
    const admin = await played();
    const [before, facts] = [await tables(), await exported(admin)];
    const shown = await viewsOf(admin);
    await restored(facts, run);
    const after = await tables();
    for (const table of RESTORED) expect(after[table], table).toEqual(before[table]);
    // A table that is empty would be restored by anything.
    for (const table of RESTORED) expect(after[table], table).not.toEqual([]);
    // Nobody's session is there any more: somebody new looks at it.
    const again = await signIn({ id: "uusi", admin: true });
    expect(await viewsOf(again)).toEqual(shown);
    const all = await ok<VerifyView>(await again.get("/api/history/verify?scope=all"));
    expect(all).toMatchObject({ facts: facts.length + 1, problems: [], next: null });
    const demo = await again.get("/api/history/verify?project=demo");
    expect((await ok<VerifyView>(demo)).problems).toEqual([]);
  });

  test("knows people by their pseudonyms alone, each once", async () => {
    const admin = await played();
    const facts = await exported(admin);
    await restored(facts, (statements) => runBatch(database(), statements));
    const people = await env.DB.prepare("SELECT * FROM people ORDER BY id").all();
    expect(people.results.map(({ id }) => id)).toEqual([
      "admin",
      "toinen-lead",
      "vaki",
      "yhdyshenkilo",
    ]);
    for (const person of people.results) {
      expect(person).toMatchObject({ name: "", email: null, email_verified: 0, demo: 0 });
    }
    for (const table of LEFT_OUT.filter((one) => one !== "people")) {
      expect(await rowsOf(table), table).toEqual([]);
    }
  });

  test("goes on from where it was: the next change is the next version", async () => {
    const admin = await played();
    const facts = await exported(admin);
    await restored(facts, (statements) => runBatch(database(), statements));
    const again = await signIn({ id: "uusi", admin: true });
    const cell = "/api/projects/other/progress/1/837";
    await ok(await again.send("PATCH", cell, { declared: "in_progress" }, { version: 1 }));
    const { problems } = await ok<VerifyView>(await again.get("/api/history/verify?project=other"));
    expect(problems).toEqual([]);
  });
});

test("facts from before plans could be granted are restored as ungranted", async () => {
  const admin = await played();
  const before = await tables();
  const older = (await exported(admin)).map((fact) => ({
    ...fact,
    detail: fact.detail.replaceAll(
      /,"(evidenceKinds|predecessors|successors|publicParts)":\[\]|,"(measure|granted|amendment|grantedOn)":null|,"state":"active"/g,
      "",
    ),
  }));
  expect(older.some(({ detail }) => detail.includes("evidenceKinds"))).toBe(false);
  await restored(older, (statements) => runBatch(database(), statements));
  const after = await tables();
  for (const table of ["projects", "milestones", "boards"]) {
    expect(after[table], table).toEqual(before[table]);
  }
});

test("no table is forgotten: each is restored, left out on purpose, or the register", async () => {
  const { results } = await env.DB.prepare(
    "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT GLOB '_*' AND name NOT GLOB 'sqlite_*' AND name NOT GLOB 'd1_*'",
  ).all<{ name: string }>();
  expect(results.map(({ name }) => name).toSorted()).toEqual(
    [...RESTORED, ...LEFT_OUT, ...REGISTER].toSorted(),
  );
});

test("a fact that nothing knows how to write stops it", () => {
  expect(() => replay(database(), [{ subject: "weather:x" } as FactLine], new Set())).toThrow(
    "Nothing knows how to write weather:x.",
  );
});

test("every table that follows facts has somebody who writes it", async () => {
  const { results } = await env.DB.prepare(
    "SELECT count(*) AS tables FROM sqlite_schema WHERE type = 'table' AND sql GLOB '*`version`*`hash`*' AND name <> 'facts'",
  ).all();
  // An import has facts and no row; feedback has a row that follows facts, and is not made from them.
  expect(results).toEqual([{ tables: Object.keys(WRITES).length - 1 }]);
});
