import { describe, expect, test } from "vitest";
import { SAY } from "../../worker/kernel/sentences/say.ts";
import type { CellState } from "../../worker/progress/contract/progress.ts";
import { pack } from "../../worker/progress/domain/board.ts";
import { matrixOf } from "../../worker/progress/domain/matrix.ts";
import { summarise } from "../../worker/progress/domain/summary.ts";
import type { PlanMilestone } from "../../worker/projects/contract/plan.ts";
import { PUBLIC_PARTS } from "../../worker/projects/terms.ts";
import { publicProject } from "../../worker/publishing/domain.ts";
import { embedCode } from "../../worker/publishing/formats/embed.ts";
import { linesOf, widthOf } from "../../worker/publishing/formats/picture/text.ts";
import { nextDatesMax } from "../../worker/publishing/terms.ts";
import { withoutPercent } from "../../worker/publishing/words.ts";
import { aBoard, aMilestone, aPlan, aTarget, said } from "../support/cells.ts";

const today = "2024-06-15";

const isDone = said({ declared: "done", doneOn: "2024-01-01" });
const allDone = (...keys: readonly string[]) =>
  Object.fromEntries(keys.map((key) => [key, isDone]));

/** What anybody may read of a plan of which this is said, all parts chosen. */
function shown(
  milestones: readonly PlanMilestone[],
  told: Readonly<Record<string, CellState>> = {},
) {
  const cells = Object.fromEntries(
    Object.entries(told).map(([key, state]) => [key, pack(state, 1)]),
  );
  const say = SAY.fi;
  const asOf = `${today}T09:00:00.000Z`;
  const matrix = matrixOf(aBoard(aPlan(...milestones), { cells }), {
    asOf,
    today,
    language: "fi",
    say,
  });
  const programme = {
    name: "Ohjelma",
    funder: "Rahoittaja",
    visibilityText: { fi: "Rahoitettu", sv: "Finansierad", en: "Funded" },
    emblem: "eu" as const,
  };
  const own = { summary: "", leadOrganisation: "Alue", contactRole: "", parts: PUBLIC_PARTS };
  return publicProject({
    publication: { ...own, programme },
    matrix,
    summary: summarise(matrix, { date: today, say }),
    fundingText: "Rahoitettu",
  });
}

describe("the next dates", () => {
  test("name each milestone once, on its next date, with how many places are open then", () => {
    const { dates } = shown(
      [
        aMilestone({
          number: 1,
          dueOn: "2024-12-31",
          dueOnByMunicipality: { "536": "2024-09-01" },
        }),
        aMilestone({ number: 2, dueOn: "2024-06-15" }),
        aMilestone({ number: 3, dueOn: "2024-06-14" }),
        aMilestone({ number: 4, dueOn: null }),
      ],
      allDone("2/837"),
    );
    expect(dates?.map(({ number, dueOn, open }) => [number, dueOn, open])).toEqual([
      [2, "2024-06-15", 1],
      [1, "2024-09-01", 1],
    ]);
  });

  test("are the first few, and none where all is done", () => {
    const many = Array.from({ length: 9 }, (_, index) =>
      aMilestone({ number: index + 1, dueOn: `2024-0${7 + (index % 3)}-01`, scope: "project" }),
    );
    expect(shown(many).dates?.map(({ number }) => number)).toEqual([1, 4, 7, 2, 5, 8]);
    expect(nextDatesMax).toBe(6);
    expect(shown(many, allDone(...many.map(({ number }) => `${number}/all`))).dates).toEqual([]);
  });
});

test("a target of municipalities says in how many it is reached, and no sum of their values", () => {
  const { targets, summary } = shown(
    [aTarget({ number: 1 }), aTarget({ number: 2, scope: "project" })],
    { "1/536": said({ value: 100 }) },
  );
  expect(targets).toMatchObject([
    { number: 1, value: null, reached: 1, places: 2, unknown: 1 },
    { number: 2, value: null, reached: 0, places: 1, unknown: 1 },
  ]);
  expect(summary).toBeNull();
});

test("a target is reached by its value, and counts only where it still applies", () => {
  const cancelled = said({ declared: "cancelled", value: 5 });
  const { targets } = shown(
    [aTarget({ number: 1, baseline: 50, goal: 10 }), aTarget({ number: 2, scope: "project" })],
    { "1/536": said({ value: 9 }), "1/837": cancelled, "2/all": cancelled },
  );
  expect(targets).toMatchObject([
    { number: 1, scope: "municipality", reached: 1, places: 1, unknown: 0 },
    { number: 2, scope: "project", value: null, reached: 0, places: 0, unknown: 0 },
  ]);
  expect(shown([aTarget()], { "1/536": isDone }).targets).toMatchObject([
    { reached: 0, places: 2, unknown: 2 },
  ]);
});

test("where all is cancelled there is nothing to count; where nobody has told there is no data", () => {
  const project = shown([aMilestone()], { "1/536": said({ declared: "cancelled" }) });
  expect(project.municipalities?.map(({ percent, noData }) => [percent, noData])).toEqual([
    [null, 0],
    [null, 1],
  ]);
  expect([0, 1].map((noData) => withoutPercent("en", noData))).toEqual([
    "nothing to count",
    "no data",
  ]);
});

test("what is embedded has the project's name for its title, whatever is in it", () => {
  const code = embedCode({
    slug: "demo",
    name: `A "b" <c> & d`,
    origin: "https://x.example",
    language: "sv",
  });
  expect(code).toContain('title="Etappi: A &quot;b&quot; &lt;c> &amp; d"');
  expect(code).toContain('src="https://x.example/public/demo/widget?lang=sv"');
});

describe("a text in the picture", () => {
  const style = { size: 40, isBold: true };

  test("fits its lines, and ends in dots where there is more of it", () => {
    const text =
      "Nuorten mielenterveys- ja päihdepalvelujen ammattilaisverkosto koko hyvinvointialueella";
    const lines = linesOf(text, style, { width: 500, count: 2 });
    expect(lines).toHaveLength(2);
    expect(lines[1]).toMatch(/…$/);
    for (const line of lines) expect(widthOf(line, style)).toBeLessThanOrEqual(500);
    const [long = ""] = linesOf("a".repeat(300), style, { width: 500, count: 1 });
    expect(widthOf(long, style)).toBeLessThanOrEqual(500);
  });

  test("has every letter of Finnish and Swedish, and something for those it lacks", () => {
    for (const letter of "åäöÅÄÖ–’%é\u00a0") expect(widthOf(letter, style)).toBeGreaterThan(0);
    expect(widthOf("ä", style)).toBe(widthOf("a\u0308", style));
    expect(widthOf("ẽ", style)).toBe(widthOf("e", style));
    expect(widthOf("字😀", style)).toBeGreaterThan(0);
  });
});
