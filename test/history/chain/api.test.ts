import { asc, like, max, or } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import { comments } from "../../../worker/comments/tables.ts";
import { evidence } from "../../../worker/evidence/tables.ts";
import { statements } from "../../../worker/feedback/tables.ts";
import { hashOf } from "../../../worker/history/record.ts";
import { facts } from "../../../worker/history/tables.ts";
import { FACT_KINDS } from "../../../worker/history/terms.ts";
import { memberships } from "../../../worker/identity/tables.ts";
import { cells } from "../../../worker/progress/tables.ts";
import {
  amendments,
  milestones,
  phases,
  programmes,
  projects,
} from "../../../worker/projects/tables.ts";
import { reports, reportTexts } from "../../../worker/reporting/tables.ts";
import { deviations, risks } from "../../../worker/risks/tables.ts";
import { ok } from "../../support/answers.ts";
import { aStatement } from "../../support/feedback.ts";
import { atRisk, besideThePlan, broughtIn, discussed, story } from "../../support/story.ts";
import { type Client, database, holds, signIn } from "../../support/world.ts";

type Row = typeof facts.$inferSelect;
type Head = { readonly subject: string; readonly version: number; readonly hash: string };

/** Of these no row is made from facts. */
const ROWLESS = ["import", "feedback", "link", "webhook"];

const factRows = () => database().select().from(facts).orderBy(asc(facts.seq));

/** The versioned rows of every table, under the subjects of their facts. */
async function heads(): Promise<Head[]> {
  const db = database();
  const [programmeRows, projectRows, milestoneRows, amendmentRows, cellRows, roleRows] =
    await Promise.all([
      db.select().from(programmes),
      db.select().from(projects),
      db.select().from(milestones),
      db.select().from(amendments),
      db.select().from(cells),
      db.select().from(memberships),
    ]);
  const [reportRows, evidenceRows, riskRows, deviationRows] = await Promise.all([
    db.select().from(reports),
    db.select().from(evidence),
    db.select().from(risks),
    db.select().from(deviations),
  ]);
  const [commentRows, statementRows, textRows] = await Promise.all([
    db.select().from(comments),
    db.select().from(statements),
    db.select().from(reportTexts),
  ]);
  const rowless = await db
    .select({
      subject: facts.subject,
      version: max(facts.version).mapWith(Number),
      hash: facts.hash,
    })
    .from(facts)
    .where(or(...ROWLESS.map((kind) => like(facts.subject, `${kind}:%`))))
    .groupBy(facts.subject);
  const head = (subject: string, { version, hash }: Omit<Head, "subject">) => ({
    subject,
    version,
    hash,
  });
  return [
    ...programmeRows.map((row) => head(`programme:${row.slug}`, row)),
    ...projectRows.map((row) => head(`project:${row.slug}`, row)),
    ...milestoneRows.map((row) => head(`milestone:${row.project}:${row.number}`, row)),
    ...amendmentRows.map((row) => head(`amendment:${row.project}:${row.number}`, row)),
    ...cellRows.map((row) => head(`cell:${row.project}:${row.milestone}:${row.municipality}`, row)),
    ...roleRows.map((row) => head(`membership:${row.project}:${row.person}:${row.role}`, row)),
    ...reportRows.map((row) => head(`report:${row.project}:${row.number}`, row)),
    ...textRows.map((row) => head(`section:${row.project}:${row.report}:${row.section}`, row)),
    ...riskRows.map((row) => head(`risk:${row.project}:${row.number}`, row)),
    ...deviationRows.map((row) => head(`deviation:${row.project}:${row.number}`, row)),
    ...commentRows.map((row) => head(`comment:${row.project}:${row.milestone}:${row.id}`, row)),
    ...statementRows.map((row) => head(`statement:${row.slug}`, row)),
    // What was brought in, feedback, links and webhooks can be without a row: the seal holds them.
    ...rowless.map((row) => head(row.subject, row)),
    ...evidenceRows.map((row) => head(`evidence:${row.project}:${row.id}`, row)),
  ];
}

