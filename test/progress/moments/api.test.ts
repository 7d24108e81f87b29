import { beforeEach, describe, expect, test } from "vitest";
import { dateInHelsinki } from "../../../worker/kernel/instant.ts";
import { declareProgress } from "../../../worker/progress/commands.ts";
import type { Moment, MomentsView } from "../../../worker/progress/contract/changes.ts";
import { ok, pathsOf, refusal } from "../../support/answers.ts";
import { costOf, isSession, sumOf } from "../../support/meter.ts";
import { story } from "../../support/story.ts";
import { at, type Client, signIn } from "../../support/world.ts";

const path = "/api/projects/demo/moments";
let reader: Client;

beforeEach(async () => {
  reader = await signIn({ id: "admin", admin: true });
});

async function play(): Promise<void> {
  for (const { take } of story) await take();
}

const daysOf = async (query = "") =>
  (await ok<MomentsView>(await reader.get(`${path}${query}`))).items;

/** The days of the project's steps by the calendar, worked out apart from the database. */
const expected: readonly Moment[] = [
  ...Map.groupBy(
    // The programme's steps are none of the project's.
    story.map(({ now }) => now).filter((now) => !/^(2023-01-02T08:00|2023-11)/.test(now)),
    dateInHelsinki,
  ),
]
  .map(([day, moments]) => ({ day, at: moments.toSorted().at(-1) ?? "" }))
  .toReversed();

/** So many changes of one cell, a minute apart, from a moment on. */
async function changeOften(from: string, times: number, version: number): Promise<void> {
  const place = { project: "demo", milestone: 2, municipality: "837" };
  for (let index = 0; index < times; index += 1) {
    const now = new Date(Date.parse(from) + index * 60_000).toISOString();
    await declareProgress(at(now), place, version + index, { note: `${version + index}` });
  }
}

describe("the days on which something happened", () => {
  test("are those of the project's facts in Helsinki, newest first, each with its last instant", async () => {
    await play();
    expect(await daysOf()).toEqual(expected);
    expect(await daysOf()).toContainEqual({ day: "2023-02-01", at: "2023-02-01T21:59:59.999Z" });
    expect(await daysOf()).toContainEqual({ day: "2023-02-02", at: "2023-02-01T22:00:00.000Z" });
    expect(await daysOf()).toContainEqual({ day: "2023-09-30", at: "2023-09-30T20:59:59.999Z" });
  });

  test.each([
    ["in winter, when midnight is at 22", "2024-12-05", "21:59:59.999", "22:00:00.000"],
    ["in summer, when midnight is at 21", "2025-06-05", "20:59:59.999", "21:00:00.000"],
    ["after the day of summer time", "2025-03-30", "20:59:59.999", "21:00:00.000"],
    ["before the day of summer time", "2025-03-29", "21:59:59.999", "22:00:00.000"],
    ["after the day of winter time", "2025-10-26", "21:59:59.999", "22:00:00.000"],
  ])("part at midnight in Helsinki %s", async (_, date, before, after) => {
    await play();
    const place = { project: "demo", milestone: 2, municipality: "837" };
    const moments = [`${date}T${before}Z`, `${date}T${after}Z`];
    for (const [index, now] of moments.entries()) {
      await declareProgress(at(now), place, 2 + index, { note: now });
    }
    const [second, first] = await daysOf();
    expect([first?.at, second?.at]).toEqual(moments);
    expect(first?.day).toBe(date);
    expect(second?.day).toBe(new Date(Date.parse(date) + 86_400_000).toISOString().slice(0, 10));
  });

  test("can be walked a page at a time, at any size of page, and none is missed or told twice", async () => {
    await play();
    await changeOften("2025-06-05T20:59:00.000Z", 3, 2);
    await changeOften("2025-12-05T20:58:00.000Z", 3, 5);
    const all = await daysOf();
    expect(all.slice(0, 2).map(({ day }) => day)).toEqual(["2025-12-05", "2025-06-06"]);
    for (const limit of [1, 2, 3, 5]) {
      const walked: Moment[] = [];
      let cursor: string | null = "";
      for (let pages = 0; cursor !== null && pages < 40; pages += 1) {
        const query: string = `?limit=${limit}${cursor && `&cursor=${cursor}`}`;
        const view: MomentsView = await ok<MomentsView>(await reader.get(`${path}${query}`));
        expect(view.items.length).toBeLessThanOrEqual(limit);
        walked.push(...view.items);
        cursor = view.nextCursor;
      }
      expect([walked, cursor], String(limit)).toEqual([all, null]);
    }
  });

  test.each(["yesterday", btoa("2024-02-30"), btoa("7")])(
    "refuse a cursor that they did not give: %s",
    async (cursor) => {
      await play();
      const answer = await reader.get(`${path}?cursor=${cursor}`);
      expect(pathsOf(await refusal(answer, 400, "invalid"))).toEqual(["cursor"]);
    },
  );
});

test("a day costs two rows, however much happened on it", async () => {
  await play();
  const cost = async (query = "") =>
    sumOf(await costOf(reader, `${path}${query}`), (sql) => !isSession(sql));
  const boardAndEnds = 4;
  const all = { statements: 2, read: boardAndEnds + 2 * expected.length, written: 0 };
  expect(await cost()).toEqual(all);
  await changeOften("2024-10-27T01:00:00.000Z", 100, 2);
  expect(await cost()).toEqual(all);
  expect((await cost("?limit=3")).read).toBeLessThanOrEqual(boardAndEnds + 2 * 4);
});
