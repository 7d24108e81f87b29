import { env } from "cloudflare:workers";
import fc from "fast-check";
import { parseCsv, writeCsv } from "hucre/csv";
import { beforeEach, describe, expect, test } from "vitest";
import type { ImportView } from "../../../worker/imports/contract.ts";
import { isCleanText } from "../../../worker/kernel/text.ts";
import type { CellChange } from "../../../worker/progress/contract/progress.ts";
import { needsReason } from "../../../worker/progress/terms.ts";
import { ok } from "../../support/answers.ts";
import { exportPath, jsonExport } from "../../support/exports.ts";
import { aSheetForm } from "../../support/workbooks.ts";
import { aWorld, type Client } from "../../support/world.ts";

const path = "/api/projects/demo/import";
const batchPath = "/api/projects/demo/progress/batch";
const formats = [
  "format=xlsx&lang=fi",
  "format=xlsx&lang=sv",
  "format=xlsx&lang=en",
  "format=csv&lang=fi",
  "format=csv&lang=sv",
  "format=csv&lang=en",
  "format=csv&delimiter=comma",
  "format=json",
];
/** Every cell of `demo`. */
const places = [
  { milestone: 1, municipality: "837" },
  { milestone: 1, municipality: "536" },
  { milestone: 2, municipality: "837" },
  { milestone: 2, municipality: "536" },
  { milestone: 3, municipality: "all" },
];

let lead: Client;
beforeEach(async () => {
  ({ lead } = await aWorld());
});

async function taken(query: string): Promise<Uint8Array<ArrayBuffer>> {
  const answer = await lead.get(`${exportPath}?${query}`);
  expect(answer.status).toBe(200);
  return new Uint8Array(await answer.arrayBuffer());
}

const bring = async (bytes: Uint8Array<ArrayBuffer>, query = "?dryRun=true") =>
  ok<ImportView>(await lead.send("POST", `${path}${query}`, aSheetForm(bytes)));

const tricky = fc
  .oneof(
    fc.constantFrom(
      "=1+1",
      "'=1+1",
      "-",
      "–",
      "+358 40",
      "a\r\nb",
      'a;b,"c"',
      "x\uFFFEy",
      "_x0041_",
      "'",
      "@SUM",
      "12",
      "30.6.2024",
      "TRUE",
      " ＝x",
      "a\tb",
    ),
    fc.string({ minLength: 1, maxLength: 30 }).filter((text) => text.trim() !== ""),
  )
  .filter((text) => isCleanText(text) && text.trim() !== "");

const date = fc
  .date({ min: new Date("2023-01-02"), max: new Date("2024-12-30"), noInvalidDate: true })
  .map((day) => day.toISOString().slice(0, 10));

/** What anybody could say of a cell. */
const change = (isTarget: boolean) =>
  fc
    .record({
      declared: fc.constantFrom(
        "not_started",
        "in_progress",
        "paused",
        "done",
        "cancelled",
        "not_applicable",
      ),
      value: isTarget
        ? fc.option(fc.double({ min: -1e6, max: 1e6, noNaN: true }))
        : fc.constant(null),
      on: fc.option(date),
      reason: fc.option(tricky),
      unblock: fc.option(tricky),
    })
    .map(({ declared, value, on, reason, unblock }): CellChange => {
      const isOpen = ["not_started", "in_progress", "paused"].includes(declared);
      return {
        declared,
        value: value === 0 ? 0 : value,
        reason: needsReason(declared) ? (reason ?? "Syy") : reason,
        ...(declared === "paused" && { unblock }),
        ...(isOpen && { forecastOn: on }),
        ...(declared === "done" && on !== null && { doneOn: on }),
      };
    });

/** A board of which some cells were spoken of. */
const board = fc.tuple(
  ...places.map(({ milestone }) => fc.option(change(milestone === 2), { freq: 4 })),
);

let versions = places.map(() => 0);
/** What fails is tried anew so often that it would be too many files in an hour. */
const forgetCounts = () => env.DB.prepare("DELETE FROM limits").run();

