import { expect, test } from "vitest";
import type { ReportDocument } from "../../../worker/reporting/contract/document.ts";
import { reportCalendar } from "../../../worker/reporting/formats/report/calendar.ts";
import { aDocument, aHostileDocument } from "../../support/documents.ts";
import { calendarText } from "../../support/formats.ts";

const fingerprint = "0123456789abcdef".repeat(4);
const written = async (document: ReportDocument) =>
  new TextDecoder("utf-8", { fatal: true }).decode(
    await reportCalendar(document, { language: "fi", fingerprint }),
  );

/** The events by what identifies them, each with its properties, parameters aside. */
async function eventsOf(document: ReportDocument) {
  const text = calendarText(await written(document));
  const events = text.split("BEGIN:VEVENT\r\n").slice(1);
  return new Map(
    events.map((event) => {
      const lines = event.split("\r\n").map((line) => /^([A-Z]+)(?:;[^:]*)?:([^]*)$/.exec(line));
      const properties: Partial<Record<string, string>> = Object.fromEntries(
        lines.map((line) => [line?.[1] ?? "", line?.[2] ?? ""]),
      );
      return [properties["UID"]?.replace("@etappi.example", "") ?? "", properties] as const;
    }),
  );
}

test("every line is of at most 75 octets and whole characters, and ends as the standard says", async () => {
  const lines = (await written(aHostileDocument())).split("\r\n");
  expect(lines.at(-1)).toBe("");
  expect(lines.filter((line) => /[\r\n]/.test(line))).toEqual([]);
  const sizes = lines.map((line) => new TextEncoder().encode(line).byteLength);
  expect(Math.max(...sizes)).toBeLessThanOrEqual(75);
  expect(Math.max(...sizes)).toBeGreaterThan(70);
});

test("has what is open on the day on which it falls due, with the municipalities it holds for", async () => {
  const sample = aDocument({ milestones: 2, municipalities: 3 });
  const cells = sample.cells.map((cell) =>
    cell.milestone === 1 && cell.municipality === "003"
      ? { ...cell, dueOn: "2024-12-31" }
      : { ...cell, declared: cell.milestone === 2 ? ("done" as const) : cell.declared },
  );
  const events = await eventsOf({ ...sample, cells });
  expect([...events.keys()]).toEqual([
    "hoppu-milestone-1",
    "hoppu-milestone-1-2024-12-31",
    "hoppu-phase-1",
    "hoppu-phase-2",
    "hoppu-phase-3",
    "hoppu-report-3",
  ]);
  expect(events.get("hoppu-milestone-1")).toMatchObject({
    DTSTAMP: "20241203T090000Z",
    SEQUENCE: "28886940",
    DTSTART: "20240630",
    DTEND: "20240701",
    SUMMARY: "1. Välitavoite 1 sovittu",
    STATUS: "CONFIRMED",
  });
  // The first of the three is done there.
  expect(events.get("hoppu-milestone-1")?.["DESCRIPTION"]).toMatch(/^Kunnat: Kunta 002 Äöå\n/);
  const later = events.get("hoppu-milestone-1-2024-12-31");
  expect(later).toMatchObject({ DTSTART: "20241231", DTEND: "20250101" });
  expect(later?.["DESCRIPTION"]).toMatch(/^Kunnat: Kunta 003 Äöå\n/);
  expect(events.get("hoppu-report-3")).toMatchObject({ DTSTART: "20250131" });
});

test("a plan that moves keeps the names of its events, and a later report supersedes them", async () => {
  const sample = aDocument({ milestones: 1 });
  const moved = {
    ...sample,
    // The first edition of the next report comes after the second of the one before.
    edition: 1,
    asOf: "2025-01-31T09:00:30.000Z",
    milestones: sample.milestones.map((one) => ({ ...one, dueOn: "2024-09-30" })),
    cells: sample.cells.map((one) => ({ ...one, dueOn: "2024-09-30" })),
  };
  const [before, after] = await Promise.all([eventsOf(sample), eventsOf(moved)]);
  expect([...after.keys()]).toEqual([...before.keys()]);
  expect(after.get("hoppu-milestone-1")).toMatchObject({
    DTSTART: "20240930",
    SEQUENCE: "28971900",
  });
});

test("a preview supersedes nothing", async () => {
  const preview = await reportCalendar(aDocument(), { language: "fi", fingerprint: null });
  const sequences = new TextDecoder().decode(preview).match(/SEQUENCE:.*(?=\r)/g);
  expect(new Set(sequences)).toEqual(new Set(["SEQUENCE:0"]));
});
