import { expect, test } from "vitest";
import * as z from "zod";
import { canonical } from "../../../worker/kernel/canonical.ts";
import { digest } from "../../../worker/kernel/digest.ts";
import { ReportDocument } from "../../../worker/reporting/contract/document.ts";
import type { ReportView } from "../../../worker/reporting/contract/reports.ts";
import { ok } from "../../support/answers.ts";
import { aDocument, aHostileDocument } from "../../support/documents.ts";
import { FORMATS } from "../../support/formats.ts";
import { aWorld, stranger } from "../../support/world.ts";

test("a report as canonical JSON is valid by the schema that is served to everyone", async () => {
  const served = await ok<Record<string, unknown>>(
    await stranger.get("/api/schemas/report-1.json"),
  );
  expect(served).toMatchObject({
    $id: expect.stringMatching(/\/api\/schemas\/report-1\.json$/),
    $schema: "https://json-schema.org/draft/2020-12/schema",
  });
  const schema = z.fromJSONSchema(served);
  const sample = aDocument();
  const preview = { ...sample, edition: null, budget: null, changes: null };
  for (const document of [sample, preview, aDocument({ milestones: 0 }), aHostileDocument()]) {
    expect(schema.safeParse(JSON.parse(canonical(document))).error).toBeUndefined();
  }
  for (const wrong of [{ form: "other" }, { version: "2.0" }, { asOf: null }, { cells: [{}] }]) {
    expect(schema.safeParse({ ...sample, ...wrong }).success).toBe(false);
  }
});

test("the Worker gives the files of an edition that say what its JSON says, and the same ones again", async () => {
  const { lead, funder } = await aWorld();
  const reports = "/api/projects/demo/reports";
  const change = { declared: "paused", reason: "=cmd()" };
  await ok(await lead.send("PATCH", "/api/projects/demo/progress/1/837", change, { version: 0 }));
  await ok<ReportView>(await lead.send("POST", reports, { name: "Väliraportti" }), 201);
  await ok(await lead.send("POST", `${reports}/1/submit`, undefined, { version: 1 }));
  const take = async (format: string) => {
    const answer = await funder.get(`${reports}/1/export?format=${format}&lang=fi`);
    expect(answer.status, format).toBe(200);
    return new Uint8Array(await answer.arrayBuffer());
  };
  const json = await take("json");
  const fingerprint = await digest(json);
  const document = ReportDocument.parse(JSON.parse(new TextDecoder().decode(json)));
  const frame = { language: "fi", fingerprint } as const;
  for (const format of FORMATS.filter(({ name }) => name !== "json")) {
    const bytes = await take(format.name.split(" ")[0] ?? "");
    expect(await take(format.name.split(" ")[0] ?? "")).toEqual(bytes);
    expect(await format.text(bytes), format.name).toContain(fingerprint);
    const rows = await format.rows?.(bytes, document, frame);
    const paused = rows?.["cells"]?.filter(({ declared }) => declared === "paused");
    expect(paused, format.name).toEqual(
      format.rows && [expect.objectContaining({ municipality: "837", reason: "=cmd()" })],
    );
  }
});
