import * as z from "zod";
import { listOf } from "../../kernel/shapes.ts";
import { MILESTONE_KINDS, SCOPES, TEMPLATES } from "../terms.ts";

/** A plan that comes with the service, in the language of the request. */
const TemplateView = z
  .object({
    template: z.enum(TEMPLATES),
    name: z.string(),
    summary: z.string(),
    phases: z.array(z.string()),
    milestones: z.array(
      z.object({
        phase: z.number().int(),
        kind: z.enum(MILESTONE_KINDS),
        scope: z.enum(SCOPES),
        title: z.string(),
      }),
    ),
  })
  .meta({ id: "MilestoneTemplate" });
export type TemplateView = z.infer<typeof TemplateView>;
export const TemplateList = listOf(TemplateView).meta({ id: "MilestoneTemplateList" });

export const FromTemplate = z
  .strictObject({ template: z.enum(TEMPLATES) })
  .meta({ id: "FromTemplate" });
export type FromTemplate = z.output<typeof FromTemplate>;
