import { createRoute } from "@hono/zod-openapi";
import * as z from "zod";
import {
  contextRoutes,
  ifMatch,
  json,
  jsonBody,
  permits,
  readRefusals,
  versioned,
  versionHeaders,
  versionRefusals,
  written,
} from "../../platform/http.ts";
import { changePublication } from "../commands.ts";
import { ChangePublication, PublicationView } from "../contract.ts";
import { loadPublication } from "../queries.ts";

const params = z.object({ project: z.string().max(60) });

export const publicationRoutes = contextRoutes()
  .openapi(
    createRoute({
      method: "get",
      path: "/{project}/publication",
      ...permits("progress.view"),
      tags: ["Publishing"],
      summary: "Whether a project has a public page, and what it shows",
      request: { params },
      responses: { 200: json(PublicationView, "The choice"), ...readRefusals },
    }),
    async (c) => {
      const view = await loadPublication(c.var, c.req.valid("param").project);
      return c.json(versioned(c, view), 200);
    },
  )
  .openapi(
    createRoute({
      method: "patch",
      path: "/{project}/publication",
      ...permits("publication.manage"),
      tags: ["Publishing"],
      summary: "Publishes a project, chooses what its page shows, or takes the page down at once",
      request: { params, headers: versionHeaders, body: jsonBody(ChangePublication) },
      responses: { 200: json(PublicationView, "Chosen"), ...versionRefusals },
    }),
    async (c) => {
      const { project } = c.req.valid("param");
      const change = c.req.valid("json");
      return c.json(written(c, await changePublication(c.var, project, ifMatch(c), change)), 200);
    },
  );
