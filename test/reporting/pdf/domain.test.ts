import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import { STYLES } from "../../../worker/reporting/formats/report/paper/paper.ts";
import {
  blocksOf,
  linesOf,
  shortened,
  typesetterOf,
} from "../../../worker/reporting/formats/report/paper/text.ts";
import { writePdf } from "../../../worker/reporting/formats/report/paper/write.ts";
import { aDocument } from "../../support/documents.ts";
import {
  charactersOf,
  drawingsOf,
  faces,
  fingerprint,
  freshFaces,
  hostileDocument,
  pdfOf,
} from "../../support/report-pdf.ts";

const digestOf = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");

const PAINTS = /(?:^|\s)(?:f\*?|F|S|s|B\*?|b\*?|Tj|TJ|Do|sh)$/;

/** Lines of a drawing that paint outside what is marked as content or as an artifact. */
function unmarkedIn(drawing: string): string[] {
  let depth = 0;
  return drawing.split("\n").filter((line) => {
    if (/ (?:BDC|BMC)$/.test(line)) depth += 1;
    if (line === "EMC") depth -= 1;
    return depth === 0 && PAINTS.test(line);
  });
}

describe("a report as PDF", () => {
  test("is the same to the byte, whatever was written in between", async () => {
    const before = digestOf(await pdfOf(aDocument()));
    await pdfOf(hostileDocument(), { language: "sv" });
    expect(digestOf(await pdfOf(aDocument()))).toBe(before);
  });

  test("is found by its words, whatever signs were written before", async () => {
    const sample = aDocument({ milestones: 4 });
    const [target] = sample.targets;
    if (!target) throw new Error("no target");
    const below = { ...sample, targets: [{ ...target, value: -5 }] };
    const report = { ...sample.report, message: "2 + 2 = 4, ï" };
    const used = freshFaces();
    const frame = { language: "fi", fingerprint } as const;
    await writePdf({ ...sample, report }, frame, used);
    const after = await writePdf(below, frame, used);
    expect(digestOf(after)).toBe(digestOf(await writePdf(below, frame, freshFaces())));
    expect(charactersOf(after)).toContain("−");
  });

  test("keeps the lines that people wrote, each a line of its own", async () => {
    const { report, ...rest } = aDocument({ milestones: 0, municipalities: 0 });
    const linesIn = async (message: string) =>
      drawingsOf(await pdfOf({ ...rest, report: { ...report, message } }))
        .join("\n")
        .match(/^BT$/gm)?.length ?? 0;
    expect(await linesIn("a\nb\r\nc")).toBe((await linesIn("a b c")) + 2);
  });

  test("paints nothing that is neither content nor artifact, on any page", async () => {
    expect(unmarkedIn("/P <<>> BDC\n0 0 1 1 re\nf\nEMC\n0 0 1 1 re\nf")).toEqual(["f"]);
    const drawings = drawingsOf(await pdfOf(hostileDocument()));
    expect(drawings.length).toBeGreaterThan(10);
    expect(drawings.flatMap(unmarkedIn)).toEqual([]);
  });

  test("writes the title as XML where it is asked for as XML", async () => {
    const document = aDocument();
    const project = { ...document.project, name: "Koti & <koulu>" };
    const file = new TextDecoder().decode(await pdfOf({ ...document, project }));
    expect(file).toContain("Koti &amp; &lt;koulu&gt; – Väliraportti 2/2024</rdf:li>");
    expect(file).toContain("<pdfuaid:part>1</pdfuaid:part>");
  });

  test("is bounded: 3,000 cells come in less than 2 MB", async () => {
    const pdf = await pdfOf(aDocument({ milestones: 12, municipalities: 308 }));
    expect(pdf.byteLength).toBeLessThan(2_000_000);
    expect(drawingsOf(pdf).length).toBeLessThan(60);
  });

  test("is the fingerprint's: another one gives another file", async () => {
    const other = await pdfOf(aDocument(), { fingerprint: fingerprint.replace("0", "1") });
    expect(digestOf(await pdfOf(aDocument()))).not.toBe(digestOf(other));
  });
});

describe("text that is set", () => {
  const type = typesetterOf(faces);

  test("keeps all its words in lines that fit, and cuts only what is wider than a line", () => {
    const text = `Toiminta laajeni ${"Yhdyssana".repeat(20)} neljään kuntaan 12\u00A0%.`;
    const lines = linesOf(type, text, STYLES.body, 200);
    expect(lines.join("")).toBe(type.clean(text));
    for (const line of lines) {
      expect(type.widthOf(line.trimEnd(), STYLES.body)).toBeLessThanOrEqual(200);
    }
    expect(lines.some((line) => line.includes("12\u00A0%"))).toBe(true);
  });

  test("shows where the typeface lacks a sign, and leaves out what has no body", () => {
    const own = typesetterOf(faces);
    expect(own.clean("Čáhppes –\u00AD Łódź €")).toBe("Čáhppes – Łódź €");
    expect(own.hasReplaced()).toBe(false);
    expect(own.clean("a👍\u200Db\u0000c\uD800")).toBe("a\uFFFDbc\uFFFD");
    expect(own.hasReplaced()).toBe(true);
  });

  test("ends with an ellipsis where it does not fit in its line", () => {
    const short = shortened(type, "Myöhässä, vaarassa tai keskeytetty", STYLES.label, 60);
    expect(short).toMatch(/^Myöhässä.*…$/);
    expect(type.widthOf(short, STYLES.label)).toBeLessThanOrEqual(60);
    expect(shortened(type, "Lyhyt", STYLES.label, 60)).toBe("Lyhyt");
  });

  test("falls into paragraphs and lists as people write them", () => {
    expect(blocksOf("Yksi\nrivi.\n\nToinen:\n- a\n* b\n2. c\nLoppu")).toEqual([
      { kind: "paragraph", text: "Yksi\nrivi." },
      { kind: "paragraph", text: "Toinen:" },
      {
        kind: "list",
        items: [
          { mark: "•", text: "a" },
          { mark: "•", text: "b" },
          { mark: "2.", text: "c" },
        ],
      },
      { kind: "paragraph", text: "Loppu" },
    ]);
  });
});
