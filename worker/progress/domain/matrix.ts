import type { Language } from "../../kernel/language.ts";
import type { Sentences } from "../../kernel/sentences/fi.ts";
import type { Plan, PlanMilestone, PlanMunicipality } from "../../projects/contract/plan.ts";
import type { MatrixView } from "../contract/progress.ts";
import { type Board, cellsOf, isActive } from "./board.ts";

export type Reading = {
  /** The moment that the view shows, an instant. */
  readonly asOf: string;
  /** The same as a date in Helsinki. */
  readonly today: string;
  readonly language: Language;
  readonly say: Sentences;
};

function nameIn(language: Language, municipality: PlanMunicipality): string {
  return language === "sv" ? municipality.nameSv : municipality.nameFi;
}

/** The matrix: municipalities by name, milestones by number, a cell for every pair. */
export function matrixOf(board: Board, { asOf, today, language }: Reading): MatrixView {
  const { plan } = board;
  return {
    asOf,
    ...headOf(plan, { language }),
    milestones: plan.milestones.filter(isActive).map(columnOf),
    cells: cellsOf(board, today),
  };
}

/** What stands above the views of a plan: the project, its phases, its municipalities by name. */
export function headOf(
  { project: { visibility: _visibility, version: _version, ...project }, ...plan }: Plan,
  { language }: Pick<Reading, "language">,
) {
  const byName = new Intl.Collator(language === "sv" ? "sv" : "fi");
  return {
    project,
    phases: [...plan.phases],
    municipalities: plan.municipalities
      .map((municipality) => ({ ...municipality, name: nameIn(language, municipality) }))
      .toSorted((a, b) => byName.compare(a.name, b.name)),
  };
}

function columnOf(milestone: PlanMilestone): MatrixView["milestones"][number] {
  const { dueOnByMunicipality: _dates, granted: _granted, state: _state, ...rest } = milestone;
  const { successors: _successors, version: _version, ...head } = rest;
  return head;
}
