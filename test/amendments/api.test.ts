import { env } from "cloudflare:workers";
import { beforeEach, describe, expect, test } from "vitest";
import { app } from "../../worker/app.ts";
import type { MatrixView } from "../../worker/progress/contract/progress.ts";
import type { AmendmentDetail } from "../../worker/projects/contract/amendments.ts";
import type { AmendmentView, MilestoneView } from "../../worker/projects/contract/plan.ts";
import type { ProjectView } from "../../worker/projects/contract/projects.ts";
import { factCount, ok, pathsOf, refusal } from "../support/answers.ts";
import { aProject, aWorld, type Client, holds, origin, signIn } from "../support/world.ts";

const demo = "/api/projects/demo";
const amendments = `${demo}/amendments`;
const grantedOn = "2023-02-01";
const made = { phase: 2, title: "Uusi välitavoite", dueOn: "2024-09-30" };
const told = {
  title: "Väliarvioinnin muutos",
  reason: "Pilotit opettivat",
  decidedOn: "2024-05-31",
};
const change = {
  kind: "change",
  number: 1,
  version: 2,
  set: { dueOn: "2023-12-31", dueOnByMunicipality: { "536": "2024-01-31" } },
};

type World = Awaited<ReturnType<typeof aWorld>>;
let world: World;

const grant = (by: Client, version = 1) =>
  by.send("POST", `${demo}/grant`, { grantedOn, reason: "Rahoituspäätös" }, { version });
const amend = (by: Client, ...changes: readonly object[]) =>
  by.send("POST", amendments, { ...told, changes });
const milestoneAt = async (number: number) =>
  ok<MilestoneView>(await world.lead.get(`${demo}/milestones/${number}`));

beforeEach(async () => {
  world = await aWorld();
});

