import { createRoute } from "@hono/zod-openapi";
import type { Context } from "hono";
import { deleteCookie, getCookie, setCookie } from "hono/cookie";
import { createMiddleware } from "hono/factory";
import * as z from "zod";
import { notFound } from "../../kernel/refusal.ts";
import type { AppEnv } from "../../platform/env.ts";
import {
  contextRoutes,
  json,
  jsonBody,
  limitRefusals,
  openReadRefusals,
  openWriteRefusals,
  permits,
  readRefusals,
} from "../../platform/http.ts";
import { listDemoLetters } from "../../platform/mail.ts";
import { randomToken } from "../../platform/secrets.ts";
import {
  beginSignIn,
  type Browser,
  closeSession,
  finishSignIn,
  openDemoSession,
  sendCode,
  signInWithCode,
} from "../commands/sessions.ts";
import {
  AskCode,
  BeginSignIn,
  CheckCode,
  DemoLetters,
  OpenDemoSession,
  SessionView,
  SignInBegun,
} from "../contract/session.ts";
import { findPerson } from "../queries/people.ts";
import { STRANGER } from "../session.ts";
import { ceremonyCookie, codeMinutes, sessionCookie, sessionHoursMax } from "../terms.ts";

/** Everywhere else the route is not there, whatever it is sent. */
const demonstrationOnly = createMiddleware<AppEnv>(async (c, next) => {
  if (!c.var.settings.demonstration) throw notFound();
  await next();
});

const hostCookie = { path: "/", secure: true, httpOnly: true, sameSite: "Lax" } as const;

function letIn(c: Context<AppEnv>, token: string): void {
  setCookie(c, sessionCookie, token, { ...hostCookie, maxAge: sessionHoursMax * 3600 });
  deleteCookie(c, ceremonyCookie, { path: "/", secure: true });
}

/** The browser that asks. Without its secret, no code was asked for from here. */
function browserOf(c: Context<AppEnv>): Browser {
  const secret = getCookie(c, ceremonyCookie) ?? "";
  return { secret, userAgent: c.req.header("user-agent") ?? "" };
}