/** What does not hold in a copy of the facts, beside the heads that they should lead to. */
async function faultsIn(copy: readonly Row[], ends: readonly Head[]): Promise<string[]> {
  const faults: string[] = [];
  const newest = new Map<string, Row>();
  for (const fact of copy) {
    const before = newest.get(fact.subject);
    const linked =
      fact.version === (before?.version ?? 0) + 1 && fact.previousHash === (before?.hash ?? "");
    // The column holds what `record` wrote, which takes the kinds and roles of our lists alone.
    const hash = await hashOf(fact as Parameters<typeof hashOf>[0]);
    if (!linked) faults.push(`${fact.subject} ${fact.version}: link`);
    if (hash !== fact.hash) faults.push(`${fact.subject} ${fact.version}: hash`);
    newest.set(fact.subject, fact);
  }
  for (const { subject, version, hash } of ends) {
    const last = newest.get(subject);
    if (last?.version !== version || last.hash !== hash) faults.push(`${subject}: head`);
    newest.delete(subject);
  }
  return [...faults, ...[...newest.keys()].map((subject) => `${subject}: no head`)];
}

const steps = [...story, ...atRisk, ...discussed, ...broughtIn, ...besideThePlan];

beforeEach(async () => {
  const admin = await signIn({ id: "admin", admin: true });
  for (const { take } of steps) await take();
  await saidByMany(admin);
});

/** A comment that is changed and removed by another, a statement, and feedback that is dealt with. */
async function saidByMany(admin: Client): Promise<void> {
  const lead = await signIn({ id: "lead", memberships: [holds("lead", "demo")] });
  const path = "/api/projects/demo/milestones/1/comments";
  const { id } = await ok<{ id: string }>(await lead.send("POST", path, { text: "Sana" }), 201);
  const comment = `/api/projects/demo/comments/${id}`;
  await ok(await lead.send("PATCH", comment, { text: "Toinen sana" }, { version: 1 }));
  const removal = { reason: "Väärä paikka" };
  await ok(await admin.send("POST", `${comment}/withdraw`, removal, { version: 2 }));
  await ok(await admin.send("PUT", "/api/accessibility", aStatement, { version: 0 }));
  const feedback = await ok<{ id: string }>(
    await admin.send("POST", "/api/feedback", { category: "other", text: "Kiitos" }),
    201,
  );
  const own = `/api/feedback/${feedback.id}`;
  await ok(await admin.send("POST", `${own}/answer`, { answer: "Samoin" }, { version: 0 }));
  await ok(await admin.send("POST", `${own}/close`, { because: "Valmis" }, { version: 1 }));
  await handedOut(lead);
}

/** A link that is revoked, and a webhook that is turned off and removed. */
async function handedOut(lead: Client): Promise<void> {
  const links = "/api/projects/demo/links";
  const shared = { report: 1, formats: ["json"], name: "Rahoittaja" };
  const link = await ok<{ id: string }>(await lead.send("POST", links, shared), 201);
  await lead.send("DELETE", `${links}/${link.id}`);
  const webhooks = "/api/projects/demo/webhooks";
  const target = { url: "https://rahoittaja.example/" };
  const { id } = await ok<{ id: string }>(await lead.send("POST", webhooks, target), 201);
  await ok(await lead.send("PATCH", `${webhooks}/${id}`, { isEnabled: false }, { version: 1 }));
  await lead.send("DELETE", `${webhooks}/${id}`);
}