describe("granting a plan", () => {
  test("freezes every milestone with the project, each with its fact", async () => {
    const facts = await factCount();
    const answer = await grant(world.lead);
    expect(answer.headers.get("etag")).toBe('"2"');
    expect(await ok<ProjectView>(answer)).toMatchObject({ grantedOn, version: 2 });
    expect(await factCount()).toBe(facts + 4);
    expect(await milestoneAt(1)).toMatchObject({
      granted: { dueOn: "2023-06-30", dueOnByMunicipality: {}, goal: null },
      version: 2,
    });
    expect(await milestoneAt(2)).toMatchObject({ granted: { dueOn: null, goal: 100 } });
    const { results } = await env.DB.prepare(
      "SELECT kind, detail ->> 'reason' AS reason FROM facts ORDER BY seq DESC LIMIT 4",
    ).all();
    expect(results.toReversed()).toEqual([
      { kind: "plan.granted", reason: "Rahoituspäätös" },
      ...Array.from({ length: 3 }, () => ({ kind: "milestone.changed", reason: "Rahoituspäätös" })),
    ]);
  });

  test("shows the granted date in every cell beside the date of today", async () => {
    await ok(await grant(world.lead));
    const { cells, project } = await ok<MatrixView>(await world.lead.get(`${demo}/progress`));
    expect(project.grantedOn).toBe(grantedOn);
    expect(cells.map(({ grantedDueOn, dueOn }) => [grantedDueOn, dueOn])).toEqual(
      cells.map(({ dueOn }) => [dueOn, dueOn]),
    );
  });

  test("is refused twice, by role, malformed, stale and without If-Match", async () => {
    for (const person of [world.contact, world.steering, world.funder]) {
      await refusal(await grant(person), 403, "forbidden");
    }
    const outsider = await signIn({ id: "outsider", memberships: [holds("lead", "other")] });
    await refusal(await grant(outsider), 404, "not_found");
    const path = `${demo}/grant`;
    const bad = { grantedOn: "2024-06-31", reason: "", more: 1 };
    const wrong = await world.lead.send("POST", path, bad, { version: 1 });
    expect(pathsOf(await refusal(wrong, 400, "invalid"))).toEqual(["grantedOn", "more", "reason"]);
    const future = await world.lead.send("POST", path, { grantedOn: "2099-01-01" }, { version: 1 });
    expect(pathsOf(await refusal(future, 400, "invalid"))).toEqual(["grantedOn"]);
    await refusal(await world.lead.send("POST", path, { grantedOn }), 428, "precondition_required");
    await refusal(await grant(world.lead, 9), 412, "stale");
    await ok(await grant(world.lead));
    await refusal(await grant(world.lead, 2), 409, "locked");
  });

  test("of a plan without milestones is refused", async () => {
    await aProject(world.admin, { slug: "tyhja" });
    const path = "/api/projects/tyhja/grant";
    const answer = await world.admin.send("POST", path, { grantedOn }, { version: 1 });
    expect(pathsOf(await refusal(answer, 400, "invalid"))).toEqual([""]);
  });

  test("locks the plan and leaves the texts", async () => {
    await ok(await grant(world.lead));
    const { lead } = world;
    const milestone = `${demo}/milestones/1`;
    const facts = await factCount();
    await refusal(await lead.send("POST", `${demo}/milestones`, made), 409, "locked");
    const template = { template: "pilot" };
    await refusal(
      await lead.send("POST", `${demo}/milestones/from-template`, template),
      409,
      "locked",
    );
    const late = { dueOn: "2023-07-31" };
    await refusal(await lead.send("PATCH", milestone, late, { version: 2 }), 409, "locked");
    for (const body of [{ endsOn: "2025-12-31" }, { municipalities: ["536", "837", "980"] }]) {
      await refusal(await lead.send("PATCH", demo, body, { version: 2 }), 409, "locked");
    }
    expect(await factCount()).toBe(facts);
    await ok(await lead.send("PATCH", milestone, { description: "Lisää" }, { version: 2 }));
    await ok(await lead.send("PATCH", demo, { summary: "Lisää" }, { version: 2 }));
  });

  test("leaves no milestone out that is added at the same moment, nor lets one in afterwards", async () => {
    const [granting, adding] = await Promise.all([
      grant(world.lead),
      world.admin.send("POST", `${demo}/milestones`, made),
    ]);
    await ok(granting);
    const { items } = await ok<{ items: MilestoneView[] }>(
      await world.lead.get(`${demo}/milestones`),
    );
    if (adding.status === 201) expect(items).toHaveLength(4);
    else await refusal(adding, 409, "locked");
    expect(items.every((one) => one.granted !== null)).toBe(true);
  });

  test("is found done by who was about to add a milestone, and finds one that was just added", async () => {
    const adding = await overtaken(world.admin, `${demo}/milestones`, made, () =>
      grant(world.lead),
    );
    await refusal(adding, 409, "locked");
  });

  test("grants also what was added while it was under way", async () => {
    const answer = await overtaken(world.lead, `${demo}/grant`, { grantedOn }, () =>
      world.admin.send("POST", `${demo}/milestones`, made),
    );
    await ok(answer);
    expect(await milestoneAt(4)).toMatchObject({ granted: { dueOn: made.dueOn }, version: 2 });
  });

  /** Posts, and does something else when that has been read and decided and is about to be written. */
  async function overtaken(
    { cookie }: Client,
    to: string,
    body: object,
    first: () => Promise<Response>,
  ) {
    let batches = 0;
    const DB = {
      prepare: (sql: string) => env.DB.prepare(sql),
      // The project is read in the first batch, and the write is the second.
      async batch(statements: D1PreparedStatement[]) {
        batches += 1;
        if (batches === 2) expect((await first()).status).toBeLessThan(300);
        return env.DB.batch(statements);
      },
    } as D1Database;
    const headers = { cookie, "content-type": "application/json", "if-match": '"1"' };
    const init = { method: "POST", headers, body: JSON.stringify(body) };
    return app.fetch(new Request(`${origin}${to}`, init), { ...env, DB });
  }
});