export const sessionRoutes = contextRoutes()
  .openapi(
    createRoute({
      method: "get",
      path: "/session",
      ...permits("open"),
      tags: ["Session"],
      summary: "Who is signed in, what they may do, and how one can sign in",
      responses: {
        200: json(SessionView, "The session; `actor` is null for a stranger"),
        ...openReadRefusals,
        401: readRefusals[401],
      },
    }),
    async (c) => {
      const { actor, db, settings, mailer } = c.var;
      const person = actor === STRANGER ? null : await findPerson(db, actor.id);
      const { oidc, demonstration, authSecret } = settings;
      const memberships = actor.memberships.map(({ project, role, municipalities, deputyFor }) => ({
        project,
        role,
        municipalities: [...municipalities],
        deputyFor: [...deputyFor],
      }));
      const { name = "", language = "fi" } = person ?? {};
      return c.json(
        {
          demonstration,
          actor: person && { ...actor, name, language, memberships },
          methods: {
            oidc: oidc && authSecret !== null ? { name: oidc.name } : null,
            code: mailer !== null && authSecret !== null,
          },
        },
        200,
      );
    },
  )
  .openapi(
    createRoute({
      method: "delete",
      path: "/session",
      ...permits("open"),
      tags: ["Session"],
      summary: "Signs out",
      responses: {
        204: { description: "Signed out" },
        ...openWriteRefusals,
        401: readRefusals[401],
      },
    }),
    async (c) => {
      await closeSession(c.var);
      deleteCookie(c, sessionCookie, { path: "/", secure: true });
      c.header("Clear-Site-Data", '"cache", "cookies"');
      return c.body(null, 204);
    },
  )
  .openapi(
    createRoute({
      method: "post",
      path: "/sign-in/code",
      ...permits("open"),
      tags: ["Session"],
      summary: "Mails a one-time code; the answer does not tell whether the address is known",
      request: { body: jsonBody(AskCode) },
      responses: {
        204: { description: "Mailed, for this browser alone" },
        ...openWriteRefusals,
        ...limitRefusals,
        401: readRefusals[401],
      },
    }),
    async (c) => {
      const browser = { ...browserOf(c), secret: randomToken() };
      await sendCode(c.var, c.req.valid("json"), browser);
      setCookie(c, ceremonyCookie, browser.secret, { ...hostCookie, maxAge: codeMinutes * 60 });
      return c.body(null, 204);
    },
  )
  .openapi(
    createRoute({
      method: "post",
      path: "/sign-in/code/check",
      ...permits("open"),
      tags: ["Session"],
      summary: "Signs in with the code, in the browser that asked for it",
      request: { body: jsonBody(CheckCode) },
      responses: {
        204: { description: "Signed in by cookie" },
        ...openWriteRefusals,
        ...limitRefusals,
        401: readRefusals[401],
      },
    }),
    async (c) => {
      letIn(c, await signInWithCode(c.var, c.req.valid("json"), browserOf(c)));
      return c.body(null, 204);
    },
  )
  .openapi(
    createRoute({
      method: "post",
      path: "/sign-in/oidc",
      ...permits("open"),
      tags: ["Session"],
      summary: "Begins a sign-in with the county's OpenID Connect provider",
      request: { body: jsonBody(BeginSignIn) },
      responses: {
        200: json(SignInBegun, "Where the browser goes"),
        ...openWriteRefusals,
        ...limitRefusals,
        401: readRefusals[401],
        404: readRefusals[404],
      },
    }),
    async (c) => {
      const { returnTo } = c.req.valid("json");
      const { url, cookies } = await beginSignIn(c.var, returnTo, browserOf(c));
      for (const cookie of cookies) c.header("Set-Cookie", cookie, { append: true });
      c.header("Cache-Control", "no-store");
      return c.json({ url }, 200);
    },
  )
  .openapi(
    createRoute({
      method: "get",
      path: "/sign-in/callback/oidc",
      ...permits("open"),
      tags: ["Session"],
      summary: "Where the provider sends the browser back; signs in, or says why not",
      request: {
        query: z.looseObject({
          code: z.string().max(4000).optional(),
          state: z.string().max(500).optional(),
          error: z.string().max(500).optional(),
        }),
      },
      responses: {
        302: { description: "To the page where signing in began, or to the sign-in page" },
        ...openReadRefusals,
        ...limitRefusals,
        401: readRefusals[401],
        404: readRefusals[404],
      },
    }),
    async (c) => {
      const { token, returnTo, failure, cookies } = await finishSignIn(
        c.var,
        c.req.raw,
        browserOf(c),
      );
      for (const cookie of cookies) c.header("Set-Cookie", cookie, { append: true });
      c.header("Cache-Control", "no-store");
      if (token === null) return c.redirect(`/sign-in?failure=${failure}`, 302);
      letIn(c, token);
      return c.redirect(returnTo, 302);
    },
  )
  .openapi(
    createRoute({
      method: "post",
      path: "/demo/session",
      ...permits("open"),
      tags: ["Demonstration"],
      summary: "Signs in as a seeded role; only where the deployment is a demonstration",
      middleware: demonstrationOnly,
      request: { body: jsonBody(OpenDemoSession) },
      responses: {
        204: { description: "Signed in by cookie" },
        ...openWriteRefusals,
        401: readRefusals[401],
        404: readRefusals[404],
      },
    }),
    async (c) => {
      letIn(c, await openDemoSession(c.var, c.req.valid("json"), browserOf(c)));
      return c.body(null, 204);
    },
  )
  .openapi(
    createRoute({
      method: "get",
      path: "/demo/letters",
      ...permits("open"),
      tags: ["Demonstration"],
      summary: "The letters that a demonstration does not send, newest first",
      middleware: demonstrationOnly,
      responses: {
        200: json(DemoLetters, "At most the last fifty"),
        ...openReadRefusals,
        401: readRefusals[401],
        404: readRefusals[404],
      },
    }),
    async (c) => c.json({ items: await listDemoLetters(c.var.db) }, 200),
  );
