/*
 * Checks an unpacked evidence pack, by itself: it needs Node and `verify-facts.mjs` beside it.
 *
 *   node verify.mjs [FOLDER]
 *
 * It compares every file with SHA256SUMS, checks the chain of the facts, that the report is the one
 * whose fingerprint the facts name, and that the table of evidence, the files of the report and the
 * retention are what the facts, pack.json and the report say. It cannot tell that a pack was made
 * by the service: it prints the digests of which the service can be asked.
 */
import { createHash } from "node:crypto";
import { createReadStream, existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { linesIn, verifyFacts } from "./verify.ts";

type About = {
  readonly service: string;
  readonly project: string;
  readonly report: number;
  readonly edition: number;
  readonly fingerprint: string;
  readonly parts: number;
  readonly projectName: string;
  readonly reportName: string;
  readonly asOf: string;
  readonly retention: {
    readonly class: string;
    readonly until: string | null;
    readonly basis: string;
  };
  readonly files: readonly {
    readonly format: string;
    readonly language: string;
    readonly digest: string;
  }[];
};

/** A report as the fact of its submission has it, and evidence as its newest fact has it. */
type Said = {
  readonly edition?: number;
  readonly fingerprint?: string;
};
type Item = Readonly<Record<string, unknown>>;

const folder = resolve(process.argv[2] ?? dirname(fileURLToPath(import.meta.url)));
const faults: string[] = [];
const notes: string[] = [];

async function sha256(name: string): Promise<string> {
  const hash = createHash("sha256");
  for await (const chunk of createReadStream(join(folder, name))) hash.update(chunk as Uint8Array);
  return hash.digest("hex");
}

const textOf = (name: string) => readFileSync(join(folder, name), "utf8");
const isSums = (name: string) => /^SHA256SUMS(\.\d+)?$/.test(name);
const isReadme = (name: string) => /^README\.[\w.]+$/.test(name);
const isMissing = (name: string) => /^MISSING(\.\d+)?\.csv$/.test(name);

function filesIn(place: string): string[] {
  return readdirSync(join(folder, place), { withFileTypes: true }).flatMap((entry) => {
    const name = place === "" ? entry.name : `${place}/${entry.name}`;
    return entry.isDirectory() ? filesIn(name) : [name];
  });
}

/** Every file against the sums, and every sum against the files. */
async function checkSums(files: readonly string[]): Promise<Map<string, string>> {
  const sums = new Map<string, string>();
  for (const list of files.filter(isSums)) {
    for (const line of textOf(list).split("\n").slice(0, -1)) {
      const [, sum, name] = line.match(/^([0-9a-f]{64}) {2}([\w.-]+(?:\/[\w.-]+)?)$/) ?? [];
      if (sum === undefined || name === undefined) faults.push(`${list}: no sum in "${line}"`);
      else sums.set(name, sum);
    }
  }
  if (sums.size === 0) faults.push("SHA256SUMS: it is missing or empty.");
  for (const [name, sum] of sums) {
    if (!files.includes(name)) faults.push(`${name}: it is missing.`);
    else if ((await sha256(name)) !== sum) faults.push(`${name}: its bytes are not those packed.`);
    const named = name.match(/^evidence\/([0-9a-f]{64})/)?.[1];
    if (named !== undefined && named !== sum) faults.push(`${name}: it is not called by its sum.`);
  }
  for (const name of files) {
    if (!sums.has(name) && !isSums(name)) faults.push(`${name}: it is in no list of sums.`);
  }
  return sums;
}

/** The chain of the facts; what they say of the report and of the evidence. */
async function checkFacts(about: About) {
  const evidence = new Map<string, Item>();
  const submitted: Said[] = [];
  async function* lines() {
    for await (const line of linesIn(join(folder, "facts.jsonl"))) {
      note(line);
      yield line;
    }
  }
  function note(line: string): void {
    try {
      const fact = JSON.parse(line) as { subject?: string; kind?: string; detail?: string };
      const { subject = "", kind, detail } = fact;
      const isEvidence = subject.startsWith(`evidence:${about.project}:`);
      const isReport = subject === `report:${about.project}:${about.report}`;
      if (detail === undefined || (!isEvidence && !isReport)) return;
      const { after } = JSON.parse(detail) as { after: Said & Item };
      if (isReport && kind === "report.submitted") submitted.push(after);
      if (isEvidence) evidence.set(subject.slice(`evidence:${about.project}:`.length), after);
    } catch {
      // What is no fact is told of by the check of the chain.
    }
  }
  const verdict = await verifyFacts(lines());
  for (const { line, subject, problem } of verdict.faults) {
    faults.push(`facts.jsonl, line ${line}${subject === "" ? "" : ` (${subject})`}: ${problem}`);
  }
  return { verdict, evidence, submitted };
}

/** JSON in which the order of names says nothing, as the service writes what it freezes. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_name, inner: unknown) =>
    typeof inner === "object" && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}

async function checkReport(about: About, submitted: readonly Said[]): Promise<void> {
  const { edition, fingerprint } = about;
  const said = submitted.find((one) => one.edition === edition);
  if (said?.fingerprint !== fingerprint) {
    faults.push(`pack.json: no fact says that edition ${edition} has this fingerprint.`);
  }
  const name = "report/report.json";
  if (!existsSync(join(folder, name))) {
    faults.push(`${name}: it is not here, so that nothing can be said of the report.`);
    return;
  }
  if ((await sha256(name)) !== fingerprint) {
    faults.push(`${name}: it does not have the fingerprint of the edition.`);
  }
  const text = textOf(name);
  const report = JSON.parse(text) as Frozen;
  if (canonical(report) !== text) faults.push(`${name}: it is not in canonical form.`);
  checkRetention(about, report);
}

type Frozen = {
  readonly programme: { readonly retainUntil: string | null; readonly retentionBasis: string };
};

/** The service lets nobody shorten it once there is a report. It may be lengthened. */
function checkRetention({ retention }: About, { programme }: Frozen): void {
  const { until, basis } = retention;
  const { retainUntil, retentionBasis } = programme;
  if (retainUntil !== null && (until === null || until < retainUntil)) {
    faults.push(`pack.json: it is kept until ${until}, and by the report until ${retainUntil}.`);
  } else if (until !== retainUntil || basis !== retentionBasis) {
    notes.push(
      `pack.json: kept until ${until} (${basis}); the report was frozen with ${retainUntil} (${retentionBasis}).`,
    );
  }
}

/** The leaflets name the retention of pack.json, the fingerprint, and no other date. */
function checkReadmes(about: About, names: readonly string[]): void {
  const { projectName, reportName, asOf, fingerprint, retention } = about;
  for (const name of names) {
    const safe = (text: string) => (name.endsWith(".html") ? escaped(text) : text);
    const text = textOf(name);
    const wanted = [fingerprint, retention.until ?? "", safe(retention.basis)];
    const told = [
      projectName,
      reportName,
      asOf,
      retention.basis,
      retention.until ?? "",
      fingerprint,
    ];
    const rest = told
      .map(safe)
      .toSorted((one, other) => other.length - one.length)
      .reduce((left, one) => (one === "" ? left : left.replaceAll(one, "")), text);
    if (!wanted.every((one) => text.includes(one)) || /\d{4}-\d\d-\d\d/.test(rest)) {
      faults.push(`${name}: it does not tell the retention and the fingerprint of pack.json.`);
    }
  }
}

const escaped = (text: string) =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

const ENDINGS: Readonly<Record<string, string>> = { csv: "zip", iati: "xml" };

/** The files of the report against what pack.json names, both ways. */
function checkFiles(about: About, sums: ReadonlyMap<string, string>, lost: string): void {
  const named = new Map([["report/report.json", about.fingerprint]]);
  for (const { format, language, digest } of about.files) {
    if (digest === about.fingerprint) continue;
    named.set(`report/report.${language}.${ENDINGS[format] ?? format}`, digest);
  }
  for (const [name, digest] of named) {
    const sum = sums.get(name);
    if (sum === undefined && name !== "report/report.json" && lost.includes(digest)) {
      notes.push(`${name}: lost before this was packed.`);
    } else if (sum !== digest) faults.push(`${name}: it is not the file that pack.json names.`);
  }
  for (const name of sums.keys()) {
    if (name.startsWith("report/") && !named.has(name)) {
      faults.push(`${name}: pack.json does not name it.`);
    }
  }
}

function checkEvidence(
  about: About,
  there: Iterable<string>,
  { wanted, lost }: { readonly wanted: Iterable<string>; readonly lost: string },
): void {
  const digests = new Set([...there].map((name) => name.slice("evidence/".length).split(".")[0]));
  const asked = new Set(wanted);
  for (const digest of digests) {
    if (!asked.has(digest ?? "")) faults.push(`evidence/${digest}: no fact names it.`);
  }
  const absent = [...asked].filter((digest) => !digests.has(digest));
  if (absent.length === 0) return;
  for (const digest of absent) {
    if (lost.includes(digest)) notes.push(`evidence/${digest}: lost before this was packed.`);
    else faults.push(`evidence/${digest}: the facts name it, and it is not here.`);
  }
  if (about.parts > 1) notes.push(`The pack has ${about.parts} parts: unpack all into one folder.`);
}

/** What a column of evidence.csv says by the newest fact of its item. */
const COLUMNS: Readonly<Record<string, (item: Item, about: About) => unknown>> = {
  milestone: (item) => item["milestone"],
  municipalityCodes: ({ municipalities }) =>
    Array.isArray(municipalities) ? municipalities.join(" ") : "",
  kind: (item) => item["kind"],
  title: (item) => item["title"],
  note: (item) => item["note"],
  fileName: (item) => item["fileName"],
  mediaType: (item) => item["mediaType"],
  size: (item) => item["size"],
  sha256: (item) => item["digest"],
  url: (item) => item["url"],
  recordSubject: ({ record }) => (record as Item | null)?.["subject"],
  recordHash: ({ record }) => (record as Item | null)?.["hash"],
  state: (item) => item["state"],
  review: (item) => item["review"],
  addedAt: (item) => item["addedAt"],
  reviewedAt: (item) => item["reviewedAt"],
  retentionClass: (_item, { retention }) => retention.class,
  retainUntil: (_item, { retention }) => retention.until,
  retentionBasis: (_item, { retention }) => retention.basis,
};

/** The table of evidence, reckoned anew from the facts of its items, both ways. */
function checkTable(about: About, evidence: ReadonlyMap<string, Item>): void {
  const [names = [], ...rows] = rowsIn(textOf("evidence.csv").replace(/^\uFEFF/, ""));
  const lacking = ["id", "file", ...Object.keys(COLUMNS)].filter((name) => !names.includes(name));
  for (const name of lacking) faults.push(`evidence.csv: it has no column ${name}.`);
  const left = new Set(evidence.keys());
  for (const row of rows) {
    const cell = (name: string) => row[names.indexOf(name)] ?? "";
    const id = cell("id");
    const item = evidence.get(id);
    if (!item || !left.delete(id)) {
      faults.push(`evidence.csv: ${id} is there twice, or no fact tells of it.`);
      continue;
    }
    const digest = item["digest"];
    const file = typeof digest === "string" ? `evidence/${digest}` : "";
    const wrong = Object.entries(COLUMNS)
      .filter(([name, told]) => !isSame(cell(name), told(item, about)))
      .map(([name]) => name);
    if (cell("file").split(".")[0] !== file) wrong.push("file");
    for (const name of wrong) faults.push(`evidence.csv: ${id}, ${name}: the facts say otherwise.`);
  }
  for (const id of left) faults.push(`evidence.csv: ${id} is missing.`);
}

/** An apostrophe stands before what a spreadsheet program would take for a formula. */
function isSame(cell: string, told: unknown): boolean {
  const text = typeof told === "string" || typeof told === "number" ? String(told) : "";
  return [text, `'${text}`].some((one) => inLines(one) === inLines(cell));
}

const inLines = (text: string) => text.replaceAll(/\r\n?/g, "\n");

/** The rows of a CSV as RFC 4180 has it. */
function rowsIn(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let length = 0;
  for (const [whole, quoted, bare, end] of text.matchAll(
    /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|\n|\r|$)/gy,
  )) {
    length += whole.length;
    row.push(quoted?.replaceAll('""', '"') ?? bare ?? "");
    if (end === ",") continue;
    if (row.length > 1 || row[0] !== "") rows.push(row);
    row = [];
  }
  if (length < text.length) faults.push("evidence.csv: it is not written as a table is.");
  return rows;
}

