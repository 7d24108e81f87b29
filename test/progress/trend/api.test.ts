import { parseCsv } from "hucre/csv";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { facts } from "../../../worker/history/tables.ts";
import type { SummaryView } from "../../../worker/progress/contract/progress.ts";
import type { TrendView } from "../../../worker/progress/contract/trend.ts";
import { WORDS } from "../../../worker/progress/words/trend.ts";
import { TREND_COLUMNS } from "../../../worker/reporting/formats/trend.ts";
import { ok, pathsOf, refusal } from "../../support/answers.ts";
import { costOf, isSession, sumOf } from "../../support/meter.ts";
import { story } from "../../support/story.ts";
import { type Client, database, signIn } from "../../support/world.ts";

const demo = "/api/projects/demo";
const path = `${demo}/trend`;
let reader: Client;

beforeEach(async () => {
  reader = await signIn({ id: "admin", admin: true });
});
afterEach(() => void vi.useRealTimers());

/** The story is told, and it is this moment. */
async function tell(now: string): Promise<void> {
  for (const { take } of story) await take();
  vi.useFakeTimers({ toFake: ["Date"], now: new Date(now) });
}

const trendAt = async (query = "") => ok<TrendView>(await reader.get(`${path}${query}`));
const summaryAt = async (query = "") =>
  ok<SummaryView>(await reader.get(`${demo}/summary${query}`));

/** What a summary and a point of the way say of the same. */
const inSummary = ({ percent, late, counts, explanation }: SummaryView["total"]) => {
  const cells = Object.values(counts).reduce((sum, count) => sum + count, 0);
  const { done, counted } = explanation;
  return { percent, late, done, counted, known: cells - counts.no_data, total: cells };
};

const inTrend = (figures: Omit<TrendView["points"][number], "on" | "median" | "amendments">) => {
  const { percent, late, done, counted, known, total } = figures;
  return { percent, late, done, counted, known, total };
};

describe("the way of a project", () => {
  test("says at each point what the summary says of that moment, and at the last what it says now", async () => {
    await tell("2025-02-14T10:00:00.000Z");
    const trend = await trendAt();
    expect(trend.points.map(({ on }) => on)).toEqual([
      "2023-01-31",
      "2023-02-28",
      "2023-03-31",
      "2023-04-30",
      "2023-05-31",
      "2023-06-30",
      "2023-07-31",
      "2023-08-31",
      "2023-09-30",
      "2023-10-31",
      "2023-11-30",
      "2023-12-31",
      "2024-01-31",
      "2024-02-29",
      "2024-03-31",
      "2024-04-30",
      "2024-05-31",
      "2024-06-30",
      "2024-07-31",
      "2024-08-31",
      "2024-09-30",
      "2024-10-31",
      "2024-11-30",
      "2024-12-31",
      "2025-01-31",
      "2025-02-14",
    ]);
    const last = trend.points.length - 1;
    for (const [index, point] of trend.points.entries()) {
      const then = await summaryAt(index === last ? "" : `?asOf=${point.on}`);
      expect(inTrend(point), point.on).toEqual(inSummary(then.total));
      expect(
        trend.municipalities.map(({ percents }) => percents[index] ?? null),
        point.on,
      ).toEqual(
        trend.municipalities.map(
          ({ municipality }) =>
            then.municipalities.find((one) => one.municipality === municipality)?.percent ?? null,
        ),
      );
    }
    // The story moves the figures, so that equality means something.
    expect(new Set(trend.points.map((point) => JSON.stringify(inTrend(point)))).size).toBe(8);
    const now = await summaryAt();
    expect(
      trend.municipalities.map(({ municipality, name, latest }) => ({
        municipality,
        name,
        ...inTrend(latest),
      })),
    ).toEqual(
      now.municipalities.map(({ municipality, name, ...figures }) => ({
        municipality,
        name,
        ...inSummary(figures),
      })),
    );
    expect(trend.explanation.percent).toBe(now.explanation.formula);
  });

  test("plans by the plan of that time, beside the plan that was granted", async () => {
    await tell("2025-02-14T10:00:00.000Z");
    const { points, amendments } = await trendAt();
    const at = (date: string) => {
      const { planned, granted, plannedCells, grantedCells, undated } =
        points.find(({ on }) => on === date) ?? {};
      return { planned, granted, plannedCells, grantedCells, undated };
    };
    const ungranted = { granted: null, grantedCells: null };
    // In Tampere the pilot (1) is under way, due in June; the target (2) has no due date.
    expect(at("2023-04-30")).toEqual({ ...ungranted, planned: 0, plannedCells: 0, undated: 1 });
    // Before June came, the pilot's due date was put off to September: 33.3 of 36.3.
    expect(at("2023-08-31")).toEqual({ ...ungranted, planned: 0, plannedCells: 0, undated: 1 });
    expect(at("2023-09-30")).toMatchObject({ planned: 91.7, plannedCells: 1 });
    expect(at("2024-03-31")).toMatchObject({ granted: 91.7, grantedCells: 1, planned: 91.7 });
    // Amended to weigh 3 and be due in June 2024, it is not planned by May; granted it was.
    expect(at("2024-05-31")).toEqual({
      planned: 0,
      plannedCells: 0,
      granted: 60,
      grantedCells: 1,
      undated: 1,
    });
    expect(at("2024-06-30")).toMatchObject({ planned: 60, granted: 60 });
    expect(amendments).toEqual([{ number: 1, title: "Väliarviointi", on: "2024-05-02" }]);
    expect(points.filter((point) => point.amendments.length > 0)).toEqual([
      expect.objectContaining({ on: "2024-05-31", amendments: [1] }),
    ]);
  });

  test("up to a past moment is what it was then", async () => {
    await tell("2024-03-10T10:00:00.000Z");
    const then = await trendAt();
    vi.setSystemTime("2025-02-14T10:00:00.000Z");
    expect(await trendAt("?asOf=2024-03-10T10:00:00.000Z")).toEqual(then);
    const before = await reader.get(`${path}?asOf=2023-01-02T08:29:59.999Z`);
    await refusal(before, 404, "not_found");
  });

  test("of one municipality has its figures beside the median of all", async () => {
    await tell("2025-02-14T10:00:00.000Z");
    const [whole, one] = [await trendAt(), await trendAt("?municipality=837")];
    expect(one.municipalities.map(({ name }) => name)).toEqual(["Tampere"]);
    expect(one.points.map(({ percent }) => percent)).toEqual(one.municipalities[0]?.percents);
    expect(one.points.map(({ median }) => median)).toEqual(whole.points.map((p) => p.median));
    const own = (await summaryAt()).municipalities.find((each) => each.municipality === "837");
    expect(one.points.map(inTrend).at(-1)).toEqual(own && inSummary(own));
    const stranger = await refusal(await reader.get(`${path}?municipality=091`), 400, "invalid");
    expect(pathsOf(stranger)).toEqual(["municipality"]);
  });
});

