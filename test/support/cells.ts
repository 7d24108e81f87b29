import type { CellState, CellView } from "../../worker/progress/contract/progress.ts";
import type { Board } from "../../worker/progress/domain/board.ts";
import { NOTHING_SAID } from "../../worker/progress/domain/cell.ts";
import type { Plan, PlanMilestone } from "../../worker/projects/contract/plan.ts";

/** A milestone of a plan, built by hand. */
export const aMilestone = (more: Partial<PlanMilestone> = {}): PlanMilestone => ({
  number: 1,
  phase: 1,
  kind: "milestone",
  scope: "municipality",
  title: "Pilotti valittu",
  dueOn: "2024-06-30",
  dueOnByMunicipality: {},
  weight: 1,
  unit: null,
  baseline: null,
  goal: null,
  evidenceKinds: [],
  measure: null,
  granted: null,
  state: "active",
  predecessors: [],
  successors: [],
  amendment: null,
  version: 1,
  ...more,
});

export const aTarget = (more: Partial<PlanMilestone> = {}): PlanMilestone =>
  aMilestone({ kind: "target", unit: "henkilöä", goal: 100, ...more });

/** What was said of a cell, built by hand. */
export const said = (more: Partial<CellState> = {}): CellState => ({
  ...NOTHING_SAID,
  declared: "in_progress",
  confirmedAt: "2024-05-01T09:00:00.000Z",
  ...more,
});

/** A cell as views show it, built by hand. */
export const aCell = (more: Partial<CellView> = {}): CellView => ({
  milestone: 1,
  municipality: "837",
  declared: "in_progress",
  schedule: "on_time",
  evidence: "none",
  value: null,
  suggestion: null,
  grantedDueOn: null,
  dueOn: "2024-06-30",
  reportedOn: null,
  forecastOn: null,
  doneOn: null,
  confirmedAt: "2024-05-01T09:00:00.000Z",
  stale: false,
  disagreements: [],
  version: 1,
  ...more,
});

/** A board built by hand: a plan, and what was said of it. */
export const aBoard = (plan: Plan, more: Partial<Board> = {}): Board => ({
  plan,
  cells: {},
  evidence: {},
  reported: null,
  ...more,
});

/** A plan of two municipalities and two phases, built by hand. */
export const aPlan = (...milestones: readonly PlanMilestone[]): Plan => ({
  project: {
    slug: "demo",
    name: "Esimerkki",
    programme: "rrp",
    startsOn: "2023-01-01",
    endsOn: "2024-12-31",
    stage: "developing",
    visibility: "internal",
    freshnessDays: 90,
    grantedOn: null,
    version: 1,
  },
  phases: [
    { number: 1, name: "Pilotti", startsOn: "2023-01-01", endsOn: "2023-12-31" },
    { number: 2, name: "Laajennus", startsOn: "2024-01-01", endsOn: "2024-12-31" },
  ],
  municipalities: [
    municipality("536", "Nokia", "Nokia"),
    municipality("837", "Tampere", "Tammerfors"),
  ],
  milestones,
});

const municipality = (code: string, nameFi: string, nameSv: string) => ({
  code,
  nameFi,
  nameSv,
  population: 1000,
  tileColumn: 0,
  tileRow: 0,
});
