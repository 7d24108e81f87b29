import { beforeEach, describe, expect, test } from "vitest";
import { asOfInstant } from "../../../worker/platform/http.ts";
import type { PortfolioView } from "../../../worker/progress/contract/portfolio.ts";
import type { MatrixView, SummaryView } from "../../../worker/progress/contract/progress.ts";
import { loadCell } from "../../../worker/progress/queries/cells.ts";
import {
  loadMatrix,
  loadPortfolio,
  loadSummary,
} from "../../../worker/progress/queries/progress.ts";
import { ok, pathsOf, refusal } from "../../support/answers.ts";
import { story } from "../../support/story.ts";
import { at, type Client, project, signIn } from "../../support/world.ts";

/** The story's steps from the first that leaves a project behind. */
const shown = story.slice(1);

/** Plays the story, and after each step writes down what the views showed at that moment. */
async function playAndWriteDown<View>(viewAt: (now: string) => Promise<View>) {
  await story[0]?.take();
  const seen = new Map<string, View>();
  for (const { now, take } of shown) {
    await take();
    seen.set(now, await viewAt(now));
  }
  return seen;
}

const asOf = (path: string, moment: string) => `${path}?lang=fi&asOf=${moment}`;
let reader: Client;

beforeEach(async () => {
  reader = await signIn({ id: "admin", admin: true });
});

