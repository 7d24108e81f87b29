import type { MatrixView } from "../../../worker/progress/contract/progress.ts";
import { standingOf } from "../../../worker/progress/terms.ts";
import { showNumber } from "../../shared/i18n.ts";
import { showNames } from "../../shared/names.ts";
import type { Measure, Measured } from "./measures.ts";
import type { StatusMessages } from "./messages/fi.ts";

export type Shown = Measured & { readonly name: string; readonly stale: number };

/** What the map shows, as a sentence. */
export function findingOf(
  measure: Measure,
  shown: readonly Shown[],
  matrix: MatrixView,
  say: StatusMessages,
): string {
  const { findings, others } = say;
  const names = (some: readonly Shown[]) =>
    showNames(
      some.map(({ name }) => name),
      others,
    );
  switch (measure.kind) {
    case "late":
      return lateFinding(shown, say);
    case "freshness":
      return freshnessFinding(shown, say);
    case "milestone": {
      const title = matrix.milestones.find(({ number }) => number === measure.number)?.title ?? "";
      return milestoneFinding(title, shown, say);
    }
    default: {
      const known = shown.filter(({ value }) => value !== null);
      if (known.length === 0) return findings.unknown;
      const full = known.filter(({ value }) => value === 100);
      // Evidence is asked of what is done alone: what is open takes nothing from it.
      const done = measure.kind === "evidence" ? full : full.filter(({ open }) => open === 0);
      const unsure = full.length - done.length;
      const zero = known.filter(({ value }) => value === 0);
      const tails = [
        unsure > 0 ? findings.knownDone(unsure) : "",
        zero.length > 0 ? findings.atZero(names(zero), zero.length) : "",
      ];
      const phase = phaseOf(measure, matrix);
      const head = headOf(measure, done.length, shown.length, say);
      return (phase ? `${phase}: ` : "") + head + tails.join("");
    }
  }
}

/** In how many municipalities a milestone is done, of those in which it still counts. */
function milestoneFinding(title: string, shown: readonly Shown[], say: StatusMessages): string {
  const { findings, others } = say;
  const { counting, done, unknown } = standingOf(
    shown.map(({ declared, ...one }) => ({ ...one, declared: declared ?? "no_data" })),
  );
  if (counting.length === 0) return findings.milestoneNothing(title);
  const late = shown.filter((one) => one.late > 0).length;
  const names = unknown.map(({ name }) => name);
  return [
    findings.milestone(title, done.length, counting.length),
    late > 0 ? findings.milestoneLate(late) : "",
    names.length > 0 ? findings.milestoneUnknown(showNames(names, others)) : "",
  ].join("");
}

const phaseOf = (measure: Measure, { phases }: MatrixView) =>
  measure.kind === "phase" ? phases.find(({ number }) => number === measure.number)?.name : null;

function headOf(measure: Measure, done: number, all: number, { findings }: StatusMessages): string {
  if (measure.kind === "evidence") return findings.evidence(done, all);
  if (done === 0) return findings.none(all);
  return done === all ? findings.all(all) : findings.some(done, all);
}

/** Who is out of date, who was never confirmed, and where something never was. */
function freshnessFinding(shown: readonly Shown[], { findings, others }: StatusMessages): string {
  const namesIn = (some: readonly Shown[]) =>
    showNames(
      some.map(({ name }) => name),
      others,
    );
  const concerned = shown.filter(({ value, open }) => value !== null || open > 0);
  if (concerned.length === 0) return findings.unknown;
  const never = concerned.filter(({ value }) => value === null);
  if (never.length === concerned.length) return findings.neverAny;
  const stale = concerned.filter((one) => one.stale > 0);
  const partly = concerned.filter(({ value, unconfirmed }) => value !== null && unconfirmed > 0);
  if (stale.length + never.length + partly.length === 0) return findings.fresh;
  return [
    stale.length > 0 ? findings.stale(stale.length, namesIn(stale)) : findings.noneStale,
    never.length > 0 ? findings.never(never.length, namesIn(never)) : "",
    partly.length > 0 ? findings.neverPartly(partly.length) : "",
  ].join("");
}

const namedMost = 3;

function lateFinding(shown: readonly Shown[], { findings, others }: StatusMessages): string {
  const late = shown.filter((one) => one.late > 0).toSorted((a, b) => b.late - a.late);
  const [first] = late;
  if (!first) return findings.nothingLate;
  const most = late
    .slice(0, namedMost)
    .map(({ name, late: count }) => `${name} ${showNumber(count)}`);
  const count = late.reduce((sum, one) => sum + one.late, 0);
  return findings.late(count, late.length, showNames(most, others));
}
