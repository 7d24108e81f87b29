import { env } from "cloudflare:workers";
import { beforeEach, describe, expect, test } from "vitest";
import { digest } from "../../../worker/kernel/digest.ts";
import { declareProgress } from "../../../worker/progress/commands.ts";
import { CellChange } from "../../../worker/progress/contract/progress.ts";
import { ReportDocument } from "../../../worker/reporting/contract/document.ts";
import type { StatusExport } from "../../../worker/reporting/contract/exports.ts";
import type { ReportList, ReportView } from "../../../worker/reporting/contract/reports.ts";
import { reportsMax } from "../../../worker/reporting/terms.ts";
import { factCount, ok, pathsOf, refusal } from "../../support/answers.ts";
import { at, aWorld, type Client, holds, project, signIn, stranger } from "../../support/world.ts";

const reports = "/api/projects/demo/reports";
const exported = "/api/projects/demo/export?format=json";
const cell = "/api/projects/demo/progress/1/837";

const draft = async (by: Client, name = "Väliraportti") =>
  ok<ReportView>(await by.send("POST", reports, { name, message: "Hyvin menee" }), 201);
const submit = async (by: Client, number: number, version = 1) =>
  by.send("POST", `${reports}/${number}/submit`, undefined, { version });
const change = async (by: Client, number: number, body: object, version = 1) =>
  by.send("PATCH", `${reports}/${number}`, body, { version });
const listed = async (by: Client, query = "") =>
  (await ok<ReportList>(await by.get(`${reports}${query}`))).items;
const fileOf = async (by: Client, path: string) => {
  const answer = await by.get(path);
  const body = await answer.text();
  expect({ status: answer.status, body }).toMatchObject({ status: 200 });
  return body;
};
/** A JSON export has the schema of its contract: `jsonExport` of other tests holds it to that. */
const documentIn = (file: string) => ReportDocument.parse(JSON.parse(file));
const figuresIn = (file: string) => JSON.parse(file) as StatusExport;
const declare = async (by: Client, body: object, version: number) =>
  ok(await by.send("PATCH", cell, body, { version }));
/** A millisecond that no earlier request has. */
const aMoment = () => new Promise((resolve) => setTimeout(resolve, 3));

let world: Awaited<ReturnType<typeof aWorld>>;
beforeEach(async () => {
  world = await aWorld();
  await declare(world.lead, { declared: "in_progress", note: "kanarialintu" }, 0);
  await aMoment();
});

/** A report that was submitted, with the moment of its figures. */
async function submitted(name?: string) {
  const { number } = await draft(world.lead, name);
  const view = await ok<ReportView>(await submit(world.lead, number));
  await aMoment();
  return { ...view, asOf: view.asOf ?? "" };
}

