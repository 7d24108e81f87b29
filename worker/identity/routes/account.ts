import { createRoute } from "@hono/zod-openapi";
import { createMiddleware } from "hono/factory";
import * as z from "zod";
import type { AppEnv } from "../../platform/env.ts";
import {
  contextRoutes,
  ifMatch,
  json,
  jsonBody,
  keyHeader,
  limitRefusals,
  locationOf,
  permits,
  readRefusals,
  versionHeaders,
  versionRefusals,
  writeRefusals,
  written,
} from "../../platform/http.ts";
import { changeAccount } from "../commands/account.ts";
import { endOtherSessions, endSession } from "../commands/sessions.ts";
import { createToken, revokeToken } from "../commands/tokens.ts";
import {
  AccountView,
  ChangeAccount,
  CreateToken,
  TokenCreated,
  TokenList,
} from "../contract/account.ts";
import { OwnSessions } from "../contract/session.ts";
import { listSessions, listTokens, loadAccount } from "../queries/account.ts";

const params = z.object({ id: z.string().max(60) });

/** What two people are told here differs, and its version may not: nothing of it is kept. */
export const notKept = createMiddleware<AppEnv>(async (c, next) => {
  c.header("Cache-Control", "no-store");
  await next();
});

const routes = contextRoutes();
routes.use(notKept);

export const accountRoutes = routes
  .openapi(
    createRoute({
      method: "get",
      path: "/",
      ...permits("account.manage"),
      tags: ["Account"],
      summary: "One's own work contact and roles",
      responses: { 200: json(AccountView, "The account"), ...readRefusals },
    }),
    async (c) => c.json(await loadAccount(c.var), 200),
  )
  .openapi(
    createRoute({
      method: "patch",
      path: "/",
      ...permits("account.manage"),
      tags: ["Account"],
      summary: "Changes one's own work contact",
      request: { headers: versionHeaders, body: jsonBody(ChangeAccount) },
      responses: { 200: json(AccountView, "Changed"), ...versionRefusals, ...limitRefusals },
    }),
    async (c) =>
      c.json(written(c, await changeAccount(c.var, ifMatch(c), c.req.valid("json"))), 200),
  )
  .openapi(
    createRoute({
      method: "get",
      path: "/sessions",
      ...permits("account.manage"),
      tags: ["Account"],
      summary: "One's own open sessions",
      responses: { 200: json(OwnSessions, "Newest first"), ...readRefusals },
    }),
    async (c) => {
      const sessions = await listSessions(c.var);
      const items = sessions.map((one) => ({ ...one, current: one.id === c.var.sessionId }));
      return c.json({ items }, 200);
    },
  )
  .openapi(
    createRoute({
      method: "delete",
      path: "/sessions",
      ...permits("account.manage"),
      tags: ["Account"],
      summary: "Ends all of one's own sessions but this one",
      responses: { 204: { description: "Ended" }, ...writeRefusals },
    }),
    async (c) => {
      await endOtherSessions(c.var);
      return c.body(null, 204);
    },
  )
  .openapi(
    createRoute({
      method: "delete",
      path: "/sessions/{id}",
      ...permits("account.manage"),
      tags: ["Account"],
      summary: "Ends one of one's own sessions",
      request: { params },
      responses: { 204: { description: "Ended" }, ...writeRefusals },
    }),
    async (c) => {
      await endSession(c.var, c.req.valid("param").id);
      return c.body(null, 204);
    },
  )
  .openapi(
    createRoute({
      method: "get",
      path: "/tokens",
      ...permits("account.manage"),
      tags: ["Account"],
      summary: "One's own API tokens, without the tokens themselves",
      responses: { 200: json(TokenList, "Newest first"), ...readRefusals },
    }),
    async (c) => c.json({ items: await listTokens(c.var) }, 200),
  )
  .openapi(
    createRoute({
      method: "post",
      path: "/tokens",
      ...permits("token.create"),
      tags: ["Account"],
      summary: "Makes an API token; it is shown this once",
      request: { headers: keyHeader, body: jsonBody(CreateToken) },
      responses: { 201: json(TokenCreated, "Made"), ...writeRefusals, ...limitRefusals },
    }),
    async (c) => {
      const answer = await createToken(c.var, c.req.valid("json"));
      c.header("Location", locationOf(c, answer.body));
      c.header("Cache-Control", "no-store");
      return c.json(written(c, answer), 201);
    },
  )
  .openapi(
    createRoute({
      method: "delete",
      path: "/tokens/{id}",
      ...permits("account.manage"),
      tags: ["Account"],
      summary: "Revokes one of one's own API tokens",
      request: { params },
      responses: { 204: { description: "Revoked" }, ...writeRefusals },
    }),
    async (c) => {
      await revokeToken(c.var, c.req.valid("param").id);
      return c.body(null, 204);
    },
  );
