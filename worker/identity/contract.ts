import * as z from "zod";
import { ROLES } from "../kernel/permissions.ts";
import { municipalityCode } from "../kernel/shapes.ts";
import { DEMO_PERSONS } from "./terms.ts";

export const OpenDemoSession = z.strictObject({
  person: z.enum(DEMO_PERSONS),
  municipality: municipalityCode.optional(),
});
export type OpenDemoSession = z.infer<typeof OpenDemoSession>;

const MembershipView = z.object({
  project: z.string(),
  role: z.enum(ROLES).exclude(["admin"]),
  municipalities: z.array(z.string()),
});

/** Who is signed in, what they may do, and whether this is a demonstration. */
export const SessionView = z
  .object({
    demonstration: z.boolean(),
    actor: z
      .object({ id: z.string(), admin: z.boolean(), memberships: z.array(MembershipView) })
      .nullable(),
  })
  .meta({ id: "Session" });
export type SessionView = z.infer<typeof SessionView>;
