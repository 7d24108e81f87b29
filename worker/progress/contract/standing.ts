import * as z from "zod";
import { CellView, MatrixView, PhaseView, ProjectHead } from "./progress.ts";

const percent = z.number().nullable();

const measures = {
  percent: percent.meta({ description: "Weight done over weight counted, of all its projects" }),
  late: z.number().int(),
  evidenceShare: percent.meta({
    description: "Of the cells declared done, those whose evidence is submitted or accepted",
  }),
  stale: z.number().int(),
};

const Standing = z.object({
  ...measures,
  atRisk: z.number().int(),
  cells: z.number().int(),
  done: z.number().int(),
  counted: z.number().int().meta({ description: "Cells in the divisor of the percentage" }),
  shown: z.number().int().meta({ description: "Done, with evidence submitted or accepted" }),
  projects: z.number().int().meta({ description: "In how many of the projects it takes part" }),
});
export type Standing = z.infer<typeof Standing>;

/** Each of its own: the middle municipality by one measure need not be that by another. */
const Medians = z
  .object({
    percent,
    late: z.number().nullable(),
    evidenceShare: percent,
    stale: z.number().nullable(),
    municipalities: z.number().int().meta({ description: "How many were compared" }),
  })
  .meta({ id: "Medians" });
export type Medians = z.infer<typeof Medians>;

const Place = z
  .object({
    code: z.string(),
    name: z.string().meta({ description: "In the language of the answer" }),
    tileColumn: z.number().nullable(),
    tileRow: z.number().nullable(),
    ...Standing.shape,
  })
  .meta({ id: "MunicipalityStanding" });
export type StandingPlace = z.infer<typeof Place>;

const seen = {
  asOf: z.string(),
  medians: Medians,
  places: z.array(Place).meta({ description: "Every municipality of the projects, by name" }),
  hasMore: z.boolean().meta({ description: "Whether there are projects beyond the first hundred" }),
};

/** Where the municipalities stand over all projects that the caller may see. */
export const StandingsView = z
  .object({ ...seen, projects: z.number().int() })
  .meta({ id: "Standings" });
export type StandingsView = z.infer<typeof StandingsView>;

const Relative = z.object({
  milestone: z.number().int(),
  value: z.number(),
  perThousand: z.number().meta({ description: "For every 1,000 inhabitants, two decimals" }),
  median: z.number().meta({ description: "Of the municipalities that have a value" }),
  municipalities: z.number().int(),
});
export type Relative = z.infer<typeof Relative>;

const Beginning = z.object({
  on: z.string().meta({ description: "A date in Helsinki" }),
  days: z.number().int().meta({ description: "From then to the date of the view" }),
  milestone: z.number().int().meta({ description: "What began first" }),
});
export type Beginning = z.infer<typeof Beginning>;

const milestones = z.array(z.number().int());

const Part = z
  .object({
    project: ProjectHead,
    phases: z.array(PhaseView),
    milestones: MatrixView.shape.milestones.meta({
      description: "Those that are tracked by municipality",
    }),
    cells: z.array(CellView).meta({ description: "Of this municipality" }),
    standing: Standing,
    medians: Medians,
    began: Beginning.nullable().meta({
      description:
        "The first day on which anything was said to be in progress, paused or done there, or on which what is done was completed; null where nothing has begun",
    }),
    relative: z.array(Relative),
    risks: z.array(
      z.object({ number: z.number().int(), title: z.string(), level: z.number(), milestones }),
    ),
    deviations: z.array(
      z.object({ number: z.number().int(), title: z.string(), noticedOn: z.string(), milestones }),
    ),
  })
  .meta({ id: "MunicipalityInProject" });
export type StandingPart = z.infer<typeof Part>;

/** A municipality in all projects that the caller may see. */
export const StandingView = z
  .object({
    ...seen,
    municipality: z.object({
      code: z.string(),
      name: z.string().meta({ description: "In the language of the answer" }),
      nameFi: z.string(),
      nameSv: z.string(),
      population: z.number().nullable().meta({ description: "On 31 December 2022" }),
    }),
    standing: Standing,
    projects: z.array(Part).meta({ description: "In which it takes part, by slug" }),
    next: z
      .array(
        z.object({
          project: z.string(),
          milestone: z.number().int(),
          title: z.string(),
          dueOn: z.string(),
        }),
      )
      .meta({ description: "Due from today on and still open, the nearest first" }),
  })
  .meta({ id: "StandingView" });
export type StandingView = z.infer<typeof StandingView>;
