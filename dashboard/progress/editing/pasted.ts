import type { CellChange } from "../../../worker/progress/contract/progress.ts";
import { DECLARABLE, type Declared } from "../../../worker/progress/terms.ts";
import { WORDS } from "../../../worker/progress/words/status.ts";
import { valueMax } from "../../../worker/projects/terms.ts";

/** The digits that set a status, from 1 on. */
export const DIGITS = DECLARABLE;

/** Far more than a matrix of 400 municipalities and 60 milestones in words. */
export const pastedLengthMax = 500_000;

/** Why a pasted text says nothing of a cell. */
type Unclear =
  | "unknown"
  | "cannot_be_said"
  | "in_future"
  | "before_start"
  | "no_such_date"
  | "value_for_milestone"
  | "value_too_big";

export type Meaning =
  | { readonly kind: "empty" }
  | { readonly kind: "said"; readonly change: CellChange }
  | { readonly kind: "unclear"; readonly why: Unclear };

type Setting = {
  readonly isTarget: boolean;
  /** Today in Helsinki, and the first day of the project: when something can have been done. */
  readonly today: string;
  readonly startsOn: string;
};

/**
 * Rows and columns of what a spreadsheet puts on the clipboard: tabs between columns, quotes
 * around what holds a line break. The last line break ends the last row.
 */
export function rowsOf(text: string): readonly (readonly string[])[] {
  const rows: string[][] = [[]];
  const piece = /"((?:[^"]|"")*)"(?=\t|\r?\n|\r|$)|([^\t\r\n]*)/y;
  const gap = /\t|\r\n|\r|\n/y;
  let at = 0;
  while (at <= text.length) {
    piece.lastIndex = at;
    const [whole = "", quoted, plain = ""] = piece.exec(text) ?? [];
    rows.at(-1)?.push((quoted === undefined ? plain : quoted.replaceAll('""', '"')).trim());
    gap.lastIndex = at + whole.length;
    const [between] = gap.exec(text) ?? [];
    if (between === undefined) break;
    at = gap.lastIndex;
    if (between !== "\t") {
      if (at === text.length) break;
      rows.push([]);
    }
  }
  return rows;
}

/**
 * What a pasted text says of a cell: a status by its word in any language, its code or its digit,
 * a number for a target, or the date on which it was done.
 */
export function meaningOf(text: string, setting: Setting): Meaning {
  const word = text.normalize("NFC").trim().replaceAll(/\s+/g, " ").toLocaleLowerCase("fi");
  if (word === "") return { kind: "empty" };
  const date = dateIn(word);
  if (date !== null) return doneOn(date, setting);
  const number = numberIn(word);
  if (number !== null) return numbered(number, setting);
  const declared = STATUSES.get(word);
  if (declared === undefined) return unclear("unknown");
  const status = DECLARABLE.find((one) => one === declared);
  return status ? said({ declared: status }) : unclear("cannot_be_said");
}

const said = (change: CellChange): Meaning => ({ kind: "said", change });
const unclear = (why: Unclear): Meaning => ({ kind: "unclear", why });

/** Every word that people read for a status, and its code. */
const STATUSES: ReadonlyMap<string, Declared> = new Map(
  Object.values(WORDS).flatMap(({ declared }) =>
    // The keys of the words of statuses are the statuses.
    (Object.entries(declared) as [Declared, string][]).flatMap(
      ([status, word]): [string, Declared][] => [
        [status, status],
        [word.toLocaleLowerCase("fi"), status],
      ],
    ),
  ),
);

/** `2024-06-30` from that or `30.6.2024`; an empty text when there is no such day, null when it is no date. */
function dateIn(word: string): string | null {
  const iso = /^(\d{4})-(\d{2})-(\d{2})$/.exec(word);
  const finnish = /^(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})$/.exec(word);
  const [year, month, day] = iso?.slice(1) ?? finnish?.slice(1).toReversed() ?? [];
  if (year === undefined || month === undefined || day === undefined) return null;
  const date = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  const found = new Date(`${date}T00:00:00Z`);
  return Number.isNaN(found.getTime()) || found.toISOString().slice(0, 10) !== date ? "" : date;
}

function doneOn(date: string, { today, startsOn }: Setting): Meaning {
  if (date === "") return unclear("no_such_date");
  if (date > today) return unclear("in_future");
  return date < startsOn ? unclear("before_start") : said({ declared: "done", doneOn: date });
}

/** A number with a decimal comma or point, with spaces or without between thousands. */
function numberIn(word: string): number | null {
  const plain = word.replace("−", "-");
  const grouped = /^-?\d{1,3}( \d{3})+([.,]\d+)?$/.test(plain);
  if (!grouped && !/^-?\d+([.,]\d+)?$/.test(plain)) return null;
  return Number(plain.replaceAll(" ", "").replace(",", "."));
}

function numbered(number: number, { isTarget }: Setting): Meaning {
  if (isTarget)
    return Math.abs(number) > valueMax ? unclear("value_too_big") : said({ value: number });
  const declared = DIGITS[number - 1];
  return declared ? said({ declared }) : unclear("value_for_milestone");
}

type Pasted = { readonly row: number; readonly column: number; readonly text: string };

/**
 * Where each text of a pasted block belongs: downwards and rightwards from a place, or, where its
 * first column names municipalities, in their rows. `outside` says how many have no place.
 */
export function placed(
  block: readonly (readonly string[])[],
  from: { readonly row: number; readonly column: number },
  grid: {
    readonly columns: number;
    /** The names and the code of each row's municipality. */
    readonly names: readonly (readonly string[])[];
  },
): { readonly cells: readonly Pasted[]; readonly outside: number; readonly byName: boolean } {
  const rowNamed = (text: string) =>
    grid.names.findIndex((names) => names.some((name) => lower(name) === lower(text)));
  const filled = block.filter((row) => row.some((text) => text !== ""));
  const byName =
    filled.length > 0 && filled.every((row) => row.length > 1 && rowNamed(row[0] ?? "") !== -1);
  const all = (byName ? filled : block).flatMap((row, index) =>
    (byName ? row.slice(1) : row).map((text, offset) => ({
      row: byName ? rowNamed(row[0] ?? "") : from.row + index,
      column: from.column + offset,
      text,
    })),
  );
  const full = all.filter(({ text }) => text !== "");
  const cells = full.filter(({ row, column }) => row < grid.names.length && column < grid.columns);
  return { cells, outside: full.length - cells.length, byName };
}

const lower = (text: string) => text.normalize("NFC").trim().toLocaleLowerCase("fi");
