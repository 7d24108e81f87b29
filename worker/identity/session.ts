import { getCookie } from "hono/cookie";
import { createMiddleware } from "hono/factory";
import type { Actor } from "../kernel/permissions.ts";
import { Refusal } from "../kernel/refusal.ts";
import type { AppEnv } from "../platform/env.ts";
import { findActor } from "./queries.ts";
import { sessionCookie } from "./terms.ts";

/** Nobody: what a stranger acts as on the few routes that are open. */
export const STRANGER: Actor = { id: "", admin: false, memberships: [] };

/** Puts who asks on the request: the person of the session, or a stranger. */
export const session = createMiddleware<AppEnv>(async (c, next) => {
  const token = getCookie(c, sessionCookie);
  const actor = token === undefined ? null : await findActor(c.var.db, token, c.var.now);
  c.set("actor", actor ?? STRANGER);
  await next();
});

/** Refuses strangers. */
export const signedIn = createMiddleware<AppEnv>(async (c, next) => {
  if (c.var.actor === STRANGER) throw new Refusal("signed_out", (say) => say.signedOut());
  await next();
});
