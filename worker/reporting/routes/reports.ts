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
  matchHeader,
  numberedPageOf,
  permits,
  readRefusals,
  versioned,
  versionHeaders,
  versionRefusals,
  writeRefusals,
  written,
} from "../../platform/http.ts";
import { changeReport, draftReport, writeReportSection } from "../commands/reports.ts";
import {
  ChangeReport,
  CreateReport,
  ReportDetail,
  ReportList,
  ReportView,
  SectionVersions,
  SectionView,
  WriteSection,
} from "../contract/reports.ts";
import { loadReportDetail } from "../queries/document.ts";
import { listReports, listSectionVersions } from "../queries/reports.ts";
import { placeOf, projectParams, reportParams, tags } from "./places.ts";

const sectionParams = reportParams.extend({ section: z.string().max(60) });
const newest = 2_000_000_000;

export const reportRoutes = contextRoutes()
  .openapi(
    createRoute({
      method: "get",
      path: "/{project}/reports",
      ...permits("report.view"),
      tags,
      summary: "The reports of a project, newest first; a funder sees those that were submitted",
      request: { params: projectParams, query: z.object(page) },
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
      summary: "Begins a report, with the sections that its programme asks for",
      request: { params: projectParams, headers: keyHeader, body: jsonBody(CreateReport) },
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
      summary: "One report with its texts; for a funder those of the newest edition",
      request: { params: reportParams },
      responses: { 200: json(ReportDetail, "The report"), ...readRefusals },
    }),
    async (c) => {
      const detail = await loadReportDetail(c.var, placeOf(c.req.valid("param")));
      const parts = detail.sections.reduce((sum, { version }) => sum + version, 0);
      return c.json(versioned(c, detail, parts), 200);
    },
  )
  .openapi(
    createRoute({
      method: "patch",
      path: "/{project}/reports/{number}",
      ...permits("report.write"),
      tags,
      summary: "Changes the head of a report that is being written",
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
      method: "put",
      path: "/{project}/reports/{number}/sections/{section}",
      ...permits("report.write"),
      tags,
      summary: "Writes a section; If-Match names the version of its text, 0 for the first",
      request: { params: sectionParams, headers: matchHeader, body: jsonBody(WriteSection) },
      responses: { 200: json(SectionView, "Written"), ...versionRefusals },
    }),
    async (c) => {
      const { section, ...place } = c.req.valid("param");
      const at = { ...placeOf(place), section };
      const answer = await writeReportSection(c.var, at, ifMatch(c), c.req.valid("json"));
      return c.json(written(c, answer), 200);
    },
  )
  .openapi(
    createRoute({
      method: "get",
      path: "/{project}/reports/{number}/sections/{section}/versions",
      ...permits("report.export"),
      tags,
      summary: "What was written in a section, newest first",
      request: { params: sectionParams, query: z.object(page) },
      responses: { 200: json(SectionVersions, "A page of versions"), ...readRefusals },
    }),
    async (c) => {
      const { after, limit } = numberedPageOf(c.req.valid("query"));
      const { section, ...place } = c.req.valid("param");
      const at = { ...placeOf(place), section };
      const rows = await listSectionVersions(c.var, at, {
        below: after ?? newest,
        limit: limit + 1,
      });
      return c.json(
        listed(rows, limit, ({ version }) => String(version)),
        200,
      );
    },
  );
