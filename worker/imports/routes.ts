import { createRoute } from "@hono/zod-openapi";
import * as z from "zod";
import { Refusal } from "../kernel/refusal.ts";
import {
  contextRoutes,
  json,
  keyHeader,
  limitRefusals,
  permits,
  versionRefusals,
  writeRefusals,
  written,
} from "../platform/http.ts";
import { uploadBody, uploadWith } from "../platform/uploads.ts";
import { countRead, previewImport, runImport } from "./commands/import.ts";
import { ImportFields, ImportQuery, ImportView } from "./contract.ts";

const params = z.object({ project: z.string().max(60) });

export const importRoutes = contextRoutes().openapi(
  createRoute({
    method: "post",
    path: "/{project}/import",
    ...permits("progress.declare"),
    tags: ["Imports"],
    summary: "Brings in progress or a plan from XLSX or CSV: all of it or nothing",
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
    await countRead(c.var);
    const sent = uploadWith(c, ImportFields);
    if (!sent) {
      throw new Refusal("unsupported_media_type", (say) => say.unsupportedFormType());
    }
    const { sheet = null, mapping = {}, fingerprint = null } = sent.fields;
    // Run when it is used: it would cost every cold start otherwise.
    const { readFile } = await import("./formats/file.ts");
    const file = await readFile(sent.file.bytes, { sheet, name: "CSV" });
    const asked = { kind, file, mapping, fileDigest: sent.file.digest };
    if (dryRun === "true") return c.json(await previewImport(c.var, project, asked), 200);
    return c.json(written(c, await runImport(c.var, project, { ...asked, fingerprint })), 200);
  },
);
