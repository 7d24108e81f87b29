import { createRoute } from "@hono/zod-openapi";
import * as z from "zod";
import { moment, page } from "../../kernel/shapes.ts";
import {
  asOfInstant,
  contextRoutes,
  ifMatch,
  ifMatchGiven,
  json,
  jsonBody,
  keyHeader,
  listed,
  momentary,
  numberedPageOf,
  pageOf,
  permits,
  readRefusals,
  versioned,
  versionHeaders,
  versionRefusals,
  writeRefusals,
  written,
} from "../../platform/http.ts";
import { confirmProgress, declareMany, declareProgress } from "../commands.ts";
import { PortfolioView } from "../contract/portfolio.ts";
import {
  CellBatch,
  CellChange,
  CellDetail,
  CellList,
  HistoryList,
  MatrixView,
  SummaryView,
} from "../contract/progress.ts";
import { loadCell } from "../queries/cells.ts";
import { loadCellHistory } from "../queries/histories.ts";
import { loadMatrix, loadPortfolio, loadSummary } from "../queries/progress.ts";
import { pastPortfolioMax } from "../terms.ts";

const params = z.object({ project: z.string().max(60) });
const cellParams = z.object({
  project: z.string().max(60),
  number: z.string().regex(/^[1-9]\d{0,3}$/),
  municipality: z.string().max(60).meta({ description: "3-digit code, or `all`" }),
});
const asOfQuery = z.object({ asOf: moment.optional() });
const placeOf = ({ project, number, municipality }: z.infer<typeof cellParams>) => ({
  project,
  milestone: Number(number),
  municipality,
});
const newest = 2_000_000_000;

export const portfolioRoutes = contextRoutes().openapi(
  createRoute({
    method: "get",
    path: "/",
    ...permits("project.list"),
    tags: ["Progress"],
    summary: "Where every project stands that the caller may see",
    request: { query: z.object({ ...page, asOf: moment.optional() }) },
    responses: { 200: json(PortfolioView, "A page of projects"), ...readRefusals },
  }),
  async (c) => {
    const query = c.req.valid("query");
    const asOf = asOfInstant(query.asOf, c.var.now);
    const { after, limit: asked } = pageOf(query);
    const limit = asOf === null ? asked : Math.min(asked, pastPortfolioMax);
    const lines = await loadPortfolio(c.var, { after, limit: limit + 1 }, asOf);
    const { items, nextCursor } = listed(lines, limit, ({ slug }) => slug);
    const there = items.flatMap(({ item }) => item ?? []);
    const view = { asOf: asOf ?? c.var.now, items: there, nextCursor };
    return c.json(await momentary(c, view), 200);
  },
);

export const progressRoutes = contextRoutes()
  .openapi(
    createRoute({
      method: "get",
      path: "/{project}/progress",
      ...permits("progress.view"),
      tags: ["Progress"],
      summary: "The matrix: a cell for every milestone and municipality",
      request: { params, query: asOfQuery },
      responses: { 200: json(MatrixView, "The matrix"), ...readRefusals },
    }),
    async (c) => {
      const asOf = asOfInstant(c.req.valid("query").asOf, c.var.now);
      const matrix = await loadMatrix(c.var, c.req.valid("param").project, asOf);
      return c.json(await momentary(c, matrix), 200);
    },
  )
  .openapi(
    createRoute({
      method: "get",
      path: "/{project}/summary",
      ...permits("progress.view"),
      tags: ["Progress"],
      summary: "Figures by municipality and by phase, with their explanation",
      request: { params, query: asOfQuery },
      responses: { 200: json(SummaryView, "The summary"), ...readRefusals },
    }),
    async (c) => {
      const asOf = asOfInstant(c.req.valid("query").asOf, c.var.now);
      const summary = await loadSummary(c.var, c.req.valid("param").project, asOf);
      return c.json(await momentary(c, summary), 200);
    },
  )
  .openapi(
    createRoute({
      method: "post",
      path: "/{project}/progress/batch",
      ...permits("progress.declare"),
      tags: ["Progress"],
      summary: "Up to 500 cells at once, all or nothing",
      request: { params, headers: keyHeader, body: jsonBody(CellBatch) },
      responses: {
        200: json(CellList, "All written"),
        ...writeRefusals,
        412: versionRefusals[412],
      },
    }),
    async (c) => {
      const { project } = c.req.valid("param");
      return c.json(written(c, await declareMany(c.var, project, c.req.valid("json"))), 200);
    },
  )
  .openapi(
    createRoute({
      method: "get",
      path: "/{project}/progress/{number}/{municipality}",
      ...permits("progress.view"),
      tags: ["Progress"],
      summary: "One cell with its texts",
      request: { params: cellParams, query: asOfQuery },
      responses: { 200: json(CellDetail, "The cell"), ...readRefusals },
    }),
    async (c) => {
      const place = placeOf(c.req.valid("param"));
      // What the dates make of a cell changes at midnight while its version stays.
      c.header("Cache-Control", "private, no-store");
      const asOf = asOfInstant(c.req.valid("query").asOf, c.var.now);
      return c.json(versioned(c, await loadCell(c.var, place, asOf)), 200);
    },
  )
  .openapi(
    createRoute({
      method: "patch",
      path: "/{project}/progress/{number}/{municipality}",
      ...permits("progress.declare"),
      tags: ["Progress"],
      summary: "What a person says of one cell",
      request: { params: cellParams, headers: versionHeaders, body: jsonBody(CellChange) },
      responses: { 200: json(CellDetail, "Written"), ...versionRefusals },
    }),
    async (c) => {
      const place = placeOf(c.req.valid("param"));
      const answer = await declareProgress(c.var, place, ifMatch(c), c.req.valid("json"));
      return c.json(written(c, answer), 200);
    },
  )
  .openapi(
    createRoute({
      method: "post",
      path: "/{project}/progress/{number}/{municipality}/confirm",
      ...permits("progress.declare"),
      tags: ["Progress"],
      summary: "No change: refreshes when the cell was last confirmed",
      request: { params: cellParams, headers: versionHeaders },
      responses: {
        200: json(CellDetail, "Confirmed"),
        ...writeRefusals,
        412: versionRefusals[412],
      },
    }),
    async (c) => {
      const place = placeOf(c.req.valid("param"));
      return c.json(written(c, await confirmProgress(c.var, place, ifMatchGiven(c))), 200);
    },
  )
  .openapi(
    createRoute({
      method: "get",
      path: "/{project}/progress/{number}/{municipality}/history",
      ...permits("progress.history"),
      tags: ["Progress"],
      summary: "Every change of a cell, newest first",
      request: { params: cellParams, query: z.object({ ...page, asOf: moment.optional() }) },
      responses: { 200: json(HistoryList, "A page of the history"), ...readRefusals },
    }),
    async (c) => {
      const place = placeOf(c.req.valid("param"));
      const query = c.req.valid("query");
      const { after, limit } = numberedPageOf(query);
      const rows = await loadCellHistory(c.var, place, {
        below: after ?? newest,
        limit: limit + 1,
        until: asOfInstant(query.asOf, c.var.now),
      });
      return c.json(
        listed(rows, limit, ({ version }) => String(version)),
        200,
      );
    },
  );
