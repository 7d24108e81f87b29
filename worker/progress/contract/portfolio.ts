import * as z from "zod";
import { DATE_KINDS } from "../terms.ts";
import { Figures, PhaseView, ProjectHead } from "./progress.ts";

const NextDate = z
  .object({
    kind: z.enum(DATE_KINDS),
    on: z.string(),
    milestone: z.number().int().nullable().meta({ description: "Null for the end of a phase" }),
    phase: z.number().int(),
    title: z.string().meta({ description: "Of the milestone, or the phase" }),
    open: z.number().int().meta({ description: "Cells that are still to be done by then" }),
  })
  .meta({ id: "NextDate" });
export type NextDate = z.infer<typeof NextDate>;

export const PortfolioView = z
  .object({
    asOf: z.string(),
    items: z.array(
      z.object({
        project: ProjectHead,
        phases: z.array(z.object({ ...PhaseView.shape, percent: z.number().nullable() })),
        municipalities: z.number().int(),
        milestones: z.number().int(),
        total: Figures,
        nextDue: z
          .object({ milestone: z.number(), title: z.string(), dueOn: z.string() })
          .nullable(),
        nextDates: z
          .array(NextDate)
          .meta({ description: "Due dates and ends of phases ahead, the next first, at most 20" }),
      }),
    ),
    nextCursor: z.string().nullable(),
  })
  .meta({ id: "Portfolio" });
export type PortfolioView = z.infer<typeof PortfolioView>;
