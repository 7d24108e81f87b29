/*
 * Checks a file of exported facts, by itself: it needs Node and nothing else, so that whoever was
 * handed the file can check it anywhere, in ten years too.
 *
 *   node verify.ts FILE.jsonl [--count N] [--seal HASH]
 *
 * README.md tells what the file looks like, and what no check of it can find.
 */
import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { parseArgs } from "node:util";

export type FactLine = {
  readonly seq: number;
  readonly scope: string;
  readonly subject: string;
  readonly version: number;
  readonly kind: string;
  readonly actor: string;
  readonly role: string;
  readonly at: string;
  readonly key: string;
  readonly detail: string;
  readonly previousHash: string;
  readonly hash: string;
};

/** One thing wrong: the line of the file, what it is about where that can be read, and what. */
export type Fault = { readonly line: number; readonly subject: string; readonly problem: string };

/** What somebody wrote down apart from the file. */
export type Known = { readonly count?: number; readonly seal?: string };

export type Verdict = {
  readonly faults: readonly Fault[];
  readonly facts: number;
  readonly subjects: number;
  readonly seal: string;
  /** Whether the file is of the whole database. */
  readonly isWhole: boolean;
};

const TEXTS = [
  "scope",
  "subject",
  "kind",
  "actor",
  "role",
  "at",
  "key",
  "detail",
  "previousHash",
  "hash",
] as const;
const FIELDS = ["seq", "scope", "subject", "version", ...TEXTS.slice(2)] as const;
const HEADER = ["etappi", "version", "scopes", "exportedAt", "count", "lastSeq"] as const;
const END = ["etappi", "count", "lastSeq", "seal", "header"] as const;

const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");

type Named = Readonly<Record<string, unknown>>;
type Head = { readonly version: number; readonly hash: string };

/**
 * Reads the lines of a file, each with the line feed that ends it, and says everything that does
 * not hold: the form of each line, each hash, the chain of each subject, the order, and what header
 * and end promise.
 */
export async function verifyFacts(
  lines: AsyncIterable<string> | Iterable<string>,
  known: Known = {},
): Promise<Verdict> {
  const faults: Fault[] = [];
  const heads = new Map<string, Head>();
  let [line, facts, lastSeq, seal] = [0, 0, 0, ""];
  let first = "";
  let header: Named = {};
  let end: Named | null = null;
  const add = (problem: string, subject = "") => faults.push({ line, subject, problem });
  for await (const ended of lines) {
    line += 1;
    const text = ended.replace(/\n$/, "");
    if (end !== null) add("A line after the end.");
    if (text === ended) add("The line is cut off.");
    const said = parsed(text);
    if (said === null) add("This is not one JSON object as the export writes it.");
    else if (line === 1) {
      [first, header] = [text, said];
      for (const problem of headerProblems(said)) add(problem);
    } else if (said["etappi"] === "end") {
      end = said;
      if (!hasFields(said, END)) add("The end does not have its fields.");
    } else if (!isFact(said)) add("This is no fact: its fields are not those of the export.");
    else {
      for (const problem of factProblems(said, heads.get(said.subject), { lastSeq, header })) {
        add(problem, said.subject);
      }
      facts += 1;
      lastSeq = said.seq;
      seal = sha256(`${seal} ${said.seq} ${said.hash}`);
      heads.set(said.subject, said);
    }
  }
  line += end === null ? 1 : 0;
  for (const problem of [
    ...totalProblems(header, "header", { facts, lastSeq }),
    ...endProblems(end, { facts, lastSeq, seal, first }),
    ...knownProblems(known, { facts, seal }),
  ]) {
    add(problem);
  }
  return { faults, facts, subjects: heads.size, seal, isWhole: header["scopes"] === null };
}

/** An object in the very form in which the export writes it: no blanks, no key twice. */
function parsed(text: string): Named | null {
  try {
    const value: unknown = JSON.parse(text);
    const isObject = typeof value === "object" && value !== null && !Array.isArray(value);
    // An object has names and values of any kind.
    return isObject && JSON.stringify(value) === text ? (value as Named) : null;
  } catch {
    return null;
  }
}

const hasFields = (said: Named, fields: readonly string[]) =>
  Object.keys(said).join() === fields.join();

function isFact(said: Named): said is FactLine {
  return (
    hasFields(said, FIELDS) &&
    Number.isInteger(said["seq"]) &&
    Number.isInteger(said["version"]) &&
    TEXTS.every((field) => typeof said[field] === "string")
  );
}

function headerProblems(said: Named): string[] {
  const { etappi, version, scopes } = said;
  const isList = Array.isArray(scopes) && scopes.every((scope) => typeof scope === "string");
  if (etappi !== "facts" || !hasFields(said, HEADER)) return ["The first line is no header."];
  if (version !== 1) return [`Version ${JSON.stringify(version)} of the form is not known.`];
  return scopes === null || isList ? [] : ["The header does not say of what the facts are."];
}

