import { asc } from "drizzle-orm";
import { expect, test } from "vitest";
import { municipalities } from "../../../worker/municipalities/tables.ts";
import { cellKey, pack } from "../../../worker/progress/domain/board.ts";
import { cells } from "../../../worker/progress/tables.ts";
import type { Plan } from "../../../worker/projects/contract/plan.ts";
import { planOf } from "../../../worker/projects/domain/plan.ts";
import {
  boards,
  milestones,
  participations,
  phases,
  projects,
} from "../../../worker/projects/tables.ts";
import { ok } from "../../support/answers.ts";
import { story } from "../../support/story.ts";
import { aWorld, database, signIn } from "../../support/world.ts";

type Stored = { readonly plan: Plan; readonly cells: Readonly<Record<string, unknown>> };

async function storedBoard(): Promise<Stored> {
  const [row] = await database().select().from(boards);
  // Both columns are JSON that the commands wrote.
  return {
    plan: JSON.parse(row?.plan ?? "") as Plan,
    cells: JSON.parse(row?.cells ?? "") as Stored["cells"],
  };
}

/** The board of the one project there is, from all the other tables. */
async function boardFromScratch(): Promise<Stored> {
  const db = database();
  const [[project], phaseRows, taking, register, plan, said] = await Promise.all([
    db.select().from(projects),
    db.select().from(phases).orderBy(asc(phases.number)),
    db.select().from(participations),
    db.select().from(municipalities).orderBy(asc(municipalities.code)),
    db.select().from(milestones),
    db.select().from(cells),
  ]);
  if (!project) throw new Error("There is no project.");
  return {
    plan: planOf(
      {
        ...project,
        phases: phaseRows.map(({ project: _, ...phase }) => phase),
        municipalities: taking.map(({ municipality }) => municipality),
      },
      plan.map(({ project: _, hash: __, ...milestone }) => milestone),
      register.map(({ code, nameFi, nameSv, population, tileColumn, tileRow }) => ({
        code,
        nameFi,
        nameSv,
        population,
        tileColumn,
        tileRow,
      })),
    ),
    cells: Object.fromEntries(
      said.map((row) => [cellKey(row.milestone, row.municipality), pack(row, row.version)]),
    ),
  };
}

test("after every step of two years the board equals what the other tables say", async () => {
  await signIn({ id: "admin", admin: true });
  for (const { now, take } of story) {
    await take();
    if (now > "2023-01-02T08:00:00.000Z")
      expect(await storedBoard(), now).toEqual(await boardFromScratch());
  }
});

test("numbers of every kind are in the board as they were given", async () => {
  const { lead } = await aWorld();
  const path = "/api/projects/demo/milestones/2";
  const weights = [100 / 3, 0.1 + 0.2, 1e-7, 99.99999999999999, 5e-324, 0, 100];
  const goals = [123456789012.34567, -1e12, 0.1 + 0.7, -0.000001, 0, 7, 1e12];
  for (const [index, weight] of weights.entries()) {
    const change = { weight, goal: goals[index], baseline: goals[index] };
    await ok(await lead.send("PATCH", path, change, { version: index + 1 }));
    expect((await storedBoard()).plan.milestones[1]).toMatchObject(change);
  }
  expect(await storedBoard()).toEqual(await boardFromScratch());
});

test("texts with quotes, backslashes, line breaks and signs of JSON are in the board as they were given", async () => {
  const { lead } = await aWorld();
  const title = 'a"b\\c\n{"x":[1]}\tÅ 👩‍👧 \u2028 null';
  await ok(await lead.send("PATCH", "/api/projects/demo/milestones/1", { title }, { version: 1 }));
  expect((await storedBoard()).plan.milestones[0]?.title).toBe(title);
  expect(await storedBoard()).toEqual(await boardFromScratch());
});

test("plan and cells that change at the same time are both in the board", async () => {
  const { admin, lead } = await aWorld();
  const declare = (cell: string) =>
    lead.send(
      "PATCH",
      `/api/projects/demo/progress/${cell}`,
      { declared: "in_progress" },
      { version: 0 },
    );
  const add = (title: string) =>
    admin.send("POST", "/api/projects/demo/milestones", { phase: 1, title });
  const answers = await Promise.all([
    declare("1/837"),
    add("Yksi"),
    declare("1/536"),
    add("Kaksi"),
    lead.send("PATCH", "/api/projects/demo", { name: "Uusi" }, { version: 1 }),
    declare("2/837"),
    declare("3/all"),
  ]);
  expect(answers.map(({ status }) => status)).toEqual([200, 201, 200, 201, 200, 200, 200]);
  const board = await storedBoard();
  expect(board).toEqual(await boardFromScratch());
  expect(board.plan.milestones).toHaveLength(5);
  expect(Object.keys(board.cells).toSorted()).toEqual(["1/536", "1/837", "2/837", "3/all"]);
});
