import type { Sentence } from "../../kernel/refusal.ts";
import type { Plan } from "../../projects/contract/plan.ts";
import {
  nameLengthMax,
  textLengthMax,
  valueMax,
  weightMax,
  wordLengthMax,
} from "../../projects/terms.ts";
import type { Finding, Sheet, SheetValue } from "../contract.ts";
import { addressOf, PLAN_FIELDS, type PlanField, rowsMax } from "../terms.ts";
import { EXAMPLE } from "../words.ts";
import type { Layout } from "./columns.ts";
import { KIND_BY_WORD, SCOPE_BY_WORD } from "./fields.ts";
import { placesOf, type Places } from "./places.ts";
import type { ReadSheet } from "./progress.ts";
import { type Row, tableOf } from "./table.ts";
import { dateIn, isBlank, numberIn, plain, proseIn, type Read, textIn } from "./values.ts";

/** What a sheet says of one milestone of the plan: of one that is there by number, or of a new one. */
export type SaidMilestone = {
  readonly number: number | null;
  readonly row: number;
  readonly columns: Readonly<Record<string, number>>;
  /** By field. `null` empties it; a missing one says nothing. */
  readonly said: SaidPlan;
  /** Due dates by municipality; null takes one away. */
  readonly dues: Readonly<Record<string, string | null>>;
};

export type SaidPlan = {
  readonly title?: string;
  readonly kind?: "milestone" | "target";
  readonly scope?: "project" | "municipality";
  readonly phase?: number;
  readonly dueOn?: string | null;
  readonly description?: string;
  readonly verification?: string;
  readonly weight?: number;
  readonly unit?: string | null;
  readonly baseline?: number | null;
  readonly goal?: number | null;
};

type Reading = {
  readonly sheet: Sheet;
  readonly layout: Layout;
  readonly plan: Plan;
  readonly places: Places;
};

/** What a sheet says of the plan of a project: a row for each milestone, with every problem. */
export function readPlan(sheet: Sheet, layout: Layout, plan: Plan): ReadSheet<SaidMilestone> {
  const table = tableOf(sheet, layout);
  const rows = table.rows.filter((row) => !isExample(row, layout));
  const at = (message: Sentence): Finding => ({ row: layout.headerRow, column: null, message });
  const missing = layout.columns.some(({ means }) => means === "title" || means === "number")
    ? []
    : [at((say) => say.columnMissingTitle())];
  const tooMany = rows.length > rowsMax ? [at((say) => say.rowsTooMany(rows.length, rowsMax))] : [];
  const head = [...layout.findings, ...missing, ...tooMany];
  if (missing.length + tooMany.length > 0) {
    return { items: [], rows: rows.length, findings: head, notes: table.notes };
  }
  const reading = { sheet, layout, plan, places: placesOf(plan) };
  const read = rows.map((row) => readMilestone(row, reading));
  const items = read.map(({ item }) => item);
  return {
    items,
    rows: rows.length,
    findings: [
      ...head,
      ...table.findings,
      ...read.flatMap(({ findings }) => findings),
      ...repeated(items),
    ],
    notes: table.notes,
  };
}

const EXAMPLES = new Set(Object.values(EXAMPLE).map(plain));

/** The row of a template that shows how it is filled in. */
const isExample = (row: Row, { columns }: Layout) =>
  columns.some(
    ({ means, index }) => means === "number" && EXAMPLES.has(plain(textIn(row.at(index)))),
  );

