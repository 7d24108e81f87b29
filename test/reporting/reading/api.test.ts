import { expect, test } from "vitest";
import type { ReportDetail, ReportView } from "../../../worker/reporting/contract/reports.ts";
import { ok } from "../../support/answers.ts";
import { aWorld } from "../../support/world.ts";

const reports = "/api/projects/demo/reports";

test("a report is read anew once a section was written, and a change may name the tag it was read by", async () => {
  const { lead } = await aWorld();
  await ok<ReportView>(await lead.send("POST", reports, { name: "Väliraportti" }), 201);
  const path = `${reports}/1`;
  const first = await lead.get(path);
  expect(first.headers.get("etag")).toBe('"1"');
  const seen = { "if-none-match": '"1"' };
  expect((await lead.get(path, seen)).status).toBe(304);
  const section = `${path}/sections/summary`;
  await ok(await lead.send("PUT", section, { text: "Yksi" }, { version: 0 }));
  const second = await lead.get(path, seen);
  expect(second.headers.get("etag")).toBe('"1-1"');
  const { sections } = await ok<ReportDetail>(second);
  expect(sections.find(({ key }) => key === "summary")).toMatchObject({ text: "Yksi", version: 1 });
  await ok(await lead.send("PUT", section, { text: "Kaksi" }, { version: 1 }));
  expect((await lead.get(path)).headers.get("etag")).toBe('"1-2"');
  const headers = { "if-match": '"1-2"' };
  const changed = await lead.send("PATCH", path, { name: "Loppuraportti" }, { headers });
  expect(await ok<ReportView>(changed)).toMatchObject({ name: "Loppuraportti", version: 2 });
  const stale = await lead.send("PATCH", path, { name: "Väliraportti" }, { headers });
  expect(stale.status).toBe(412);
});
