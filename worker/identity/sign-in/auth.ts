import { eq } from "drizzle-orm";
import { digest } from "../../kernel/digest.ts";
import { Refusal } from "../../kernel/refusal.ts";
import type { Database } from "../../platform/database.ts";
import { randomId } from "../../platform/secrets.ts";
import type { Settings } from "../../platform/settings.ts";
import { accounts, people, verifications } from "../tables.ts";
import { codeLength, codeMinutes, codeTriesMax } from "../terms.ts";
import { claimsProblem, configurationOf, provider } from "./provider.ts";

/** What a way of signing in needs of its surroundings. */
export type Ceremony = {
  readonly db: Database;
  readonly settings: Settings;
  /** The secret of the browser that signs in; codes are tied to it. */
  readonly browser: string;
  readonly sendCode: (email: string, code: string) => Promise<void>;
};

/**
 * The library that finds out who somebody is: by the county's OpenID Connect provider (code flow
 * with PKCE, state and nonce; the ID token's signature, issuer and audience are verified against the
 * provider's published keys) or by a code sent by e-mail. The session that it would open is left
 * out: ours begins where it ends, so there is one kind of session, kept by hash and ended at once.
 *
 * `signedIn` tells whose sign-in succeeded. A code is stored under a digest of the address *and*
 * the browser that asked, so another browser can neither spend it nor use up its tries.
 */
export async function begin({ db, settings, browser, sendCode }: Ceremony) {
  // Run when it is used: it would cost every cold start otherwise.
  const [{ betterAuth }, { drizzleAdapter }, { emailOTP }, { genericOAuth }] = await Promise.all([
    import("better-auth/minimal"),
    import("better-auth/adapters/drizzle"),
    import("better-auth/plugins/email-otp"),
    import("better-auth/plugins/generic-oauth"),
  ]);
  let person: string | null = null;
  const { authSecret, oidc, origin } = settings;
  if (authSecret === null) throw unavailable();
  const auth = betterAuth({
    baseURL: origin,
    basePath: "/api/sign-in",
    secret: authSecret,
    database: drizzleAdapter(db, { provider: "sqlite", schema }),
    secondaryStorage: forgetful(),
    user: {
      modelName: "people",
      validateUserInfo: async ({ user: { id }, source: { action, oauth } }) =>
        claimsProblem(oidc, oauth?.profile) ?? (await linkProblem(db, { action, id })),
    },
    account: {
      modelName: "accounts",
      updateAccountOnSignIn: false,
      accountLinking: { enabled: true, trustedProviders: oidc?.trustsEmail ? [provider] : [] },
    },
    verification: {
      modelName: "verifications",
      storeInDatabase: true,
      storeIdentifier: {
        default: "hashed",
        overrides: { "sign-in-otp": { hash: (text) => digest(`${browser} ${text}`) } },
      },
    },
    databaseHooks: {
      user: { create: { before: async () => ({ data: { image: undefined } }) } },
      // What the provider's tokens would open is not asked for, so they are not kept.
      account: { create: { before: async () => ({ data: withoutTokens }) } },
      session: {
        create: {
          after: async ({ userId }) => {
            person = userId;
          },
        },
      },
    },
    ...plain,
    plugins: [
      emailOTP({
        otpLength: codeLength,
        expiresIn: codeMinutes * 60,
        allowedAttempts: codeTriesMax,
        storeOTP: "hashed",
        sendVerificationOTP: ({ email, otp }) => sendCode(email, otp),
      }),
      ...(oidc ? [genericOAuth({ config: [configurationOf(oidc)] })] : []),
    ],
  });
  return { auth, signedIn: () => person };
}

const schema = { people, accounts, verifications };

/** An address that passes to another person takes no roles along: they are another subject. */
async function linkProblem(
  db: Database,
  { action, id }: { readonly action: string; readonly id?: string | undefined },
) {
  if (action !== "link-account" || id === undefined) return undefined;
  const found = await db.select().from(accounts).where(eq(accounts.userId, id)).limit(1);
  return found.length > 0 ? { error: "address" } : undefined;
}

/** What is the same for everybody. Limits, logs and sessions are the house's own. */
const plain = {
  session: { cookieCache: { enabled: false } },
  advanced: {
    useSecureCookies: false,
    cookies: { state: { name: "__Host-etappi-state" } },
    defaultCookieAttributes: { secure: true, httpOnly: true, sameSite: "lax", path: "/" },
    // Our tables leave out what is not kept: pictures, passwords, tokens of the provider.
    database: { generateId: () => randomId("p"), validateSchema: false },
    ipAddress: { disableIpTracking: true },
  },
  rateLimit: { enabled: false },
  telemetry: { enabled: false },
  logger: { disabled: true },
} as const;

const withoutTokens = {
  accessToken: undefined,
  refreshToken: undefined,
  idToken: undefined,
  accessTokenExpiresAt: undefined,
  refreshTokenExpiresAt: undefined,
  scope: undefined,
};

/** Takes the library's own session, and forgets it with the request. */
function forgetful() {
  const kept = new Map<string, string>();
  return {
    get: (key: string) => kept.get(key) ?? null,
    set: (key: string, value: string) => void kept.set(key, value),
    delete: (key: string) => void kept.delete(key),
    getAndDelete(key: string) {
      const value = kept.get(key) ?? null;
      kept.delete(key);
      return value;
    },
    increment: () => 1,
  };
}

export const unavailable = () => new Refusal("unavailable", (say) => say.signInUnavailable());
