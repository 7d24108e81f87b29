import { createRoute } from "@hono/zod-openapi";
import type { Context } from "hono";
import * as z from "zod";
import { WORDS as EVIDENCE_WORDS } from "../../evidence/words.ts";
import { dateInHelsinki } from "../../kernel/instant.ts";
import type { Language } from "../../kernel/language.ts";
import type { Action } from "../../kernel/permissions.ts";
import type { AppEnv, AskedDeps } from "../../platform/env.ts";
import { asOfInstant, contextRoutes, permits, writeRefusals } from "../../platform/http.ts";
import { WORDS as ATTENTION_WORDS } from "../../progress/words/attention.ts";
import { WORDS as CHANGES_WORDS } from "../../progress/words/changes.ts";
import { WORDS as PORTFOLIO_WORDS } from "../../progress/words/portfolio.ts";
import { WORDS as TREND_WORDS } from "../../progress/words/trend.ts";
import { WORDS as RISK_WORDS } from "../../risks/words.ts";
import {
  takeAmendmentsExport,
  takeAttentionExport,
  takeChangesExport,
  takeDeviationsExport,
  takeEvidenceExport,
  takePortfolioExport,
  takeRisksExport,
  takeTrendExport,
} from "../commands/lists.ts";
import {
  AttentionExportQuery,
  ChangesExportQuery,
  PortfolioExportQuery,
  TrendExportQuery,
} from "../contract/exports.ts";
import { amendmentsCsv } from "../formats/amendments.ts";
import { attentionCsv } from "../formats/attention.ts";
import { changesCsv } from "../formats/changes.ts";
import { evidenceCsv } from "../formats/evidence.ts";
import { portfolioCsv } from "../formats/portfolio.ts";
import { deviationsCsv, risksCsv } from "../formats/register.ts";
import { trendCsv } from "../formats/trend.ts";
import type { Delimiter } from "../terms.ts";
import { WORDS } from "../words/exports.ts";
import { csv, csvAnswers } from "./csv.ts";

const params = z.object({ project: z.string().max(60) });

/** The contract of a list of a project that is taken along as CSV. */
const listRoute = <List extends string, Query extends z.ZodObject>(
  list: List,
  asked: { readonly action: Action; readonly query: Query; readonly summary: string },
) =>
  createRoute({
    method: "get",
    path: `/{project}/${list}/export` as const,
    ...permits(asked.action),
    tags: ["Exports"],
    summary: asked.summary,
    request: { params, query: asked.query },
    responses: csvAnswers,
  });

type Asked = {
  readonly project: string;
  readonly delimiter: Delimiter;
  readonly asOf?: string | undefined;
};

/** A list, now or as of a moment, in a file that is named after its project, itself and its date. */
async function csvAsOf<Row>(
  c: Context<AppEnv>,
  { project, delimiter, asOf }: Asked,
  list: {
    readonly file: string;
    readonly take: (deps: AskedDeps, project: string, asOf: string | null) => Promise<Row>;
    readonly write: (rows: Row, language: Language, delimiter: Delimiter) => string;
  },
) {
  const { language, now } = c.var;
  const moment = asOfInstant(asOf, now);
  const rows = await list.take(c.var, project, moment);
  const name = `${project}-${list.file}-${dateInHelsinki(moment ?? now)}`;
  return csv(c, name, list.write(rows, language, delimiter));
}

/** Lists for those who work on a project; a funder is given none. */
export const listRoutes = contextRoutes()
  .openapi(
    listRoute("attention", {
      action: "progress.view",
      query: AttentionExportQuery,
      summary: "What needs a look, as CSV",
    }),
    (c) =>
      csvAsOf(
        c,
        { ...c.req.valid("param"), ...c.req.valid("query") },
        {
          file: ATTENTION_WORDS[c.var.language].fileName,
          take: takeAttentionExport,
          write: attentionCsv,
        },
      ),
  )
  .openapi(
    listRoute("evidence", {
      action: "evidence.view",
      query: AttentionExportQuery,
      summary: "The evidence of a project, as CSV",
    }),
    (c) =>
      csvAsOf(
        c,
        { ...c.req.valid("param"), ...c.req.valid("query") },
        {
          file: EVIDENCE_WORDS[c.var.language].fileName,
          take: takeEvidenceExport,
          write: evidenceCsv,
        },
      ),
  )
  .openapi(
    listRoute("changes", {
      action: "progress.view",
      query: ChangesExportQuery,
      summary: "What moved between two moments, as CSV, a row for each field",
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
    listRoute("trend", {
      action: "progress.view",
      query: TrendExportQuery,
      summary: "How a project has come along, as CSV, a row for each date and place",
    }),
    (c) => {
      const { municipality, ...asked } = c.req.valid("query");
      return csvAsOf(
        c,
        { ...c.req.valid("param"), ...asked },
        {
          file: TREND_WORDS[c.var.language].fileName,
          take: (deps, project, asOf) => takeTrendExport(deps, project, { asOf, municipality }),
          write: trendCsv,
        },
      );
    },
  )
  .openapi(
    listRoute("amendments", {
      action: "plan.view",
      query: AttentionExportQuery,
      summary: "The amendments of the plan, as CSV, a row for each change",
    }),
    (c) =>
      csvAsOf(
        c,
        { ...c.req.valid("param"), ...c.req.valid("query") },
        {
          file: WORDS[c.var.language].amendments.fileName,
          take: takeAmendmentsExport,
          write: amendmentsCsv,
        },
      ),
  )
  .openapi(
    listRoute("risks", {
      action: "risk.view",
      query: AttentionExportQuery,
      summary: "The risks of a project, as CSV",
    }),
    (c) =>
      csvAsOf(
        c,
        { ...c.req.valid("param"), ...c.req.valid("query") },
        {
          file: RISK_WORDS[c.var.language].riskFile,
          take: takeRisksExport,
          write: risksCsv,
        },
      ),
  )
  .openapi(
    listRoute("deviations", {
      action: "risk.view",
      query: AttentionExportQuery,
      summary: "The deviations of a project, as CSV",
    }),
    (c) =>
      csvAsOf(
        c,
        { ...c.req.valid("param"), ...c.req.valid("query") },
        {
          file: RISK_WORDS[c.var.language].deviationFile,
          take: takeDeviationsExport,
          write: deviationsCsv,
        },
      ),
  );

/** The portfolio has the rights of the portfolio: a funder's file is empty. */
export const portfolioListRoutes = contextRoutes().openapi(
  createRoute({
    method: "get",
    path: "/export",
    ...permits("project.list"),
    tags: ["Exports"],
    summary: "The portfolio as CSV, a row a project, narrowed as asked",
    request: { query: PortfolioExportQuery },
    responses: { ...csvAnswers, 413: writeRefusals[413] },
  }),
  async (c) => {
    const { delimiter, asOf, ...asked } = c.req.valid("query");
    const { language, now } = c.var;
    const moment = asOfInstant(asOf, now);
    const portfolio = await takePortfolioExport(c.var, asked, moment);
    const name = `${PORTFOLIO_WORDS[language].fileName}-${dateInHelsinki(moment ?? now)}`;
    return csv(c, name, portfolioCsv(portfolio, language, delimiter));
  },
);
