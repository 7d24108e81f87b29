import * as z from "zod";
import { ATTENTION } from "../terms.ts";

const AttentionItem = z
  .object({
    kind: z.enum(ATTENTION),
    milestone: z.number().int().nullable().meta({ description: "Null for a whole municipality" }),
    title: z.string().nullable().meta({ description: "Of the milestone, risk or deviation" }),
    risk: z.number().int().nullable().meta({ description: "Its number, where it is a risk" }),
    deviation: z.number().int().nullable().meta({ description: "The same for a deviation" }),
    municipality: z.string().meta({ description: "3-digit code, or `all`" }),
    name: z.string().meta({ description: "Of the municipality; empty for the whole project" }),
    why: z.string().meta({ description: "In the language of the answer" }),
    days: z
      .number()
      .int()
      .nullable()
      .meta({ description: "Late by, silent, open or not looked at for so many" }),
    unblock: z.string().nullable().meta({ description: "What would unblock it, where paused" }),
  })
  .meta({ id: "AttentionItem" });
export type AttentionItem = z.infer<typeof AttentionItem>;

const AttentionCounts = z.object({
  disagreement: z.number().int(),
  late: z.number().int(),
  at_risk: z.number().int(),
  paused: z.number().int(),
  deviation_open: z.number().int(),
  risk_high: z.number().int(),
  risk_review_due: z.number().int(),
  silent: z.number().int(),
  not_reached: z.number().int(),
  without_contact: z.number().int(),
});

export const AttentionView = z
  .object({
    asOf: z.string(),
    counts: AttentionCounts.meta({ description: "Of all rows, whatever the page and the kind" }),
    items: z.array(AttentionItem),
    nextCursor: z.string().nullable(),
  })
  .meta({ id: "Attention" });
export type AttentionView = z.infer<typeof AttentionView>;
