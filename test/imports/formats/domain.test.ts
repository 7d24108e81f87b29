import { writeCsv } from "hucre/csv";
import { writeXlsx } from "hucre/xlsx";
import { describe, expect, test } from "vitest";
import { readCsv } from "../../../worker/imports/formats/csv.ts";
import { textOf } from "../../../worker/imports/formats/text.ts";
import { readWorkbook } from "../../../worker/imports/formats/xlsx.ts";
import { columnsMax, sheetRowsMax, unpackedSizeMax } from "../../../worker/imports/terms.ts";
import { Refusal } from "../../../worker/kernel/refusal.ts";
import { workbookOf, zipOf } from "../../support/workbooks.ts";

const bytesOf = (text: string) => new TextEncoder().encode(text);
const rowsOf = (text: string) => readCsv(text, "t").rows;

function codeOf(run: () => unknown): string {
  try {
    run();
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
  return "none";
}

async function workbookCode(bytes: Uint8Array, sheet: string | null = null): Promise<string> {
  const outcome = await readWorkbook(bytes, sheet).catch((error: unknown) => error);
  return outcome instanceof Refusal ? outcome.code : outcome instanceof Error ? "error" : "none";
}

describe("encodings", () => {
  const words = "Åbo – Hämeenkyrö €";

  test("UTF-8, with a byte order mark and without", () => {
    expect(textOf(bytesOf(words))).toEqual({ text: words, encoding: "utf-8" });
    expect(textOf(bytesOf(`\uFEFF${words}`))).toEqual({ text: words, encoding: "utf-8" });
  });

  test("UTF-16 either way round, as Excel saves `Unicode text`", () => {
    const pairs = Array.from(`\uFEFF${words}`, (letter) => letter.charCodeAt(0));
    const little = Uint8Array.from(pairs.flatMap((pair) => [pair & 255, pair >> 8]));
    const big = Uint8Array.from(pairs.flatMap((pair) => [pair >> 8, pair & 255]));
    expect(textOf(little)).toEqual({ text: words, encoding: "utf-16le" });
    expect(textOf(big)).toEqual({ text: words, encoding: "utf-16le" });
  });

  test("Windows-1252 where it is no UTF-8, and it says so", () => {
    const bytes = Uint8Array.from([0xc5, 0x62, 0x6f, 0x20, 0x96, 0x20, 0x48, 0xe4, 0x20, 0x80]);
    expect(textOf(bytes)).toEqual({ text: "Åbo – Hä €", encoding: "windows-1252" });
  });

  test.each([
    ["bytes that are no text", Uint8Array.from([1, 0, 2, 0, 3])],
    ["half a pair of UTF-16", Uint8Array.from([0xff, 0xfe, 0x41])],
    ["broken UTF-8 behind its mark", Uint8Array.from([0xef, 0xbb, 0xbf, 0xc3])],
  ])("%s are refused", (_what, bytes) => {
    expect(codeOf(() => textOf(bytes))).toBe("invalid");
  });
});

describe("CSV", () => {
  test.each([";", ",", "\t", "|"])("parted by %j", (delimiter) => {
    const rows = [
      ["Kunta", "Tila"],
      ["Tampere", `a${delimiter} "b"\r\nc`],
    ];
    expect(rowsOf(writeCsv(rows, { delimiter }))).toEqual(rows);
  });

  test("what parts is what the first line has most of, outside quotes", () => {
    expect(rowsOf('"a;b;c;d",e,f\n1,2,3')).toEqual([
      ["a;b;c;d", "e", "f"],
      ["1", "2", "3"],
    ]);
  });

  test("Excel's own line may say it, and rows keep their numbers", () => {
    expect(rowsOf("sep=,\r\na,b;c;d;e\r\n")).toEqual([[], ["a", "b;c;d;e"]]);
  });

  test("empty fields, empty lines and every line end", () => {
    expect(rowsOf("a;;c;\r\n\n;b\r1;2;")).toEqual([
      ["a", null, "c", null],
      [null],
      [null, "b"],
      ["1", "2", null],
    ]);
    expect(rowsOf("")).toEqual([]);
  });

  test("a decimal comma where `;` parts, a point where `,` does", () => {
    expect(readCsv("a;b", "t").decimal).toBe(",");
    expect(readCsv("a,b", "t").decimal).toBe(".");
  });

  test.each(['a;"b', '"a"b;c', 'x;y\n"a" ;b'])("%j has a quote out of place", (text) => {
    expect(codeOf(() => rowsOf(text))).toBe("invalid");
  });

  test("more rows and columns than a sheet has are refused", () => {
    expect(codeOf(() => rowsOf("a\n".repeat(sheetRowsMax)))).toBe("none");
    expect(codeOf(() => rowsOf("a\n".repeat(sheetRowsMax + 1)))).toBe("too_large");
    expect(codeOf(() => rowsOf(";".repeat(columnsMax - 1)))).toBe("none");
    expect(codeOf(() => rowsOf(";".repeat(columnsMax)))).toBe("too_large");
  });

  test("a quoted field of megabytes is read at once", () => {
    const long = "a".repeat(2_000_000);
    expect(rowsOf(`"${long}"`)).toEqual([[long]]);
  });
});

describe("workbooks", () => {
  const rows = [
    ["Kunta", "Tila", "Valmistui"],
    ["Tampere", "Valmis", new Date("2024-06-30T00:00:00Z")],
  ];

  test.each(["1900", "1904"] as const)(
    "days counted from %s are the same days",
    async (dateSystem) => {
      const bytes = await workbookOf([{ rows, dates: 3 }], { dateSystem });
      const { sheet } = await readWorkbook(bytes, null);
      expect(sheet.rows).toEqual([
        ["Kunta", "Tila", "Valmistui"],
        ["Tampere", "Valmis", { date: "2024-06-30" }],
      ]);
    },
  );

  test("the first sheet that is not hidden, or the one that is asked for", async () => {
    const bytes = await writeXlsx({
      sheets: [
        { name: "Piilo", rows: [["x"]], hidden: true },
        { name: "Yksi", rows: [["1"]] },
        { name: "Kaksi", rows: [["2"]] },
      ],
    });
    const first = await readWorkbook(bytes, null);
    expect([first.names, first.sheet.rows]).toEqual([["Yksi", "Kaksi"], [["1"]]]);
    expect((await readWorkbook(bytes, "Kaksi")).sheet.rows).toEqual([["2"]]);
    expect(await workbookCode(bytes, "Kolme")).toBe("invalid");
    expect(await workbookCode(bytes, "Piilo")).toBe("invalid");
  });

  test("formulas are never computed: their saved value is used and marked", async () => {
    const xml = `<row r="1"><c r="A1"><f>1+1</f><v>2</v></c><c r="B1"><f>1+1</f></c>
      <c r="C1" t="str"><f>"a"</f><v>a</v></c><c r="D1" t="e"><f>1/0</f><v>#DIV/0!</v></c>
      <c r="E1"><f t="shared" si="0"/><v>3</v></c><c r="F1"><v>4</v></c></row>`;
    const { sheet } = await readWorkbook(await zipOf({ sheet: xml }), null);
    expect(sheet.rows).toEqual([[2, null, "a", "#DIV/0!", 3, 4]]);
    expect(Object.fromEntries(sheet.marks)).toEqual({
      A1: ["formula"],
      B1: ["uncomputed"],
      C1: ["formula"],
      D1: ["formula", "error"],
      E1: ["formula"],
    });
  });

  test("a last row of nothing but formulas without values is not lost", async () => {
    const xml = `<row r="1"><c r="A1"><v>1</v></c></row><row r="2"><c r="A2"><f>A1</f></c></row>`;
    const { sheet } = await readWorkbook(await zipOf({ sheet: xml }), null);
    expect([...sheet.marks]).toEqual([["A2", ["uncomputed"]]]);
    expect(sheet.rows).toEqual([[1], [null]]);
  });

  test("percentages and merged cells are told", async () => {
    const bytes = await writeXlsx({
      sheets: [
        {
          name: "a",
          rows: [
            ["Tampere", 0.5],
            [null, 1],
          ],
          columns: [{}, { style: { numFmt: "0.0%" } }],
          merges: [{ startRow: 0, startCol: 0, endRow: 1, endCol: 0 }],
        },
      ],
    });
    const { sheet } = await readWorkbook(bytes, null);
    expect(sheet.merges).toEqual([{ top: 1, left: 0, bottom: 2, right: 0 }]);
    expect(Object.fromEntries(sheet.marks)).toEqual({ B1: ["percent"], B2: ["percent"] });
  });

  test("a cell alone in the farthest corner does not make room for all the others", async () => {
    const far = '<row r="1048576"><c r="A1048576"><v>1</v></c></row>';
    expect(await workbookCode(await zipOf({ sheet: far }))).toBe("too_large");
    const wide = '<row r="1"><c r="XFD1"><v>1</v></c></row>';
    expect(await workbookCode(await zipOf({ sheet: wide }))).toBe("too_large");
    const styled = '<row r="1"><c r="A1"><v>1</v></c><c r="XFD1" s="0"/></row>';
    expect((await readWorkbook(await zipOf({ sheet: styled }), null)).sheet.rows).toEqual([[1]]);
  });
});

describe("hostile workbooks", () => {
  test("what unpacks to more than the bound is refused before it is unpacked", async () => {
    const bomb = await zipOf({ sheet: "", padding: unpackedSizeMax });
    expect(bomb.byteLength).toBeLessThan(100_000);
    expect(await workbookCode(bomb)).toBe("too_large");
  });

  test("a directory that the large form of the format hides is turned away", async () => {
    const bytes = await zipOf({ sheet: "" });
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    view.setUint32(bytes.byteLength - 22 + 12, 0xffffffff, true);
    expect(await workbookCode(bytes)).toBe("invalid");
  });

  test("a directory that lies about sizes unpacks no more than it says", async () => {
    const honest = await zipOf({ sheet: '<row r="1"><c r="A1"><v>1</v></c></row>' });
    const lying = await zipOf({ sheet: "", padding: unpackedSizeMax, told: 1000 });
    const silent = await zipOf({ sheet: "", padding: unpackedSizeMax, told: 0 });
    const later = await zipOf({
      sheet: "",
      padding: unpackedSizeMax,
      told: 0,
      toldPacked: 0,
      flags: 8,
    });
    expect(await workbookCode(honest)).toBe("none");
    expect(await workbookCode(lying)).toBe("invalid");
    expect(await workbookCode(silent)).toBe("invalid");
    expect(await workbookCode(later)).toBe("invalid");
  });

  test("a truncated file, at any byte, is refused", async () => {
    const whole = await writeXlsx({ sheets: [{ name: "a", rows: [["Kunta"], ["Tampere"]] }] });
    for (let length = 0; length < whole.length; length += 97) {
      expect(await workbookCode(whole.slice(0, length))).toBe("invalid");
    }
  });

  test.each([
    ["a ZIP file of something else", () => zipOf({ only: { mimetype: "application/zip" } })],
    [
      "a workbook whose sheet is not there",
      () => zipOf({ sheet: "", without: "xl/worksheets/sheet1.xml" }),
    ],
    ["a sheet that is no XML", () => zipOf({ sheet: '<row r="1"><c r="A1' })],
  ])("%s is refused", async (_what, make) => {
    expect(await workbookCode(await make())).toBe("invalid");
  });

  test("entities are not expanded", async () => {
    const sheet = '<row r="1"><c r="A1" t="str"><v>&lol;&lol;</v></c></row>';
    const { sheet: read } = await readWorkbook(await zipOf({ sheet }), null);
    expect(read.rows).toEqual([["&lol;&lol;"]]);
  });
});