function readMilestone(row: Row, reading: Reading) {
  const { layout, places } = reading;
  const findings: Finding[] = [];
  const columns: Record<string, number> = {};
  const said: Record<string, string | number | null> = {};
  const dues: Record<string, string | null> = {};
  for (const { index, means } of layout.columns) {
    if (means === "ignore") continue;
    columns[means] = index;
    const value = row.at(index);
    const code = means.startsWith("municipality/") ? means.slice("municipality/".length) : null;
    const field = PLAN_FIELDS.find((one) => one === means);
    if (isBlank(value)) {
      if (layout.empty === "keep") continue;
      if (code !== null) dues[code] = null;
      else if (field && field in EMPTIED) said[field] = EMPTIED[field] ?? null;
      continue;
    }
    const setting = { ...reading, marks: row.marks(index) };
    const read = code === null ? (field ? READERS[field](value, setting) : null) : dateIn(value);
    if (read === null) continue;
    if ("wrong" in read) findings.push({ row: row.number, column: index, message: read.wrong });
    else if (code === null && field) said[field] = read.value;
    else if (code !== null) dues[code] = String(read.value);
  }
  const { number: told, ...fields } = said;
  const byTitle = fields["title"] === undefined ? null : places.titled(String(fields["title"]));
  const number = typeof told === "number" ? told : (byTitle?.number ?? null);
  const item: SaidMilestone = { number, row: row.number, columns, said: fields, dues };
  return { item, findings };
}

/** What an empty cell means where it empties; the other fields always have a value. */
const EMPTIED: Readonly<Partial<Record<PlanField, string | null>>> = {
  dueOn: null,
  description: "",
  verification: "",
  unit: null,
  baseline: null,
  goal: null,
};

type Setting = Reading & { readonly marks: ReturnType<Row["marks"]> };
type Reader = (value: SheetValue, setting: Setting) => Read<string | number>;

const prose =
  (lengthMax: number): Reader =>
  (value, { sheet: { format } }) =>
    proseIn(value, { format, lengthMax });

const among =
  (words: ReadonlyMap<string, string>, unknown: Sentence): Reader =>
  (value) => {
    const found = words.get(plain(textIn(value)));
    return found === undefined ? { wrong: unknown } : { value: found };
  };

const numeric =
  (min: number, max: number): Reader =>
  (value, { sheet: { decimal } }) => {
    const read = numberIn(value, { decimal });
    if ("wrong" in read) return read;
    if (read.value > max) return { wrong: (say) => say.tooBig(max) };
    return read.value < min ? { wrong: (say) => say.tooSmall(min) } : read;
  };

const READERS: Readonly<Record<PlanField, Reader>> = {
  number: numberOf,
  title: prose(nameLengthMax),
  kind: among(KIND_BY_WORD, (say) => say.kindUnknown()),
  scope: among(SCOPE_BY_WORD, (say) => say.scopeUnknown()),
  phase: phaseIn,
  dueOn: dateIn,
  description: prose(textLengthMax),
  verification: prose(textLengthMax),
  weight: numeric(0, weightMax),
  unit: prose(wordLengthMax),
  baseline: numeric(-valueMax, valueMax),
  goal: numeric(-valueMax, valueMax),
};

/** The number of a milestone, which may be one that is still to be given. */
function numberOf(value: SheetValue): Read<number> {
  const digits = plain(textIn(value)).match(/^(?:nro|nr|no)?[.\s]*(\d{1,4})$/)?.[1];
  return digits === undefined ? { wrong: (say) => say.numberForm() } : { value: Number(digits) };
}

/** A phase by its number (`1`, `Vaihe 1`) or by its name. */
function phaseIn(value: SheetValue, { plan }: Setting): Read<number> {
  const text = plain(textIn(value));
  const digits = text.match(/^(?:vaihe|fas|phase)?[.\s]*(\d{1,2})\.?(?:\s.*)?$/)?.[1];
  const phase =
    plan.phases.find(({ name }) => plain(name) === text) ??
    plan.phases.find(({ number }) => number === Number(digits));
  return phase ? { value: phase.number } : { wrong: (say) => say.phaseUnknown() };
}

/** Milestones of which the sheet speaks more than once. */
function repeated(items: readonly SaidMilestone[]): Finding[] {
  const first = new Map<number, SaidMilestone>();
  return items.flatMap((item): Finding[] => {
    if (item.number === null) return [];
    const earlier = first.get(item.number);
    first.set(item.number, earlier ?? item);
    if (!earlier) return [];
    const column = item.columns["number"] ?? item.columns["title"] ?? null;
    const at = addressOf(earlier.row, earlier.columns["number"] ?? earlier.columns["title"] ?? 0);
    return [{ row: item.row, column, message: (say) => say.numberAgain(at) }];
  });
}
