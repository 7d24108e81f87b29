import { createRoute } from "@hono/zod-openapi";
import * as z from "zod";
import { page } from "../../kernel/shapes.ts";
import {
  contextRoutes,
  ifMatch,
  json,
  jsonBody,
  keyHeader,
  listed,
  locationOf,
  pageOf,
  permits,
  readRefusals,
  versioned,
  versionHeaders,
  versionRefusals,
  writeRefusals,
  written,
} from "../../platform/http.ts";
import { changeProject, createProject } from "../commands/projects.ts";
import { ChangeProject, CreateProject, ProjectList, ProjectView } from "../contract/projects.ts";
import { RetentionView } from "../contract/retention.ts";
import { asSeenBy, listProjects, loadProject } from "../queries/projects.ts";
import { loadRetention } from "../queries/retention.ts";

const params = z.object({ project: z.string().max(60) });
const query = z.object(page);

export const projectRoutes = contextRoutes()
  .openapi(
    createRoute({
      method: "get",
      path: "/",
      ...permits("project.list"),
      tags: ["Projects"],
      summary: "The projects that the caller may see",
      request: { query },
      responses: { 200: json(ProjectList, "A page of projects"), ...readRefusals },
    }),
    async (c) => {
      const { after, limit } = pageOf(c.req.valid("query"));
      const rows = await listProjects(c.var, { after, limit: limit + 1 });
      return c.json(
        listed(rows, limit, ({ slug }) => slug),
        200,
      );
    },
  )
  .openapi(
    createRoute({
      method: "post",
      path: "/",
      ...permits("project.create"),
      tags: ["Projects"],
      summary: "Creates a project with its phases and municipalities; its creator leads it",
      request: { headers: keyHeader, body: jsonBody(CreateProject) },
      responses: { 201: json(ProjectView, "Created"), ...writeRefusals },
    }),
    async (c) => {
      const answer = await createProject(c.var, c.req.valid("json"));
      c.header("Location", locationOf(c, answer.body));
      return c.json(written(c, answer), 201);
    },
  )
  .openapi(
    createRoute({
      method: "get",
      path: "/{project}",
      ...permits("project.view"),
      tags: ["Projects"],
      summary: "One project",
      request: { params },
      responses: { 200: json(ProjectView, "The project"), ...readRefusals },
    }),
    async (c) => {
      const { hash: _hash, ...view } = await loadProject(c.var, c.req.valid("param").project);
      const seen = asSeenBy(c.var.actor, view);
      // The version is of the whole: what is left of it for some goes by what it says.
      return c.json(seen === view ? versioned(c, view) : seen, 200);
    },
  )
  .openapi(
    createRoute({
      method: "get",
      path: "/{project}/retention",
      ...permits("project.view"),
      tags: ["Projects"],
      summary: "How long what a project leaves behind is kept, and why",
      request: { params },
      responses: { 200: json(RetentionView, "Each class of what is kept"), ...readRefusals },
    }),
    async (c) => c.json(await loadRetention(c.var, c.req.valid("param").project), 200),
  )
  .openapi(
    createRoute({
      method: "patch",
      path: "/{project}",
      ...permits("project.change"),
      tags: ["Projects"],
      summary: "Changes a project; municipalities can join but not leave",
      request: { params, headers: versionHeaders, body: jsonBody(ChangeProject) },
      responses: { 200: json(ProjectView, "Changed"), ...versionRefusals },
    }),
    async (c) => {
      const { project } = c.req.valid("param");
      const answer = await changeProject(c.var, project, ifMatch(c), c.req.valid("json"));
      return c.json(written(c, answer), 200);
    },
  );
