import { isCleanText } from "../../kernel/text.ts";
import type { Oidc } from "../../platform/settings.ts";
import { emailAddress } from "../contract/session.ts";
import { personNameLengthMax } from "../terms.ts";

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
    email: addressIn(email),
    name: typeof name === "string" && isCleanText(name) ? name.slice(0, personNameLengthMax) : "",
    emailVerified: trustsEmail || all["email_verified"] === true,
  };
}

const textOf = (claim: unknown) => (typeof claim === "string" ? claim : "");

/** ASCII alone: what lower-casing would make of another letter can be somebody else's address. */
function addressIn(claim: unknown): string {
  const isPlain = typeof claim === "string" && /^[\x21-\x7E]+$/.test(claim);
  return isPlain ? (emailAddress.safeParse(claim).data ?? "") : "";
}

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

/**
 * What the provider's claims leave to be desired: an address that it does not vouch for says
 * nothing of who this is, and a second factor is asked for where the county wants it.
 */
export function claimsProblem(oidc: Oidc | null, claims: Record<string, unknown> | undefined) {
  if (!oidc || !claims) return undefined;
  if (claims["emailVerified"] !== true) return { error: "address" };
  const isEnough = vouches(oidc.acr, claims["acr"]) && vouches(oidc.amr, claims["amr"]);
  return isEnough ? undefined : { error: "factor" };
}

function vouches(wanted: readonly string[], claim: unknown): boolean {
  const values: unknown[] = Array.isArray(claim) ? claim : [claim];
  return wanted.length === 0 || wanted.some((one) => values.includes(one));
}
