import type { Sentence } from "../../kernel/refusal.ts";
import type { Finding, Mapping, Sheet, SheetValue } from "../contract.ts";
import {
  addressOf,
  type EmptyMeaning,
  headerSearchMax,
  type ImportKind,
  letterOf,
  samplesMax,
} from "../terms.ts";
import { FIELDS, OWN_COLUMNS, PLAN_HEADINGS, PROGRESS_HEADINGS, STATUS_BY_WORD } from "./fields.ts";
import type { Places } from "./places.ts";
import { isBlank, plain, textIn } from "./values.ts";

/** A column of a sheet: its heading, the first values under it, and what it holds. */
export type Column = {
  readonly index: number;
  readonly heading: string;
  readonly samples: readonly string[];
  /** A field, `ignore`, `milestone/3` or `municipality/837`. */
  readonly means: string;
};

/** How a sheet is read, as guessed and as a person corrected it. */
export type Layout = {
  readonly headerRow: number;
  readonly columns: readonly Column[];
  readonly empty: EmptyMeaning;
  /** Whether it has every column of a file that was taken from here. */
  readonly isOwn: boolean;
  readonly findings: readonly Finding[];
};

/** Columns that say what a row is about. */
export const KEYS: ReadonlySet<string> = new Set([
  "milestone",
  "title",
  "municipality",
  "municipalityName",
]);
const IGNORED = "ignore";
/** Rows that are looked at to tell what a column holds. */
const lookedAtMax = 40;
const shareMin = 0.6;

/** What the columns of a sheet hold: guessed by headings and by values, corrected by a person. */
export function layOut(sheet: Sheet, kind: ImportKind, places: Places, mapping: Mapping): Layout {
  const headerRow = mapping.headerRow ?? findHeader(sheet, kind, places);
  const headings = sheet.rows[headerRow - 1] ?? [];
  const guessed = guess(sheet, { kind, headerRow, places });
  const told = new Map(mapping.columns?.map(({ column, means }) => [column, means]));
  const width = Math.max(headings.length, ...sheet.rows.map((row) => row.length), 0);
  const columns = Array.from({ length: width }, (_, index) => ({
    index,
    heading: textIn(headings[index] ?? null).trim(),
    samples: samplesOf(sheet, headerRow, index),
    means: told.get(letterOf(index)) ?? guessed[index] ?? IGNORED,
  })).filter(({ heading, samples }) => heading !== "" || samples.length > 0);
  const known = new Set(guessed);
  const isOwn = OWN_COLUMNS[kind].every((field) => known.has(field));
  return {
    headerRow,
    columns,
    empty: mapping.empty ?? (isOwn ? "clear" : "keep"),
    isOwn,
    findings: columnFindings(columns, { kind, headerRow, places }),
  };
}

/** The row from 1 that has most headings in it; the first with anything where none has. */
function findHeader(sheet: Sheet, kind: ImportKind, places: Places): number {
  const rows = sheet.rows.slice(0, headerSearchMax);
  const scores = rows.map((row) => scoreOf(row, kind, places));
  const best = Math.max(0, ...scores);
  const at =
    best > 1 ? scores.indexOf(best) : rows.findIndex((row) => row.some((one) => !isBlank(one)));
  return Math.max(at, 0) + 1;
}

/** A heading that is known counts for three, the name of a milestone or municipality for one. */
function scoreOf(row: readonly SheetValue[], kind: ImportKind, places: Places): number {
  const fields = new Set(row.flatMap((value) => fieldOf(value, kind) ?? []));
  const milestones = new Set(row.flatMap((value) => places.milestone(value)?.number ?? []));
  const municipalities = new Set(row.flatMap((value) => places.municipality(value) ?? []));
  // A row that names one of each is a row of values.
  const spread = Math.max(milestones.size, municipalities.size);
  return fields.size * 3 + (spread > 1 ? spread : 0);
}

function fieldOf(value: SheetValue, kind: ImportKind): string | null {
  if (typeof value !== "string") return null;
  const headings: ReadonlyMap<string, string> = kind === "plan" ? PLAN_HEADINGS : PROGRESS_HEADINGS;
  return headings.get(plain(value)) ?? null;
}

type Guessing = {
  readonly kind: ImportKind;
  readonly headerRow: number;
  readonly places: Places;
};

