import { canonical } from "../../kernel/canonical.ts";
import { digest } from "../../kernel/digest.ts";
import type { DeviationView, Register, RiskView } from "../../risks/contract.ts";
import type { Cover } from "../contract/fingerprint.ts";
import type { CellTexts, CellView, MatrixView } from "../contract/progress.ts";
import { cellKey } from "./board.ts";

/** What a printed status shows of a moment. */
export type Status = {
  /** The date, in Helsinki, that its figures hold for. */
  readonly date: string;
  readonly cover: Cover;
  readonly matrix: MatrixView;
  readonly texts: ReadonlyMap<string, CellTexts>;
  readonly register: Register;
  readonly withoutContact: readonly string[];
};

/** Names the form of what is hashed. Whoever changes the form gives it a new name. */
const form = "etappi.status.2";

/**
 * SHA-256 over what a printed status shows: two that show the same on the same day have the same.
 * Names and sizes of municipalities come from the register, which is renewed, and are left out;
 * so is what only some may read.
 */
export function fingerprintOf({ date, cover, matrix, ...status }: Status): Promise<string> {
  const { slug, name, startsOn, endsOn, freshnessDays } = matrix.project;
  return digest(
    canonical({
      form,
      date,
      cover: coverOf(cover),
      project: { slug, name, startsOn, endsOn, freshnessDays },
      phases: matrix.phases,
      milestones: matrix.milestones.map(plannedOf),
      municipalities: matrix.municipalities.map(({ code }) => code).toSorted(),
      cells: matrix.cells.toSorted(byPlace).map((cell) => saidOf(cell, status.texts)),
      risks: status.register.risks.map(riskOf),
      deviations: status.register.deviations.map(deviationOf),
      withoutContact: status.withoutContact.toSorted(),
    }),
  );
}

/** What the cover shows, of what a project and its programme say of themselves. */
export function coverOf({ project, programme }: Cover): Cover {
  const { name, leadOrganisation, grantReference } = project;
  const { name: programmeName, visibilityText, emblem } = programme;
  return {
    project: { name, leadOrganisation, grantReference },
    programme: { name: programmeName, visibilityText, emblem },
  };
}

function byPlace(one: CellView, other: CellView): number {
  if (one.milestone !== other.milestone) return one.milestone - other.milestone;
  return one.municipality < other.municipality ? -1 : 1;
}

function plannedOf(milestone: MatrixView["milestones"][number]) {
  const { number, phase, kind, scope, title, dueOn, weight, unit, baseline, goal } = milestone;
  return { number, phase, kind, scope, title, dueOn, weight, unit, baseline, goal };
}

function saidOf(cell: CellView, texts: Status["texts"]) {
  const { milestone, municipality, declared, schedule, evidence, value } = cell;
  const { dueOn, forecastOn, doneOn, confirmedAt, stale, disagreements } = cell;
  const told = texts.get(cellKey(milestone, municipality));
  return {
    milestone,
    municipality,
    declared,
    schedule,
    evidence,
    value,
    dueOn,
    forecastOn,
    doneOn,
    confirmedAt,
    stale,
    disagreements,
    reason: told?.reason ?? null,
    unblock: told?.unblock ?? null,
  };
}

function riskOf(risk: RiskView) {
  const { number, title, likelihood, significance, mitigation, owner, reviewedOn, state } = risk;
  return { number, title, likelihood, significance, mitigation, owner, reviewedOn, state };
}

function deviationOf(deviation: DeviationView) {
  const { number, title, cause, effect, correctiveAction, owner, noticedOn, resolvedOn } =
    deviation;
  return { number, title, cause, effect, correctiveAction, owner, noticedOn, resolvedOn };
}
