/** The address of the sign-in page itself, to which nobody wants to come back. */
export const signInPath = "/sign-in";

const key = "etappi.return-to";

/** What the service takes back from the provider; other addresses are cut to their path. */
const RETURNABLE = /^\/(?![/\\])[\w\-./?=&%]*$/;

/** Keeps the address over a sign-in elsewhere, which may fail and be tried again. */
export function keepAddress(url: string): string {
  const [path = "/"] = url.split(/[?#]/);
  if (path === signInPath) return sessionStorage.getItem(key) ?? "/";
  const address = [url, path].find((one) => RETURNABLE.test(one)) ?? "/";
  sessionStorage.setItem(key, address);
  return address;
}

/** Where to go after signing in on the sign-in page. */
export function takeAddress(): string {
  const kept = sessionStorage.getItem(key) ?? "/";
  sessionStorage.removeItem(key);
  return kept;
}
