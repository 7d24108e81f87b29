import * as z from "zod";
import { LANGUAGES } from "../../kernel/language.ts";
import { PROJECT_ROLES, TOKEN_SCOPES } from "../../kernel/permissions.ts";
import { municipalityCode } from "../../kernel/shapes.ts";
import { codeLength, DEMO_PERSONS, emailLengthMax, SIGN_IN_METHODS } from "../terms.ts";

export const OpenDemoSession = z.strictObject({
  person: z.enum(DEMO_PERSONS),
  municipality: municipalityCode.optional(),
});
export type OpenDemoSession = z.infer<typeof OpenDemoSession>;

/** An e-mail address as it is kept: in lower case. */
export const emailAddress = z
  .string()
  .trim()
  .max(emailLengthMax)
  .toLowerCase()
  .pipe(z.email())
  .meta({ format: "email", example: "yhdyshenkilo@kunta.example" });

export const AskCode = z.strictObject({ email: emailAddress });
export type AskCode = z.infer<typeof AskCode>;

export const CheckCode = z.strictObject({
  email: emailAddress,
  code: z
    .string()
    .max(40)
    .transform((code) => code.replaceAll(/\s/g, ""))
    .pipe(z.string().regex(new RegExp(`^\\d{${codeLength}}$`)))
    .meta({ description: `${codeLength} digits`, example: "12345678" }),
});
export type CheckCode = z.infer<typeof CheckCode>;

export const BeginSignIn = z.strictObject({
  returnTo: z
    .string()
    .max(500)
    .regex(/^(?!.*(?:\/\/|\/\.))\/[\w\-./?=&%]*$/)
    .default("/")
    .meta({ description: "A path of the dashboard to come back to", example: "/projects/hoppu" }),
});
export type BeginSignIn = z.infer<typeof BeginSignIn>;

export const SignInBegun = z
  .object({ url: z.string().meta({ description: "Where the browser goes" }) })
  .meta({ id: "SignInBegun" });

const MembershipView = z.object({
  project: z.string(),
  role: z.enum(PROJECT_ROLES),
  municipalities: z.array(z.string()),
  deputyFor: z.array(z.string()),
});

/** Who is signed in, what they may do, and how one can sign in here. */
export const SessionView = z
  .object({
    demonstration: z.boolean(),
    actor: z
      .object({
        id: z.string(),
        name: z.string(),
        language: z.enum(LANGUAGES),
        admin: z.boolean(),
        memberships: z.array(MembershipView),
        isWeakened: z.boolean().optional().meta({
          description: "Roles were left out: they need a sign-in with the county's provider",
        }),
        scope: z.enum(TOKEN_SCOPES).optional().meta({ description: "Of the API token, if by one" }),
      })
      .nullable(),
    methods: z.object({
      oidc: z.object({ name: z.string() }).nullable(),
      code: z.boolean().meta({ description: "A one-time code by e-mail" }),
    }),
  })
  .meta({ id: "Session" });
export type SessionView = z.infer<typeof SessionView>;

const DemoLetter = z.object({
  number: z.number().int(),
  recipient: z.string(),
  subject: z.string(),
  body: z.string(),
  at: z.string(),
});
export const DemoLetters = z.object({ items: z.array(DemoLetter) }).meta({ id: "DemoLetters" });
export type DemoLetters = z.infer<typeof DemoLetters>;

export const OwnSession = z.object({
  id: z.string(),
  method: z.enum(SIGN_IN_METHODS),
  device: z.string().meta({ description: "Browser and system, as far as they said" }),
  createdAt: z.string(),
  usedAt: z.string().meta({ description: "To within five minutes" }),
  expiresAt: z.string(),
  current: z.boolean(),
});
export const OwnSessions = z.object({ items: z.array(OwnSession) }).meta({ id: "OwnSessions" });
export type OwnSessions = z.infer<typeof OwnSessions>;
