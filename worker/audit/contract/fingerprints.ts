import * as z from "zod";
import { STANDINGS } from "../terms.ts";

const Named = z.object({
  project: z.string(),
  projectName: z.string(),
  report: z.number().int(),
  reportName: z.string(),
  isPublic: z.boolean().meta({ description: "Whether the project has a public page" }),
});

/** What a fingerprint is of. Who may not see the report learns that it is genuine, and of when. */
export const CheckedView = z
  .object({
    fingerprint: z.string(),
    kind: z.enum(["edition", "file"]).meta({
      description: "The canonical JSON of an edition, or a file that was made of it",
    }),
    format: z.string().meta({ description: "Of a file, as in its export; `json` for an edition" }),
    language: z.string().nullable().meta({ description: "Of a file" }),
    size: z.number().int().meta({ description: "Bytes" }),
    edition: z.number().int(),
    asOf: z.string().meta({ description: "The moment of the figures" }),
    standing: z.enum(STANDINGS),
    newest: z.boolean().meta({ description: "Whether no later edition was submitted" }),
    supersededBy: z
      .object({ edition: z.number().int(), asOf: z.string(), fingerprint: z.string() })
      .nullable(),
    correction: z
      .object({ number: z.number().int(), edition: z.number().int(), at: z.string() })
      .nullable()
      .meta({ description: "Where this edition corrects another: which, and since when" }),
    of: Named.nullable().meta({
      description: "Null for who may not see the report of a project that is not public",
    }),
  })
  .meta({ id: "CheckedFingerprint" });
export type CheckedView = z.infer<typeof CheckedView>;
