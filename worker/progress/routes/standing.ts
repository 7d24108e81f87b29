import { createRoute } from "@hono/zod-openapi";
import * as z from "zod";
import { moment, municipalityCode } from "../../kernel/shapes.ts";
import {
  asOfInstant,
  contextRoutes,
  json,
  momentary,
  permits,
  readRefusals,
} from "../../platform/http.ts";
import { StandingsView, StandingView } from "../contract/standing.ts";
import { loadStanding, loadStandings } from "../queries/standing.ts";

/** Municipalities over all projects that the caller may see, at most a hundred. */
export const standingRoutes = contextRoutes()
  .openapi(
    createRoute({
      method: "get",
      path: "/standings",
      ...permits("project.list"),
      tags: ["Progress"],
      summary: "Where every municipality stands over all projects that the caller may see",
      request: { query: z.object({ asOf: moment.optional() }) },
      responses: { 200: json(StandingsView, "The municipalities"), ...readRefusals },
    }),
    async (c) => {
      const asOf = asOfInstant(c.req.valid("query").asOf, c.var.now);
      return c.json(await momentary(c, await loadStandings(c.var, asOf)), 200);
    },
  )
  .openapi(
    createRoute({
      method: "get",
      path: "/{municipality}/standing",
      ...permits("project.list"),
      tags: ["Progress"],
      summary: "One municipality in all projects that the caller may see, or in one of them",
      request: {
        params: z.object({ municipality: municipalityCode }),
        query: z.object({ asOf: moment.optional(), project: z.string().max(60).optional() }),
      },
      responses: { 200: json(StandingView, "The municipality"), ...readRefusals },
    }),
    async (c) => {
      const { project, asOf: asked } = c.req.valid("query");
      const { municipality: code } = c.req.valid("param");
      const asOf = asOfInstant(asked, c.var.now);
      return c.json(await momentary(c, await loadStanding(c.var, { code, project }, asOf)), 200);
    },
  );