/** A later part has evidence alone; what it is of stands in the first. */
const isLaterAlone = (files: readonly string[]) =>
  !files.includes("pack.json") && !files.includes("SHA256SUMS") && files.some(isSums);

async function checkWhole(files: readonly string[], sums: ReadonlyMap<string, string>) {
  const about = JSON.parse(textOf("pack.json")) as About;
  const { verdict, evidence, submitted } = await checkFacts(about);
  const lost = files.filter(isMissing).map(textOf).join("");
  await checkReport(about, submitted);
  checkFiles(about, sums, lost);
  checkReadmes(about, files.filter(isReadme));
  checkTable(about, evidence);
  const there = [...sums.keys()].filter((name) => name.startsWith("evidence/"));
  const wanted = [...evidence.values()].flatMap(({ digest }) =>
    typeof digest === "string" ? [digest] : [],
  );
  checkEvidence(about, there, { wanted, lost });
  console.log(`${sums.size} files, ${verdict.facts} facts, seal ${verdict.seal}`);
  console.log(`Report ${about.report}, edition ${about.edition}, fingerprint ${about.fingerprint}`);
  console.log(`Digests of the report's files, to ask at ${about.service}/check`);
  for (const [name, sum] of sums) if (name.startsWith("report/")) console.log(`${sum}  ${name}`);
}

let holds =
  "Every sum, fact and fingerprint holds: the files are those of the sums, the facts are a whole chain, the report is the one that they name, its files are those of pack.json, and the evidence with its table is as the facts tell it. That the service made them only the service can tell: ask it of the digests above.";
try {
  const files = filesIn("");
  const sums = await checkSums(files);
  if (isLaterAlone(files)) {
    holds =
      "Every sum of this part holds. It is a later part alone: unpack the first beside it to check the report, the facts and the evidence.";
  } else await checkWhole(files, sums);
} catch (error) {
  faults.push(`The pack cannot be read: ${String(error)}`);
}
for (const note of notes) console.log(note);
for (const fault of faults) console.log(fault);
console.log(
  faults.length === 0
    ? [
        holds,
        ...(notes.length > 0 ? ["Not so what is noted above: it cannot be checked."] : []),
      ].join(" ")
    : `${faults.length} problems: this is not what was packed.`,
);
process.exitCode = faults.length === 0 ? 0 : 1;
