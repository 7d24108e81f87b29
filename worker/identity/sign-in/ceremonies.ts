import { refuseProblems } from "../../kernel/refusal.ts";
import type { SignInFailure } from "../terms.ts";
import { begin, type Ceremony, unavailable } from "./auth.ts";
import { provider } from "./provider.ts";

/** Sends a code to an address. What is answered does not tell whether somebody has it. */
export async function askCode(ceremony: Ceremony, email: string): Promise<void> {
  const { auth } = await begin(ceremony);
  await auth.api.sendVerificationOTP({ body: { email, type: "sign-in" } });
}

/** The pseudonym of who has this code. Refuses with `invalid`, whatever is wrong with it. */
export async function personOfCode(
  ceremony: Ceremony,
  { email, code }: { readonly email: string; readonly code: string },
): Promise<string> {
  const { auth, signedIn } = await begin(ceremony);
  await auth.api.signInEmailOTP({ body: { email, otp: code } }).catch(unlessRefused);
  const person = signedIn();
  if (person === null) {
    refuseProblems([{ path: "code", message: (say) => say.codeWrong() }]);
    throw unavailable();
  }
  return person;
}

/** The library refuses with errors that carry a status; anything else is a bug or an outage. */
function unlessRefused(error: unknown): null {
  if (error instanceof Error && "statusCode" in error && Number(error.statusCode) < 500)
    return null;
  throw error;
}

/** Where the browser goes to sign in with the provider, and the cookies that go with it. */
export async function beginWithProvider(ceremony: Ceremony, returnTo: string) {
  const { auth } = await begin(ceremony);
  const { headers, response } = await auth.api
    .signInSocial({
      body: {
        provider,
        callbackURL: returnTo,
        errorCallbackURL: "/sign-in",
        disableRedirect: true,
      },
      returnHeaders: true,
    })
    .catch((error: unknown) => {
      unlessRefused(error);
      throw unavailable();
    });
  if (response.url === undefined) throw unavailable();
  return { url: response.url, cookies: cookiesOf(headers) };
}

/** What came of a sign-in with the provider: a person, or why there is none. */
export async function finishWithProvider(ceremony: Ceremony, request: Request) {
  const { auth, signedIn } = await begin(ceremony);
  const answer = await auth.handler(request);
  const person = signedIn();
  const place = new URL(answer.headers.get("location") ?? "/", ceremony.settings.origin);
  const own = place.origin === ceremony.settings.origin;
  return {
    person,
    // Two slashes at the beginning would name another host.
    returnTo:
      own && person !== null && !place.pathname.startsWith("//")
        ? `${place.pathname}${place.search}`
        : "/",
    failure: person === null ? failureOf(place.searchParams.get("error")) : null,
    cookies: cookiesOf(answer.headers),
  };
}

function failureOf(error: string | null): SignInFailure {
  const known: Readonly<Record<string, SignInFailure>> = {
    factor: "factor",
    address: "account",
    account_not_linked: "account",
    email_not_found: "account",
    state_mismatch: "expired",
    state_not_found: "expired",
    access_denied: "expired",
  };
  return (error !== null && known[error]) || "provider";
}

/** The library's cookies, but for the session that is not wanted. */
const cookiesOf = (headers: Headers): string[] =>
  headers.getSetCookie().filter((cookie) => cookie.startsWith("__Host-"));
