import { dateInHelsinki, daysBetween } from "../../kernel/instant.ts";
import type { Language } from "../../kernel/language.ts";
import { WHOLE_PROJECT } from "../../projects/terms.ts";
import type { Register } from "../../risks/contract.ts";
import type { AttentionItem, AttentionView } from "../contract/attention.ts";
import type { CellView, MatrixView } from "../contract/progress.ts";
import { ATTENTION, type Attention, standingOf } from "../terms.ts";
import { dateIn, WORDS } from "../words/attention.ts";
import { WORDS as STATUS_WORDS } from "../words/status.ts";
import { registerReasons } from "./risks.ts";

type Reading = {
  /** The date, in Helsinki, that the list holds for. */
  readonly today: string;
  readonly language: Language;
  /** The participating municipalities that nobody speaks for. */
  readonly withoutContact: readonly string[];
  readonly register: Register;
};

/**
 * Everything in a project that needs a look, each row with its reason: cells whose truths disagree,
 * that are late, at risk or paused; deviations that are open, risks that are high or not reviewed;
 * municipalities that are silent, not reached or without a contact. By kind, and within a kind the
 * longest first. A cell or risk can be there for several reasons.
 */
export function attentionOf(matrix: MatrixView, reading: Reading): AttentionItem[] {
  const titles = new Map(matrix.milestones.map(({ number, title }) => [number, title]));
  const names = new Map(matrix.municipalities.map(({ code, name }) => [code, name]));
  const placed = (kind: Attention, municipality: string, why: string): AttentionItem => ({
    kind,
    milestone: null,
    title: null,
    risk: null,
    deviation: null,
    municipality,
    name: names.get(municipality) ?? "",
    why,
    days: null,
    unblock: null,
  });
  const rows = [
    ...matrix.cells.flatMap((cell) =>
      cellReasons(cell, reading).map(({ kind, why, days }) => ({
        ...placed(kind, cell.municipality, why),
        milestone: cell.milestone,
        title: titles.get(cell.milestone) ?? null,
        days,
      })),
    ),
    ...matrix.municipalities.flatMap(({ code }) =>
      placeReasons(
        matrix.cells.filter(({ municipality }) => municipality === code),
        code,
        reading,
      ).map(({ kind, why, days }) => ({ ...placed(kind, code, why), days })),
    ),
    ...registerReasons(reading.register, reading).map(({ kind, why, ...row }) => ({
      ...placed(kind, WHOLE_PROJECT, why),
      ...row,
    })),
  ];
  // Sorting keeps the order of the matrix among equals.
  return ATTENTION.flatMap((kind) =>
    rows
      .filter((row) => row.kind === kind)
      .toSorted((one, other) => (other.days ?? 0) - (one.days ?? 0)),
  );
}

type Found = { readonly kind: Attention; readonly why: string; readonly days: number | null };

function cellReasons(cell: CellView, { today, language }: Reading): Found[] {
  const say = WORDS[language];
  const { disagreements } = STATUS_WORDS[language];
  const { dueOn, forecastOn, schedule, declared } = cell;
  const found: Found[] = cell.disagreements.map((one) => ({
    kind: "disagreement",
    why: disagreements[one],
    days: null,
  }));
  if (schedule === "late" && dueOn !== null) {
    const days = daysBetween(dueOn, today);
    found.push({ kind: "late", why: say.late(dateIn(language, dueOn), days), days });
  }
  if (schedule === "at_risk" && dueOn !== null && forecastOn !== null) {
    const why = say.atRisk(dateIn(language, forecastOn), dateIn(language, dueOn));
    found.push({ kind: "at_risk", why, days: daysBetween(dueOn, forecastOn) });
  }
  // What people wrote is added to the rows that are shown: it is not in the matrix.
  if (declared === "paused") found.push({ kind: "paused", why: "", days: null });
  return found;
}

function placeReasons(
  cells: readonly CellView[],
  code: string,
  { today, language, withoutContact }: Reading,
): Found[] {
  const say = WORDS[language];
  const silences = cells.flatMap(({ stale, confirmedAt }) =>
    stale && confirmedAt !== null ? [daysBetween(dateInHelsinki(confirmedAt), today)] : [],
  );
  const found: Found[] = [];
  if (silences.length > 0) {
    const days = Math.max(...silences);
    found.push({ kind: "silent", why: say.silent(silences.length, days), days });
  }
  const begun = ["in_progress", "paused", "done"];
  const { counting } = standingOf(cells);
  if (counting.length > 0 && !counting.some(({ declared }) => begun.includes(declared))) {
    found.push({ kind: "not_reached", why: say.notReached, days: null });
  }
  if (withoutContact.includes(code)) {
    found.push({ kind: "without_contact", why: say.withoutContact, days: null });
  }
  return found;
}

/** How many rows there are of each kind. */
export function countAttention(rows: readonly AttentionItem[]): AttentionView["counts"] {
  const count = (kind: Attention) => rows.filter((row) => row.kind === kind).length;
  return {
    disagreement: count("disagreement"),
    late: count("late"),
    at_risk: count("at_risk"),
    paused: count("paused"),
    deviation_open: count("deviation_open"),
    risk_high: count("risk_high"),
    risk_review_due: count("risk_review_due"),
    silent: count("silent"),
    not_reached: count("not_reached"),
    without_contact: count("without_contact"),
  };
}

type Texts = { readonly reason: string | null; readonly unblock: string | null };

/** A row of something that is paused, with what people wrote of it. */
export function withTexts(row: AttentionItem, texts: Texts, language: Language): AttentionItem {
  const why = WORDS[language].paused(texts.reason ?? "");
  return { ...row, why: why.trim(), unblock: texts.unblock };
}
