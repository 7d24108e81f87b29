import { createRoute } from "@hono/zod-openapi";
import * as z from "zod";
import { page } from "../../kernel/shapes.ts";
import {
  contextRoutes,
  json,
  listed,
  openReadRefusals,
  pageOf,
  permits,
  readRefusals,
} from "../../platform/http.ts";
import { PublicProject, PublicProjectList } from "../contract.ts";
import { listPublicProjects, loadPublicProject } from "../queries.ts";
import { publicAgeMax } from "../terms.ts";

const params = z.object({ project: z.string().max(60) });
const publicly = `public, max-age=${publicAgeMax}`;

/** What anybody may read, as JSON: the same as the public pages. */
export const openRoutes = contextRoutes()
  .openapi(
    createRoute({
      method: "get",
      path: "/",
      ...permits("open"),
      tags: ["Publishing"],
      summary: "The projects that are public",
      request: { query: z.object(page) },
      responses: { 200: json(PublicProjectList, "A page of projects"), ...openReadRefusals },
    }),
    async (c) => {
      const { after, limit } = pageOf(c.req.valid("query"));
      const rows = await listPublicProjects(c.var, { after, limit: limit + 1 });
      c.header("Cache-Control", publicly);
      return c.json(
        listed(rows, limit, ({ slug }) => slug),
        200,
      );
    },
  )
  .openapi(
    createRoute({
      method: "get",
      path: "/{project}",
      ...permits("open"),
      tags: ["Publishing"],
      summary: "What a project has chosen to publish; what is not public is not found",
      request: { params },
      responses: {
        200: json(PublicProject, "The project"),
        ...openReadRefusals,
        404: readRefusals[404],
      },
    }),
    async (c) => {
      const view = await loadPublicProject(c.var, c.req.valid("param").project);
      c.header("Cache-Control", publicly);
      return c.json(view, 200);
    },
  );
