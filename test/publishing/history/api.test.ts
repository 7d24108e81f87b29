import { expect, test } from "vitest";
import type { FactList } from "../../../worker/audit/contract/history.ts";
import { ok } from "../../support/answers.ts";
import { aWorld } from "../../support/world.ts";

test("a project is told of in the history as published and taken down, by either way, only when it was", async () => {
  const { lead } = await aWorld();
  const demo = "/api/projects/demo";
  const path = `${demo}/publication`;
  const changes = [
    [path, { visibility: "internal", parts: ["dates"] }, "project.changed"],
    [path, { parts: ["progress"] }, "project.changed"],
    [demo, { visibility: "public", place: "Tampere" }, "project.published"],
    [demo, { summary: "Lyhyesti" }, "project.changed"],
    [path, { visibility: "public", parts: ["dates"] }, "project.changed"],
    [demo, { visibility: "internal" }, "project.unpublished"],
    [path, { visibility: "public" }, "project.published"],
  ] as const;
  let version = 1;
  for (const [at, change] of changes) {
    ({ version } = await ok<{ version: number }>(
      await lead.send("PATCH", at, change, { version }),
    ));
  }
  const { items } = await ok<FactList>(
    await lead.get(`/api/history?project=demo&limit=${changes.length}`),
  );
  expect(items.map(({ kind }) => kind).toReversed()).toEqual(changes.map(([, , kind]) => kind));
});
