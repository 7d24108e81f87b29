import { addMonths } from "date-fns";
import * as z from "zod";

/**
 * What a deployment is told besides its bindings: `[vars]` of wrangler.toml, and secrets set with
 * `wrangler secret put`. Everything is optional: what is not set is not offered.
 */
const Vars = z.object({
  /** Where people find the service, `https://etappi.example`; links in mails begin with it. */
  ORIGIN: z.url().optional().catch(undefined),
  /** Signs the state of a sign-in under way. A secret of 32 characters or more. */
  AUTH_SECRET: z.string().min(32).optional().catch(undefined),
  /** The county's OpenID Connect provider. */
  OIDC_ISSUER: z.url().optional().catch(undefined),
  OIDC_CLIENT_ID: z.string().optional(),
  OIDC_CLIENT_SECRET: z.string().optional(),
  /** What the button of the sign-in page calls it. */
  OIDC_NAME: z.string().default("OpenID Connect"),
  /** Values of which the claim `acr` must be one, and of which `amr` must hold one: "mfa". */
  OIDC_ACR: z.string().optional(),
  OIDC_AMR: z.string().optional(),
  /** "true" where the provider's e-mail addresses are the county's own and can be believed. */
  OIDC_TRUSTS_EMAIL: z.string().optional(),
  /** "true" where a code by e-mail is not enough to act as an administrator or a lead. */
  OIDC_REQUIRED_FOR_LEADS: z.string().optional(),
  /** `smtps://user:password@host:465`; with it go codes and invitations. */
  SMTP_URL: z.url().optional().catch(undefined),
  MAIL_FROM: z.string().default("Etappi <no-reply@localhost>"),
  /** An origin that webhooks may lead to besides the public ones: the county's own receiver. */
  WEBHOOK_TRUSTED_ORIGIN: z.url().optional().catch(undefined),
  /** `mailto:` or `https:`, for /.well-known/security.txt. */
  SECURITY_CONTACT: z.url().optional().catch(undefined),
  /** Whose first sign-in makes them the administrator of a county that has none yet. */
  FIRST_ADMIN_EMAIL: z.string().optional(),
});

export type Settings = {
  readonly demonstration: boolean;
  readonly origin: string;
  readonly authSecret: string | null;
  readonly oidc: Oidc | null;
  readonly smtpUrl: string | null;
  readonly mailFrom: string;
  readonly firstAdminEmail: string | null;
  readonly securityContact: string | null;
  /** An origin, or null. */
  readonly webhookTrusted: string | null;
};

export type Oidc = {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string | null;
  readonly name: string;
  /** Empty where any will do. */
  readonly acr: readonly string[];
  readonly amr: readonly string[];
  readonly trustsEmail: boolean;
  readonly requiredForLeads: boolean;
};

/** The settings of a deployment. What is empty or malformed counts as not set. */
export function settingsOf(env: Env, requestUrl: string): Settings {
  const set = Object.entries(env).filter(([, value]) => typeof value === "string" && value !== "");
  const vars = Vars.parse(Object.fromEntries(set));
  return {
    demonstration: env.DEPLOYMENT === "demonstration",
    origin: new URL(vars.ORIGIN ?? requestUrl).origin,
    authSecret: vars.AUTH_SECRET ?? null,
    oidc:
      vars.OIDC_ISSUER === undefined || vars.OIDC_CLIENT_ID === undefined
        ? null
        : {
            issuer: vars.OIDC_ISSUER.replace(/\/$/, ""),
            clientId: vars.OIDC_CLIENT_ID,
            clientSecret: vars.OIDC_CLIENT_SECRET ?? null,
            name: vars.OIDC_NAME,
            acr: words(vars.OIDC_ACR),
            amr: words(vars.OIDC_AMR),
            trustsEmail: vars.OIDC_TRUSTS_EMAIL === "true",
            requiredForLeads: vars.OIDC_REQUIRED_FOR_LEADS === "true",
          },
    smtpUrl: vars.SMTP_URL ?? null,
    mailFrom: vars.MAIL_FROM,
    firstAdminEmail: vars.FIRST_ADMIN_EMAIL?.toLowerCase() ?? null,
    securityContact: vars.SECURITY_CONTACT ?? null,
    webhookTrusted: vars.WEBHOOK_TRUSTED_ORIGIN
      ? new URL(vars.WEBHOOK_TRUSTED_ORIGIN).origin
      : null,
  };
}

const words = (text: string | undefined) => text?.split(/\s+/).filter(Boolean) ?? [];

/** `security.txt` (RFC 9116), good for half a year from now; null where nobody is named. */
export function securityText({ securityContact, origin }: Settings, now: Date): string | null {
  if (securityContact === null) return null;
  return [
    `Contact: ${securityContact}`,
    `Expires: ${addMonths(now, 6).toISOString()}`,
    "Preferred-Languages: fi, sv, en",
    `Canonical: ${origin}/.well-known/security.txt`,
    "",
  ].join("\n");
}