describe("as of a past moment", () => {
  test("the matrix is what was shown then, at every step of two years", async () => {
    const seen = await playAndWriteDown((now) => loadMatrix(at(now), "demo", null));
    expect(seen.size).toBe(shown.length);
    for (const [now, view] of seen) {
      const past = await ok<MatrixView>(await reader.get(asOf("/api/projects/demo/progress", now)));
      expect(past, now).toEqual(view);
    }
  });

  test("the summary and the portfolio are what was shown then", async () => {
    const portfolioAt = async (now: string) =>
      (await loadPortfolio(at(now), { after: "", limit: 10 }, null)).map(({ item }) => item);
    const seen = await playAndWriteDown(async (now) => ({
      summary: await loadSummary(at(now), "demo", null),
      portfolio: await portfolioAt(now),
    }));
    for (const [now, { summary, portfolio }] of seen) {
      const past = await ok<SummaryView>(await reader.get(asOf("/api/projects/demo/summary", now)));
      expect(past, now).toEqual(summary);
      const { items } = await ok<PortfolioView>(await reader.get(asOf("/api/portfolio", now)));
      expect(items, now).toEqual(portfolio);
    }
  });

  test("a cell with its texts is what was shown then", async () => {
    const place = { project: "demo", milestone: 1, municipality: "837" };
    const planned = shown.findIndex(({ now }) => now > "2023-02");
    const seen = await playAndWriteDown(async (now) =>
      now > "2023-02" ? loadCell(at(now), place, null) : null,
    );
    for (const [now, cell] of [...seen].slice(planned)) {
      const past = await ok(await reader.get(asOf("/api/projects/demo/progress/1/837", now)));
      expect(past, now).toEqual(cell);
    }
    const unplanned = asOf("/api/projects/demo/progress/1/837", "2023-01-02T09:00:00.000Z");
    await refusal(await reader.get(unplanned), 404, "not_found");
  });

  test("the views differ from step to step, so that the comparison means something", async () => {
    const seen = await playAndWriteDown((now) => loadMatrix(at(now), "demo", null));
    const views = [...seen.values()].map(({ asOf: _, ...view }) => JSON.stringify(view));
    // The programme's change is the one step that a matrix does not show.
    expect(new Set(views).size).toBe(views.length - 1);
  });

  test("a millisecond before a step, the step has not happened", async () => {
    await playAndWriteDown(async () => null);
    const versionAt = async (moment: string) => {
      const { cells } = await ok<MatrixView>(
        await reader.get(asOf("/api/projects/demo/progress", moment)),
      );
      return cells.find(({ milestone, municipality }) => milestone === 1 && municipality === "837")
        ?.version;
    };
    expect(await versionAt("2023-03-26T00:59:59.999Z")).toBe(1);
    expect(await versionAt("2023-03-26T01:00:00.000Z")).toBe(2);
    expect(await versionAt("2023-03-26T01:00:00Z")).toBe(2);
  });

  test("a date means the end of that day in Helsinki", async () => {
    await playAndWriteDown(async () => null);
    const known = async (date: string) => {
      const { asOf: moment, cells } = await ok<MatrixView>(
        await reader.get(asOf("/api/projects/demo/progress", date)),
      );
      return [moment, cells.filter(({ version }) => version > 0).length];
    };
    expect(await known("2023-01-31")).toEqual(["2023-01-31T21:59:59.999Z", 0]);
    expect(await known("2023-02-01")).toEqual(["2023-02-01T21:59:59.999Z", 1]);
    expect(await known("2023-02-02")).toEqual(["2023-02-02T21:59:59.999Z", 2]);
    expect(await known("2023-09-30")).toEqual(["2023-09-30T20:59:59.999Z", 4]);
  });

  test("before the project was there, there is no such project", async () => {
    await playAndWriteDown(async () => null);
    const path = asOf("/api/projects/demo/progress", "2023-01-02T08:29:59.999Z");
    await refusal(await reader.get(path), 404, "not_found");
    const portfolio = await reader.get(asOf("/api/portfolio", "2023-01-01"));
    expect(await ok(portfolio)).toMatchObject({ items: [], nextCursor: null });
  });

  test("the portfolio can be walked to its end past projects that were not there yet", async () => {
    await playAndWriteDown(async () => null);
    for (const slug of ["aaa", "bbb"])
      await reader.send("POST", "/api/projects", { ...project, slug });
    const slugs: string[] = [];
    let cursor: string | null = "";
    for (let pages = 0; cursor !== null && pages < 9; pages += 1) {
      const path: string = `${asOf("/api/portfolio", "2024-01-01")}&limit=1${cursor && `&cursor=${cursor}`}`;
      const page: PortfolioView = await ok<PortfolioView>(await reader.get(path));
      slugs.push(...page.items.map((item) => item.project.slug));
      cursor = page.nextCursor;
    }
    expect([slugs, cursor]).toEqual([["demo"], null]);
  });

  test("the very moment of asking is not the future, and a millisecond later is", () => {
    const now = "2024-06-30T12:00:00.000Z";
    expect(asOfInstant(now, now)).toBe(now);
    expect(() => asOfInstant("2024-06-30T12:00:00.001Z", now)).toThrow("invalid");
    expect(asOfInstant("2024-06-29", now)).toBe("2024-06-29T20:59:59.999Z");
    expect(asOfInstant("2024-06-30", now)).toBeNull();
  });

  test("today means now", async () => {
    await playAndWriteDown(async () => null);
    const today = new Date().toLocaleDateString("sv-SE", { timeZone: "Europe/Helsinki" });
    const { asOf: moment } = await ok<MatrixView>(
      await reader.get(asOf("/api/projects/demo/progress", today)),
    );
    expect(Math.abs(Date.parse(moment) - Date.now())).toBeLessThan(60_000);
  });

  test("a moment in the future, or none at all, is refused by every view", async () => {
    await playAndWriteDown(async () => null);
    const inAnHour = new Date(Date.now() + 3_600_000).toISOString();
    const moments = [
      inAnHour,
      "2099-01-01",
      "2023-02-29",
      "2023-02-01T12:00:00%2B02:00",
      "",
      "eilen",
    ];
    const views = ["progress", "progress/1/837", "summary", "trend", "export"].map(
      (view) => `/api/projects/demo/${view}`,
    );
    for (const path of ["/api/portfolio", ...views]) {
      for (const moment of moments) {
        const answer = await reader.get(`${path}?format=json&asOf=${moment}`);
        expect(pathsOf(await refusal(answer, 400, "invalid")), `${path} ${moment}`).toEqual([
          "asOf",
        ]);
      }
    }
  });
});
