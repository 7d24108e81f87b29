import type { Oidc } from "../../platform/settings.ts";

/** What the library calls the county's provider. */
export const provider = "oidc";
const timeoutMs = 10_000;

type ProviderTokens = {
  readonly idToken?: string | undefined;
  readonly accessToken?: string | undefined;
};

/** How the library is told of the county's provider. */
export const configurationOf = ({ issuer, clientId, clientSecret, acr, trustsEmail }: Oidc) => ({
  providerId: provider,
  // Without discovery the library would read the ID token and not verify it.
  discoveryUrl: `${issuer}/.well-known/openid-configuration`,
  requireIdTokenVerification: true,
  clientId,
  ...(clientSecret !== null && { clientSecret }),
  scopes: ["openid", "email", "profile"],
  pkce: true,
  ...(acr.length > 0 && { authorizationUrlParams: { acr_values: acr.join(" ") } }),
  getUserInfo: (tokens: ProviderTokens) => profileOf({ issuer, trustsEmail }, tokens),
  /** A subject is unique within its issuer alone (OpenID Connect Core § 2). */
  accountSubject: ({ profile }: { profile: { readonly sub?: unknown } }) =>
    typeof profile.sub === "string" ? `${issuer} ${profile.sub}` : "",
});

/**
 * What the provider says of the person: the claims of the ID token, which the library has verified
 * by then, and where the address is not among them, those of the provider's userinfo.
 */
async function profileOf(
  { issuer, trustsEmail }: Pick<Oidc, "issuer" | "trustsEmail">,
  { idToken, accessToken }: ProviderTokens,
) {
  const { decodeJwt } = await import("jose");
  const claims: Record<string, unknown> = idToken === undefined ? {} : decodeJwt(idToken);
  const more =
    claims["email"] === undefined && accessToken !== undefined
      ? await userInfo(issuer, accessToken)
      : {};
  // Of the same person alone (OpenID Connect Core § 5.3.2); how they signed in is said signed.
  const contact = more["sub"] === claims["sub"] ? more : {};
  const all = { ...picked(contact, ["email", "email_verified", "name"]), ...claims };
  const [email, name] = [all["email"], all["name"]];
  return {
    ...all,
    id: textOf(claims["sub"]),
    ...(typeof email === "string" && { email }),
    ...(typeof name === "string" && { name }),
    emailVerified: trustsEmail || all["email_verified"] === true,
  };
}

const textOf = (claim: unknown) => (typeof claim === "string" ? claim : "");

const picked = (claims: Record<string, unknown>, names: readonly string[]) =>
  Object.fromEntries(names.flatMap((name) => (name in claims ? [[name, claims[name]]] : [])));

async function userInfo(issuer: string, accessToken: string): Promise<Record<string, unknown>> {
  const discovery = await fetchObject(`${issuer}/.well-known/openid-configuration`);
  const endpoint = discovery["userinfo_endpoint"];
  return typeof endpoint === "string"
    ? fetchObject(endpoint, { headers: { authorization: `Bearer ${accessToken}` } })
    : {};
}

async function fetchObject(url: string, init: RequestInit = {}): Promise<Record<string, unknown>> {
  const answer = await fetch(url, { ...init, signal: AbortSignal.timeout(timeoutMs) });
  const body: unknown = answer.ok ? await answer.json() : {};
  return typeof body === "object" && body !== null ? { ...body } : {};
}

/** Where the provider has to vouch for a second factor: what its claims leave to be desired. */
export function factorProblem(oidc: Oidc | null, claims: Record<string, unknown> | undefined) {
  if (!oidc || !claims) return undefined;
  const isEnough = vouches(oidc.acr, claims["acr"]) && vouches(oidc.amr, claims["amr"]);
  return isEnough ? undefined : { error: "factor" };
}

function vouches(wanted: readonly string[], claim: unknown): boolean {
  const values: unknown[] = Array.isArray(claim) ? claim : [claim];
  return wanted.length === 0 || wanted.some((one) => values.includes(one));
}
