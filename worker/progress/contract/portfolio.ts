import * as z from "zod";
import { Figures, PhaseView, ProjectHead } from "./progress.ts";

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
      }),
    ),
    nextCursor: z.string().nullable(),
  })
  .meta({ id: "Portfolio" });
export type PortfolioView = z.infer<typeof PortfolioView>;
