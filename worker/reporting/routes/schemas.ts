import { createRoute } from "@hono/zod-openapi";
import * as z from "zod";
import { contextRoutes, json, openReadRefusals, permits } from "../../platform/http.ts";
import { ReportDocument } from "../contract/document.ts";

const schemaPath = "/api/schemas/report-1.json";

/** The JSON Schema of a report as canonical JSON, open to all. */
export const reportSchemaRoutes = contextRoutes().openapi(
  createRoute({
    method: "get",
    path: "/report-1.json",
    ...permits("open"),
    tags: ["Reports"],
    summary: "The JSON Schema (2020-12) of a report as canonical JSON, version 1",
    responses: { 200: json(z.looseObject({}), "The schema"), ...openReadRefusals },
  }),
  (c) => {
    const id = new URL(schemaPath, c.req.url).href;
    const schema = z.toJSONSchema(ReportDocument, { target: "draft-2020-12" });
    c.header("Cache-Control", "public, max-age=3600");
    return c.json(JSON.parse(JSON.stringify({ ...schema, $id: id })), 200);
  },
);
