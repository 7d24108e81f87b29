import { env } from "cloudflare:workers";
import { describe, expect, test } from "vitest";
import type { AttentionView } from "../../../worker/progress/contract/attention.ts";
import type { MomentsView } from "../../../worker/progress/contract/changes.ts";
import { trendPointsMax } from "../../../worker/progress/terms.ts";
import { ok } from "../../support/answers.ts";
import { aProgramme, aProjectOf, codesOf } from "../../support/county.ts";
import { costOf, isSession, sumOf } from "../../support/meter.ts";
import { type Client, holds, signIn } from "../../support/world.ts";

const demo = "/api/projects/demo";
const beside = (sql: string) => !isSession(sql);

async function readBy(person: Client, path: string) {
  const cost = await costOf(person, path);
  expect(cost.status, path).toBe(200);
  return sumOf(cost, beside);
}

/** Five projects of the home county. */
async function sizeS() {
  await aProgramme();
  const municipalities = await codesOf(23);
  for (const slug of ["demo", "hanke-1", "hanke-2", "hanke-3", "hanke-4"]) {
    await aProjectOf(slug, { municipalities, milestones: 12, changes: 1 });
  }
  return { projects: 5, municipalities: 23, changes: 1 };
}

/** The whole country in one project with a long history, and 99 others beside it. */
async function sizeL() {
  await aProgramme();
  const municipalities = await codesOf(308);
  await aProjectOf("demo", { municipalities, milestones: 12, changes: 5 });
  for (let number = 1; number < 100; number += 1) {
    const few = { municipalities: municipalities.slice(0, 2), milestones: 0, changes: 0 };
    await aProjectOf(`hanke-${number}`, few);
  }
  return { projects: 100, municipalities: 308, changes: 5 };
}

const countOf = async (rows: string) =>
  (await env.DB.prepare(`SELECT count(*) FROM ${rows}`).first<number>("count(*)")) ?? 0;

/** A day in the middle of the long history, and its last moment. */
const then = "2023-02-20";
const end = "2023-02-20T21:59:59.999Z";

describe.each([
  ["S: five projects, 23 municipalities, 12 milestones", sizeS],
  ["L: 308 municipalities, 12 milestones, five changes of every cell, 100 projects", sizeL],
])("%s", (_, make) => {
  test("the rows that are read stay within their bounds", async () => {
    const admin = await signIn({ id: "admin", admin: true });
    const size = await make();
    const lead = await signIn({ id: "lead", memberships: [holds("lead", "demo")] });
    const cells = size.municipalities * 12;
    const plan = 1 + 12;
    expect(await countOf("facts WHERE scope = 'demo'")).toBe(plan + cells * size.changes);

    // Now: one row, whatever the size and the history.
    for (const view of ["progress", "summary"]) {
      const cost = await readBy(lead, `${demo}/${view}`);
      expect(cost, view).toEqual({ statements: 1, read: 1, written: 0 });
    }
    const portfolio = await readBy(admin, "/api/portfolio?limit=500");
    expect(portfolio).toEqual({ statements: 1, read: size.projects, written: 0 });

    // What needs attention: the board, two rows and two of its place for each role, and three for
    // the texts of what is paused on the page.
    const page = await ok<AttentionView>(await lead.get(`${demo}/attention?kind=paused&limit=40`));
    expect(page.items).toHaveLength(40);
    const roles = 2;
    const attention = await readBy(lead, `${demo}/attention?kind=paused&limit=40`);
    expect(attention.read).toBeLessThanOrEqual(1 + 4 * roles + 3 * 40);

    // The days on which something happened: the board, and two rows a day.
    const { items: days } = await ok<MomentsView>(await lead.get(`${demo}/moments?limit=500`));
    const batches = Math.ceil(cells / 500) * size.changes;
    expect(days).toHaveLength(1 + batches);
    const moments = await readBy(lead, `${demo}/moments?limit=500`);
    expect(moments.read).toBeLessThanOrEqual(2 + 2 * (days.length + 1));
    const tenDays = await readBy(lead, `${demo}/moments?limit=10`);
    expect(tenDays.read).toBeLessThanOrEqual(2 + 2 * 11);

    // As of a past moment: two rows for each fact until then and three for each municipality's
    // name, once. What moved since then costs the same and the board.
    const facts = await countOf(`facts WHERE scope = 'demo' AND at <= '${end}'`);
    expect(facts).toBeGreaterThan(plan);
    const past = 2 * facts + 3 * size.municipalities + 3;
    for (const view of ["progress", "summary"]) {
      const cost = await readBy(lead, `${demo}/${view}?asOf=${then}`);
      expect(cost.read, view).toBeLessThanOrEqual(past);
    }
    const attentionThen = await readBy(lead, `${demo}/attention?asOf=${then}`);
    expect(attentionThen.read).toBeLessThanOrEqual(past + 6 * roles);
    const fingerprint = await readBy(lead, `${demo}/fingerprint?asOf=${then}`);
    // Beside them the facts of the project and its programme, for the cover.
    expect(fingerprint.read).toBeLessThanOrEqual(past + 6 * roles + 4);
    const changes = await readBy(lead, `${demo}/changes?since=${then}`);
    expect(changes.read).toBeLessThanOrEqual(past + 1);

    // The way of the project: the board, two rows for each fact, once, and two for each point.
    const trend = await readBy(lead, `${demo}/trend`);
    const told = await countOf("facts WHERE scope = 'demo'");
    expect(trend.read).toBeLessThanOrEqual(1 + 2 * told + 2 * trendPointsMax);
    // In bytes: a number for each point and municipality, and what there is of each besides.
    const way = await (await lead.get(`${demo}/trend`)).text();
    expect(way.length).toBeLessThan(20_000 + size.municipalities * (200 + 4 * trendPointsMax));

    // The portfolio of then: the same for each project that there was.
    const places = await countOf("participations");
    const all = 2 * (await countOf(`facts WHERE at <= '${end}'`)) + 3 * (places + size.projects);
    const portfolioThen = await readBy(admin, `/api/portfolio?limit=500&asOf=${then}`);
    expect(portfolioThen.read).toBeLessThanOrEqual(all);

    // One cell, and its history.
    const place = `${demo}/progress/1/020`;
    expect((await readBy(lead, place)).read).toBeLessThanOrEqual(4);
    const history = await readBy(lead, `${place}/history`);
    expect(history.read).toBeLessThanOrEqual(4 + 2 * size.changes);

    // An update: the same small number at any size, here for a person with one role.
    const update = await costOf(lead, place, {
      method: "PATCH",
      headers: { "if-match": `"${size.changes}"`, "idempotency-key": "hinta" },
      body: { declared: "in_progress", note: "Hinta" },
    });
    expect(update.status).toBe(200);
    expect(sumOf(update, beside)).toEqual({ statements: 9, read: 26, written: 10 });
    expect(await readBy(lead, `${demo}/progress`)).toMatchObject({ read: 1 });
  });
});
