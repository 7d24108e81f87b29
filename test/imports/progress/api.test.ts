import { env } from "cloudflare:workers";
import { beforeEach, describe, expect, test } from "vitest";
import type { ImportView } from "../../../worker/imports/contract.ts";
import { rowsMax } from "../../../worker/imports/terms.ts";
import type { CellDetail } from "../../../worker/progress/contract/progress.ts";
import { factCount, ok, refusal } from "../../support/answers.ts";
import { aCsv, aSheetForm, workbookOf } from "../../support/workbooks.ts";
import { aWorld, type Client, giveToken, stranger } from "../../support/world.ts";

const path = "/api/projects/demo/import";
const head = ["Kunta", "Nro", "Tila", "Toteuma", "Ennuste", "Perustelu", "Huomautus"];
const sheet = [
  head,
  ["Tampere", 1, "Valmis", null, null, null, "Soitettu"],
  ["Nokia", 1, "Keskeytetty", null, "31.12.2030", "Henkilöstö vaihtui", null],
  ["Nokia", 2, "Käynnissä", "12,5", null, null, null],
  ["Koko hanke", 3, "Ei aloitettu", null, null, null, null],
];

let people: Awaited<ReturnType<typeof aWorld>>;
beforeEach(async () => {
  people = await aWorld();
});

type Sent = {
  readonly fields?: Record<string, string>;
  readonly query?: string;
  readonly key?: string;
};

const send = (
  person: Client,
  rows: Parameters<typeof aCsv>[0],
  { fields, query = "", key }: Sent = {},
) =>
  person.send("POST", `${path}${query}`, aSheetForm(aCsv(rows), fields), { ...(key && { key }) });
const preview = async (person: Client, rows: Parameters<typeof aCsv>[0], fields = {}) =>
  ok<ImportView>(await send(person, rows, { fields, query: "?dryRun=true" }));
const cell = async (place: string) =>
  ok<CellDetail>(await people.lead.get(`/api/projects/demo/progress/${place}`));

