import { createRoute } from "@hono/zod-openapi";
import * as z from "zod";
import {
  contextRoutes,
  json,
  jsonBody,
  keyHeader,
  limitRefusals,
  locationOf,
  permits,
  readRefusals,
  writeRefusals,
  written,
} from "../../platform/http.ts";
import { revokeLink, shareReport } from "../commands/links.ts";
import { CreateLink, LinkList, LinkMade } from "../contract/links.ts";
import { listLinks } from "../queries/links.ts";

const params = z.object({ project: z.string().max(60) });
const tags = ["Delivery"];

export const linkRoutes = contextRoutes()
  .openapi(
    createRoute({
      method: "get",
      path: "/{project}/links",
      ...permits("delivery.manage"),
      tags,
      summary: "The shared links of a project, newest first, and how often each was used",
      request: { params },
      responses: { 200: json(LinkList, "At most the last 200"), ...readRefusals },
    }),
    async (c) => c.json({ items: await listLinks(c.var, c.req.valid("param").project) }, 200),
  )
  .openapi(
    createRoute({
      method: "post",
      path: "/{project}/links",
      ...permits("delivery.manage"),
      tags,
      summary: "Makes a link that opens one submitted report without signing in; shown this once",
      request: { params, headers: keyHeader, body: jsonBody(CreateLink) },
      responses: { 201: json(LinkMade, "Made"), ...writeRefusals, ...limitRefusals },
    }),
    async (c) => {
      const answer = await shareReport(c.var, c.req.valid("param").project, c.req.valid("json"));
      c.header("Location", locationOf(c, answer.body));
      c.header("Cache-Control", "no-store");
      return c.json(written(c, answer), 201);
    },
  )
  .openapi(
    createRoute({
      method: "delete",
      path: "/{project}/links/{id}",
      ...permits("delivery.manage"),
      tags,
      summary: "Revokes a link: it opens nothing from now on",
      request: { params: params.extend({ id: z.string().max(60) }) },
      responses: { 204: { description: "Revoked" }, ...writeRefusals },
    }),
    async (c) => {
      const { project, id } = c.req.valid("param");
      await revokeLink(c.var, project, id);
      return c.body(null, 204);
    },
  );