describe("a report", () => {
  test("is drafted, changed and submitted, each a version and a fact", async () => {
    const { lead } = world;
    const facts = await factCount();
    const created = await lead.send("POST", reports, { name: "Väliraportti" });
    expect(created.headers.get("location")).toBe(`${reports}/1`);
    expect(created.headers.get("etag")).toBe('"1"');
    expect(await ok(created, 201)).toEqual({
      project: "demo",
      number: 1,
      name: "Väliraportti",
      message: "",
      budget: null,
      period: null,
      state: "draft",
      turn: "team",
      edition: 0,
      asOf: null,
      correction: null,
      decision: null,
      accepted: null,
      fingerprint: null,
      size: null,
      createdAt: expect.any(String),
      version: 1,
    });
    const changed = await ok(await change(lead, 1, { message: "Uutta" }));
    expect(changed).toMatchObject({ name: "Väliraportti", message: "Uutta", version: 2 });
    const before = new Date().toISOString();
    const done = await ok<ReportView>(await submit(lead, 1, 2));
    expect(done).toMatchObject({ state: "submitted", message: "Uutta", version: 3 });
    expect((done.asOf ?? "") >= before).toBe(true);
    expect(await factCount()).toBe(facts + 3);
    expect(await ok(await lead.get(`${reports}/1`))).toMatchObject(done);
  });

  test("changes no more once it is submitted, nor is submitted again", async () => {
    const { lead, admin } = world;
    const { number, version } = await submitted();
    const before = await listed(lead);
    for (const person of [lead, admin]) {
      await refusal(await change(person, number, { name: "Toinen" }, version), 409, "locked");
      await refusal(await submit(person, number, version), 409, "locked");
      await refusal(await submit(person, number, 1), 412, "stale");
    }
    expect(await listed(lead)).toEqual(before);
  });

  test("is submitted once when two submit it at once", async () => {
    const { lead, admin } = world;
    await draft(lead);
    const answers = await Promise.all([submit(lead, 1), submit(admin, 1)]);
    const [won, lost] = answers.toSorted((a, b) => a.status - b.status);
    const view = won && (await ok<ReportView>(won));
    expect(lost && (await refusal(lost, 412, "stale")).current).toEqual(view);
    expect(await listed(lead)).toEqual([view]);
  });

  test("is either changed or submitted when both come at once", async () => {
    const { lead, admin } = world;
    await draft(lead);
    const answers = await Promise.all([submit(lead, 1), change(admin, 1, { name: "Toinen" })]);
    expect(answers.map(({ status }) => `${status}`).toSorted()).toEqual(["200", "412"]);
    expect(await listed(lead)).toMatchObject([{ version: 2 }]);
  });

  test("has a number of its own when two are begun at once", async () => {
    const { lead, admin } = world;
    const both = await Promise.all([draft(lead, "A"), draft(admin, "B")]);
    expect(both.map(({ number }) => `${number}`).toSorted()).toEqual(["1", "2"]);
  });

  test("needs the version to change or submit it, and shows the current one", async () => {
    const { lead } = world;
    const view = await draft(lead);
    const patch = await lead.send("PATCH", `${reports}/1`, { name: "x" });
    await refusal(patch, 428, "precondition_required");
    const post = await lead.send("POST", `${reports}/1/submit`);
    await refusal(post, 428, "precondition_required");
    for (const answer of [await submit(lead, 1, 2), await change(lead, 1, { name: "x" }, 9)]) {
      const { current } = await refusal(answer, 412, "stale");
      expect(current).toEqual(view);
    }
  });

  test("is answered again to the same request with the same key", async () => {
    const { lead } = world;
    const send = () => lead.send("POST", reports, { name: "A" }, { key: "raportti" });
    const [first, second] = [await ok(await send(), 201), await ok(await send(), 201)];
    expect(second).toEqual(first);
    const finish = () =>
      lead.send("POST", `${reports}/1/submit`, undefined, { version: 1, key: "lahetys" });
    const [done, again] = [await ok(await finish()), await ok(await finish())];
    expect(again).toEqual(done);
  });

  test("is refused with a fault in what is said", async () => {
    const { lead } = world;
    await draft(lead);
    for (const [body, paths] of [
      [{}, ["name"]],
      [{ name: " " }, ["name"]],
      [{ name: "x".repeat(121), message: "y".repeat(2001) }, ["message", "name"]],
      [{ name: "x", state: "submitted", asOf: "2024-01-01" }, ["asOf", "state"]],
    ] as const) {
      const answer = await refusal(await lead.send("POST", reports, body), 400, "invalid");
      expect(pathsOf(answer)).toEqual(paths);
    }
    await refusal(await change(lead, 1, {}), 400, "invalid");
    await refusal(await change(lead, 1, { asOf: "2024-01-01" }), 400, "invalid");
    await refusal(await change(lead, 2, { name: "x" }), 404, "not_found");
    await refusal(await submit(lead, 9999), 404, "not_found");
  });

  test("is one of a bounded number", async () => {
    const { lead } = world;
    const hash = "f".repeat(64);
    await draft(lead);
    await env.DB.batch([
      env.DB.prepare(
        `INSERT INTO facts (scope, subject, version, kind, actor, role, at, key, detail, previous_hash, hash)
         SELECT scope, 'report:demo:${reportsMax}', 1, kind, actor, role, at, 'last', detail, '', ?
         FROM facts WHERE subject = 'report:demo:1'`,
      ).bind(hash),
      env.DB.prepare(
        `INSERT INTO reports (project, number, name, message, state, created_at, version, hash)
         SELECT project, ${reportsMax}, name, message, state, created_at, 1, ? FROM reports`,
      ).bind(hash),
    ]);
    await refusal(await lead.send("POST", reports, { name: "x" }), 409, "locked");
  });

  test("is written by leads and administrators alone", async () => {
    const { contact, steering, funder, admin, lead } = world;
    await admin.send("POST", "/api/projects", { ...project, slug: "other" });
    const otherLead = await signIn({ id: "other", memberships: [holds("lead", "other")] });
    await draft(lead);
    const writes = async (person: Client) => [
      await person.send("POST", reports, { name: "x" }),
      await change(person, 1, { name: "x" }),
      await submit(person, 1),
    ];
    for (const person of [contact, steering]) {
      for (const answer of await writes(person)) await refusal(answer, 403, "forbidden");
    }
    const [posted, ...others] = await writes(funder);
    expect(posted?.status).toBe(403);
    for (const answer of others) await refusal(answer, 404, "not_found");
    for (const answer of await writes(otherLead)) await refusal(answer, 404, "not_found");
    for (const answer of await writes(stranger)) await refusal(answer, 401, "signed_out");
    expect(await listed(lead)).toMatchObject([{ name: "Väliraportti", version: 1 }]);
  });
});