describe("a preview", () => {
  test("tells the columns, what would change and what not, and writes nothing", async () => {
    const before = await factCount();
    const view = await preview(people.lead, sheet);
    expect(view).toMatchObject({
      kind: "progress",
      written: false,
      sheets: ["CSV"],
      headerRow: 1,
      empty: "keep",
      own: false,
      rows: 4,
      toChange: 4,
      unchanged: 0,
      problemCount: 0,
      problems: [],
      notes: [],
    });
    expect(view.columns.map(({ column, heading, means }) => [column, heading, means])).toEqual([
      ["A", "Kunta", "municipalityName"],
      ["B", "Nro", "milestone"],
      ["C", "Tila", "declared"],
      ["D", "Toteuma", "value"],
      ["E", "Ennuste", "forecastOn"],
      ["F", "Perustelu", "reason"],
      ["G", "Huomautus", "note"],
    ]);
    expect(view.columns[0]?.samples).toEqual(["Tampere", "Nokia", "Koko hanke"]);
    expect(view.changes[1]).toEqual({
      address: "C3",
      milestone: 1,
      title: "Pilotti valittu",
      municipality: "536",
      name: "Nokia",
      isNew: true,
      fields: [
        { field: "declared", before: null, after: "paused" },
        { field: "forecastOn", before: null, after: "2030-12-31" },
        { field: "reason", before: null, after: "Henkilöstö vaihtui" },
      ],
    });
    expect(await factCount()).toBe(before);
    expect(await cell("1/837")).toMatchObject({ declared: "no_data", version: 0 });
  });

  test("shows what a new status takes away", async () => {
    await ok(await send(people.lead, sheet));
    const view = await preview(people.lead, [head.slice(0, 3), ["Nokia", 1, "Käynnissä"]]);
    expect(view.changes[0]?.fields).toEqual([
      { field: "declared", before: "paused", after: "in_progress" },
      { field: "reason", before: "Henkilöstö vaihtui", after: null },
    ]);
  });

  test("names every problem by its cell, those of the rules too", async () => {
    const view = await preview(people.lead, [
      head,
      ["Tampere", 1, "Keskeytetty", null, null, null, null],
      ["Tampere", 3, "Valmis", null, null, null, null],
      ["Nokia", 1, "ehkä", null, null, null, null],
      ["Nokia", 2, "Valmis", "5", "1.1.2030", null, null],
      ["Tampere", 2, null, "7", null, null, null],
      ["Koko hanke", 3, "Ei aloitettu", "4", null, null, null],
    ]);
    expect(view.problems.map(({ address, value, message }) => [address, value, message])).toEqual(
      [
        ["3", "", expect.stringMatching("whole project")],
        ["F2", "", expect.stringMatching("Give a reason")],
        ["C4", "ehkä", expect.stringMatching("Unknown status")],
        ["C6", "", expect.stringMatching("Give a status")],
        ["D7", "4", expect.stringMatching("only for a target")],
      ].toSorted(
        ([a], [b]) => Number(String(a).replace(/\D/g, "")) - Number(String(b).replace(/\D/g, "")),
      ),
    );
    expect(view.problemCount).toBe(5);
    expect(view.notes.map(({ address, value }) => [address, value])).toEqual([["E5", "1.1.2030"]]);
  });

  test("takes what a person says of the columns, and speaks their language", async () => {
    const rows = [
      ["Missä", "Mikä", "Miten"],
      ["Tampere", 1, "Valmis"],
    ];
    const columns = [
      { column: "A", means: "municipality" },
      { column: "B", means: "milestone" },
      { column: "C", means: "declared" },
    ];
    const view = await preview(people.lead, rows, { mapping: JSON.stringify({ columns }) });
    expect(view).toMatchObject({ toChange: 1, problemCount: 0 });
    const answer = await people.lead.send(
      "POST",
      `${path}?dryRun=true&lang=sv`,
      aSheetForm(aCsv([head, ["Tampere", 1, "?!"]])),
    );
    expect((await ok<ImportView>(answer)).problems[0]?.message).toMatch("Okänd status");
  });

  test("reads the sheet of a workbook that is asked for", async () => {
    const bytes = await workbookOf([
      { name: "Kansi", rows: [["Tervetuloa"]] },
      { name: "Tilanne", rows: sheet },
    ]);
    const form = aSheetForm(Uint8Array.from(bytes), { name: "a.xlsx", sheet: "Tilanne" });
    const view = await ok<ImportView>(await people.lead.send("POST", `${path}?dryRun=true`, form));
    expect(view).toMatchObject({ sheets: ["Kansi", "Tilanne"], sheet: "Tilanne", toChange: 4 });
  });

  test("says when the file was in Windows-1252, and reads it", async () => {
    const text = "Kunta;Nro;Tila;Perustelu\r\nTampere;1;Keskeytetty;Henkilöstö – äiti";
    const letters: Readonly<Record<string, number>> = { "–": 0x96 };
    const bytes = Uint8Array.from(text, (letter) => letters[letter] ?? letter.charCodeAt(0));
    const view = await ok<ImportView>(
      await people.lead.send("POST", `${path}?dryRun=true`, aSheetForm(bytes)),
    );
    expect(view.notes.map(({ message }) => message)).toEqual([
      expect.stringMatching("Windows-1252"),
    ]);
    expect(view.changes[0]?.fields.at(-1)?.after).toBe("Henkilöstö – äiti");
  });
});

