import { createRoute } from "@hono/zod-openapi";
import * as z from "zod";
import {
  contextRoutes,
  ifMatch,
  json,
  jsonBody,
  keyHeader,
  limitRefusals,
  locationOf,
  matchHeader,
  permits,
  readRefusals,
  versionHeaders,
  versionRefusals,
  writeRefusals,
  written,
} from "../../platform/http.ts";
import { changeView, forgetView, saveView } from "../commands/views.ts";
import { ChangeView, CreateView, SavedView, SavedViews } from "../contract/views.ts";
import { listViews } from "../queries/views.ts";
import { notKept } from "./account.ts";

const params = z.object({ id: z.string().max(60) });

const routes = contextRoutes();
routes.use(notKept);

/** Addresses of the dashboard that one keeps for oneself. */
export const viewRoutes = routes
  .openapi(
    createRoute({
      method: "get",
      path: "/",
      ...permits("account.manage"),
      tags: ["Account"],
      summary: "The views that one has saved, by name",
      responses: { 200: json(SavedViews, "All of them, at most 50"), ...readRefusals },
    }),
    async (c) => c.json({ items: await listViews(c.var) }, 200),
  )
  .openapi(
    createRoute({
      method: "post",
      path: "/",
      ...permits("account.manage"),
      tags: ["Account"],
      summary: "Saves the address of a page of the dashboard under a name",
      request: { headers: keyHeader, body: jsonBody(CreateView) },
      responses: { 201: json(SavedView, "Saved"), ...writeRefusals, ...limitRefusals },
    }),
    async (c) => {
      const answer = await saveView(c.var, c.req.valid("json"));
      c.header("Location", locationOf(c, answer.body));
      return c.json(written(c, answer), 201);
    },
  )
  .openapi(
    createRoute({
      method: "patch",
      path: "/{id}",
      ...permits("account.manage"),
      tags: ["Account"],
      summary: "Renames a view, or lets it lead elsewhere",
      request: { params, headers: versionHeaders, body: jsonBody(ChangeView) },
      responses: { 200: json(SavedView, "Changed"), ...versionRefusals, ...limitRefusals },
    }),
    async (c) => {
      const { id } = c.req.valid("param");
      return c.json(written(c, await changeView(c.var, id, ifMatch(c), c.req.valid("json"))), 200);
    },
  )
  .openapi(
    createRoute({
      method: "delete",
      path: "/{id}",
      ...permits("account.manage"),
      tags: ["Account"],
      summary: "Forgets a view",
      request: { params, headers: matchHeader },
      responses: { 204: { description: "Forgotten" }, ...versionRefusals },
    }),
    async (c) => {
      await forgetView(c.var, c.req.valid("param").id, ifMatch(c));
      return c.body(null, 204);
    },
  );
