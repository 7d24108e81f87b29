import { expect, test } from "vitest";
import { reportPdf } from "../../../worker/reporting/formats/report/pdf.ts";
import { aDocument } from "../../support/documents.ts";

test("the Worker writes a report as PDF, and the same one twice", async () => {
  const frame = { language: "sv", fingerprint: "a".repeat(64) } as const;
  const first = await reportPdf(aDocument(), frame);
  expect(new TextDecoder().decode(first.slice(0, 8))).toBe("%PDF-1.7");
  expect(await reportPdf(aDocument(), frame)).toEqual(first);
});