describe("an import", () => {
  test("writes all in one batch: a fact for each cell and one for the import", async () => {
    const before = await factCount();
    const view = await ok<ImportView>(await send(people.lead, sheet));
    expect(view).toMatchObject({ written: true, toChange: 4, changes: [], problems: [] });
    expect(await factCount()).toBe(before + 5);
    expect(await cell("1/837")).toMatchObject({ declared: "done", note: "Soitettu", version: 1 });
    expect(await cell("2/536")).toMatchObject({ declared: "in_progress", value: 12.5 });
    expect(await cell("3/all")).toMatchObject({ declared: "not_started" });
    const fact = await env.DB.prepare(
      "SELECT * FROM facts WHERE kind = 'progress.imported'",
    ).first();
    expect(fact).toMatchObject({ scope: "demo", subject: "import:demo", version: 1, role: "lead" });
    const { after } = JSON.parse(String(fact?.["detail"])) as { after: object };
    expect(after).toEqual({
      digest: expect.stringMatching(/^[0-9a-f]{64}$/),
      rows: 4,
      changed: 4,
      unchanged: 0,
    });
  });

  test("leaves a history that holds", async () => {
    await ok(await send(people.lead, sheet, { key: "tuonti" }));
    const verified = await ok<{ problems: object[] }>(
      await people.lead.get("/api/history/verify?project=demo"),
    );
    expect(verified.problems).toEqual([]);
  });

  test("brought in again changes nothing, and is no fact", async () => {
    await ok(await send(people.lead, sheet));
    const before = await factCount();
    const again = await ok<ImportView>(await send(people.lead, sheet));
    expect(again).toMatchObject({ toChange: 0, unchanged: 4 });
    expect(await factCount()).toBe(before);
  });

  test("with an error in its last row writes nothing at all", async () => {
    const before = await factCount();
    const answer = await send(people.lead, [
      ...sheet,
      ["Tampere", 2, "Valmis", "x", null, null, null],
    ]);
    const { errors } = await refusal(answer, 400, "invalid");
    expect(errors).toEqual([{ path: "D6", message: expect.stringMatching("Write a number") }]);
    expect(await factCount()).toBe(before);
    expect(await cell("1/837")).toMatchObject({ version: 0 });
  });

  test("that comes twice with its key is written once", async () => {
    const first = await ok<ImportView>(await send(people.lead, sheet, { key: "tuonti-1" }));
    const before = await factCount();
    const twin = await send(people.lead, sheet, { key: "tuonti-1" });
    expect(twin.headers.get("idempotent-replayed")).toBe("true");
    expect(await ok(twin)).toEqual(first);
    expect(await factCount()).toBe(before);
    const other = await send(people.lead, sheet.slice(0, 2), { key: "tuonti-1" });
    await refusal(other, 409, "conflict");
  });

  test("is refused when a cell of it changed since the preview, and shows what it would do now", async () => {
    const { fingerprint } = await preview(people.lead, sheet);
    await ok(
      await people.lead.send(
        "PATCH",
        "/api/projects/demo/progress/1/837",
        { declared: "done" },
        { version: 0 },
      ),
    );
    const answer = await send(people.lead, sheet, { fields: { fingerprint } });
    const { current } = await refusal(answer, 412, "stale");
    expect(current).toMatchObject({ toChange: 4, written: false });
    const { fingerprint: now } = current as ImportView;
    await ok(await send(people.lead, sheet, { fields: { fingerprint: now } }));
  });

  test("is not held back by changes of other cells", async () => {
    const { fingerprint } = await preview(people.lead, sheet);
    await ok(
      await people.lead.send(
        "PATCH",
        "/api/projects/demo/progress/2/837",
        { declared: "done" },
        { version: 0 },
      ),
    );
    await ok(await send(people.lead, sheet, { fields: { fingerprint } }));
  });

  test("read differently than in the preview is not what was seen", async () => {
    const { fingerprint } = await preview(people.lead, sheet);
    const fields = { fingerprint, mapping: JSON.stringify({ empty: "clear" }) };
    await refusal(await send(people.lead, sheet, { fields }), 412, "stale");
  });
});

