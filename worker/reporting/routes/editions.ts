import { createRoute } from "@hono/zod-openapi";
import * as z from "zod";
import { reprDigestOf } from "../../platform/files.ts";
import { contextRoutes, json, limitRefusals, permits, readRefusals } from "../../platform/http.ts";
import { takeReportDocument, takeReportFile } from "../commands/files.ts";
import { ReportDocument } from "../contract/document.ts";
import {
  EditionList,
  ReportExportQuery,
  ReportHistory,
  ThinView,
  ToldList,
} from "../contract/reports.ts";
import { FILE_OF } from "../formats/report/make.ts";
import { changesTold, toldOf } from "../formats/report/told.ts";
import { loadDocument, loadThin } from "../queries/document.ts";
import { listEditions, listReportHistory } from "../queries/reports.ts";
import { WORDS } from "../words/report.ts";
import { placeOf, reportParams, tags } from "./places.ts";

const bytes = { schema: z.string().meta({ format: "binary" }) };
// A preview is made anew each time, and an edition's file is taken once.
const { 304: _notModified, ...fileRefusals } = readRefusals;
const edition = ReportExportQuery.pick({ edition: true });

export const editionRoutes = contextRoutes()
  .openapi(
    createRoute({
      method: "get",
      path: "/{project}/reports/{number}/thin",
      ...permits("report.export"),
      tags,
      summary: "What a report still lacks; none of it stops a submission",
      request: { params: reportParams },
      responses: { 200: json(ThinView, "What is thin"), ...readRefusals },
    }),
    async (c) => c.json(await loadThin(c.var, placeOf(c.req.valid("param"))), 200),
  )
  .openapi(
    createRoute({
      method: "get",
      path: "/{project}/reports/{number}/editions",
      ...permits("report.view"),
      tags,
      summary: "What was submitted of a report, newest first, with its fingerprints",
      request: { params: reportParams },
      responses: { 200: json(EditionList, "All editions"), ...readRefusals },
    }),
    async (c) => c.json({ items: await listEditions(c.var, placeOf(c.req.valid("param"))) }, 200),
  )
  .openapi(
    createRoute({
      method: "get",
      path: "/{project}/reports/{number}/history",
      ...permits("report.view"),
      tags,
      summary: "What happened to a report, newest first",
      request: { params: reportParams },
      responses: { 200: json(ReportHistory, "All of it"), ...readRefusals },
    }),
    async (c) => {
      const items = await listReportHistory(c.var, placeOf(c.req.valid("param")));
      return c.json({ items, nextCursor: null }, 200);
    },
  )
  .openapi(
    createRoute({
      method: "get",
      path: "/{project}/reports/{number}/document",
      ...permits("report.receive"),
      tags,
      summary: "A report whole: an edition as it was frozen, or what a draft would be now",
      request: { params: reportParams, query: edition },
      responses: {
        200: json(ReportDocument, "The report"),
        ...readRefusals,
        ...limitRefusals,
      },
    }),
    async (c) => {
      const asked = c.req.valid("query").edition ?? null;
      return c.json(await takeReportDocument(c.var, placeOf(c.req.valid("param")), asked), 200);
    },
  )
  .openapi(
    createRoute({
      method: "get",
      path: "/{project}/reports/{number}/told",
      ...permits("report.receive"),
      tags,
      summary: "The sections of a report in the language of the answer, with assembled sentences",
      request: { params: reportParams, query: edition },
      responses: { 200: json(ToldList, "The sections"), ...readRefusals },
    }),
    async (c) => {
      const asked = c.req.valid("query").edition ?? null;
      const { document } = await loadDocument(c.var, placeOf(c.req.valid("param")), asked);
      const { language } = c.var;
      const items = toldOf(document, language).map((told) => ({
        ...told,
        sentences: [...told.sentences],
      }));
      return c.json({ items, changes: changesTold(document, language) }, 200);
    },
  )
  .openapi(
    createRoute({
      method: "get",
      path: "/{project}/reports/{number}/export",
      ...permits("report.receive"),
      tags,
      summary: "A report as a file: of an edition the same bytes ever after",
      request: { params: reportParams, query: ReportExportQuery },
      responses: {
        200: {
          description: "A file",
          content: Object.fromEntries(
            Object.values(FILE_OF).map(({ type }) => [type.split(";")[0] ?? type, bytes]),
          ),
        },
        ...fileRefusals,
        ...limitRefusals,
      },
    }),
    async (c) => {
      const { format, edition: asked } = c.req.valid("query");
      const at = placeOf(c.req.valid("param"));
      const taken = await takeReportFile(c.var, at, { format, edition: asked ?? null });
      const { type, ending } = FILE_OF[format];
      const { file: words } = WORDS[c.var.language];
      const name = [at.project, words.name, at.number, taken.edition ?? words.preview];
      c.header(
        "Content-Disposition",
        `attachment; filename="${name.join("-")}-${taken.date}.${ending}"`,
      );
      c.header("Content-Type", type);
      c.header("Content-Language", c.var.language);
      if (taken.digest !== null) c.header("Repr-Digest", reprDigestOf(taken.digest));
      return c.body(taken.body, 200);
    },
  );
