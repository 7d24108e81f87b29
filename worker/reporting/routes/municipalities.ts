import { createRoute } from "@hono/zod-openapi";
import * as z from "zod";
import { dateInHelsinki } from "../../kernel/instant.ts";
import { municipalityCode } from "../../kernel/shapes.ts";
import { asOfInstant, contextRoutes, permits } from "../../platform/http.ts";
import { takeMunicipalityExport } from "../commands/municipalities.ts";
import { AttentionExportQuery } from "../contract/exports.ts";
import { municipalityCsv } from "../formats/municipality.ts";
import { WORDS } from "../words/exports.ts";
import { csv, csvAnswers } from "./csv.ts";

export const municipalityExportRoutes = contextRoutes().openapi(
  createRoute({
    method: "get",
    path: "/{municipality}/export",
    ...permits("project.list"),
    tags: ["Exports"],
    summary: "What is followed in a municipality in all projects that the caller may see, as CSV",
    request: {
      params: z.object({ municipality: municipalityCode }),
      query: AttentionExportQuery,
    },
    responses: csvAnswers,
  }),
  async (c) => {
    const { delimiter, asOf } = c.req.valid("query");
    const { municipality } = c.req.valid("param");
    const { language, now } = c.var;
    const moment = asOfInstant(asOf, now);
    const view = await takeMunicipalityExport(c.var, municipality, moment);
    const day = dateInHelsinki(moment ?? now);
    const name = `${WORDS[language].municipalityFile}-${municipality}-${day}`;
    return csv(c, name, municipalityCsv(view, language, delimiter));
  },
);
