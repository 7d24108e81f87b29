/*
 * Checks an unpacked evidence pack, by itself: it needs Node and `verify-facts.mjs` beside it.
 *
 *   node verify.mjs [FOLDER]
 *
 * It compares every file with SHA256SUMS, checks the chain of the facts, and that the report is the
 * one whose fingerprint the facts name. README.txt tells what is in the pack.
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
};

/** A report as the fact of its submission has it, and evidence as its newest fact has it. */
type Said = {
  readonly edition?: number;
  readonly fingerprint?: string;
  readonly digest?: string | null;
};

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
  const evidence = new Map<string, string>();
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
      const { after } = JSON.parse(detail) as { after: Said };
      if (isReport && kind === "report.submitted") submitted.push(after);
      if (isEvidence && typeof after.digest === "string") evidence.set(subject, after.digest);
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
  if (!existsSync(join(folder, name))) return;
  if ((await sha256(name)) !== fingerprint) {
    faults.push(`${name}: it does not have the fingerprint of the edition.`);
  }
  const text = textOf(name);
  if (canonical(JSON.parse(text)) !== text) faults.push(`${name}: it is not in canonical form.`);
}

function checkEvidence(about: About, there: Iterable<string>, wanted: Iterable<string>): void {
  const digests = new Set([...there].map((name) => name.slice("evidence/".length).split(".")[0]));
  const absent = [...new Set(wanted)].filter((digest) => !digests.has(digest));
  if (absent.length === 0) return;
  const lost = readdirSync(folder).filter(isMissing).map(textOf).join("");
  for (const digest of absent) {
    if (lost.includes(digest)) notes.push(`evidence/${digest}: lost before this was packed.`);
    else faults.push(`evidence/${digest}: the facts name it, and it is not here.`);
  }
  if (about.parts > 1) notes.push(`The pack has ${about.parts} parts: unpack all into one folder.`);
}

try {
  const files = filesIn("");
  const sums = await checkSums(files);
  const about = JSON.parse(textOf("pack.json")) as About;
  const { verdict, evidence, submitted } = await checkFacts(about);
  await checkReport(about, submitted);
  const there = [...sums.keys()].filter((name) => name.startsWith("evidence/"));
  checkEvidence(about, there, evidence.values());
  console.log(`${sums.size} files, ${verdict.facts} facts, seal ${verdict.seal}`);
  console.log(`Report ${about.report}, edition ${about.edition}, fingerprint ${about.fingerprint}`);
  console.log(`Ask whether it is genuine: ${about.service}/check?f=${about.fingerprint}`);
} catch (error) {
  faults.push(`The pack cannot be read: ${String(error)}`);
}
for (const note of notes) console.log(note);
for (const fault of faults) console.log(fault);
console.log(
  faults.length === 0
    ? "Every sum, fact and fingerprint holds."
    : `${faults.length} problems: this is not what was packed.`,
);
process.exitCode = faults.length === 0 ? 0 : 1;
