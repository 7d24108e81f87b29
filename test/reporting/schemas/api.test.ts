import { expect, test } from "vitest";
import * as z from "zod";
import { canonical } from "../../../worker/kernel/canonical.ts";
import { ok } from "../../support/answers.ts";
import { aDocument, aHostileDocument } from "../../support/documents.ts";
import { stranger } from "../../support/world.ts";

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
