import type { ReportState } from "../reporting/terms.ts";
import type { ChainProblem, FactChange, Value } from "./contract/history.ts";
import { type Standing, valueLengthMax } from "./terms.ts";

/**
 * What became different, field by field, in the order of what it became. Inner fields have dotted
 * names; lists of words are values. Texts are cut to `valueLengthMax`.
 */
export function changesBetween(before: unknown, after: unknown): FactChange[] {
  const [was, is] = [flat(before), flat(after)];
  const fields = [...new Set([...is.keys(), ...was.keys()])];
  return fields.flatMap((field) => {
    const sides = { before: was.get(field) ?? null, after: is.get(field) ?? null };
    if (JSON.stringify(sides.before) === JSON.stringify(sides.after)) return [];
    return [{ field, before: cut(sides.before), after: cut(sides.after) }];
  });
}

function flat(state: unknown, name = ""): Map<string, Value> {
  if (typeof state !== "object" || state === null) {
    const known = isValue(state) && state !== "";
    return new Map(known && name !== "" ? [[name, state]] : []);
  }
  if (Array.isArray(state) && state.every(isValue)) {
    return new Map(state.length > 0 ? [[name, state.map(String)]] : []);
  }
  return new Map(
    Object.entries(state).flatMap(([key, inner]) => [
      ...flat(inner, name === "" ? key : `${name}.${key}`),
    ]),
  );
}

const isValue = (value: unknown): value is string | number | boolean =>
  ["string", "number", "boolean"].includes(typeof value);

function cut(value: Value): Value {
  if (typeof value !== "string" || value.length <= valueLengthMax) return value;
  return `${value.slice(0, valueLengthMax).toWellFormed()}…`;
}

/** As much of a fact as its chain needs. */
export type Link = {
  readonly seq: number;
  readonly subject: string;
  readonly version: number;
  readonly previousHash: string;
  readonly hash: string;
};

/**
 * What does not hold in the chains of some facts: `hashes` are those computed anew, in the same
 * order; `predecessors` all facts of the version before, wherever they stand.
 */
export function chainProblems(
  facts: readonly Link[],
  hashes: readonly string[],
  predecessors: readonly Pick<Link, "seq" | "subject" | "version" | "hash">[],
): ChainProblem[] {
  const known = new Map(predecessors.map((one) => [`${one.subject} ${one.version}`, one]));
  return facts.flatMap((fact, index) => {
    const { subject, version, seq, previousHash, hash } = fact;
    const before = known.get(`${subject} ${version - 1}`);
    const found: ChainProblem["problem"][] = [];
    if (hashes[index] !== hash) found.push("hash");
    if (version === 1) {
      if (previousHash !== "") found.push("link");
    } else if (!before) found.push("gap");
    else {
      if (before.hash !== previousHash) found.push("link");
      if (before.seq >= seq) found.push("order");
    }
    return found.map((problem) => ({ subject, version, problem }));
  });
}

type Submitted = {
  readonly state: ReportState;
  /** The newest. */
  readonly edition: number;
  /** What is in force. */
  readonly accepted: { readonly edition: number } | null;
};

/** What became of an edition of a report, and the number of the edition that superseded it. */
export function standingOf(
  { state, edition: newest, accepted }: Submitted,
  edition: number,
): { readonly standing: Standing; readonly by: number | null } {
  const inForce = accepted?.edition ?? 0;
  if (edition === inForce) return { standing: "in_force", by: null };
  if (edition < inForce) return { standing: "superseded", by: inForce };
  if (edition < newest) return { standing: "superseded", by: newest };
  return { standing: state === "submitted" ? "waiting" : "returned", by: null };
}

type Stored = { readonly digest: string; readonly size: number };

/**
 * The parts in which files are packed, in their order: so many in each at most, and no more bytes
 * than fit. There is always a first part.
 */
export function partsOf<File extends Stored>(
  files: readonly File[],
  { filesMax, sizeMax }: { readonly filesMax: number; readonly sizeMax: number },
): File[][] {
  const parts: File[][] = [[]];
  let size = 0;
  for (const file of files) {
    const last = parts.at(-1) ?? [];
    const fits = last.length < filesMax && size + file.size <= sizeMax;
    if (fits || last.length === 0) last.push(file);
    else parts.push([file]);
    size = (fits ? size : 0) + file.size;
  }
  return parts;
}
