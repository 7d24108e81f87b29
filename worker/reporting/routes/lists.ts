import { createRoute } from "@hono/zod-openapi";
import type { Context } from "hono";
import * as z from "zod";
import { WORDS as EVIDENCE_WORDS } from "../../evidence/words.ts";
import { dateInHelsinki } from "../../kernel/instant.ts";
import type { AppEnv } from "../../platform/env.ts";
import {
  asOfInstant,
  contextRoutes,
  limitRefusals,
  permits,
  readRefusals,
} from "../../platform/http.ts";
import { WORDS as ATTENTION_WORDS } from "../../progress/words/attention.ts";
import { WORDS as CHANGES_WORDS } from "../../progress/words/changes.ts";
import { WORDS as RISK_WORDS } from "../../risks/words.ts";
import {
  takeAttentionExport,
  takeChangesExport,
  takeDeviationsExport,
  takeEvidenceExport,
  takeRisksExport,
} from "../commands.ts";
import { AttentionExportQuery, ChangesExportQuery } from "../contract.ts";
import { attentionCsv } from "../formats/attention.ts";
import { changesCsv } from "../formats/changes.ts";
import { evidenceCsv } from "../formats/evidence.ts";
import { deviationsCsv, risksCsv } from "../formats/register.ts";

const params = z.object({ project: z.string().max(60) });
const { 304: _notModified, ...fileRefusals } = readRefusals;
const answers = {
  200: {
    description: "A file",
    content: { "text/csv": { schema: z.string().meta({ format: "binary" }) } },
  },
  ...fileRefusals,
  ...limitRefusals,
};

function csv(c: Context<AppEnv>, name: string, text: string) {
  c.header("Content-Disposition", `attachment; filename="${name}.csv"`);
  c.header("Content-Language", c.var.language);
  c.header("Content-Type", "text/csv; charset=utf-8");
  return c.body(text, 200);
}

/** Lists for those who work on a project; a funder is given none. */
export const listRoutes = contextRoutes()
  .openapi(
    createRoute({
      method: "get",
      path: "/{project}/attention/export",
      ...permits("progress.view"),
      tags: ["Exports"],
      summary: "What needs a look, as CSV",
      request: { params, query: AttentionExportQuery },
      responses: answers,
    }),
    async (c) => {
      const { delimiter, asOf } = c.req.valid("query");
      const { project } = c.req.valid("param");
      const { language, now } = c.var;
      const moment = asOfInstant(asOf, now);
      const items = await takeAttentionExport(c.var, project, moment);
      const { fileName } = ATTENTION_WORDS[language];
      const name = `${project}-${fileName}-${dateInHelsinki(moment ?? now)}`;
      return csv(c, name, attentionCsv(items, language, delimiter));
    },
  )
  .openapi(
    createRoute({
      method: "get",
      path: "/{project}/evidence/export",
      ...permits("evidence.view"),
      tags: ["Exports"],
      summary: "The evidence of a project, as CSV",
      request: { params, query: AttentionExportQuery },
      responses: answers,
    }),
    async (c) => {
      const { delimiter, asOf } = c.req.valid("query");
      const { project } = c.req.valid("param");
      const { language, now } = c.var;
      const moment = asOfInstant(asOf, now);
      const items = await takeEvidenceExport(c.var, project, moment);
      const { fileName } = EVIDENCE_WORDS[language];
      const name = `${project}-${fileName}-${dateInHelsinki(moment ?? now)}`;
      return csv(c, name, evidenceCsv(items, language, delimiter));
    },
  )
  .openapi(
    createRoute({
      method: "get",
      path: "/{project}/changes/export",
      ...permits("progress.view"),
      tags: ["Exports"],
      summary: "What moved between two moments, as CSV, a row for each field",
      request: { params, query: ChangesExportQuery },
      responses: answers,
    }),
    async (c) => {
      const { delimiter, ...asked } = c.req.valid("query");
      const { project } = c.req.valid("param");
      const { language, now } = c.var;
      const { items, since, until } = await takeChangesExport(c.var, project, {
        since: asOfInstant(asked.since, now, "since") ?? now,
        until: asOfInstant(asked.until, now, "until"),
      });
      const days = [since, until].map(dateInHelsinki).join("-");
      const name = `${project}-${CHANGES_WORDS[language].fileName}-${days}`;
      return csv(c, name, changesCsv(items, language, delimiter));
    },
  )
  .openapi(
    createRoute({
      method: "get",
      path: "/{project}/risks/export",
      ...permits("risk.view"),
      tags: ["Exports"],
      summary: "The risks of a project, as CSV",
      request: { params, query: AttentionExportQuery },
      responses: answers,
    }),
    async (c) => {
      const { delimiter, asOf } = c.req.valid("query");
      const { project } = c.req.valid("param");
      const { language, now } = c.var;
      const moment = asOfInstant(asOf, now);
      const items = await takeRisksExport(c.var, project, moment);
      const { riskFile } = RISK_WORDS[language];
      const name = `${project}-${riskFile}-${dateInHelsinki(moment ?? now)}`;
      return csv(c, name, risksCsv(items, language, delimiter));
    },
  )
  .openapi(
    createRoute({
      method: "get",
      path: "/{project}/deviations/export",
      ...permits("risk.view"),
      tags: ["Exports"],
      summary: "The deviations of a project, as CSV",
      request: { params, query: AttentionExportQuery },
      responses: answers,
    }),
    async (c) => {
      const { delimiter, asOf } = c.req.valid("query");
      const { project } = c.req.valid("param");
      const { language, now } = c.var;
      const moment = asOfInstant(asOf, now);
      const items = await takeDeviationsExport(c.var, project, moment);
      const { deviationFile } = RISK_WORDS[language];
      const name = `${project}-${deviationFile}-${dateInHelsinki(moment ?? now)}`;
      return csv(c, name, deviationsCsv(items, language, delimiter));
    },
  );
