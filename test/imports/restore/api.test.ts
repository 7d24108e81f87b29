import { env } from "cloudflare:workers";
import { expect, test } from "vitest";
import { inAnyOrder, replay, requestsIn } from "../../../drizzle/replay.ts";
import type { FactLine } from "../../../drizzle/verify.ts";
import { runBatch } from "../../../worker/platform/database.ts";
import { ok } from "../../support/answers.ts";
import { freshDatabase } from "../../support/fresh.ts";
import { aCsv, aSheetForm } from "../../support/workbooks.ts";
import { aWorld, type Client, database, signIn } from "../../support/world.ts";

const path = "/api/projects/demo/import";
const tables = ["facts", "milestones", "cells", "boards"];

async function rows(): Promise<string[]> {
  const found = await Promise.all(
    tables.map(async (table) => env.DB.prepare(`SELECT * FROM ${table}`).all()),
  );
  return found.map(({ results }) => JSON.stringify(results));
}

async function factsOf(admin: Client): Promise<FactLine[]> {
  const text = await (await admin.get("/api/history/export?scope=all")).text();
  const lines = text.trim().split("\n").slice(1, -1);
  return lines.map((line) => JSON.parse(line) as FactLine);
}

test("what was brought in is rebuilt from its facts, and the history of both holds", async () => {
  const { admin, lead } = await aWorld();
  const plan = aCsv([
    ["Nimi", "Vaihe"],
    ["Uusi", 1],
  ]);
  await ok(await lead.send("POST", `${path}?kind=plan`, aSheetForm(plan), { key: "plan" }));
  const progress = aCsv([
    ["Kunta", "Nro", "Tila", "Perustelu"],
    ["Tampere", 4, "Valmis", null],
    ["Nokia", 1, "Peruttu", "Ei tarvita"],
  ]);
  await ok(await lead.send("POST", path, aSheetForm(progress), { key: "tilanne" }));
  const [before, facts] = [await rows(), await factsOf(admin)];
  await freshDatabase();
  const known = new Set<string>();
  for await (const request of requestsIn(facts)) {
    await runBatch(database(), [inAnyOrder, ...replay(database(), request, known)]);
  }
  expect(await rows()).toEqual(before);
  const again = await signIn({ id: "uusi", admin: true });
  const verified = await again.get("/api/history/verify?project=demo");
  expect((await ok<{ problems: object[] }>(verified)).problems).toEqual([]);
});