describe("amending a granted plan", () => {
  beforeEach(async () => {
    await ok(await grant(world.lead));
  });

  test("writes one fact for each that it touches, and one for itself", async () => {
    const facts = await factCount();
    const answer = await amend(
      world.lead,
      change,
      { kind: "split", number: 3, version: 2, into: [made, { ...made, title: "Toinen" }] },
      { kind: "project", version: 2, set: { municipalities: ["211", "536", "837"] } },
    );
    expect(answer.headers.get("location")).toBe(`${amendments}/1`);
    expect(await ok<AmendmentView>(answer, 201)).toMatchObject({
      number: 1,
      ...told,
      reference: null,
      version: 1,
      changes: [
        { kind: "change", from: [1], into: [], fields: ["dueOn", "dueOnByMunicipality"] },
        { kind: "split", from: [3], into: [4, 5], fields: [] },
        { kind: "project", from: [], into: [], fields: ["municipalities"] },
      ],
    });
    expect(await factCount()).toBe(facts + 6);
    expect(await milestoneAt(1)).toMatchObject({
      dueOn: "2023-12-31",
      granted: { dueOn: "2023-06-30" },
      amendment: 1,
      version: 3,
    });
    expect(await milestoneAt(3)).toMatchObject({ state: "split", successors: [4, 5], version: 3 });
    expect(await milestoneAt(5)).toMatchObject({
      granted: null,
      predecessors: [3],
      amendment: 1,
      version: 1,
    });
    const { results } = await env.DB.prepare(
      "SELECT kind, subject, detail ->> 'reason' AS reason FROM facts ORDER BY seq DESC LIMIT 6",
    ).all();
    expect(results.toReversed()).toEqual(
      [
        ["plan.amended", "amendment:demo:1"],
        ["project.changed", "project:demo"],
        ["milestone.changed", "milestone:demo:1"],
        ["milestone.ended", "milestone:demo:3"],
        ["milestone.added", "milestone:demo:4"],
        ["milestone.added", "milestone:demo:5"],
      ].map(([kind, subject]) => ({ kind, subject, reason: told.reason })),
    );
  });

  test("leaves what was ended out of the matrix, locked, and gives its successors empty cells", async () => {
    const cell = `${demo}/progress/3/all`;
    await ok(await world.lead.send("PATCH", cell, { declared: "in_progress" }, { version: 0 }));
    await ok(
      await amend(world.lead, { kind: "supersede", number: 3, version: 2, into: made }),
      201,
    );
    const { cells, milestones } = await ok<MatrixView>(await world.lead.get(`${demo}/progress`));
    expect(milestones.map(({ number }) => number)).toEqual([1, 2, 4]);
    expect(cells.filter(({ milestone }) => milestone === 4)).toMatchObject([
      { declared: "no_data", version: 0, grantedDueOn: null, dueOn: made.dueOn },
      { declared: "no_data", version: 0 },
    ]);
    const locked = await world.lead.send("PATCH", cell, { declared: "done" }, { version: 1 });
    await refusal(locked, 409, "locked");
  });

  test("tells of one amendment what it changed, field by field, and of nothing else since", async () => {
    await ok(await amend(world.lead, change, { kind: "add", into: made }), 201);
    const later = { ...change, version: 3, set: { weight: 5 } };
    await ok(await amend(world.lead, later), 201);
    const first = await ok<AmendmentDetail>(await world.steering.get(`${amendments}/1`));
    expect(first.differences).toEqual([
      { milestone: 1, field: "dueOn", before: "2023-06-30", after: "2023-12-31" },
      {
        milestone: 1,
        field: "dueOnByMunicipality",
        before: {},
        after: { "536": "2024-01-31" },
      },
    ]);
    const second = await ok<AmendmentDetail>(await world.steering.get(`${amendments}/2`));
    expect(second.differences).toEqual([{ milestone: 1, field: "weight", before: 1, after: 5 }]);
  });

  test("is told by a request's key, also where another key goes on where it ends", async () => {
    const one = { ...told, changes: [change] };
    await ok(await world.lead.send("POST", amendments, one, { key: "avain" }), 201);
    const other = { ...told, changes: [{ ...change, number: 2, set: { weight: 3 } }] };
    await ok(await world.lead.send("POST", amendments, other, { key: "avain#0" }), 201);
    const { differences } = await ok<AmendmentDetail>(await world.lead.get(`${amendments}/1`));
    expect(differences.map(({ milestone }) => milestone)).toEqual([1, 1]);
  });

  test("is listed by number, page by page, and as of a moment", async () => {
    expect(await ok(await world.lead.get(amendments))).toEqual({ items: [], nextCursor: null });
    const before = new Date().toISOString();
    await new Promise((resolve) => setTimeout(resolve, 5));
    await ok(await amend(world.lead, change), 201);
    await ok(await amend(world.lead, { kind: "cancel", number: 2, version: 2 }), 201);
    type List = { items: AmendmentView[]; nextCursor: string | null };
    const page = await ok<List>(await world.contact.get(`${amendments}?limit=1`));
    expect(page.items.map(({ number }) => number)).toEqual([1]);
    const next = await ok<List>(
      await world.contact.get(`${amendments}?limit=1&cursor=${page.nextCursor}`),
    );
    expect([next.items.map(({ number }) => number), next.nextCursor]).toEqual([[2], null]);
    const then = await ok<List>(await world.contact.get(`${amendments}?asOf=${before}`));
    expect(then.items).toEqual([]);
    const now = await ok<List>(
      await world.contact.get(`${amendments}?asOf=${new Date().toISOString()}`),
    );
    expect(now.items).toEqual([...page.items, ...next.items]);
    await refusal(await world.contact.get(`${amendments}/3`), 404, "not_found");
  });
});

