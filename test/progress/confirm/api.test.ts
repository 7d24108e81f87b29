import { describe, expect, test } from "vitest";
import type { CellDetail, HistoryEntry } from "../../../worker/progress/contract/progress.ts";
import { factCount, ok, pathsOf, refusal } from "../../support/answers.ts";
import { aWorld } from "../../support/world.ts";

const tampere = "/api/projects/demo/progress/1/837";

describe("no change", () => {
  test("said of a version that is gone is stale, shows what is there, and writes nothing", async () => {
    const { lead, contact } = await aWorld();
    await ok(await lead.send("PATCH", tampere, { declared: "done" }, { version: 0 }));
    const paused = { declared: "paused", reason: "Sopimus kesken" };
    await ok(await contact.send("PATCH", tampere, paused, { version: 1 }));
    const facts = await factCount();
    const answer = await lead.send("POST", `${tampere}/confirm`, undefined, { version: 1 });
    const { current } = await refusal(answer, 412, "stale");
    expect(current).toMatchObject({ declared: "paused", version: 2 });
    expect(await factCount()).toBe(facts);
  });

  test("said of the version that is there, or of none, confirms it", async () => {
    const { lead } = await aWorld();
    await ok(await lead.send("PATCH", tampere, { declared: "done" }, { version: 0 }));
    const seen = await lead.send("POST", `${tampere}/confirm`, undefined, { version: 1 });
    expect(await ok(seen)).toMatchObject({ declared: "done", version: 2 });
    const unseen = await lead.send("POST", `${tampere}/confirm`);
    expect(await ok(unseen)).toMatchObject({ declared: "done", version: 3 });
  });
});

test("what is done keeps a day of completion", async () => {
  const { lead } = await aWorld();
  const done = { declared: "done", doneOn: "2023-05-05" };
  await ok(await lead.send("PATCH", tampere, done, { version: 0 }));
  const answer = await lead.send("PATCH", tampere, { doneOn: null }, { version: 1 });
  expect(pathsOf(await refusal(answer, 400, "invalid"))).toEqual(["doneOn"]);
  expect(await ok<CellDetail>(await lead.get(tampere))).toMatchObject(done);
});

test("the history as of a moment holds what had been said by then", async () => {
  const { lead } = await aWorld();
  const first = await lead.send("PATCH", tampere, { declared: "in_progress" }, { version: 0 });
  const { confirmedAt } = await ok<CellDetail>(first);
  await new Promise((resolve) => setTimeout(resolve, 5));
  await ok(await lead.send("PATCH", tampere, { declared: "done" }, { version: 1 }));
  const then = await lead.get(`${tampere}/history?asOf=${confirmedAt}`);
  const { items } = await ok<{ items: HistoryEntry[] }>(then);
  expect(items.map(({ version }) => version)).toEqual([1]);
});