async function say(changes: readonly (CellChange | null)[]): Promise<void> {
  const batch = changes.flatMap((said, index) =>
    said === null ? [] : [{ ...places[index], version: versions[index], ...said }],
  );
  if (batch.length === 0) return;
  await ok(await lead.send("POST", batchPath, batch));
  versions = versions.map((version, index) => version + (changes[index] ? 1 : 0));
}

describe("an export that is brought in again changes nothing", () => {
  beforeEach(() => {
    versions = places.map(() => 0);
  });

  test.each(formats)("of a board of which nothing is known, as %s", async (query) => {
    expect(await bring(await taken(query))).toMatchObject({
      own: true,
      empty: "clear",
      rows: 5,
      toChange: 0,
      unchanged: 5,
      problems: [],
      notes: [],
    });
  });

  test("whatever was said, in every format", async () => {
    await fc.assert(
      fc.asyncProperty(board, async (changes) => {
        await forgetCounts();
        await say(changes);
        for (const query of formats) {
          const view = await bring(await taken(query));
          expect({ query, problems: view.problems, changes: view.changes }).toEqual({
            query,
            problems: [],
            changes: [],
          });
        }
      }),
      { numRuns: 12 },
    );
  }, 240_000);
});

describe("of an edited export exactly what was edited changes", () => {
  beforeEach(() => {
    versions = places.map(() => 0);
  });

  test("whatever was said before, and whatever is said anew", async () => {
    await fc.assert(
      fc.asyncProperty(board, board, async (before, edits) => {
        await forgetCounts();
        await say(before);
        const rows = parseCsv(new TextDecoder().decode(await taken("format=csv&delimiter=comma")), {
          delimiter: ",",
        }).map((row) => row.map((value) => String(value ?? "")));
        const [heads = []] = rows;
        const known = await jsonExport(lead);
        const expected = new Set<string>();
        edits.forEach((edit, index) => {
          const place = places[index];
          const at = known.rows.findIndex(
            (row) => row.milestone === place?.milestone && row.municipality === place.municipality,
          );
          const [row, was] = [rows[at + 1], known.rows[at]];
          if (!edit || !row || !was || !place) return;
          const fields = {
            value: null,
            forecastOn: null,
            doneOn: null,
            reason: null,
            unblock: null,
            ...edit,
          };
          // What is done has a day, and keeps it where none is said.
          const doneOn = fields.doneOn ?? (edit.declared === "done" ? was.doneOn : null);
          for (const [field, value] of Object.entries({ ...fields, doneOn })) {
            row[heads.indexOf(field)] = value === null || value === undefined ? "" : String(value);
          }
          const same =
            was.declared === edit.declared &&
            was.value === fields.value &&
            was.forecastOn === fields.forecastOn &&
            was.doneOn === doneOn &&
            [was.reason ?? "", was.unblock ?? ""].map(written).join("\0") ===
              [fields.reason ?? "", fields.unblock ?? ""].map(written).join("\0");
          if (!same) expected.add(`${place.milestone}/${place.municipality}`);
        });
        const edited = new TextEncoder().encode(writeCsv(rows, { delimiter: "," }));
        const view = await bring(edited);
        expect(view.problems).toEqual([]);
        expect(
          view.changes.map((one) => `${one.milestone}/${one.municipality}`).toSorted(),
        ).toEqual([...expected].toSorted());
        const after = await bring(edited, "");
        expect(after.written).toBe(true);
        versions = versions.map((version, index) => {
          const place = places[index];
          return (
            version + (place && expected.has(`${place.milestone}/${place.municipality}`) ? 1 : 0)
          );
        });
        expect(await bring(await taken("format=xlsx&lang=fi"))).toMatchObject({ toChange: 0 });
      }),
      { numRuns: 15 },
    );
  }, 240_000);
});

/** As text is stored, and as a CSV that a person typed says it. */
const written = (text: string) => {
  const stored = text.replaceAll("\r\n", "\n").normalize("NFC").trim();
  return /^'\s*[=+\-@|＝＋－＠\t\r\n]/.test(stored) ? stored.slice(1) : stored;
};
