import { afterEach, describe, expect, test, vi } from "vitest";
import { declareProgress } from "../../../worker/progress/commands.ts";
import type { AttentionView } from "../../../worker/progress/contract/attention.ts";
import type { PortfolioView } from "../../../worker/progress/contract/portfolio.ts";
import type {
  CellDetail,
  MatrixView,
  SummaryView,
} from "../../../worker/progress/contract/progress.ts";
import { changeMilestone } from "../../../worker/projects/commands/milestones.ts";
import { ChangeMilestone } from "../../../worker/projects/contract/plan.ts";
import { factCount, ok } from "../../support/answers.ts";
import { costOf, sumOf } from "../../support/meter.ts";
import { at, aWorld, type Client } from "../../support/world.ts";

const demo = "/api/projects/demo";
const MATRIX = `${demo}/progress`;
const SUMMARY = `${demo}/summary`;
const PORTFOLIO = "/api/portfolio";
const ATTENTION = `${demo}/attention`;
const CELL = `${demo}/progress/1/837`;
const VIEWS = [MATRIX, SUMMARY, PORTFOLIO, ATTENTION];

/** The clock of the Worker, and of nothing else, stands at this instant. */
function setClock(instant: string): void {
  vi.useFakeTimers({ toFake: ["Date"], now: new Date(instant) });
}

afterEach(() => void vi.useRealTimers());

/** `demo` with one cell that is under way and falls due on a day, said on that very day. */
async function aCellDue(dueOn: string, said: string): Promise<Client> {
  const { lead } = await aWorld();
  const change = ChangeMilestone.parse({ dueOn, reason: "Uusi päivä" });
  await changeMilestone(at(said), { project: "demo", number: 1 }, 1, change);
  const place = { project: "demo", milestone: 1, municipality: "837" };
  await declareProgress(at(said), place, 0, { declared: "in_progress" });
  return lead;
}

/** What each view says of the one cell, or of how many are so. */
async function saidBy(person: Client) {
  const [matrix, summary, portfolio, attention, cell] = await Promise.all([
    person.get(MATRIX).then(ok<MatrixView>),
    person.get(SUMMARY).then(ok<SummaryView>),
    person.get(PORTFOLIO).then(ok<PortfolioView>),
    person.get(ATTENTION).then(ok<AttentionView>),
    person.get(CELL).then(ok<CellDetail>),
  ]);
  const own = (one: { milestone: number; municipality: string }) =>
    one.milestone === 1 && one.municipality === "837";
  const { total, municipalities, phases } = summary;
  return {
    matrix: matrix.cells.find(own)?.schedule,
    disagreements: matrix.cells.find(own)?.disagreements,
    cell: cell.schedule,
    // Of its milestone the other municipality's cell falls due on the same day.
    late: [total, phases[0], portfolio.items[0]?.total].map((figures) => figures?.late),
    own: municipalities.find(({ municipality }) => municipality === "837")?.late,
    attention: [attention.counts.late, attention.counts.disagreement],
    date: total.explanation.date,
  };
}

const tagsFor = (person: Client) =>
  Promise.all(VIEWS.map(async (path) => (await person.get(path)).headers.get("etag")));

const MIDNIGHTS = [
  ["in winter", "2025-01-15", "2025-01-15T21:59:59.999Z", "2025-01-15T22:00:00.000Z"],
  ["in summer", "2025-06-15", "2025-06-15T20:59:59.999Z", "2025-06-15T21:00:00.000Z"],
  [
    "before the day that summer time begins",
    "2025-03-29",
    "2025-03-29T21:59:59.999Z",
    "2025-03-29T22:00:00.000Z",
  ],
  [
    "after the day that summer time begins, which has 23 hours",
    "2025-03-30",
    "2025-03-30T20:59:59.999Z",
    "2025-03-30T21:00:00.000Z",
  ],
  [
    "before the day that summer time ends",
    "2025-10-25",
    "2025-10-25T20:59:59.999Z",
    "2025-10-25T21:00:00.000Z",
  ],
  [
    "after the day that summer time ends, which has 25 hours",
    "2025-10-26",
    "2025-10-26T21:59:59.999Z",
    "2025-10-26T22:00:00.000Z",
  ],
  ["at the turn of the year", "2025-12-31", "2025-12-31T21:59:59.999Z", "2025-12-31T22:00:00.000Z"],
] as const;

describe("a cell becomes late at midnight in Helsinki by rule, and the next read says so", () => {
  test.each(MIDNIGHTS)("%s", async (_, dueOn, lastMoment, midnight) => {
    const lead = await aCellDue(dueOn, `${dueOn}T10:00:00.000Z`);
    const facts = await factCount();

    setClock(`${dueOn}T12:00:00.000Z`);
    const tagsAtNoon = await tagsFor(lead);
    setClock(lastMoment);
    expect(await saidBy(lead)).toEqual({
      matrix: "on_time",
      disagreements: [],
      cell: "on_time",
      late: [0, 0, 0],
      own: 0,
      attention: [0, 0],
      date: dueOn,
    });
    expect(await tagsFor(lead)).toEqual(tagsAtNoon);

    setClock(midnight);
    const dayAfter = new Date(Date.parse(dueOn) + 86_400_000).toISOString().slice(0, 10);
    expect(await saidBy(lead)).toEqual({
      matrix: "late",
      disagreements: ["in_progress_past_due"],
      cell: "late",
      late: [2, 2, 2],
      own: 1,
      attention: [2, 1],
      date: dayAfter,
    });
    for (const [index, path] of VIEWS.entries()) {
      const tag = tagsAtNoon[index] ?? "";
      const again = await lead.get(path, { "if-none-match": tag });
      expect([again.status, again.headers.get("etag") !== tag], path).toEqual([200, true]);
    }
    // A cell's tag is its version, which stays: so nobody may keep it.
    expect((await lead.get(CELL)).headers.get("cache-control")).toBe("private, no-store");

    // Nobody wrote anything: the date alone did it.
    const costs = await Promise.all([...VIEWS, CELL].map((path) => costOf(lead, path)));
    for (const cost of costs) expect(sumOf(cost, () => true).written).toBe(0);
    expect(await factCount()).toBe(facts);
  });

  test("from then on and not before, hour by hour", async () => {
    const lead = await aCellDue("2025-06-15", "2025-01-01T10:00:00.000Z");
    const late: string[] = [];
    for (
      let hour = Date.parse("2025-06-14T00:00Z");
      hour < Date.parse("2025-06-17T00:00Z");
      hour += 3_600_000
    ) {
      const now = new Date(hour).toISOString();
      setClock(now);
      if ((await saidBy(lead)).matrix === "late") late.push(now);
    }
    expect(late[0]).toBe("2025-06-15T21:00:00.000Z");
    expect(late).toHaveLength(27);
  });
});
