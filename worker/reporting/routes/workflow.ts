import { createRoute } from "@hono/zod-openapi";
import {
  contextRoutes,
  ifMatch,
  json,
  jsonBody,
  permits,
  versionHeaders,
  versionRefusals,
  written,
} from "../../platform/http.ts";
import { acceptReport, correctReport, returnReport, submitReport } from "../commands/workflow.ts";
import { AcceptReport, CorrectReport, ReportView, ReturnReport } from "../contract/reports.ts";
import { placeOf, reportParams, tags } from "./places.ts";

export const reportWorkflowRoutes = contextRoutes()
  .openapi(
    createRoute({
      method: "post",
      path: "/{project}/reports/{number}/submit",
      ...permits("report.write"),
      tags,
      summary: "Submits a report to the funder: its text and figures stay those of this moment",
      request: { params: reportParams, headers: versionHeaders },
      responses: { 200: json(ReportView, "Submitted"), ...versionRefusals },
    }),
    async (c) => {
      const at = placeOf(c.req.valid("param"));
      return c.json(written(c, await submitReport(c.var, at, ifMatch(c))), 200);
    },
  )
  .openapi(
    createRoute({
      method: "post",
      path: "/{project}/reports/{number}/return",
      ...permits("report.decide"),
      tags,
      summary: "Returns a submitted report to the team, with what has to change",
      request: { params: reportParams, headers: versionHeaders, body: jsonBody(ReturnReport) },
      responses: { 200: json(ReportView, "Returned"), ...versionRefusals },
    }),
    async (c) => {
      const at = placeOf(c.req.valid("param"));
      const answer = await returnReport(c.var, at, ifMatch(c), c.req.valid("json"));
      return c.json(written(c, answer), 200);
    },
  )
  .openapi(
    createRoute({
      method: "post",
      path: "/{project}/reports/{number}/accept",
      ...permits("report.decide"),
      tags,
      summary: "Accepts a submitted report: the edition is in force",
      request: { params: reportParams, headers: versionHeaders, body: jsonBody(AcceptReport) },
      responses: { 200: json(ReportView, "Accepted"), ...versionRefusals },
    }),
    async (c) => {
      const at = placeOf(c.req.valid("param"));
      const answer = await acceptReport(c.var, at, ifMatch(c), c.req.valid("json"));
      return c.json(written(c, answer), 200);
    },
  )
  .openapi(
    createRoute({
      method: "post",
      path: "/{project}/reports/{number}/correct",
      ...permits("report.write"),
      tags,
      summary: "Opens an accepted report for a numbered correction",
      request: { params: reportParams, headers: versionHeaders, body: jsonBody(CorrectReport) },
      responses: { 200: json(ReportView, "Opened"), ...versionRefusals },
    }),
    async (c) => {
      const at = placeOf(c.req.valid("param"));
      const answer = await correctReport(c.var, at, ifMatch(c), c.req.valid("json"));
      return c.json(written(c, answer), 200);
    },
  );
