import { writeCsv } from "hucre/csv";
import { digest } from "../../kernel/digest.ts";
import { harmless } from "../../kernel/harmless.ts";
import { ENDINGS } from "../../reporting/terms.ts";
import type { PackedFile, TakenPack } from "../contract/packs.ts";
import { LISTING } from "../words/pack.ts";
import { jsonLines } from "./jsonl.ts";
import { readmeHtml, readmes } from "./readme.ts";
import { VERIFY_FACTS, VERIFY_PACK } from "./verifiers.ts";
import type { Entry } from "./zip.ts";

type Lost = { readonly name: string; readonly digest: string };
type Sums = Map<string, string>;

/**
 * The files of a part of a pack, each made when the one before it has been written: what is told
 * of all, the report, the facts, the evidence; what is missing, and the sums of what is there.
 */
export async function* packEntries(pack: TakenPack): AsyncGenerator<Entry> {
  const { about, part, evidence } = pack;
  const sums: Sums = new Map();
  const lost: Lost[] = [];
  const told = async (name: string, content: string): Promise<Entry> => {
    sums.set(name, await digest(content));
    return { name, content };
  };
  const kept = async (name: string, of: string): Promise<Entry[]> => {
    const content = await pack.open(of);
    if (content === null) lost.push({ name, digest: of });
    else sums.set(name, of);
    return content === null ? [] : [{ name, content }];
  };
  if (pack.whole) {
    for (const [name, content] of writtenOf(pack, pack.whole)) {
      // oxlint-disable-next-line no-await-in-loop -- one after the other, as they stand in the file
      yield await told(name, content);
    }
    yield* await kept("report/report.json", about.fingerprint);
    for (const { format, language, digest: of } of about.files) {
      const name = `report/report.${language}.${ENDINGS[format]}`;
      // oxlint-disable-next-line no-await-in-loop -- one after the other, so that one is held
      if (of !== about.fingerprint) yield* await kept(name, of);
    }
    const lines = jsonLines(pack.whole.header, pack.whole.pages);
    yield { name: "facts.jsonl", content: summed(lines, (sum) => sums.set("facts.jsonl", sum)) };
  }
  for (const file of evidence) {
    // oxlint-disable-next-line no-await-in-loop -- one after the other, so that one is held
    yield* await kept(nameOf(file), file.digest);
  }
  const end = part === 1 ? "" : `.${part}`;
  if (lost.length > 0) yield await told(`MISSING${end}.csv`, missingCsv(lost));
  yield { name: `SHA256SUMS${end}`, content: sumsText(sums) };
}

const nameOf = ({ digest: of, ending }: PackedFile) => `evidence/${of}${ending}`;

type Whole = NonNullable<TakenPack["whole"]>;

function writtenOf({ about }: TakenPack, whole: Whole): [name: string, content: string][] {
  return [
    ...readmes(about),
    ["README.html", readmeHtml(about)],
    ["pack.json", `${JSON.stringify(about, null, 2)}\n`],
    ["verify.mjs", VERIFY_PACK],
    ["verify-facts.mjs", VERIFY_FACTS],
    ["evidence.csv", evidenceCsv(about, whole)],
  ];
}

/** A row for each item: what it is, of which milestone and municipalities, how long it is kept. */
function evidenceCsv(
  { retention }: TakenPack["about"],
  { items, milestones, municipalities }: Whole,
): string {
  const rows = items.map((item) => {
    const places = item.municipalities.map((code) => municipalities.get(code) ?? code).join(", ");
    const ending = item.fileName?.toLowerCase().match(/\.[a-z0-9]{1,8}$/)?.[0] ?? "";
    const { digest: of, size } = item;
    return [
      item.id,
      item.milestone,
      milestones.get(item.milestone) ?? "",
      item.municipalities.join(" "),
      places,
      item.kind,
      item.title,
      item.note,
      of === null || size === null ? "" : nameOf({ digest: of, size, ending }),
      item.fileName ?? "",
      item.mediaType ?? "",
      size,
      of ?? "",
      item.url ?? "",
      item.record?.subject ?? "",
      item.record?.hash ?? "",
      item.state,
      item.review,
      item.addedAt,
      item.reviewedAt ?? "",
      retention.class,
      retention.until ?? "",
      retention.basis,
    ].map((value) => (typeof value === "string" ? harmless(value) : value));
  });
  return writeCsv([[...LISTING], ...rows], { delimiter: ",", bom: true });
}

function missingCsv(lost: readonly Lost[]): string {
  const rows = lost.map(({ name, digest: of }) => [name, of]);
  return `${writeCsv([["file", "sha256"], ...rows], { delimiter: "," })}\r\n`;
}

/** As `sha256sum --check` reads it. */
const sumsText = (sums: Sums) =>
  [...sums]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, sum]) => `${sum}  ${name}\n`)
    .join("");

/** Text as bytes, and its SHA-256 once all of it has gone by. */
async function* summed(
  parts: AsyncIterable<string>,
  tell: (sum: string) => void,
): AsyncGenerator<Uint8Array> {
  const sum = new crypto.DigestStream("SHA-256");
  const writer = sum.getWriter();
  const encoder = new TextEncoder();
  for await (const part of parts) {
    const bytes = encoder.encode(part);
    await writer.write(bytes);
    // A page can be empty where the facts of others were passed by.
    if (bytes.byteLength > 0) yield bytes;
  }
  await writer.close();
  const bytes = new Uint8Array(await sum.digest);
  tell(Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join(""));
}
