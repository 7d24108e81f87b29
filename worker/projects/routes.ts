import { createRoute } from "@hono/zod-openapi";
import * as z from "zod";
import { page } from "../kernel/shapes.ts";
import {
  contextRoutes,
  ifMatch,
  json,
  jsonBody,
  keyHeader,
  listed,
  pageOf,
  readRefusals,
  versioned,
  versionHeaders,
  versionRefusals,
  writeRefusals,
  written,
} from "../platform/http.ts";
import { addMilestone, changeMilestone } from "./commands/milestones.ts";
import { changeProgramme, createProgramme } from "./commands/programmes.ts";
import { changeProject, createProject } from "./commands/projects.ts";
import {
  ChangeMilestone,
  ChangeProgramme,
  ChangeProject,
  CreateMilestone,
  CreateProgramme,
  CreateProject,
  MilestoneList,
  MilestoneView,
  ProgrammeList,
  ProgrammeView,
  ProjectList,
  ProjectView,
} from "./contract.ts";
import {
  listMilestones,
  listProgrammes,
  listProjects,
  loadMilestone,
  loadProgramme,
  loadProject,
} from "./queries.ts";

const query = z.object(page);
const programmeParams = z.object({ programme: z.string().max(60) });
const projectParams = z.object({ project: z.string().max(60) });
const milestoneParams = z.object({
  project: z.string().max(60),
  number: z.string().regex(/^[1-9]\d{0,3}$/),
});
const shown = <View extends { hash: string }>({ hash: _hash, ...view }: View) => view;

export const programmeRoutes = contextRoutes()
  .openapi(
    createRoute({
      method: "get",
      path: "/",
      tags: ["Programmes"],
      summary: "The programmes that fund projects",
      request: { query },
      responses: { 200: json(ProgrammeList, "A page of programmes"), ...readRefusals },
    }),
    async (c) => {
      const { after, limit } = pageOf(c.req.valid("query"));
      const rows = await listProgrammes(c.var, { after, limit: limit + 1 });
      return c.json(listed(rows, limit, ({ slug }) => slug), 200);
    },
  )
  .openapi(
    createRoute({
      method: "post",
      path: "/",
      tags: ["Programmes"],
      summary: "Creates a programme",
      request: { headers: keyHeader, body: jsonBody(CreateProgramme) },
      responses: { 201: json(ProgrammeView, "Created"), ...writeRefusals },
    }),
    async (c) => {
      const answer = await createProgramme(c.var, c.req.valid("json"));
      c.header("Location", `/api/programmes/${answer.body.slug}`);
      return c.json(written(c, answer), 201);
    },
  )
  .openapi(
    createRoute({
      method: "get",
      path: "/{programme}",
      tags: ["Programmes"],
      summary: "One programme: funder, visibility text, report calendar, retention",
      request: { params: programmeParams },
      responses: { 200: json(ProgrammeView, "The programme"), ...readRefusals },
    }),
    async (c) => {
      const found = await loadProgramme(c.var, c.req.valid("param").programme);
      return c.json(versioned(c, shown(found)), 200);
    },
  )
  .openapi(
    createRoute({
      method: "patch",
      path: "/{programme}",
      tags: ["Programmes"],
      summary: "Changes a programme",
      request: {
        params: programmeParams,
        headers: versionHeaders,
        body: jsonBody(ChangeProgramme),
      },
      responses: { 200: json(ProgrammeView, "Changed"), ...versionRefusals },
    }),
    async (c) => {
      const { programme } = c.req.valid("param");
      const answer = await changeProgramme(c.var, programme, ifMatch(c), c.req.valid("json"));
      return c.json(written(c, answer), 200);
    },
  );

