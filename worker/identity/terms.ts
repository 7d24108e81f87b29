export const sessionCookie = "__Host-etappi";

/** Ties a code to the browser that asked for it: nobody else can spend or spoil it. */
export const ceremonyCookie = "__Host-etappi-sign-in";

/** How long a session lasts at most. */
export const sessionHoursMax = 12;

/** How long a session of an administrator or a lead may lie unused, and anybody else's. */
export const idleMinutesStrong = 30;
export const idleMinutes = 240;

/** How often the last use of a session or a token is written down. */
export const usedEveryMinutes = 5;

export const SIGN_IN_METHODS = ["oidc", "code", "demo"] as const;
export type SignInMethod = (typeof SIGN_IN_METHODS)[number];

/** When a person wants to hear of what needs them. */
export const NOTICES = ["digest", "each", "none"] as const;

/** Why a sign-in came to nothing, as far as the person is told. */
export const SIGN_IN_FAILURES = ["factor", "account", "provider", "expired"] as const;
export type SignInFailure = (typeof SIGN_IN_FAILURES)[number];

export const codeLength = 8;
export const codeMinutes = 10;
export const codeTriesMax = 5;

export const emailLengthMax = 200;
export const personNameLengthMax = 120;
export const tokenNameLengthMax = 80;
export const tokensMax = 20;
export const tokenDaysMax = 365;
/** Open sessions of one person: a device or two. Many are the same person of a demonstration. */
export const sessionsMax = 50;
export const demoSessionsMax = 2000;

/** Addresses of the dashboard that one person keeps under names of their own. */
export const viewsMax = 50;
export const viewNameLengthMax = 80;
export const viewPathLengthMax = 500;

/** First parts of addresses that can be kept, beside the front page: none of them holds a secret. */
const KEPT_PAGES = [
  "projects",
  "municipalities",
  "programmes",
  "people",
  "log",
  "history",
] as const;

const secret = /[?&](?:token|code|secret|password)=/i;

/**
 * Whether text is the address of a page of the dashboard, in the form in which a browser writes
 * it: one path of its own, without an origin, a fragment, steps upwards or what opens a door.
 */
export function isKeepable(path: string): boolean {
  if (!path.startsWith("/") || /\/\/|[\\#]/.test(path) || secret.test(path)) return false;
  const place = "https://etappi.invalid";
  const url = URL.parse(path, place);
  if (url?.origin !== place || `${url.pathname}${url.search}` !== path) return false;
  const first = url.pathname.split("/")[1] ?? "";
  return first === "" || KEPT_PAGES.some((page) => page === first);
}

/** What an API token begins with, so that a scanner of leaked secrets knows it. */
export const tokenPrefix = "etappi_";

/** The roles that a demonstration lets anyone take. */
export const DEMO_PERSONS = ["lead", "contact", "steering", "funder", "admin"] as const;
export type DemoPerson = (typeof DEMO_PERSONS)[number];

/** The municipality whose contact one becomes when none is named: Tampere. */
export const demoMunicipality = "837";