test("costs the board, the project's facts once, and two rows a point", async () => {
  await tell("2028-12-30T10:00:00.000Z");
  const own = await database().$count(facts);
  const cost = async (query: string) =>
    sumOf(await costOf(reader, `${path}${query}`), (sql) => !isSession(sql));
  expect((await trendAt()).points).toHaveLength(36);
  const all = await cost("");
  expect(all.read).toBeLessThanOrEqual(1 + 2 * own + 2 * 36);
  expect(all.written).toBe(0);
  // The first fact of the project says when it began.
  expect((await cost("?asOf=2028-01-01")).read).toBeLessThanOrEqual(all.read + 3);
});

describe("taken along as CSV", () => {
  const csvOf = async (query: string) => {
    const answer = await reader.get(`${path}/export?${query}`);
    expect(answer.status).toBe(200);
    const text = new TextDecoder().decode(await answer.arrayBuffer());
    const rows = parseCsv(text, { delimiter: query.includes("comma") ? "," : ";" });
    return { answer, rows: rows.map((row) => row.map(String)) };
  };

  test("has a row for each date and place, the figures of the view", async () => {
    await tell("2025-02-14T10:00:00.000Z");
    const { points, municipalities } = await trendAt();
    const { rows } = await csvOf("delimiter=comma");
    const [headings, ...lines] = rows;
    expect(headings).toEqual([...TREND_COLUMNS]);
    const of = (code: string) => lines.filter((row) => row[1] === code);
    expect(of("all").map((row) => [row[0], row[3], row[4], row[13]])).toEqual(
      points.map(({ on, percent, planned, late }) =>
        [on, percent ?? "", planned ?? "", late].map(String),
      ),
    );
    // Nokia takes part since October 2023: there is no row of it before.
    expect(of("536").length).toBe(points.length);
    expect(of("211")[0]?.[0]).toBe("2023-10-31");
    for (const { municipality, percents } of municipalities) {
      expect(of(municipality).map((row) => row[3])).toEqual(
        percents.slice(-of(municipality).length).map((percent) => String(percent ?? "")),
      );
    }
  });

  test.each(["fi", "sv", "en"] as const)(
    "reads in words and decimal commas in %s",
    async (lang) => {
      await tell("2024-04-10T10:00:00.000Z");
      const { answer, rows } = await csvOf(`lang=${lang}&asOf=2024-03-31`);
      const { columns, whole, fileName } = WORDS[lang];
      expect(answer.headers.get("content-disposition")).toContain(
        `demo-${fileName}-2024-03-31.csv`,
      );
      expect(rows[0]).toEqual(TREND_COLUMNS.map((key) => columns[key]));
      expect(rows.findLast((row) => row[2] === whole)?.slice(3, 6)).toEqual([
        "91,7",
        "91,7",
        "91,7",
      ]);
      const alone = await csvOf(`lang=${lang}&municipality=536`);
      expect(new Set(alone.rows.slice(1).map((row) => row[1]))).toEqual(new Set(["536"]));
    },
  );
});