describe("an amendment of a granted plan", () => {
  beforeEach(async () => {
    await ok(await grant(world.lead));
  });

  test("is told once for the same key, and refused with another body", async () => {
    const body = { ...told, changes: [change] };
    const first = await world.lead.send("POST", amendments, body, { key: "kerran" });
    const said = await ok<AmendmentView>(first, 201);
    const facts = await factCount();
    const again = await world.lead.send("POST", amendments, body, { key: "kerran" });
    expect(await ok(again, 201)).toEqual(said);
    expect(await factCount()).toBe(facts);
    const other = { ...body, title: "Toinen" };
    const answer = await world.lead.send("POST", amendments, other, { key: "kerran" });
    await refusal(answer, 409, "conflict");
  });

  test("is refused whole: by role, malformed, and by a rule, with every path", async () => {
    const facts = await factCount();
    for (const person of [world.contact, world.steering, world.funder]) {
      await refusal(await amend(person, change), 403, "forbidden");
    }
    const malformed = await world.lead.send("POST", amendments, {
      title: "",
      decidedOn: "eilen",
      changes: [
        { kind: "wish" },
        { kind: "merge", from: [{ number: 1, version: 2 }], into: made },
        { kind: "change", number: 1, version: 2, set: { title: 7 } },
      ],
    });
    expect(pathsOf(await refusal(malformed, 400, "invalid"))).toEqual([
      "changes.0.kind",
      "changes.1.from",
      "changes.2.set.title",
      "decidedOn",
      "reason",
      "title",
    ]);
    await refusal(
      await world.lead.send("POST", amendments, { ...told, changes: [] }),
      400,
      "invalid",
    );
    const broken = await amend(
      world.lead,
      change,
      { kind: "cancel", number: 9, version: 1 },
      { kind: "project", version: 2, set: { municipalities: ["536", "837", "999"] } },
    );
    expect(pathsOf(await refusal(broken, 400, "invalid"))).toEqual([
      "changes.1.number",
      "changes.2.set.municipalities.2",
    ]);
    expect(await factCount()).toBe(facts);
    expect(await milestoneAt(1)).toMatchObject({ version: 2, dueOn: "2023-06-30" });
  });

  test("shows what a milestone or the project is now, when somebody else was first", async () => {
    await ok(await amend(world.admin, change), 201);
    const stale = await refusal(await amend(world.lead, change), 412, "stale");
    expect(stale.current).toMatchObject({ number: 1, version: 3, dueOn: "2023-12-31" });
    expect(stale.current).not.toHaveProperty("hash");
    const project = { kind: "project", version: 1, set: { endsOn: "2025-12-31" } };
    const old = await refusal(await amend(world.lead, project), 412, "stale");
    expect(old.current).toMatchObject({ slug: "demo", version: 2 });
  });

  test("of two at once gives each its number, where they touch different milestones", async () => {
    const answers = await Promise.all([
      amend(world.lead, change),
      amend(world.admin, { kind: "cancel", number: 2, version: 2 }),
    ]);
    const numbers = await Promise.all(
      answers.map(async (answer) => (await ok<AmendmentView>(answer, 201)).number),
    );
    expect(numbers.toSorted((a, b) => a - b)).toEqual([1, 2]);
  });
});

