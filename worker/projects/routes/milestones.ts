import { createRoute } from "@hono/zod-openapi";
import * as z from "zod";
import { moment, page } from "../../kernel/shapes.ts";
import {
  asOfInstant,
  contextRoutes,
  ifMatch,
  json,
  jsonBody,
  keyHeader,
  listed,
  locationOf,
  numberedPageOf,
  permits,
  readRefusals,
  versioned,
  versionHeaders,
  versionRefusals,
  writeRefusals,
  written,
} from "../../platform/http.ts";
import { addMilestone, changeMilestone } from "../commands/milestones.ts";
import {
  ChangeMilestone,
  CreateMilestone,
  MilestoneList,
  MilestoneView,
} from "../contract/plan.ts";
import { listMilestones } from "../queries/plan.ts";
import { loadMilestone } from "../queries/projects.ts";

const params = z.object({ project: z.string().max(60) });
const milestoneParams = z.object({
  project: z.string().max(60),
  number: z.string().regex(/^[1-9]\d{0,3}$/),
});
const query = z.object({ ...page, asOf: moment.optional() });

export const milestoneRoutes = contextRoutes()
  .openapi(
    createRoute({
      method: "get",
      path: "/{project}/milestones",
      ...permits("plan.view"),
      tags: ["Plan"],
      summary: "The plan: milestones and targets by number",
      request: { params, query },
      responses: { 200: json(MilestoneList, "A page of milestones"), ...readRefusals },
    }),
    async (c) => {
      const asked = c.req.valid("query");
      const { after, limit } = numberedPageOf(asked);
      const rows = await listMilestones(c.var, c.req.valid("param").project, {
        after: after ?? 0,
        limit: limit + 1,
        asOf: asOfInstant(asked.asOf, c.var.now),
      });
      return c.json(
        listed(rows, limit, ({ number }) => String(number)),
        200,
      );
    },
  )
  .openapi(
    createRoute({
      method: "post",
      path: "/{project}/milestones",
      ...permits("plan.change"),
      tags: ["Plan"],
      summary: "Adds a milestone or target; it gets the next number",
      request: { params, headers: keyHeader, body: jsonBody(CreateMilestone) },
      responses: { 201: json(MilestoneView, "Added"), ...writeRefusals },
    }),
    async (c) => {
      const { project } = c.req.valid("param");
      const answer = await addMilestone(c.var, project, c.req.valid("json"));
      c.header("Location", locationOf(c, answer.body));
      return c.json(written(c, answer), 201);
    },
  )
  .openapi(
    createRoute({
      method: "get",
      path: "/{project}/milestones/{number}",
      ...permits("plan.view"),
      tags: ["Plan"],
      summary: "One milestone or target",
      request: { params: milestoneParams },
      responses: { 200: json(MilestoneView, "The milestone"), ...readRefusals },
    }),
    async (c) => {
      const { project, number } = c.req.valid("param");
      const { hash: _hash, ...view } = await loadMilestone(c.var, project, Number(number));
      return c.json(versioned(c, view), 200);
    },
  )
  .openapi(
    createRoute({
      method: "patch",
      path: "/{project}/milestones/{number}",
      ...permits("plan.change"),
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
