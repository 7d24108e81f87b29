import { describe, expect, test } from "vitest";
import { isIn, linesOf, reachOf } from "../../../dashboard/progress/timeline/lines.ts";
import { perThousand, targetsOf } from "../../../dashboard/progress/timeline/targets.ts";
import { SAY } from "../../../worker/kernel/sentences/say.ts";
import { pack, type PackedCells } from "../../../worker/progress/domain/board.ts";
import { matrixOf } from "../../../worker/progress/domain/matrix.ts";
import { isReached } from "../../../worker/progress/terms.ts";
import { aBoard, aMilestone, aPlan, aTarget, said } from "../../support/cells.ts";

const today = "2024-07-15";
const matrixWith = (plan: ReturnType<typeof aPlan>, cells: PackedCells) =>
  matrixOf(aBoard(plan, { cells }), {
    asOf: `${today}T12:00:00.000Z`,
    today,
    language: "fi",
    say: SAY.fi,
  });

describe("a line of the timeline", () => {
  const plan = aPlan(
    aMilestone({ number: 1, dueOn: "2024-09-30" }),
    aMilestone({ number: 2, dueOn: "2024-06-30" }),
  );
  const { codes, matrix } = played(plan);

  test("spans what is done, forecasts what is open, and counts what is late", () => {
    const line = linesOf(matrix).find(({ milestone }) => milestone.number === 2);
    expect(line).toMatchObject({
      due: { from: "2024-06-30", to: "2024-06-30" },
      done: { from: "2024-05-02", to: "2024-05-02" },
      forecast: { from: "2024-08-01", to: "2024-08-01", count: 1 },
      doneCount: 1,
    });
    expect(line?.total).toBe(codes.length);
    expect(line?.late).toBe(codes.length - 1);
  });

  test("leaves out what is cancelled or not applicable, and is sorted by due date", () => {
    const [first, second] = linesOf(matrix);
    expect([first?.milestone.number, second?.milestone.number]).toEqual([2, 1]);
    expect(second?.total).toBe(codes.length - 1);
    expect(second && isIn(second, "late")).toBe(false);
    expect(second && isIn(second, "open")).toBe(true);
    expect(first && isIn(first, "late")).toBe(true);
  });

  test("lies within what the timeline shows, with the project and today", () => {
    const { from, to } = reachOf(matrix, linesOf(matrix), "2031-01-01");
    expect(from <= matrix.project.startsOn).toBe(true);
    expect(to).toBe("2031-01-01");
  });
});

function played(plan: ReturnType<typeof aPlan>) {
  const codes = plan.municipalities.map(({ code }) => code);
  const [one = "", two = ""] = codes;
  const cells = {
    [`2/${one}`]: pack(said({ declared: "done", doneOn: "2024-05-02" }), 1),
    [`2/${two}`]: pack(said({ forecastOn: "2024-08-01" }), 1),
    [`1/${one}`]: pack(said({ declared: "not_applicable", reason: "Ei koske" }), 1),
  };
  return { codes, matrix: matrixWith(plan, cells) };
}

describe("a target", () => {
  const falling = aTarget({ baseline: 50, goal: 10, unit: "%" });
  const plan = aPlan(aTarget({ goal: 10 }), { ...falling, number: 2 });
  const codes = plan.municipalities.map(({ code }) => code);
  const [one = "", two = ""] = codes;
  const matrix = matrixWith(plan, {
    [`1/${one}`]: pack(said({ value: 30 }), 1),
    [`1/${two}`]: pack(said({ value: 9 }), 1),
    [`2/${one}`]: pack(said({ value: 10 }), 1),
    [`2/${two}`]: pack(said({ value: 11 }), 1),
  });

  test("is reached from its baseline's side, and knows where nothing was told", () => {
    const [rising, sinking] = targetsOf(matrix);
    expect(rising).toMatchObject({ reached: 1, median: 19.5, unknown: codes.length - 2 });
    expect(sinking).toMatchObject({ reached: 1, median: 10.5 });
    expect(rising?.values.map(({ value }) => value)).toEqual([9, 30]);
    expect(isReached({ goal: null, baseline: null }, 5)).toBe(false);
    expect(isReached({ goal: 10, baseline: 50 }, null)).toBe(false);
  });

  test("is set against inhabitants where it counts people, and never where it is a share", () => {
    const [counting, share] = targetsOf(matrix);
    if (!counting || !share) throw new Error("There are two targets.");
    const relative = perThousand(counting, matrix);
    const people = matrix.municipalities.find(({ code }) => code === one)?.population ?? 0;
    expect(relative?.values.map(({ value }) => value)).toContain(
      Math.round((30 / people) * 100_000) / 100,
    );
    expect(relative?.milestone.goal).toBeNull();
    expect(perThousand(share, matrix)).toBeNull();
  });
});
