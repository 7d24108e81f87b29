import type { Context } from "hono";
import { getCookie } from "hono/cookie";
import { createMiddleware } from "hono/factory";
import { matchedRoutes } from "hono/route";
import { digest } from "../kernel/digest.ts";
import type { Actor } from "../kernel/permissions.ts";
import { Refusal } from "../kernel/refusal.ts";
import type { AppEnv } from "../platform/env.ts";
import { countTowards } from "../platform/limits.ts";
import { neighbourhoodOf } from "../platform/network.ts";
import { touchSession, touchToken } from "./commands/sessions.ts";
import { logRefusal } from "./commands/uses.ts";
import { findActor, findTokenActor } from "./queries/actors.ts";
import { sessionCookie } from "./terms.ts";

/** Nobody: what a stranger acts as on the few routes that are open. */
export const STRANGER: Actor = { id: "", admin: false, memberships: [] };

/**
 * Puts who asks on the request: the owner of the API token, else the person of the session, else a
 * stranger. A token that is not known is refused and never overlooked, so that nobody acts as
 * another than they meant; and a cookie that comes twice is nobody's.
 */
export const session = createMiddleware<AppEnv>(async (c, next) => {
  c.set("actor", (await byToken(c)) ?? (await byCookie(c)) ?? STRANGER);
  await next();
});

async function byToken(c: Context<AppEnv>): Promise<Actor | null> {
  const header = c.req.header("authorization");
  if (header === undefined) return null;
  const { db, now, address } = c.var;
  const token = header.match(/^Bearer ([\w-]{1,200})$/i)?.[1];
  const found = token === undefined ? null : await findTokenActor(db, token, now);
  if (!found) {
    await countTowards(c.var, "tokenRefused", neighbourhoodOf(address));
    throw new Refusal("signed_out", (say) => say.tokenUnknown());
  }
  c.set("guard", found.guard);
  c.set("tokenId", found.id);
  if (found.isWorn) await touchToken(db, found.id, now);
  return found.actor;
}

async function byCookie(c: Context<AppEnv>): Promise<Actor | null> {
  const token = getCookie(c, sessionCookie);
  if (token === undefined || isGivenTwice(c.req.header("cookie") ?? "")) return null;
  const { db, now, settings } = c.var;
  const isProviderRequired = settings.oidc?.requiredForLeads === true;
  const found = await findActor(db, { token, now, isProviderRequired });
  if (!found) return null;
  if (found.isWorn) await touchSession(db, await digest(token), now);
  c.set("sessionId", found.sessionId);
  c.set("guard", found.guard);
  return found.actor;
}

const isGivenTwice = (cookies: string) =>
  cookies.split(";").filter((one) => one.split("=")[0]?.trim() === sessionCookie).length > 1;

/** Refuses strangers. */
export const signedIn = createMiddleware<AppEnv>(async (c, next) => {
  if (c.var.actor === STRANGER) throw new Refusal("signed_out", (say) => say.signedOut());
  await next();
});

/** Logs that somebody reached for what their role does not give them, or too often. */
export const refusedLog = createMiddleware<AppEnv>(async (c, next) => {
  c.set("actor", STRANGER);
  await next();
  if (c.error instanceof Refusal && c.var.actor !== STRANGER) {
    // The pattern and not the path: what somebody typed there may be anything.
    const { path = "" } = matchedRoutes(c).at(-1) ?? {};
    await logRefusal(c.var, c.error, {
      method: c.req.method,
      path,
      project: projectIn(c.req.path),
    });
  }
});

const projectIn = (path: string) =>
  path.match(/^\/api\/projects\/([a-z0-9]+(?:-[a-z0-9]+)*)(?:\/|$)/)?.[1]?.slice(0, 60) ?? null;
