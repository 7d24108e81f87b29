import * as z from "zod";
import { municipalitiesMax } from "../../projects/terms.ts";
import { trendPointsMax } from "../terms.ts";
import { PhaseView, ProjectHead } from "./progress.ts";

const percent = z.number().nullable();
const count = z.number().int();

/** The figures of one moment. Shares are of the weight of what is counted, as in the summary. */
const trendFigures = {
  percent: percent.meta({ description: "Done, as in the summary as of the moment" }),
  planned: percent.meta({ description: "Due by then in the plan as it stood at the moment" }),
  granted: percent.meta({ description: "Due by then in the granted plan; null before a grant" }),
  done: count.meta({ description: "Cells declared done" }),
  plannedCells: count.meta({ description: "Counted cells due by then" }),
  grantedCells: count.nullable().meta({ description: "The same by the granted plan" }),
  counted: count.meta({ description: "Cells in the divisor" }),
  undated: count.meta({ description: "Counted cells without a due date: never planned" }),
  known: count.meta({ description: "Cells of which somebody has spoken" }),
  total: count,
  late: count,
};

const TrendFigures = z.object(trendFigures);
export type TrendFigures = z.infer<typeof TrendFigures>;

const TrendPoint = z
  .object({
    on: z
      .string()
      .meta({ description: "The end of this date in Helsinki; the last is the moment" }),
    ...trendFigures,
    median: percent.meta({ description: "Of the percentages of the municipalities" }),
    amendments: z
      .array(count)
      .meta({ description: "That changed the plan since the point before" }),
  })
  .meta({ id: "TrendPoint" });

/** The figures of the whole (`all`, without a name) or of a municipality, for an export. */
export type TrendRow = TrendFigures & {
  readonly on: string;
  readonly municipality: string;
  readonly name: string;
};

const TrendMunicipality = z
  .object({
    municipality: z.string(),
    name: z.string(),
    percents: z.array(percent).max(trendPointsMax).meta({ description: "One for each point" }),
    latest: TrendFigures,
  })
  .meta({ id: "TrendMunicipality" });

export const TrendView = z
  .object({
    asOf: z.string(),
    project: ProjectHead,
    phases: z.array(PhaseView),
    points: z.array(TrendPoint).max(trendPointsMax),
    amendments: z.array(z.object({ number: count, title: z.string(), on: z.string() })),
    municipalities: z.array(TrendMunicipality).max(municipalitiesMax),
    explanation: z.object({ percent: z.string(), planned: z.string() }).meta({
      description: "How the shares come about, in the language of the answer",
    }),
  })
  .meta({ id: "Trend" });
export type TrendView = z.infer<typeof TrendView>;
