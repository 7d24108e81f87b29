/** What people say of a cell. `no_data`: nobody has ever said anything, and nobody can say it. */
export const DECLARED = [
  "no_data",
  "not_started",
  "in_progress",
  "paused",
  "done",
  "cancelled",
  "not_applicable",
] as const;
export type Declared = (typeof DECLARED)[number];

export const DECLARABLE = [
  "not_started",
  "in_progress",
  "paused",
  "done",
  "cancelled",
  "not_applicable",
] as const satisfies readonly Declared[];
export type Declarable = (typeof DECLARABLE)[number];

/** What the dates say. `none`: no due date, cancelled or not applicable. */
export const SCHEDULES = [
  "upcoming",
  "on_time",
  "at_risk",
  "late",
  "done_on_time",
  "done_late",
  "none",
] as const;
export type Schedule = (typeof SCHEDULES)[number];

/** What has been shown. */
export const EVIDENCE = ["none", "partial", "submitted", "accepted", "rejected"] as const;
export type Evidence = (typeof EVIDENCE)[number];

/** Statuses that need a reason. */
const REASONED = ["paused", "cancelled", "not_applicable"] as const satisfies readonly Declared[];

/** Statuses that leave the divisor of every percentage: nothing is left to be done. */
const LEFT_OUT = ["cancelled", "not_applicable"] as const satisfies readonly Declared[];

/** Two truths about a cell that do not go together. */
export const DISAGREEMENTS = [
  "done_without_evidence",
  "in_progress_past_due",
  "target_met_not_declared",
  "value_differs",
] as const;
export type Disagreement = (typeof DISAGREEMENTS)[number];

/** Why something is on the list of what needs a look, the weightiest first. */
export const ATTENTION = [
  "disagreement",
  "late",
  "at_risk",
  "paused",
  "deviation_open",
  "risk_high",
  "risk_review_due",
  "silent",
  "not_reached",
  "without_contact",
] as const;
export type Attention = (typeof ATTENTION)[number];

/** What is compared of a cell between two moments. */
export const COMPARED = [
  "declared",
  "schedule",
  "evidence",
  "value",
  "dueOn",
  "forecastOn",
  "doneOn",
] as const;

/** What a move comes to, the weightiest first: a cell that moved in several ways is the first. */
export const MOVES = [
  "done",
  "undone",
  "late",
  "caught_up",
  "at_risk",
  "begun",
  "status",
  "dates",
  "value",
  "evidence",
  "plan",
] as const;
export type MoveKind = (typeof MOVES)[number];

/** Moments at which the way of a project is looked at. */
export const trendPointsMax = 60;
/** What of a project may need a look, the weightiest first: as the cells are marked in its matrix. */
export const SIGNS = ["late", "at_risk", "disagreeing", "paused", "stale"] as const;
export type Sign = (typeof SIGNS)[number];

/** Which projects are left of a portfolio: those with something late, or with any sign. */
export const PORTFOLIO_ONLY = ["late", "attention"] as const;

/**
 * What comes first: `attention` what needs it most, `percent` what is least done, `ends` what ends
 * first, a sign what carries most of it.
 */
export const PORTFOLIO_ORDERS = ["attention", "next", "name", "percent", "ends", ...SIGNS] as const;
export type PortfolioOrder = (typeof PORTFOLIO_ORDERS)[number];

/** What lies ahead of a project: a milestone falls due, a phase ends. */
export const DATE_KINDS = ["due", "phase_end"] as const;

/** Dates ahead of one project, so that the next of many projects are among them. */
export const nextDatesMax = 20;
/** A date so many days ahead stands out. */
export const dueSoonDays = 30;
/** Projects that are read for one file, and those of a past moment, which cost their facts. */
export const portfolioMax = 500;
export const pastPortfolioMax = 100;
export const searchLengthMax = 100;

export const noteLengthMax = 2000;
export const batchMax = 500;
export const versionMax = 1_000_000_000;

export function isLeftOut(declared: Declared): boolean {
  return LEFT_OUT.some((status) => status === declared);
}

/** Whether a cell is in the divisor of percentages: somebody has spoken of it, and it still counts. */
export function isCounted(declared: Declared): boolean {
  return declared !== "no_data" && !isLeftOut(declared);
}

/** Whether something is still to be done: what can be late, at risk or stale. */
export function isOpen(declared: Declared): boolean {
  return declared !== "done" && !isLeftOut(declared);
}

/** As much of a cell as saying how far a milestone has come needs. */
type Told = { readonly declared: Declared };

/** Where a milestone still counts, and of these where it is done and where nobody has told. */
export function standingOf<Cell extends Told>(cells: readonly Cell[]) {
  const counting = cells.filter(({ declared }) => !isLeftOut(declared));
  return {
    counting,
    done: counting.filter(({ declared }) => declared === "done"),
    unknown: counting.filter(({ declared }) => declared === "no_data"),
  };
}

type Goal = { readonly baseline: number | null; readonly goal: number | null };

/** Whether a value has come to its goal: a goal below the baseline is reached from above. */
export function isReached({ baseline, goal }: Goal, value: number | null): boolean {
  if (goal === null || value === null) return false;
  return baseline !== null && goal < baseline ? value <= goal : value >= goal;
}

/**
 * In how many of a target's cells its goal is reached, of how many in which it still counts; those
 * without a value are among them, and counted apart.
 */
