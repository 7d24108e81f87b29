import { createRoute } from "@hono/zod-openapi";
import * as z from "zod";
import { dateInHelsinki } from "../kernel/instant.ts";
import { Refusal } from "../kernel/refusal.ts";
import {
  contextRoutes,
  json,
  keyHeader,
  limitRefusals,
  permits,
  readRefusals,
  versionRefusals,
  writeRefusals,
  written,
} from "../platform/http.ts";
import { uploadBody, uploadWith } from "../platform/uploads.ts";
import { admitFile, previewImport, runImport } from "./commands/import.ts";
import { takePlanSheet } from "./commands/plan.ts";
import { ImportFields, ImportQuery, ImportView } from "./contract.ts";
import { PLAN_FILE } from "./words.ts";

const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
const { 304: _notModified, ...fileRefusals } = readRefusals;

const params = z.object({ project: z.string().max(60) });

export const importRoutes = contextRoutes()
  .openapi(
    createRoute({
      method: "get",
      path: "/{project}/import/template",
      ...permits("plan.change"),
      tags: ["Imports"],
      summary: "The plan as a sheet to change and bring in again; an example where it is empty",
      request: { params },
      responses: {
        200: {
          description: "A file",
          content: { [XLSX]: { schema: z.string().meta({ format: "binary" }) } },
        },
        ...fileRefusals,
        ...limitRefusals,
      },
    }),
    async (c) => {
      const { project } = c.req.valid("param");
      const { language, now } = c.var;
      const taken = await takePlanSheet(c.var, project);
      const { planSheetOf } = await import("./formats/template.ts");
      const bytes = await planSheetOf({ ...taken, language });
      const name = `${project}-${PLAN_FILE[language].name}-${dateInHelsinki(now)}.xlsx`;
      c.header("Content-Disposition", `attachment; filename="${name}"`);
      c.header("Content-Language", language);
      c.header("Content-Type", XLSX);
      return c.body(Uint8Array.from(bytes).buffer, 200);
    },
  )
  .openapi(
    createRoute({
      method: "post",
      path: "/{project}/import",
      ...permits("progress.declare"),
      tags: ["Imports"],
      summary:
        "Brings in progress or a plan from XLSX, CSV or the JSON export: all of it or nothing",
      request: {
        params,
        query: ImportQuery,
        headers: keyHeader,
        body: { required: true, content: { "multipart/form-data": uploadBody(ImportFields) } },
      },
      responses: {
        200: json(ImportView, "What was written, or with `dryRun` what would be and every problem"),
        ...writeRefusals,
        412: versionRefusals[412],
        ...limitRefusals,
      },
    }),
    async (c) => {
      const { kind, dryRun } = c.req.valid("query");
      const { project } = c.req.valid("param");
      await admitFile(c.var, project, kind);
      const sent = uploadWith(c, ImportFields);
      if (!sent) {
        throw new Refusal("unsupported_media_type", (say) => say.unsupportedFormType());
      }
      const { sheet = null, mapping = {}, fingerprint = null } = sent.fields;
      // Run when it is used: it would cost every cold start otherwise.
      const { readFile } = await import("./formats/file.ts");
      const file = await readFile(sent.file.bytes, sheet);
      const asked = { kind, file, mapping, fileDigest: sent.file.digest };
      if (dryRun === "true") return c.json(await previewImport(c.var, project, asked), 200);
      return c.json(written(c, await runImport(c.var, project, { ...asked, fingerprint })), 200);
    },
  );
