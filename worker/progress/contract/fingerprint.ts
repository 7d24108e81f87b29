import * as z from "zod";
import { translated } from "../../kernel/shapes.ts";
import { EMBLEMS } from "../../projects/terms.ts";

const Cover = z.object({
  project: z.object({
    name: z.string(),
    leadOrganisation: z.string(),
    grantReference: z.string().nullable(),
  }),
  programme: z.object({
    name: z.string(),
    visibilityText: translated(300),
    emblem: z.enum(EMBLEMS),
  }),
});
/** What stands on the cover of a printed status, as it was at its moment. */
export type Cover = z.infer<typeof Cover>;

export const FingerprintView = z
  .object({
    asOf: z.string(),
    fingerprint: z
      .string()
      .regex(/^[0-9a-f]{64}$/)
      .meta({
        description:
          "SHA-256 over the canonical JSON (UTF-8, names in order, no spaces) of the cover, the plan, the cells " +
          "with their reasons, the risks, the deviations and the municipalities without a contact, " +
          "as they stood at `asOf`, and its date in Helsinki. Independent of language and reader",
      }),
    cover: Cover.meta({
      description: "What the project and its programme said of themselves at `asOf`",
    }),
  })
  .meta({ id: "Fingerprint" });
export type FingerprintView = z.infer<typeof FingerprintView>;
