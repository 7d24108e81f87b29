import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { attachmentOf, cleanFileName } from "../../../worker/kernel/file-name.ts";

const clean = (name: string) => cleanFileName(name, 40);

describe("the name of a file", () => {
  test.each([
    ["Näyttö (1).pdf", "Näyttö (1).pdf"],
    ["Na\u0308ytto\u0308.pdf", "Näyttö.pdf"],
    ["C:\\Users\\me\\a.pdf", "a.pdf"],
    ["../../etc/passwd", "passwd"],
    ["/a/b/", ""],
    ["a\r\nContent-Type: text/html\r\n\r\n.pdf", "html.pdf"],
    ["a\r\nSet-Cookie: x=1.pdf", "aSet-Cookie_ x=1.pdf"],
    ['a".pdf', "a_.pdf"],
    ["laskufdp.\u202Etxt", "laskufdp.txt"],
    ["a\u200B\u2066\uFEFF\u061C\u00AD.pdf", "a.pdf"],
    ["  .a  b. pdf. ", "a b. pdf"],
    ["...", ""],
    ["\u0000", ""],
    ["\uD800.pdf", "\uFFFD.pdf"],
    ["👩‍👧.png", "👩‍👧.png"],
    [`${"ä".repeat(300)}.docx`, `${"ä".repeat(35)}.docx`],
    ["x".repeat(300), "x".repeat(40)],
    [`${"x".repeat(33)}👩👩👩👩.docx`, `${"x".repeat(33)}👩.docx`],
  ])("%j is kept as %j", (name, kept) => {
    expect(clean(name)).toBe(kept);
  });

  test("is cleaned quickly, however long and odd it is", () => {
    expect(cleanFileName(`a${".".repeat(500_000)}x.txt`, 200)).toMatch(/x\.txt$/);
  });

  test("has no more than its length, no folder, and nothing that cannot be seen", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 120 }), (name) => {
        const kept = clean(name);
        expect(kept.length).toBeLessThanOrEqual(40);
        expect(kept).not.toMatch(/[\p{Cc}/\\"\u202A-\u202E\u2066-\u2069\u2028\u2029]/u);
        expect(kept.isWellFormed()).toBe(true);
        expect(clean(kept)).toBe(kept);
      }),
      { numRuns: 1000 },
    );
  });
});

describe("the header that a file is saved by", () => {
  test.each([
    ["a.pdf", `attachment; filename="a.pdf"; filename*=UTF-8''a.pdf`],
    [
      "Näyttö 100 %.pdf",
      `attachment; filename="Naytto 100 _.pdf"; filename*=UTF-8''N%C3%A4ytt%C3%B6%20100%20%25.pdf`,
    ],
    [
      "it's (1)!*.pdf",
      `attachment; filename="it's (1)!*.pdf"; filename*=UTF-8''it%27s%20%281%29%21%2A.pdf`,
    ],
  ])("names %j", (name, header) => {
    expect(attachmentOf(name)).toBe(header);
  });

  test("cannot be ended by a name, and gives the name back", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 60 }), (name) => {
        const [, ascii, whole = ""] =
          /^attachment; filename="([\x20-\x21\x23-\x5B\x5D-\x7E]*)"; filename\*=UTF-8''([\w.%~-]*)$/.exec(
            attachmentOf(name),
          ) ?? [];
        expect(ascii).toBeDefined();
        expect(decodeURIComponent(whole)).toBe(name.toWellFormed());
      }),
      { numRuns: 1000 },
    );
  });
});
