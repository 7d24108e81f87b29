import { createRoute } from "@hono/zod-openapi";
import * as z from "zod";
import { dateInHelsinki } from "../kernel/instant.ts";
import {
  asOfInstant,
  contextRoutes,
  json,
  openReadRefusals,
  readRefusals,
} from "../platform/http.ts";
import { ExportQuery, StatusExport } from "./contract.ts";
import { csvOf } from "./formats/csv.ts";
import { loadStatusExport } from "./queries.ts";
import { WORDS } from "./words.ts";

const schemaPath = "/api/schemas/status-export-1.json";
const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
const file = { schema: z.string().meta({ format: "binary" }) };

// A file is made anew each time it is taken, so there is nothing that has not been modified.
const { 304: _notModified, ...fileRefusals } = readRefusals;

/** The JSON Schema of the JSON export, open to all. */
export const schemaRoutes = contextRoutes().openapi(
  createRoute({
    method: "get",
    path: "/status-export-1.json",
    tags: ["Exports"],
    summary: "The JSON Schema (2020-12) of the JSON status export, version 1",
    responses: { 200: json(z.looseObject({}), "The schema"), ...openReadRefusals },
  }),
  (c) => {
    const id = new URL(schemaPath, c.req.url).href;
    const schema = z.toJSONSchema(StatusExport, { target: "draft-2020-12" });
    c.header("Cache-Control", "public, max-age=3600");
    return c.json(JSON.parse(JSON.stringify({ ...schema, $id: id })), 200);
  },
);

export const exportRoutes = contextRoutes().openapi(
  createRoute({
    method: "get",
    path: "/{project}/export",
    tags: ["Exports"],
    summary: "The status of a project for a funder, as XLSX, CSV or JSON",
    request: { params: z.object({ project: z.string().max(60) }), query: ExportQuery },
    responses: {
      200: {
        description: "A file",
        content: { [XLSX]: file, "text/csv": file, "application/json": { schema: StatusExport } },
      },
      ...fileRefusals,
    },
  }),
  async (c) => {
    const { format, delimiter, asOf, ...filters } = c.req.valid("query");
    const { language, now } = c.var;
    const status = await loadStatusExport(c.var, c.req.valid("param").project, {
      filters,
      asOf: asOfInstant(asOf, now),
      schema: new URL(schemaPath, c.req.url).href,
    });
    const name = `${status.project.slug}-${WORDS[language].fileName}-${dateInHelsinki(status.asOf)}`;
    c.header("Content-Disposition", `attachment; filename="${name}.${format}"`);
    c.header("Content-Language", language);
    if (format === "json") return c.json(status, 200);
    if (format === "csv") {
      c.header("Content-Type", "text/csv; charset=utf-8");
      return c.body(csvOf(status, language, delimiter), 200);
    }
    // Run when it is used: it would cost every cold start otherwise.
    const { xlsxOf } = await import("./formats/xlsx.ts");
    c.header("Content-Type", XLSX);
    return c.body(Uint8Array.from(await xlsxOf(status, language)).buffer, 200);
  },
);