describe("who may bring in what", () => {
  test("a contact only what they speak for: rows of others are problems", async () => {
    const view = await preview(people.contact, sheet);
    expect(view.problems.map(({ address, message }) => [address, message])).toEqual([
      ["C3", expect.stringMatching("may not speak for this municipality")],
      ["C4", expect.stringMatching("536")],
      ["C5", expect.stringMatching("all")],
    ]);
    expect(view.changes.map(({ municipality }) => municipality)).toEqual(["837"]);
    await refusal(await send(people.contact, sheet), 400, "invalid");
    await ok(await send(people.contact, sheet.slice(0, 2)));
    expect(await cell("1/837")).toMatchObject({ declared: "done" });
  });

  test("nobody with no part in it, though they may see it", async () => {
    await refusal(await send(people.steering, sheet), 403, "forbidden");
    await refusal(await send(people.steering, sheet, { query: "?dryRun=true" }), 403, "forbidden");
    await refusal(await send(people.funder, sheet), 403, "forbidden");
    await refusal(await send(stranger, sheet), 401, "signed_out");
    const nowhere = await people.lead.send(
      "POST",
      "/api/projects/none/import",
      aSheetForm(aCsv(sheet)),
    );
    await refusal(nowhere, 404, "not_found");
  });
});

test("a script that may not read notes is shown none that was there", async () => {
  await ok(await send(people.lead, sheet));
  const script = await giveToken("lead", "skripti", "write");
  const view = await preview(script, [head, ["Tampere", 1, null, null, null, null, "Uusi"]]);
  expect(view.changes[0]?.fields).toEqual([{ field: "note", before: null, after: "Uusi" }]);
});

describe("files that are refused", () => {
  test(`of ${rowsMax + 1} rows`, async () => {
    const row = ["Tampere", 1, "Valmis", null, null, null, null];
    const rows = [head, ...Array.from({ length: rowsMax + 1 }, () => row)];
    const { errors } = await refusal(await send(people.lead, rows), 400, "invalid");
    expect(errors?.[0]?.message).toMatch(`at most ${rowsMax}`);
  });

  const bytes = (text: string) => new TextEncoder().encode(text);
  test.each([
    ["of 5 MiB and a byte", new Uint8Array(5 * 1024 * 1024 + 1), 413, "too_large"],
    [
      "in the old format",
      Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
      400,
      "invalid",
    ],
    ["of pictures", Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0]), 400, "invalid"],
    ["that only begin as workbooks", bytes("PK\u0003\u0004rest"), 400, "invalid"],
    ["with a quote that does not end", bytes('Kunta;"Nro'), 400, "invalid"],
    ["of JSON that is no export", bytes('{"rows":[1]}'), 400, "invalid"],
    ["with nothing in them", new Uint8Array(), 400, "invalid"],
  ] as const)("%s", async (_what, content, status, code) => {
    await refusal(await people.lead.send("POST", path, aSheetForm(content)), status, code);
  });

  test("and forms without one, with broken fields, or that are no forms", async () => {
    const empty = new FormData();
    empty.append("sheet", "Taul1");
    const missing = await refusal(await people.lead.send("POST", path, empty), 400, "invalid");
    expect(missing.errors?.map((one) => one.path)).toEqual(["file"]);
    for (const mapping of ["{", '{"columns":[{"column":"1","means":"x"}]}', '{"more":1}']) {
      const answer = await send(people.lead, sheet, { fields: { mapping } });
      const { errors } = await refusal(answer, 400, "invalid");
      expect(errors?.every((one) => one.path.startsWith("mapping"))).toBe(true);
    }
    await refusal(await send(people.lead, sheet, { fields: { other: "x" } }), 400, "invalid");
    await refusal(await send(people.lead, sheet, { query: "?kind=members" }), 400, "invalid");
    await refusal(
      await people.lead.send("POST", path, { rows: [] }),
      415,
      "unsupported_media_type",
    );
  });
});