export const projectRoutes = contextRoutes()
  .openapi(
    createRoute({
      method: "get",
      path: "/",
      tags: ["Projects"],
      summary: "The projects that the caller may see",
      request: { query },
      responses: { 200: json(ProjectList, "A page of projects"), ...readRefusals },
    }),
    async (c) => {
      const { after, limit } = pageOf(c.req.valid("query"));
      const rows = await listProjects(c.var, { after, limit: limit + 1 });
      return c.json(listed(rows, limit, ({ slug }) => slug), 200);
    },
  )
  .openapi(
    createRoute({
      method: "post",
      path: "/",
      tags: ["Projects"],
      summary: "Creates a project with its phases and municipalities; its creator leads it",
      request: { headers: keyHeader, body: jsonBody(CreateProject) },
      responses: { 201: json(ProjectView, "Created"), ...writeRefusals },
    }),
    async (c) => {
      const answer = await createProject(c.var, c.req.valid("json"));
      c.header("Location", `/api/projects/${answer.body.slug}`);
      return c.json(written(c, answer), 201);
    },
  )
  .openapi(
    createRoute({
      method: "get",
      path: "/{project}",
      tags: ["Projects"],
      summary: "One project",
      request: { params: projectParams },
      responses: { 200: json(ProjectView, "The project"), ...readRefusals },
    }),
    async (c) => {
      const found = await loadProject(c.var, c.req.valid("param").project);
      return c.json(versioned(c, shown(found)), 200);
    },
  )
  .openapi(
    createRoute({
      method: "patch",
      path: "/{project}",
      tags: ["Projects"],
      summary: "Changes a project; municipalities can join but not leave",
      request: { params: projectParams, headers: versionHeaders, body: jsonBody(ChangeProject) },
      responses: { 200: json(ProjectView, "Changed"), ...versionRefusals },
    }),
    async (c) => {
      const { project } = c.req.valid("param");
      const answer = await changeProject(c.var, project, ifMatch(c), c.req.valid("json"));
      return c.json(written(c, answer), 200);
    },
  )
  .openapi(
    createRoute({
      method: "get",
      path: "/{project}/milestones",
      tags: ["Plan"],
      summary: "The plan: milestones and targets by number",
      request: { params: projectParams, query },
      responses: { 200: json(MilestoneList, "A page of milestones"), ...readRefusals },
    }),
    async (c) => {
      const { after, limit } = pageOf(c.req.valid("query"));
      const page = { after: Number(after) || 0, limit: limit + 1 };
      const rows = await listMilestones(c.var, c.req.valid("param").project, page);
      return c.json(listed(rows, limit, ({ number }) => String(number)), 200);
    },
  )
  .openapi(
    createRoute({
      method: "post",
      path: "/{project}/milestones",
      tags: ["Plan"],
      summary: "Adds a milestone or target; it gets the next number",
      request: { params: projectParams, headers: keyHeader, body: jsonBody(CreateMilestone) },
      responses: { 201: json(MilestoneView, "Added"), ...writeRefusals },
    }),
    async (c) => {
      const { project } = c.req.valid("param");
      const answer = await addMilestone(c.var, project, c.req.valid("json"));
      c.header("Location", `/api/projects/${project}/milestones/${answer.body.number}`);
      return c.json(written(c, answer), 201);
    },
  )
  .openapi(
    createRoute({
      method: "get",
      path: "/{project}/milestones/{number}",
      tags: ["Plan"],
      summary: "One milestone or target",
      request: { params: milestoneParams },
      responses: { 200: json(MilestoneView, "The milestone"), ...readRefusals },
    }),
    async (c) => {
      const { project, number } = c.req.valid("param");
      const found = await loadMilestone(c.var, project, Number(number));
      return c.json(versioned(c, shown(found)), 200);
    },
  )
  .openapi(
    createRoute({
      method: "patch",
      path: "/{project}/milestones/{number}",
      tags: ["Plan"],
      summary: "Changes a milestone; its kind and scope stay",
      request: {
        params: milestoneParams,
        headers: versionHeaders,
        body: jsonBody(ChangeMilestone),
      },
      responses: { 200: json(MilestoneView, "Changed"), ...versionRefusals },
    }),
    async (c) => {
      const { project, number } = c.req.valid("param");
      const at = { project, number: Number(number) };
      const answer = await changeMilestone(c.var, at, ifMatch(c), c.req.valid("json"));
      return c.json(written(c, answer), 200);
    },
  );