export function reachOf(
  target: Goal,
  cells: readonly (Told & { readonly value: number | null })[],
) {
  const { counting } = standingOf(cells);
  return {
    reached: counting.filter(({ value }) => isReached(target, value)).length,
    counted: counting.length,
    unknown: counting.filter(({ value }) => value === null).length,
  };
}

export function needsReason(declared: Declared): boolean {
  return REASONED.some((status) => status === declared);
}

/** What municipalities are compared by: shares in per cent, the others counts of cells. */
export const COMPARABLES = ["percent", "late", "evidenceShare", "stale"] as const;
export type Comparable = (typeof COMPARABLES)[number];

/** Projects that one view over all of them reads at most. */
export const projectsMax = 100;
/** Due dates ahead that the view of a municipality lists at most. */
export const nextMax = 20;
/** What was said of a cell is looked through so far for when it began there. */
export const sayingsMax = 50;

/** Signs and beginnings of words of units that count nothing: shares, averages, marks, money, time. */
const UNCOUNTABLE_SIGNS = /[%‰€$/]/;
const UNCOUNTABLE_WORDS =
  /^(prosent|procent|percent|osuu|andel|share$|shares$|keskiarv|keskimää|medelv|medeltal|average|mean$|mediaan|median|suhdeluk|suhdeluv|ratio$|indeks|index|piste$|pistettä$|poäng|points?$|scores?$|arvosan|betyg|grades?$|euro|eur$|tunti$|tuntia$|timm|hours?$|päivä$|päivää$|dag$|dagar$|days?$|viikko$|viikkoa$|veck|weeks?$|kuukau|månad|months?$|vuosi$|vuotta$|år$|years?$|per$|cent$)/;

/**
 * Whether values of a unit can be set against the number of inhabitants: it is known, and it is
 * no share, average, mark, sum of money or time.
 */
export function isCountable(unit: string | null): boolean {
  if (unit === null || UNCOUNTABLE_SIGNS.test(unit)) return false;
  const words = unit.toLowerCase().split(/[^\p{L}]+/u);
  return !words.some((word) => UNCOUNTABLE_WORDS.test(word));
}
type Signed = {
  readonly late: number;
  readonly atRisk: number;
  readonly stale: number;
  readonly disagreeing: number;
  readonly counts: { readonly paused: number };
};

/** How many cells carry a sign, from the figures of a project. */
export function countOfSign(total: Signed, sign: Sign): number {
  const { late, atRisk, disagreeing, stale, counts } = total;
  return { late, at_risk: atRisk, disagreeing, paused: counts.paused, stale }[sign];
}

/** As much of a line of the portfolio as choosing among them needs. */
type Line = {
  readonly project: {
    readonly slug: string;
    readonly name: string;
    readonly programme: string;
    readonly stage: string;
    readonly endsOn: string;
  };
  readonly total: Signed & { readonly percent: number | null };
  readonly nextDates: readonly { readonly on: string }[];
};

/** What a reader asks of the portfolio; what is not there narrows nothing. */
export type PortfolioAsked = {
  readonly programme?: string | undefined;
  readonly stage?: string | undefined;
  readonly only?: (typeof PORTFOLIO_ONLY)[number] | undefined;
  /** Part of the name. */
  readonly search?: string | undefined;
  readonly order?: PortfolioOrder | undefined;
};

/** The lines of the portfolio that are asked for, in their order: for the page and for its file. */
export function chosenOf<Item extends Line>(lines: readonly Item[], asked: PortfolioAsked): Item[] {
  const { programme, stage, only, order = "attention" } = asked;
  const search = (asked.search ?? "").trim().toLocaleLowerCase("fi");
  const byName = new Intl.Collator("fi");
  return lines
    .filter(
      ({ project, total }) =>
        (programme === undefined || project.programme === programme) &&
        (stage === undefined || project.stage === stage) &&
        (only !== "late" || total.late > 0) &&
        (only !== "attention" || SIGNS.some((sign) => countOfSign(total, sign) > 0)) &&
        project.name.toLocaleLowerCase("fi").includes(search),
    )
    .toSorted(
      (one, other) =>
        COMPARE[order](one, other) || byName.compare(one.project.name, other.project.name),
    );
}

type Compare = (one: Line, other: Line) => number;

const mostOf =
  (sign: Sign): Compare =>
  (one, other) =>
    countOfSign(other.total, sign) - countOfSign(one.total, sign);

const COMPARE: Readonly<Record<PortfolioOrder, Compare>> = {
  attention: (one, other) =>
    SIGNS.map((sign) => mostOf(sign)(one, other)).find((difference) => difference !== 0) ?? 0,
  next: (one, other) => compareDates(one.nextDates[0]?.on, other.nextDates[0]?.on),
  name: () => 0,
  // What cannot be divided comes last: nothing is known of it.
  percent: (one, other) => (one.total.percent ?? 101) - (other.total.percent ?? 101),
  ends: (one, other) => compareDates(one.project.endsOn, other.project.endsOn),
  late: mostOf("late"),
  at_risk: mostOf("at_risk"),
  disagreeing: mostOf("disagreeing"),
  paused: mostOf("paused"),
  stale: mostOf("stale"),
};

/** No date comes last. */
function compareDates(one = "9999", other = "9999"): number {
  return one === other ? 0 : one < other ? -1 : 1;
}
