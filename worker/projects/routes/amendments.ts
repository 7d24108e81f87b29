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
import { amendPlan, grantPlan } from "../commands/amendments.ts";
import { addFromTemplate } from "../commands/beginnings.ts";
import { AmendmentDetail, CreateAmendment, GrantPlan } from "../contract/amendments.ts";
import { AmendmentList, AmendmentView, MilestoneList } from "../contract/plan.ts";
import { ProjectView } from "../contract/projects.ts";
import { FromTemplate, TemplateList } from "../contract/templates.ts";
import { listAmendments, loadAmendment } from "../queries/plan.ts";
import { listTemplates } from "../queries/templates.ts";

const params = z.object({ project: z.string().max(60) });

export const amendmentRoutes = contextRoutes()
  .openapi(
    createRoute({
      method: "post",
      path: "/{project}/grant",
      ...permits("plan.change"),
      tags: ["Plan"],
      summary: "Freezes the plan as it was granted; from now on amendments change it",
      request: { params, headers: versionHeaders, body: jsonBody(GrantPlan) },
      responses: { 200: json(ProjectView, "Granted"), ...versionRefusals },
    }),
    async (c) => {
      const { project } = c.req.valid("param");
      const answer = await grantPlan(c.var, project, ifMatch(c), c.req.valid("json"));
      return c.json(written(c, answer), 200);
    },
  )
  .openapi(
    createRoute({
      method: "get",
      path: "/{project}/amendments",
      ...permits("plan.view"),
      tags: ["Plan"],
      summary: "The amendments of a granted plan by number",
      request: { params, query: z.object({ ...page, asOf: moment.optional() }) },
      responses: { 200: json(AmendmentList, "A page of amendments"), ...readRefusals },
    }),
    async (c) => {
      const query = c.req.valid("query");
      const { after, limit } = numberedPageOf(query);
      const rows = await listAmendments(c.var, c.req.valid("param").project, {
        after: after ?? 0,
        limit: limit + 1,
        asOf: asOfInstant(query.asOf, c.var.now),
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
      path: "/{project}/amendments",
      ...permits("plan.change"),
      tags: ["Plan"],
      summary: "Changes a granted plan, all of it or nothing; it gets the next number",
      request: { params, headers: keyHeader, body: jsonBody(CreateAmendment) },
      responses: {
        201: json(AmendmentView, "Amended"),
        ...writeRefusals,
        412: versionRefusals[412],
      },
    }),
    async (c) => {
      const { project } = c.req.valid("param");
      const answer = await amendPlan(c.var, project, c.req.valid("json"));
      c.header("Location", locationOf(c, answer.body));
      return c.json(written(c, answer), 201);
    },
  )
  .openapi(
    createRoute({
      method: "get",
      path: "/{project}/amendments/{number}",
      ...permits("plan.view"),
      tags: ["Plan"],
      summary: "One amendment with what it changed, field by field",
      request: { params: params.extend({ number: z.string().regex(/^[1-9]\d{0,3}$/) }) },
      responses: { 200: json(AmendmentDetail, "The amendment"), ...readRefusals },
    }),
    async (c) => {
      const { project, number } = c.req.valid("param");
      return c.json(versioned(c, await loadAmendment(c.var, project, Number(number))), 200);
    },
  )
  .openapi(
    createRoute({
      method: "post",
      path: "/{project}/milestones/from-template",
      ...permits("plan.change"),
      tags: ["Plan"],
      summary: "Adds the milestones of a template to a plan that is not granted yet",
      request: { params, headers: keyHeader, body: jsonBody(FromTemplate) },
      responses: { 201: json(MilestoneList, "Added"), ...writeRefusals },
    }),
    async (c) => {
      const { project } = c.req.valid("param");
      const answer = await addFromTemplate(c.var, project, c.req.valid("json"));
      return c.json(written(c, answer), 201);
    },
  );

export const templateRoutes = contextRoutes().openapi(
  createRoute({
    method: "get",
    path: "/",
    ...permits("project.create"),
    tags: ["Plan"],
    summary: "Plans that come with the service, in the language of the request",
    responses: { 200: json(TemplateList, "All of them"), ...readRefusals },
  }),
  (c) => c.json({ items: listTemplates(c.var), nextCursor: null }, 200),
);
