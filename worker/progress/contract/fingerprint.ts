import * as z from "zod";

export const FingerprintView = z
  .object({
    asOf: z.string(),
    fingerprint: z
      .string()
      .regex(/^[0-9a-f]{64}$/)
      .meta({
        description:
          "SHA-256 over the canonical JSON (UTF-8, names in order, no spaces) of the plan, the cells " +
          "with their reasons, the risks, the deviations and the municipalities without a contact, " +
          "as they stood at `asOf`, and its date in Helsinki. Independent of language and reader",
      }),
  })
  .meta({ id: "Fingerprint" });
export type FingerprintView = z.infer<typeof FingerprintView>;
