import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ENDINGS, MEDIA, readMedium } from "../../../worker/kernel/media.ts";
import { SAY } from "../../../worker/kernel/sentences/say.ts";
import { zipEntries } from "../../../worker/kernel/zip.ts";
import { FILES, joined, REFUSED, WITH_MACROS, zip } from "../../support/files.ts";

/** The media type that a file is taken for, or the sentence that it is refused with. */
function read(bytes: Uint8Array, name: string): string {
  const found = readMedium(bytes, name);
  return "medium" in found ? MEDIA[found.medium].type : found.refused(SAY.en);
}

const kinds = /^This kind of file is not taken/;
const macros = /macros/;
const ending = /must end/;

describe("a file", () => {
  test.each(Object.entries(FILES))("that is a sound %s is taken for it", (name, bytes) => {
    const medium = Object.values(MEDIA).find(({ endings }) => endings.some((one) => one === name));
    expect(read(bytes, `Näyttö 1.${name}`)).toBe(medium?.type);
    expect(read(bytes, `NÄYTTÖ.${name.toUpperCase()}`)).toBe(medium?.type);
  });

  test.each(Object.keys(FILES))("called %s is refused when it is something else", (name) => {
    for (const [other, bytes] of Object.entries(FILES)) {
      const isText = [name, other].every((one) => one === "csv" || one === "txt");
      if (other === name || isText) continue;
      expect(read(bytes, `a.${name}`), other).toMatch(ending);
    }
  });

  test.each(["", "a", "a.", ".pdf.exe", "a.pdf.html", "a pdf", "pdf"])(
    "called %j is refused, and told how its name must end",
    (name) => {
      expect(read(FILES.pdf, name)).toBe(SAY.en.fileEnding(".pdf"));
    },
  );

  test("is what its bytes say, also in a larger buffer", () => {
    for (const [name, bytes] of Object.entries(FILES)) {
      const part = joined("before", bytes, "after").subarray(6, 6 + bytes.byteLength);
      expect(read(part, `a.${name}`)).toBe(read(bytes, `a.${name}`));
    }
  });

  test.each(Object.entries(REFUSED))("that is %s is refused under every name", (_, bytes) => {
    for (const name of ENDINGS) expect(read(bytes, `a.${name}`)).toMatch(kinds);
    expect(read(bytes, "a.html")).toMatch(kinds);
  });

  test.each(Object.entries(WITH_MACROS))("that runs something is refused: %s", (_, bytes) => {
    for (const name of ENDINGS) expect(read(bytes, `a.${name}`)).toMatch(macros);
  });

  test("of any bytes gets an answer, and so does any file with some of its bytes changed", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
        expect(typeof read(bytes, "a.pdf")).toBe("string");
      }),
    );
    const changed = fc.record({
      file: fc.constantFrom(...Object.values(FILES), ...Object.values(REFUSED)),
      at: fc.nat(),
      value: fc.nat(255),
      length: fc.nat(),
    });
    fc.assert(
      fc.property(changed, ({ file, at, value, length }) => {
        const bytes = Uint8Array.from(file);
        bytes[at % bytes.length] = value;
        const cut = bytes.subarray(0, 1 + (length % bytes.length));
        for (const one of [bytes, cut]) expect(typeof read(one, "a.docx")).toBe("string");
      }),
      { numRuns: 500 },
    );
  });
});

test("a ZIP names its entries, with what they would be unpacked", () => {
  const entries = [
    ["a.txt", "hei"],
    ["kansio/ä.txt", ""],
  ] as const;
  expect(zipEntries(zip(entries))).toEqual([
    { name: "a.txt", size: 3 },
    { name: "kansio/ä.txt", size: 0 },
  ]);
  expect(zipEntries(zip(entries, { comment: "huomautus" }))).toHaveLength(2);
});
