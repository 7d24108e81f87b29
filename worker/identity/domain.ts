import { minutesAfter } from "../kernel/instant.ts";
import type { Actor } from "../kernel/permissions.ts";
import { idleMinutes, idleMinutesStrong, type SignInMethod, usedEveryMinutes } from "./terms.ts";

type Session = {
  readonly method: SignInMethod;
  readonly usedAt: string;
  readonly expiresAt: string;
};

/**
 * Whether a session is still open: not over its end, and not unused for too long. What an
 * administrator or a lead could do with it is more, so theirs may lie for 30 minutes and the others'
 * for four hours, as long as a meeting; the roles of a demonstration protect nothing.
 */
export function isAlive(
  { method, usedAt, expiresAt }: Session,
  actor: Actor,
  now: string,
): boolean {
  if (expiresAt <= now) return false;
  if (method === "demo") return true;
  const strong = actor.admin || actor.memberships.some(({ role }) => role === "lead");
  return minutesAfter(usedAt, strong ? idleMinutesStrong : idleMinutes) > now;
}

/**
 * Who signed in without the second factor that the county's provider asks for, where the county
 * wants it: neither administrator nor lead (ASVS 5.0, 6.3.3). Their other roles stay.
 */
export function weakened(actor: Actor): Actor {
  const memberships = actor.memberships.filter(({ role }) => role !== "lead");
  const isLess = actor.admin || memberships.length < actor.memberships.length;
  return isLess ? { ...actor, admin: false, memberships, isWeakened: true } : actor;
}

/** Whether the last use is worth writing down again. */
export function isWornDown(usedAt: string | null, now: string): boolean {
  return usedAt === null || minutesAfter(usedAt, usedEveryMinutes) <= now;
}

const browsers = [
  ["Edge", /\bEdgA?\//],
  ["Opera", /\bOPR\//],
  ["Samsung Internet", /\bSamsungBrowser\//],
  ["Firefox", /\b(Firefox|FxiOS)\//],
  ["Chrome", /\b(Chrome|CriOS)\//],
  ["Safari", /\bSafari\//],
] as const;
const systems = [
  ["iOS", /\b(iPhone|iPad)\b/],
  ["Android", /\bAndroid\b/],
  ["Windows", /\bWindows\b/],
  ["macOS", /\bMac OS X\b/],
  ["Linux", /\bLinux\b/],
] as const;

/** What a person needs to know a session by, `Firefox, Windows`: no versions, no models. */
export function deviceOf(userAgent: string): string {
  const first = (known: readonly (readonly [string, RegExp])[]) =>
    known.find(([, mark]) => mark.test(userAgent))?.[0];
  return [first(browsers), first(systems)].filter((part) => part !== undefined).join(", ");
}