function guess(sheet: Sheet, { kind, headerRow, places }: Guessing): string[] {
  const headings = sheet.rows[headerRow - 1] ?? [];
  const width = Math.max(0, ...sheet.rows.map((row) => row.length));
  const taken = new Set<string>();
  const once = (means: string) => {
    if (taken.has(means)) return IGNORED;
    taken.add(means);
    return means;
  };
  // In English exports the heading `Municipality` is that of names, elsewhere of either.
  const hasCodes = headings.some(
    (value) => fieldOf(value, kind) === "municipality" && plain(textIn(value)) !== "municipality",
  );
  const known = Array.from({ length: width }, (_, index) => {
    const heading = headings[index] ?? null;
    const isName = hasCodes && plain(textIn(heading)) === "municipality";
    const field = isName ? "municipalityName" : fieldOf(heading, kind);
    return field === null ? null : once(FIELDS[kind].includes(field) ? field : IGNORED);
  });
  const spread = spreadOf(headings, kind, { places, isLong: taken.has("declared") });
  return known.map((means, index) => {
    const across = spread.get(index);
    if (across !== undefined) return once(across);
    // Where cells go across, a row has no other columns than those that say what it is about.
    const isBeside = kind === "progress" && spread.size > 0;
    if (means !== null) return isBeside && !KEYS.has(means) ? IGNORED : means;
    const values = kind === "progress" ? heldIn(sheet, { headerRow, index, places }) : null;
    return values === null ? IGNORED : once(values);
  });
}

/**
 * The columns that stand for milestones or for municipalities, where those go across: in a sheet
 * of progress that has no column of statuses, and for due dates by municipality in a plan.
 */
function spreadOf(
  headings: readonly SheetValue[],
  kind: ImportKind,
  { places, isLong }: { readonly places: Places; readonly isLong: boolean },
): Map<number, string> {
  if (kind === "progress" && isLong) return new Map();
  const entries = headings.map((value, index) => ({
    index,
    milestone: places.milestone(value),
    municipality: places.municipality(value),
  }));
  const municipalities = entries.flatMap(({ index, municipality }) =>
    municipality === null ? [] : [[index, `municipality/${municipality}`] as const],
  );
  const milestones = entries.flatMap(({ index, milestone }) =>
    milestone === null ? [] : [[index, `milestone/${milestone.number}`] as const],
  );
  if (kind === "plan") return new Map(municipalities);
  return new Map(milestones.length >= municipalities.length ? milestones : municipalities);
}

/** What a column without a known heading holds, by its values; null where they do not tell. */
function heldIn(
  sheet: Sheet,
  { headerRow, index, places }: Pick<Guessing, "headerRow" | "places"> & Pick<Column, "index">,
): string | null {
  const values = sheet.rows
    .slice(headerRow, headerRow + lookedAtMax)
    .map((row) => row[index] ?? null)
    .filter((value) => !isBlank(value));
  const share = (tells: (value: SheetValue) => boolean) =>
    values.length > 0 && values.filter(tells).length / values.length >= shareMin;
  if (share((value) => typeof value === "string" && places.municipality(value) !== null)) {
    return "municipalityName";
  }
  if (share((value) => typeof value === "string" && places.milestone(value) !== null))
    return "title";
  return share((value) => STATUS_BY_WORD.has(plain(textIn(value)))) ? "declared" : null;
}

/** The first different values under the header. */
function samplesOf(sheet: Sheet, headerRow: number, index: number): string[] {
  const samples = new Set<string>();
  for (const row of sheet.rows.slice(headerRow)) {
    const value = row[index] ?? null;
    if (!isBlank(value)) samples.add(textIn(value));
    if (samples.size === samplesMax) break;
  }
  return [...samples];
}

/** What is wrong with what the columns are said to hold. */
function columnFindings(
  columns: readonly Column[],
  { kind, headerRow, places }: Guessing,
): Finding[] {
  const at = (column: number | null, message: Sentence): Finding => ({
    row: headerRow,
    column,
    message,
  });
  const used = columns.filter(({ means }) => means !== IGNORED);
  const first = new Map<string, number>();
  return used.flatMap(({ index, means }) => {
    const [field = "", place] = means.split("/");
    const earlier = first.get(means);
    first.set(means, earlier ?? index);
    if (earlier !== undefined) {
      return [at(index, (say) => say.columnTwice(addressOf(headerRow, earlier)))];
    }
    if (place === undefined) {
      return FIELDS[kind].includes(field) ? [] : [at(index, (say) => say.columnMeaning(means))];
    }
    const found = field === "milestone" ? places.milestone(place) : places.municipality(place);
    const allowed = kind === "progress" || field === "municipality";
    return found === null || !allowed ? [at(index, (say) => say.columnMeaning(means))] : [];
  });
}
