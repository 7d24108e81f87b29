import { env } from "cloudflare:workers";
import { expect, test } from "vitest";
import type { ProgrammeView } from "../../../worker/projects/contract/programmes.ts";
import type { RetentionView } from "../../../worker/projects/contract/retention.ts";
import { ok, pathsOf, refusal } from "../../support/answers.ts";
import { aReport } from "../../support/editions.ts";
import { added } from "../../support/evidence.ts";
import { aForm } from "../../support/files.ts";
import { aWorld, type Client } from "../../support/world.ts";

const path = "/api/programmes/rrp";
const [end, earlier, later] = ["2032-12-31", "2031-12-31", "2035-12-31"];

async function keep(admin: Client, retainUntil: string | null) {
  const { version } = await ok<ProgrammeView>(await admin.get(path));
  return admin.send("PATCH", path, { retainUntil }, { version });
}

test("once a report was submitted, what it stands on is kept longer or as long, never shorter", async () => {
  const world = await aWorld();
  const { admin } = world;
  await ok(await keep(admin, later));
  await ok(await keep(admin, end));
  const report = await aReport(world);
  await ok(await keep(admin, earlier));
  await ok(await keep(admin, end));
  await report.submit();
  for (const shorter of [earlier, null]) {
    const refused = await refusal(await keep(admin, shorter), 400, "invalid");
    expect(pathsOf(refused)).toEqual(["retainUntil"]);
    expect(refused.errors?.[0]?.message).toContain(end);
  }
  expect((await ok<ProgrammeView>(await keep(admin, later))).retainUntil).toBe(later);
});

test("a project tells how long its reports and evidence are kept, and its list of evidence carries it", async () => {
  const { admin, lead, funder } = await aWorld();
  await ok(await keep(admin, end));
  await added(lead);
  const { items } = await ok<RetentionView>(await funder.get("/api/projects/demo/retention"));
  expect(items[0]).toMatchObject({ class: "funding_evidence", until: end });
  expect(items.find((one) => one.class === "use_log")?.months).toBe(60);
  const csv = await lead.get("/api/projects/demo/evidence/export?delimiter=comma");
  const [head, row] = (await csv.text()).split("\r\n");
  expect(head).toMatch(/,retainUntil,retentionBasis$/);
  expect(row).toContain(`,${end},`);
});

test("nothing that is kept can be deleted in the database, whatever its date", async () => {
  const world = await aWorld();
  await ok(await world.lead.send("POST", "/api/projects/demo/evidence", aForm()), 201);
  const { fingerprint } = await (await aReport(world)).submit();
  await env.DB.prepare(
    "INSERT INTO report_files VALUES ('demo', 1, 1, 'pdf', 'fi', ?, 1, '2024-01-01T00:00:00.000Z')",
  )
    .bind(fingerprint)
    .run();
  const tables = ["facts", "evidence", "files", "reports", "report_editions", "report_files"];
  const kept = await Promise.all(
    tables.map(async (table) => {
      const count = async () => env.DB.prepare(`SELECT * FROM ${table}`).all();
      const before = await count();
      const deletes = env.DB.prepare(`DELETE FROM ${table}`).run();
      const outcome = await deletes.then(() => "deleted", String);
      return { table, rows: before.results.length > 0, outcome, after: await count() };
    }),
  );
  for (const { table, rows, outcome, after } of kept) {
    expect({ table, rows, outcome }).toMatchObject({
      rows: true,
      outcome: expect.stringMatching(/never deleted|append-only/),
    });
    expect(after.results.length).toBeGreaterThan(0);
  }
});
