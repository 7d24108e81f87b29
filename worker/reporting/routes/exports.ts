import { createRoute } from "@hono/zod-openapi";
import type { Context } from "hono";
import * as z from "zod";
import { dateInHelsinki } from "../../kernel/instant.ts";
import type { AppEnv } from "../../platform/env.ts";
import {
  asOfInstant,
  contextRoutes,
  json,
  limitRefusals,
  openReadRefusals,
  permits,
  readRefusals,
} from "../../platform/http.ts";
import { takeStatusExport } from "../commands/exports.ts";
import { ExportQuery, StatusExport } from "../contract/exports.ts";
import { csvOf } from "../formats/csv.ts";
import type { Delimiter, EXPORT_FORMATS } from "../terms.ts";
import { WORDS } from "../words/exports.ts";

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
    ...permits("open"),
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

const fileAnswers = {
  200: {
    description: "A file",
    content: { [XLSX]: file, "text/csv": file, "application/json": { schema: StatusExport } },
  },
  ...fileRefusals,
  ...limitRefusals,
};
const params = z.object({ project: z.string().max(60) });

export const exportRoutes = contextRoutes().openapi(
  createRoute({
    method: "get",
    path: "/{project}/export",
    ...permits("report.receive"),
    tags: ["Exports"],
    summary: "The status of a project as XLSX, CSV or JSON; for a funder, as last submitted",
    request: { params, query: ExportQuery },
    responses: fileAnswers,
  }),
  async (c) => {
    const { format, delimiter, asOf, ...filters } = c.req.valid("query");
    const { project } = c.req.valid("param");
    const status = await takeStatusExport(c.var, project, {
      filters,
      asOf: asOfInstant(asOf, c.var.now),
      schema: schemaOf(c),
      format,
    });
    return fileOf(c, status, { format, delimiter, name: project });
  },
);

const schemaOf = (c: Context<AppEnv>) => new URL(schemaPath, c.req.url).href;

type FileAsked = {
  readonly format: (typeof EXPORT_FORMATS)[number];
  readonly delimiter: Delimiter;
  readonly name: string;
};

/** The file in its format. A funder's program loads it; a browser saves it under its name. */
async function fileOf(
  c: Context<AppEnv>,
  status: StatusExport,
  { format, delimiter, name }: FileAsked,
) {
  const { language } = c.var;
  const title = `${name}-${WORDS[language].fileName}-${dateInHelsinki(status.asOf)}`;
  c.header("Content-Disposition", `attachment; filename="${title}.${format}"`);
  c.header("Content-Language", language);
  if (format === "json") return c.json(status, 200);
  if (format === "csv") {
    c.header("Content-Type", "text/csv; charset=utf-8");
    return c.body(csvOf(status, language, delimiter), 200);
  }
  // Run when it is used: it would cost every cold start otherwise.
  const { xlsxOf } = await import("../formats/xlsx.ts");
  c.header("Content-Type", XLSX);
  return c.body(Uint8Array.from(await xlsxOf(status, language)).buffer, 200);
}