describe("the facts of two years", () => {
  test("are one unbroken chain for each subject, ending in what the tables hold", async () => {
    const copy = await factRows();
    // A batch of three, a grant of three milestones, an amendment of a project and three milestones,
    // the administrator's role, those of the projects' creator, and what two imports changed.
    // Beside the steps: a role, three of a comment, a statement, two of feedback, two of a link,
    // three of a webhook.
    expect(copy).toHaveLength(steps.length + 14 + 7 + 5);
    expect(new Set(copy.map(({ kind }) => kind))).toEqual(new Set(FACT_KINDS));
    expect(await faultsIn(copy, await heads())).toEqual([]);
  });

  test.each([
    ["scope", "other"],
    ["subject", "cell:demo:9:837"],
    ["version", 9],
    ["kind", "progress.changed"],
    ["actor", "someone"],
    ["role", "steering"],
    ["at", "2020-01-01T00:00:00.000Z"],
    ["key", "another"],
    ["detail", "{}"],
    ["previousHash", "0".repeat(64)],
    ["hash", "0".repeat(64)],
  ] as const)(
    "are found out in a copy whose %s was changed, whichever fact it is",
    async (field, value) => {
      const [copy, ends] = [await factRows(), await heads()];
      for (const index of copy.keys()) {
        const tampered = copy.map((fact, at) =>
          at === index ? { ...fact, [field]: value } : fact,
        );
        expect(await faultsIn(tampered, ends), `fact ${index}`).not.toEqual([]);
      }
    },
  );

  test("are found out in a copy with one left out, one doubled, or two of a subject swapped", async () => {
    const [copy, ends] = [await factRows(), await heads()];
    for (const [index, fact] of copy.entries()) {
      expect(await faultsIn(copy.toSpliced(index, 1), ends)).not.toEqual([]);
      expect(await faultsIn(copy.toSpliced(index, 0, fact), ends)).not.toEqual([]);
      const later = copy.findIndex((one, at) => at > index && one.subject === fact.subject);
      const other = copy[later];
      if (!other) continue;
      expect(await faultsIn(copy.with(index, other).with(later, fact), ends)).not.toEqual([]);
    }
  });

  test("are found out in a copy that was changed and hashed anew without the ones after it", async () => {
    const [copy, ends] = [await factRows(), await heads()];
    for (const [index, fact] of copy.entries()) {
      const changed = { ...fact, actor: "someone" };
      // As above: kinds and roles are those of our lists.
      const hash = await hashOf(changed as Parameters<typeof hashOf>[0]);
      expect(await faultsIn(copy.with(index, { ...changed, hash }), ends)).not.toEqual([]);
    }
  });

  test("say of everything what the tables say: the whole state can be built from them", async () => {
    const said = new Map(
      (await factRows()).map(({ subject, detail }) => [subject, afterOf(detail)]),
    );
    const db = database();
    const phaseRows = await db.select().from(phases);
    for (const row of await db.select().from(projects)) {
      const {
        phases: phasesSaid,
        municipalities: _,
        ...projectSaid
      } = said.get(`project:${row.slug}`) ?? {};
      expect(row).toMatchObject(projectSaid);
      const own = phaseRows.filter(({ project }) => project === row.slug);
      expect(own.map(({ project: __, ...phase }) => phase)).toEqual(phasesSaid);
    }
    const [programmeRow] = await db.select().from(programmes);
    expect(programmeRow).toMatchObject(said.get("programme:rrp") ?? {});
    for (const row of await db.select().from(milestones)) {
      expect(row).toMatchObject(said.get(`milestone:${row.project}:${row.number}`) ?? {});
    }
    for (const row of await db.select().from(amendments)) {
      expect(row).toMatchObject(said.get(`amendment:${row.project}:${row.number}`) ?? {});
    }
    for (const row of await db.select().from(cells)) {
      const { project, milestone, municipality, version: _v, hash: _h, ...state } = row;
      expect(state).toEqual(said.get(`cell:${project}:${milestone}:${municipality}`));
    }
    for (const { version: _v, hash: _h, ...role } of await db.select().from(memberships)) {
      expect(role).toEqual(said.get(`membership:${role.project}:${role.person}:${role.role}`));
    }
    for (const { version: _v, hash: _h, ...report } of await db.select().from(reports)) {
      expect(report).toEqual(said.get(`report:${report.project}:${report.number}`));
    }
    for (const { version: _v, hash: _h, ...section } of await db.select().from(reportTexts)) {
      const { project, report } = section;
      expect(section).toEqual(said.get(`section:${project}:${report}:${section.section}`));
    }
    for (const [kind, table] of Object.entries({ risk: risks, deviation: deviations })) {
      for (const row of await db.select().from(table)) {
        const { project, version: _v, hash: _h, changedAt: _c, ...state } = row;
        expect(state).toEqual(said.get(`${kind}:${project}:${row.number}`));
      }
    }
  });

  test("carry what was before, equal to what the fact before said became", async () => {
    const newest = new Map<string, unknown>();
    for (const { subject, detail } of await factRows()) {
      const { before, after } = JSON.parse(detail) as { before: unknown; after: unknown };
      // That feedback has come is told by no fact, so its first one is not its beginning.
      const isFirst = !newest.has(subject) && subject.startsWith("feedback:");
      if (!isFirst) expect(before, subject).toEqual(newest.get(subject) ?? null);
      newest.set(subject, after);
    }
  });
});

const afterOf = (detail: string) =>
  (JSON.parse(detail) as { after: Record<string, unknown> }).after;