type Before = { readonly lastSeq: number; readonly header: Named };

function factProblems(
  fact: FactLine,
  before: Head | undefined,
  { lastSeq, header }: Before,
): string[] {
  const { seq, version, scope, hash, previousHash } = fact;
  const found: string[] = [];
  if (hashOf(fact) !== hash) found.push("The hash is not that of what the fact says.");
  if (seq <= lastSeq) found.push(`Its running number ${seq} does not come after ${lastSeq}.`);
  const expected = (before?.version ?? 0) + 1;
  if (version < expected) found.push(`Version ${version} is there twice, or out of order.`);
  if (version > expected) found.push(`Version ${expected} is missing before version ${version}.`);
  if (previousHash !== (before?.hash ?? "")) {
    found.push(`It does not link to version ${version - 1} as it stands before it.`);
  }
  const { scopes } = header;
  if (Array.isArray(scopes) && !scopes.includes(scope)) {
    found.push(`${scope} is not among what the header names.`);
  }
  return found;
}

/** As the service makes it: SHA-256 over one JSON array. */
function hashOf(fact: FactLine): string {
  const { previousHash, scope, subject, version, kind, actor, role, at, key, detail } = fact;
  return sha256(
    JSON.stringify([previousHash, scope, subject, version, kind, actor, role, at, key, detail]),
  );
}

type Total = { readonly facts: number; readonly lastSeq: number };

function totalProblems(said: Named, where: string, { facts, lastSeq }: Total): string[] {
  const { count, lastSeq: last } = said;
  return [
    ...(count === facts ? [] : [`The ${where} counts ${String(count)} facts; here are ${facts}.`]),
    ...(last === lastSeq
      ? []
      : [`The ${where} ends with the fact ${String(last)}; here the last is ${lastSeq}.`]),
  ];
}

function endProblems(
  end: Named | null,
  { first, seal, ...total }: Total & { readonly seal: string; readonly first: string },
): string[] {
  if (end === null) return ["The end is missing: the file is cut off."];
  return [
    ...totalProblems(end, "end", total),
    ...(end["seal"] === seal ? [] : ["The seal at the end is not that of these facts."]),
    ...(end["header"] === sha256(first) ? [] : ["The header is not the one that was sealed."]),
  ];
}

function knownProblems(known: Known, { facts, seal }: { facts: number; seal: string }): string[] {
  const { count = facts, seal: expected = seal } = known;
  return [
    ...(count === facts ? [] : [`You expect ${count} facts; here are ${facts}.`]),
    ...(expected === seal ? [] : ["The seal is not the one that you have."]),
  ];
}

const lineFeed = 10;

/** The lines of a file, as they stand there, with the line feed that ends each. */
export async function* linesIn(path: string): AsyncGenerator<string> {
  let rest: Uint8Array = new Uint8Array();
  for await (const chunk of createReadStream(path)) {
    // A stream without an encoding gives bytes.
    rest = joined(rest, chunk as Uint8Array);
    for (let end = rest.indexOf(lineFeed); end !== -1; end = rest.indexOf(lineFeed)) {
      yield textOf(rest.subarray(0, end + 1));
      rest = rest.subarray(end + 1);
    }
  }
  if (rest.length > 0) yield textOf(rest);
}

function joined(one: Uint8Array, other: Uint8Array): Uint8Array {
  const both = new Uint8Array(one.length + other.length);
  both.set(one);
  both.set(other, one.length);
  return both;
}

/** Bytes that are no UTF-8 make no line that the export writes. */
function textOf(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return "These bytes are no text.\n";
  }
}

/** Checks a file and prints what was found; the exit code is 1 where anything does not hold. */
async function run(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { count: { type: "string" }, seal: { type: "string" } },
  });
  const [path] = positionals;
  if (path === undefined || positionals.length > 1) {
    throw new Error("Which file? node verify.ts FILE.jsonl [--count N] [--seal HASH]");
  }
  const { count, seal } = values;
  const verdict = await verifyFacts(linesIn(path), {
    ...(count !== undefined && { count: Number(count) }),
    ...(seal !== undefined && { seal }),
  });
  print(verdict);
  process.exitCode = verdict.faults.length === 0 ? 0 : 1;
}

function print({ faults, facts, subjects, seal }: Verdict): void {
  for (const { line, subject, problem } of faults) {
    console.log(`line ${line}${subject === "" ? "" : ` (${subject})`}: ${problem}`);
  }
  console.log(`${facts} facts of ${subjects} subjects, seal ${seal}`);
  console.log(
    faults.length === 0
      ? "Every hash, link, version and count holds."
      : `${faults.length} problems: this file is not what was exported.`,
  );
}

if (import.meta.main) await run();
