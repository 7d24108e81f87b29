import * as z from "zod";
import { listOf, moment, page } from "../../kernel/shapes.ts";
import { USE_KINDS } from "../../use-log/terms.ts";

/** Nothing else: what is searched for stands in the log for five years. */
const pseudonym = z
  .string()
  .max(60)
  .regex(/^[a-z0-9-]+$/);

export const UseQuery = z.object({
  ...page,
  kind: z.enum(USE_KINDS).optional(),
  person: pseudonym.optional().meta({ description: "A pseudonym" }),
  since: moment.optional(),
  until: moment.optional(),
});
export type UseQuery = z.infer<typeof UseQuery>;

const UseView = z.object({
  number: z.number().int(),
  at: z.string(),
  kind: z.enum(USE_KINDS),
  person: z.string().nullable().meta({ description: "A pseudonym; null for a stranger" }),
  personName: z.string().nullable(),
  project: z.string().nullable(),
  detail: z.string(),
  network: z.string().meta({ description: "A /24 of IPv4 or a /48 of IPv6" }),
});
export type UseView = z.infer<typeof UseView>;
export const UseList = listOf(UseView).meta({ id: "UseList" });
export type UseList = z.infer<typeof UseList>;