describe("the figures of a submitted report", () => {
  test("stay as they were, byte for byte, under their fingerprint", async () => {
    const { lead, admin } = world;
    const { number, fingerprint } = await submitted();
    const path = `${reports}/${number}/export?format=json`;
    const before = await fileOf(lead, path);
    expect(await digest(before)).toBe(fingerprint);
    await declare(lead, { declared: "done" }, 1);
    const plan = { title: "Toinen nimi", dueOn: "2024-01-31", weight: 5 };
    await ok(await lead.send("PATCH", "/api/projects/demo/milestones/1", plan, { version: 1 }));
    await ok(
      await lead.send("POST", "/api/projects/demo/milestones", { phase: 1, title: "Uusi" }),
      201,
    );
    const renamed = { name: "Uusi hanke", municipalities: ["211", "536", "837"] };
    await ok(await lead.send("PATCH", "/api/projects/demo", renamed, { version: 1 }));
    const other = { name: "Uusi ohjelma", funder: "Toinen" };
    await ok(await admin.send("PATCH", "/api/programmes/rrp", other, { version: 1 }));
    expect(await fileOf(lead, path)).toBe(before);
    expect(await fileOf(world.funder, path)).toBe(before);
  });

  test("stay as they were when a change that began before arrives after", async () => {
    const { lead } = world;
    const { number, asOf } = await submitted();
    const path = `${reports}/${number}/export?format=json`;
    const before = await fileOf(lead, path);
    const earlier = new Date(Date.parse(asOf) - 1).toISOString();
    const place = { project: "demo", milestone: 1, municipality: "837" };
    const late = declareProgress(at(earlier), place, 1, CellChange.parse({ declared: "done" }));
    await late.catch(() => undefined);
    expect(await fileOf(lead, path)).toBe(before);
  });

  test("of a draft are those of now", async () => {
    const { lead } = world;
    await draft(lead);
    const path = `${reports}/1/export?format=json`;
    const before = documentIn(await fileOf(lead, path));
    expect(before).toMatchObject({ edition: null });
    expect(before.cells.some(({ declared }) => declared === "done")).toBe(false);
    await declare(lead, { declared: "done" }, 1);
    const after = documentIn(await fileOf(lead, path));
    expect(after.cells.find(({ declared }) => declared === "done")).toMatchObject({ milestone: 1 });
  });

  test("carry no notes", async () => {
    const { lead, funder } = world;
    const { number } = await submitted();
    for (const person of [lead, funder]) {
      for (const path of [`${reports}/${number}/export?format=json`, exported]) {
        expect(await fileOf(person, path)).not.toContain("kanarialintu");
      }
    }
  });
});