test("a plan that is not granted is amended by nobody", async () => {
  await refusal(await amend(world.lead, { ...change, version: 1 }), 409, "locked");
});

test("a target counts a milestone that is there and tracked by municipality", async () => {
  const target = { phase: 2, title: "Kuntia", kind: "target", scope: "project", unit: "kuntaa" };
  const counting = (milestone: number) => ({
    ...target,
    goal: 2,
    measure: { kind: "municipalities_done", milestone },
  });
  const { lead } = world;
  for (const number of [3, 4, 99]) {
    const answer = await lead.send("POST", `${demo}/milestones`, counting(number));
    expect(pathsOf(await refusal(answer, 400, "invalid"))).toEqual(["measure"]);
  }
  await ok(await lead.send("POST", `${demo}/milestones`, counting(1)), 201);
  const { measure } = counting(3);
  const answer = await lead.send("PATCH", `${demo}/milestones/4`, { measure }, { version: 1 });
  expect(pathsOf(await refusal(answer, 400, "invalid"))).toEqual(["measure"]);
});

test("what a target counts is not ended by an amendment at the same time as it is chosen", async () => {
  const { lead } = world;
  const target = { phase: 2, title: "Kuntia", kind: "target", scope: "project", unit: "kuntaa" };
  await ok(await lead.send("POST", `${demo}/milestones`, { ...target, goal: 2 }), 201);
  await ok(await grant(lead));
  const measure = { kind: "municipalities_done", milestone: 1 };
  const cancel = { kind: "cancel", number: 1, version: 2 };
  const answers = await Promise.all([
    lead.send("PATCH", `${demo}/milestones/4`, { measure }, { version: 2 }),
    amend(lead, cancel),
  ]);
  expect(answers.filter(({ ok: done }) => done)).toHaveLength(1);
  expect(answers.map(({ status }) => status)).toContain(400);
});

test("the plan as of a moment is what was listed then, through a grant and its amendments", async () => {
  const path = `${demo}/milestones`;
  type List = { items: MilestoneView[] };
  const seen: [string, List][] = [];
  const look = async () => {
    const list = await ok<List>(await world.lead.get(path));
    seen.push([new Date().toISOString(), list]);
    await new Promise((resolve) => setTimeout(resolve, 5));
  };
  await look();
  await ok(await grant(world.lead));
  await look();
  await ok(await amend(world.lead, change), 201);
  await look();
  const merge = {
    kind: "merge",
    from: [
      { number: 2, version: 2 },
      { number: 3, version: 2 },
    ],
  };
  await ok(await amend(world.lead, { ...merge, into: made }), 201);
  await look();
  for (const [moment, list] of seen) {
    expect(await ok(await world.lead.get(`${path}?asOf=${moment}`)), moment).toEqual(list);
  }
  expect(new Set(seen.map(([, list]) => JSON.stringify(list))).size).toBe(seen.length);
});
