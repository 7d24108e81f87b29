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
  numberedPageOf,
  permits,
  readRefusals,
  versioned,
  versionHeaders,
  versionRefusals,
  writeRefusals,
  written,
} from "../../platform/http.ts";
import { changeReport, draftReport, submitReport } from "../commands/reports.ts";
import { ChangeReport, CreateReport, ReportList, ReportView } from "../contract/reports.ts";
import { listReports, loadReport } from "../queries.ts";

const params = z.object({ project: z.string().max(60) });
const reportParams = params.extend({ number: z.string().regex(/^\d{1,4}$/) });
const placeOf = ({ project, number }: z.infer<typeof reportParams>) => ({
  project,
  number: Number(number),
});
const tags = ["Reports"];
const newest = 2_000_000_000;

export const reportRoutes = contextRoutes()
  .openapi(
    createRoute({
      method: "get",
      path: "/{project}/reports",
      ...permits("report.view"),
      tags,
      summary: "The reports of a project, newest first; a funder sees those that were submitted",
      request: { params, query: z.object(page) },
      responses: { 200: json(ReportList, "A page of reports"), ...readRefusals },
    }),
    async (c) => {
      const { after, limit } = numberedPageOf(c.req.valid("query"));
      const rows = await listReports(c.var, c.req.valid("param").project, {
        below: after ?? newest,
        limit: limit + 1,
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
      path: "/{project}/reports",
      ...permits("report.write"),
      tags,
      summary: "Begins a status report",
      request: { params, headers: keyHeader, body: jsonBody(CreateReport) },
      responses: { 201: json(ReportView, "A draft"), ...writeRefusals },
    }),
    async (c) => {
      const answer = await draftReport(c.var, c.req.valid("param").project, c.req.valid("json"));
      c.header("Location", locationOf(c, answer.body));
      return c.json(written(c, answer), 201);
    },
  )
  .openapi(
    createRoute({
      method: "get",
      path: "/{project}/reports/{number}",
      ...permits("report.view"),
      tags,
      summary: "One report",
      request: { params: reportParams },
      responses: { 200: json(ReportView, "The report"), ...readRefusals },
    }),
    async (c) => {
      const { hash: _hash, ...view } = await loadReport(c.var, placeOf(c.req.valid("param")));
      return c.json(versioned(c, view), 200);
    },
  )
  .openapi(
    createRoute({
      method: "patch",
      path: "/{project}/reports/{number}",
      ...permits("report.write"),
      tags,
      summary: "Changes a draft",
      request: { params: reportParams, headers: versionHeaders, body: jsonBody(ChangeReport) },
      responses: { 200: json(ReportView, "Changed"), ...versionRefusals },
    }),
    async (c) => {
      const at = placeOf(c.req.valid("param"));
      const answer = await changeReport(c.var, at, ifMatch(c), c.req.valid("json"));
      return c.json(written(c, answer), 200);
    },
  )
  .openapi(
    createRoute({
      method: "post",
      path: "/{project}/reports/{number}/submit",
      ...permits("report.write"),
      tags,
      summary: "Submits a report to the funder: its figures stay those of this moment",
      request: { params: reportParams, headers: versionHeaders },
      responses: { 200: json(ReportView, "Submitted"), ...versionRefusals },
    }),
    async (c) => {
      const at = placeOf(c.req.valid("param"));
      return c.json(written(c, await submitReport(c.var, at, ifMatch(c))), 200);
    },
  );