describe("a funder", () => {
  test("sees what was submitted, and of drafts nothing", async () => {
    const { lead, funder } = world;
    const first = await submitted("Ensimmäinen");
    await draft(lead, "kanaria luonnos");
    expect(await listed(funder)).toEqual([first]);
    expect(await ok(await funder.get(`${reports}/1`))).toMatchObject(first);
    await refusal(await funder.get(`${reports}/2`), 404, "not_found");
    await refusal(await funder.get(`${reports}/2/export?format=json`), 404, "not_found");
    const [missing, hidden] = [await funder.get(`${reports}/3`), await funder.get(`${reports}/2`)];
    expect(await hidden.text()).toBe(await missing.text());
    expect((await listed(lead)).map(({ number }) => number)).toEqual([2, 1]);
  });

  test("is given no export before a report was submitted, drafted or not", async () => {
    const { lead, funder } = world;
    await refusal(await funder.get(exported), 404, "not_found");
    await draft(lead);
    await refusal(await funder.get(exported), 404, "not_found");
    expect((await lead.get(exported)).status).toBe(200);
  });

  test("is given the figures of the newest report that was submitted, and nothing younger", async () => {
    const { lead, funder } = world;
    const first = await submitted();
    await declare(lead, { declared: "paused", reason: "kanaria syy" }, 1);
    await draft(lead, "Luonnos");
    await aMoment();
    const given = await fileOf(funder, exported);
    expect(JSON.parse(given)).toMatchObject({ asOf: first.asOf });
    expect(given).not.toContain("kanaria");
    const second = await ok<ReportView>(await submit(lead, 2));
    const newer = await fileOf(funder, exported);
    expect(JSON.parse(newer)).toMatchObject({ asOf: second.asOf });
    expect(newer).toContain("kanaria syy");
  });

  test("is given, as of a moment, the newest report that was submitted up to then", async () => {
    const { lead, funder } = world;
    const first = await submitted();
    await declare(lead, { declared: "done" }, 1);
    await aMoment();
    const between = new Date().toISOString();
    await aMoment();
    const second = await submitted();
    const then = async (moment: string) =>
      figuresIn(await fileOf(funder, `${exported}&asOf=${moment}`)).asOf;
    expect(await then(first.asOf)).toBe(first.asOf);
    expect(await then(between)).toBe(first.asOf);
    expect(await then(second.asOf)).toBe(second.asOf);
    const before = new Date(Date.parse(first.asOf) - 1).toISOString();
    await refusal(await funder.get(`${exported}&asOf=${before}`), 404, "not_found");
    await refusal(await funder.get(`${exported}&asOf=2024-06-30`), 404, "not_found");
    await refusal(await funder.get(`${exported}&asOf=2100-01-01`), 400, "invalid");
  });

  test("is not given another project's report", async () => {
    const { admin, funder } = world;
    await ok(await admin.send("POST", "/api/projects", { ...project, slug: "other" }), 201);
    const others = "/api/projects/other/reports";
    await ok(await admin.send("POST", others, { name: "kanaria" }), 201);
    await ok(await admin.send("POST", `${others}/1/submit`, undefined, { version: 1 }));
    await submitted();
    for (const path of [others, `${others}/1`, `${others}/1/export?format=json`]) {
      await refusal(await funder.get(path), 404, "not_found");
    }
    await refusal(await funder.get("/api/projects/other/export?format=json"), 404, "not_found");
    expect(await fileOf(funder, exported)).not.toContain("kanaria");
  });

  test("sees no matrix, summary, plan, cell, history or members", async () => {
    await submitted();
    for (const rest of [
      "/progress",
      "/summary",
      "/milestones",
      "/milestones/1",
      "/progress/1/837",
      "/progress/1/837/history",
      "/members",
      "/members/history",
      "/invitations",
      "/access-requests",
      "/risks",
      "/deviations",
    ]) {
      await refusal(await world.funder.get(`/api/projects/demo${rest}`), 403, "forbidden");
    }
    const portfolio = await (await world.funder.get("/api/portfolio")).text();
    expect(portfolio).not.toContain("in_progress");
  });
});

describe("the list of reports", () => {
  test("comes newest first in pages that hold every report once", async () => {
    const { lead, steering } = world;
    for (const name of ["A", "B", "C"]) await draft(lead, name);
    const seen: ReportView[] = [];
    for (let cursor = ""; ;) {
      const page = await ok<ReportList>(await steering.get(`${reports}?limit=2${cursor}`));
      seen.push(...page.items);
      if (page.nextCursor === null) break;
      cursor = `&cursor=${page.nextCursor}`;
    }
    expect(seen.map(({ name }) => name)).toEqual(["C", "B", "A"]);
  });

  test("is empty where there are none, and for a funder where there are only drafts", async () => {
    const { lead, funder } = world;
    expect(await listed(lead)).toEqual([]);
    await draft(lead);
    expect(await listed(funder)).toEqual([]);
  });
});

test.each([
  [
    "change a submitted report",
    "UPDATE reports SET as_of = '2020-01-01T00:00:00.000Z', version = 3",
  ],
  [
    "make it a draft again",
    "UPDATE reports SET state = 'draft', as_of = NULL, version = version + 1",
  ],
  ["remove a report", "DELETE FROM reports"],
  ["replace a report", "INSERT OR REPLACE INTO reports SELECT * FROM reports"],
])("the database refuses to %s", async (_, statement) => {
  const before = await submitted();
  await expect(env.DB.prepare(statement).run()).rejects.toThrow(/reports: /);
  expect(await listed(world.lead)).toEqual([before]);
});
