import * as z from "zod";
import { RETENTION_CLASSES } from "../terms.ts";

const KeptClass = z.object({
  class: z.enum(RETENTION_CLASSES),
  until: z.string().nullable().meta({ description: "A date before which nothing is erased" }),
  months: z.number().int().nullable().meta({
    description: "How long each is kept, where it is erased after that; null where no time is set",
  }),
  basis: z.string().meta({ description: "Of the funding, as its programme says it" }),
});

/** What is kept of a project, how long and why. */
export const RetentionView = z
  .object({ items: z.array(KeptClass).meta({ description: "A class each" }) })
  .meta({ id: "Retention" });
export type RetentionView = z.infer<typeof RetentionView>;
