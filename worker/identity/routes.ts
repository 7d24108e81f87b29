import { createRoute } from "@hono/zod-openapi";
import { deleteCookie, getCookie, setCookie } from "hono/cookie";
import { createMiddleware } from "hono/factory";
import { notFound } from "../kernel/refusal.ts";
import type { AppEnv } from "../platform/env.ts";
import {
  contextRoutes,
  json,
  jsonBody,
  openReadRefusals,
  openWriteRefusals,
  readRefusals,
} from "../platform/http.ts";
import { closeSession, openDemoSession } from "./commands.ts";
import { OpenDemoSession, SessionView } from "./contract.ts";
import { STRANGER } from "./session.ts";
import { sessionCookie, sessionHoursMax } from "./terms.ts";

const isDemonstration = ({ DEPLOYMENT }: Env) => DEPLOYMENT === "demonstration";

/** Everywhere else the route is not there, whatever it is sent. */
const demonstrationOnly = createMiddleware<AppEnv>(async (c, next) => {
  if (!isDemonstration(c.env)) throw notFound();
  await next();
});

export const identityRoutes = contextRoutes()
  .openapi(
    createRoute({
      method: "get",
      path: "/session",
      tags: ["Session"],
      summary: "Who is signed in, and what they may do",
      responses: {
        200: json(SessionView, "The session; `actor` is null for a stranger"),
        ...openReadRefusals,
      },
    }),
    (c) => {
      const { id, admin, memberships } = c.var.actor;
      const actor = {
        id,
        admin,
        memberships: memberships.map((held) => ({
          ...held,
          municipalities: [...held.municipalities],
        })),
      };
      return c.json(
        {
          demonstration: isDemonstration(c.env),
          actor: c.var.actor === STRANGER ? null : actor,
        },
        200,
      );
    },
  )
  .openapi(
    createRoute({
      method: "delete",
      path: "/session",
      tags: ["Session"],
      summary: "Signs out",
      responses: { 204: { description: "Signed out" }, ...openWriteRefusals },
    }),
    async (c) => {
      const token = getCookie(c, sessionCookie);
      if (token !== undefined) await closeSession(c.var, token);
      deleteCookie(c, sessionCookie, { path: "/", secure: true });
      return c.body(null, 204);
    },
  )
  .openapi(
    createRoute({
      method: "post",
      path: "/demo/session",
      tags: ["Session"],
      summary: "Signs in as a seeded role; only where the deployment is a demonstration",
      middleware: demonstrationOnly,
      request: { body: jsonBody(OpenDemoSession) },
      responses: {
        204: { description: "Signed in by cookie" },
        ...openWriteRefusals,
        404: readRefusals[404],
      },
    }),
    async (c) => {
      const token = await openDemoSession(c.var, c.req.valid("json"));
      setCookie(c, sessionCookie, token, {
        path: "/",
        secure: true,
        httpOnly: true,
        sameSite: "Lax",
        maxAge: sessionHoursMax * 3600,
      });
      return c.body(null, 204);
    },
  );
