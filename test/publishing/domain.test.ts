import { describe, expect, test } from "vitest";
import { SAY } from "../../worker/kernel/sentences/say.ts";
import { matrixOf } from "../../worker/progress/domain/matrix.ts";
import { summarise } from "../../worker/progress/domain/summary.ts";
import type { PlanMilestone } from "../../worker/projects/contract/plan.ts";
import { PUBLIC_PARTS } from "../../worker/projects/terms.ts";
import { publicProject } from "../../worker/publishing/domain.ts";
import { embedCode } from "../../worker/publishing/formats/embed.ts";
import { linesOf, widthOf } from "../../worker/publishing/formats/picture/text.ts";
import { nextDatesMax } from "../../worker/publishing/terms.ts";
import { aBoard, aMilestone, aPlan, aTarget } from "../support/cells.ts";

const today = "2024-06-15";

/** What anybody may read of a plan of which this is said, all parts chosen. */
function shown(milestones: readonly PlanMilestone[], done: readonly string[] = []) {
  const cell = ["done", null, null, "2024-01-01", "2024-01-01T09:00:00.000Z", 1] as const;
  const cells = Object.fromEntries(done.map((key) => [key, cell]));
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
      ["2/837"],
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
    expect(
      shown(
        many,
        many.map(({ number }) => `${number}/all`),
      ).dates,
    ).toEqual([]);
  });
});

test("a target of municipalities says in how many it is reached, and no sum of their values", () => {
  const { targets, summary } = shown(
    [aTarget({ number: 1 }), aTarget({ number: 2, scope: "project" })],
    ["1/536"],
  );
  expect(targets).toMatchObject([
    { number: 1, value: null, reached: 1, places: 2 },
    { number: 2, value: null, reached: 0, places: 1 },
  ]);
  expect(summary).toBeNull();
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
