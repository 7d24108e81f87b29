import { afterEach, describe, expect, test, vi } from "vitest";
import { harmless } from "../../../worker/kernel/harmless.ts";
import { LANGUAGES } from "../../../worker/kernel/language.ts";
import type { PlainFigures, ReportDocument } from "../../../worker/reporting/contract/document.ts";
import type { Frame } from "../../../worker/reporting/formats/report/told.ts";
import { aDocument, aHostileDocument } from "../../support/documents.ts";
import { type Claim, csvFiles, type Format, FORMATS } from "../../support/formats.ts";
import { unzip } from "../../support/unzip.ts";

const fingerprint = "0123456789abcdef".repeat(4);
const sample = aDocument();

const CASES: Readonly<Record<string, readonly [ReportDocument, Frame["fingerprint"]]>> = {
  "a report": [sample, fingerprint],
  "a report of nothing": [aDocument({ milestones: 0, municipalities: 0 }), fingerprint],
  "a report without sections": [{ ...sample, sections: [] }, fingerprint],
  "awkward text": [aHostileDocument(), fingerprint],
  "a preview": [{ ...sample, edition: null }, null],
};
const each = Object.keys(CASES).flatMap((name) =>
  FORMATS.map((format) => [format.name, name, format] as const),
);

const caseOf = (name: string) => CASES[name] ?? [sample, fingerprint];
const made = async (format: Format, document: ReportDocument, frame: Frame) =>
  Uint8Array.from(await format.make(document, frame));

afterEach(() => vi.useRealTimers());

/** Blanks and lines are each format's own affair. */
const tight = (text: string) => text.replace(/\s/g, "");

const SAYS: Readonly<Record<Claim, (document: ReportDocument, frame: Frame) => readonly string[]>> =
  {
    funding: ({ programme }, { language }) => [programme.visibilityText[language]],
    mark: ({ asOf, edition }, frame) => [
      asOf.slice(0, 4),
      ...(frame.fingerprint === null ? [] : [frame.fingerprint, String(edition)]),
    ],
    titles: ({ milestones }) => milestones.map(({ title }) => title),
    places: ({ municipalities }, { language }) =>
      municipalities.map(({ nameFi, nameSv }) => (language === "sv" ? nameSv : nameFi)),
    reasons: ({ cells }) => cells.flatMap(({ reason }) => (reason === null ? [] : [reason])),
    texts: ({ sections }) => sections.flatMap(({ text }) => text.split("\n")),
  };

describe.each(each)("%s of %s", (_format, name, format) => {
  const [document, mark] = caseOf(name);

  test.each(LANGUAGES)("says what it is and carries every text, in %s", async (language) => {
    const frame = { language, fingerprint: mark };
    const text = tight(await format.text(await made(format, document, frame)));
    for (const claim of format.claims) {
      for (const said of SAYS[claim](document, frame)) {
        // A whole page of one text in the message of a failure helps nobody.
        expect(text.includes(tight(format.carries(said))), `${claim}: ${said.slice(0, 80)}`).toBe(
          true,
        );
      }
    }
    if (format.claims.includes("mark") && mark === null) {
      expect(text).toMatch(/esikatselu|förhandsvisning|preview/i);
      expect(text).not.toContain(fingerprint);
    }
  });

  test("is the same bytes at any time", async () => {
    const bytes: Uint8Array[] = [];
    for (const today of ["2025-01-01T00:00:00.000Z", "2031-07-05T13:14:15.000Z"]) {
      vi.useFakeTimers({ toFake: ["Date"], now: new Date(today) });
      bytes.push(await made(format, document, { language: "fi", fingerprint: mark }));
    }
    const [first, second] = bytes.map(String);
    // Not `toEqual`: the bytes of a whole file in a message help nobody.
    expect(first === second).toBe(true);
  });
});

const tabular = FORMATS.filter(({ rows }) => rows !== undefined);
const figured = ["a report", "a report of nothing", "awkward text"].flatMap((name) =>
  tabular.flatMap((format) =>
    LANGUAGES.map((language) => [format.name, name, language, format] as const),
  ),
);

test.each(figured)(
  "%s of %s has every figure of it, in %s",
  async (told, name, language, format) => {
    const [document] = caseOf(name);
    const frame = { language, fingerprint };
    const rows = await format.rows?.(await made(format, document, frame), document, frame);
    expect(rows?.["cells"]).toMatchObject(document.cells.map((cell) => cellOf(cell, format)));
    expect(rows?.["targets"]).toMatchObject(
      document.targets.map(({ title, ...target }) => ({ ...target, title: format.carries(title) })),
    );
    const inWords = told === "csv in codes" ? null : CONFIRMED[language];
    const parts = [...document.phases, ...document.municipalities].map(({ figures }) => figures);
    expect(rows?.["figures"]).toMatchObject(
      [document.total, ...parts].map((one) => figuresOf(one, inWords)),
    );
    expect(rows?.["changes"]).toHaveLength(document.changes === null ? 0 : 6);
    expect(rows?.["evidence"]?.map(({ digest }) => digest)).toEqual(
      document.evidence.map((one) => one.digest),
    );
  },
);

/** The moment that all figures of the sample have, in Helsinki as each language writes it. */
const CONFIRMED = { fi: "20.11.2024 klo 10.00", sv: "20.11.2024 10.00", en: "20/11/2024, 10:00" };

function figuresOf(
  { counts, schedules, evidence, leftOut: _leftOut, ...figures }: PlainFigures,
  confirmed: string | null,
) {
  const named = { declared: counts, schedule: schedules, evidence };
  const counted = Object.entries(named).flatMap(([list, codes]) =>
    Object.entries(codes).map(([code, count]) => [`${list}.${code}`, count] as const),
  );
  return {
    ...figures,
    ...(confirmed !== null && { lastConfirmedAt: confirmed }),
    ...Object.fromEntries(counted),
  };
}

function cellOf(cell: ReportDocument["cells"][number], { carries }: Format) {
  const { stale: _stale, reason, unblock: _unblock, ...rest } = cell;
  return { ...rest, reason: reason === null ? null : carries(reason) };
}

test("no text of people is a formula, in no table", async () => {
  const document = aHostileDocument();
  const frame = { language: "en", fingerprint } as const;
  const [xlsx, csv] = await Promise.all(
    FORMATS.filter(({ name }) => name === "xlsx" || name === "csv in codes").map((format) =>
      made(format, document, frame),
    ),
  );
  const parts = await unzip(xlsx ?? new Uint8Array());
  const sheets = Object.entries(parts).filter(([name]) => name.startsWith("xl/worksheets/"));
  expect(sheets).toHaveLength(14);
  expect(sheets.filter(([, xml]) => /<f[ >]/.test(xml))).toEqual([]);
  for (const folder of ["codes", "words"] as const) {
    const files = await csvFiles(csv ?? new Uint8Array(), folder);
    const cells = Object.values(files).flat(2).map(String);
    expect(cells.filter((cell) => !/^-?[\d.,]+$/.test(cell) && harmless(cell) !== cell)).toEqual(
      [],
    );
    expect(cells).toContain("'=cmd()");
  }
});
