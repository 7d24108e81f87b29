import { describe, expect, test } from "vitest";
import type { PortfolioView } from "../../../worker/progress/contract/portfolio.ts";
import type { MatrixView, SummaryView } from "../../../worker/progress/contract/progress.ts";
import { DECLARED } from "../../../worker/progress/terms.ts";
import { ok, refusal } from "../../support/answers.ts";
import {
  aProject,
  aWorld,
  type Client,
  holds,
  project,
  signIn,
  stranger,
} from "../../support/world.ts";

const summaryPath = "/api/projects/demo/summary";
const summaryFor = async (person: Client) => ok<SummaryView>(await person.get(summaryPath));
const portfolioFor = async (person: Client, query = "") =>
  ok<PortfolioView>(await person.get(`/api/portfolio${query}`));

/** One done, one in progress and late, one not applicable; two of which nothing is known. */
async function aWorldWithProgress() {
  const people = await aWorld();
  const cell = { version: 0, declared: "in_progress" };
  const batch = [
    { ...cell, milestone: 1, municipality: "837", declared: "done", doneOn: "2023-06-30" },
    { ...cell, milestone: 1, municipality: "536" },
    { ...cell, milestone: 2, municipality: "536", declared: "not_applicable", reason: "Ei koske" },
  ];
  await ok(await people.lead.send("POST", "/api/projects/demo/progress/batch", batch));
  return people;
}

describe("the summary", () => {
  test("has the shape that scripts lean on", async () => {
    const { steering } = await aWorldWithProgress();
    const summary = await summaryFor(steering);
    expect(Object.keys(summary).toSorted()).toEqual([
      "asOf",
      "explanation",
      "municipalities",
      "phases",
      "total",
    ]);
    expect(summary.municipalities[1]).toMatchObject({
      municipality: "837",
      name: "Tampere",
      counts: { done: 1, no_data: 1 },
      percent: 100,
      late: 0,
      atRisk: 0,
      stale: 0,
      lastConfirmedAt: expect.stringMatching(/Z$/),
    });
    expect(Object.keys(summary.total.counts)).toEqual([...DECLARED]);
  });

  test("counts no data, cancelled and not applicable out, and explains it", async () => {
    const { steering } = await aWorldWithProgress();
    const { total, phases, municipalities, explanation } = await summaryFor(steering);
    expect(total).toMatchObject({ percent: 50, late: 1, disagreeing: 1 });
    expect(explanation).toMatchObject({
      done: 1,
      counted: 2,
      doneWeight: 1,
      countedWeight: 2,
      leftOut: { noData: 2, cancelled: 0, notApplicable: 1 },
    });
    expect(phases.map(({ percent }) => percent)).toEqual([50, null]);
    expect(municipalities.map(({ percent }) => percent)).toEqual([0, 100]);
  });

  test("of a project where nothing is known has no percentage anywhere", async () => {
    const { steering } = await aWorld();
    const { total, phases, municipalities } = await summaryFor(steering);
    const all = [total, ...phases, ...municipalities];
    expect(all.map(({ percent, lastConfirmedAt }) => [percent, lastConfirmedAt])).toEqual(
      all.map(() => [null, null]),
    );
  });

  test("of a project without milestones counts nothing", async () => {
    const admin = await signIn({ id: "admin", admin: true });
    await aProject(admin);
    const { total } = await summaryFor(admin);
    expect(Object.values(total.counts)).toEqual([0, 0, 0, 0, 0, 0, 0]);
  });

  test("agrees with the matrix", async () => {
    const { steering } = await aWorldWithProgress();
    const { total, phases } = await summaryFor(steering);
    const { cells } = await ok<MatrixView>(await steering.get("/api/projects/demo/progress"));
    for (const status of DECLARED) {
      const counted = cells.filter(({ declared }) => declared === status).length;
      expect(total.counts[status]).toBe(counted);
      expect(phases.reduce((sum, { counts }) => sum + counts[status], 0)).toBe(counted);
    }
    expect(total.late).toBe(cells.filter(({ schedule }) => schedule === "late").length);
  });

  test("of a project that one may not see is not there, and not for its funder", async () => {
    const { funder } = await aWorld();
    await refusal(await funder.get(summaryPath), 403, "forbidden");
    const outsider = await signIn({ id: "outsider", memberships: [holds("lead", "other")] });
    await refusal(await outsider.get(summaryPath), 404, "not_found");
    await refusal(await stranger.get(summaryPath), 401, "signed_out");
  });
});

describe("the portfolio", () => {
  test("has a line for each project whose progress the caller may see, and no other", async () => {
    const { admin, steering, funder } = await aWorldWithProgress();
    await admin.send("POST", "/api/projects", { ...project, slug: "other" });
    const slugs = async (person: Client) =>
      (await portfolioFor(person)).items.map((item) => item.project.slug);
    expect(await slugs(admin)).toEqual(["demo", "other"]);
    expect(await slugs(steering)).toEqual(["demo"]);
    // A funder is shown what was submitted and no figures of today.
    expect(await slugs(funder)).toEqual([]);
    expect(await slugs(await signIn({ id: "nobody" }))).toEqual([]);
    await refusal(await stranger.get("/api/portfolio"), 401, "signed_out");
  });

  test("says of each what its summary says", async () => {
    const { steering } = await aWorldWithProgress();
    const summary = await summaryFor(steering);
    const [line] = (await portfolioFor(steering)).items;
    expect(line).toMatchObject({
      total: summary.total,
      phases: summary.phases.map(({ number, percent }) => ({ number, percent })),
      municipalities: 2,
      milestones: 3,
      nextDue: { milestone: 3, title: "Loppuraportti", dueOn: "2099-12-31" },
    });
  });

  test("goes page by page", async () => {
    const { admin } = await aWorld();
    await admin.send("POST", "/api/projects", { ...project, slug: "other" });
    const first = await portfolioFor(admin, "?limit=1");
    const second = await portfolioFor(admin, `?limit=1&cursor=${first.nextCursor}`);
    expect([first, second].flatMap(({ items }) => items.map((item) => item.project.slug))).toEqual([
      "demo",
      "other",
    ]);
    expect(second.nextCursor).toBeNull();
  });
});
