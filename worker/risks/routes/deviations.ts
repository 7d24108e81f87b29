import { createRoute } from "@hono/zod-openapi";
import * as z from "zod";
import {
  contextRoutes,
  ifMatch,
  json,
  jsonBody,
  keyHeader,
  listed,
  locationOf,
  permits,
  readRefusals,
  versioned,
  versionHeaders,
  versionRefusals,
  writeRefusals,
  written,
} from "../../platform/http.ts";
import { addDeviation, changeDeviation } from "../commands/deviations.ts";
import {
  ChangeDeviation,
  CreateDeviation,
  DeviationHistory,
  DeviationList,
  DeviationView,
} from "../contract.ts";
import { loadDeviationHistory } from "../queries/history.ts";
import { listDeviations, loadDeviation } from "../queries/register.ts";
import { DEVIATION_STATES } from "../terms.ts";
import {
  askedBy,
  entriesAsked,
  historyQuery,
  narrowing,
  numberParams,
  params,
  placeOf,
} from "./asked.ts";

export const deviationRoutes = contextRoutes()
  .openapi(
    createRoute({
      method: "get",
      path: "/{project}/deviations",
      ...permits("risk.view"),
      tags: ["Risks"],
      summary: "What went otherwise than planned, by number",
      request: {
        params,
        query: z.object({ ...narrowing, state: z.enum(DEVIATION_STATES).optional() }),
      },
      responses: { 200: json(DeviationList, "A page of deviations"), ...readRefusals },
    }),
    async (c) => {
      const { asked, limit } = askedBy(c.req.valid("query"), c.var.now);
      const rows = await listDeviations(c.var, c.req.valid("param").project, asked);
      return c.json(
        listed(rows, limit, ({ number }) => String(number)),
        200,
      );
    },
  )
  .openapi(
    createRoute({
      method: "post",
      path: "/{project}/deviations",
      ...permits("risk.manage"),
      tags: ["Risks"],
      summary: "Adds a deviation; it gets the next number",
      request: { params, headers: keyHeader, body: jsonBody(CreateDeviation) },
      responses: { 201: json(DeviationView, "Added"), ...writeRefusals },
    }),
    async (c) => {
      const { project } = c.req.valid("param");
      const answer = await addDeviation(c.var, project, c.req.valid("json"));
      c.header("Location", locationOf(c, answer.body));
      return c.json(written(c, answer), 201);
    },
  )
  .openapi(
    createRoute({
      method: "get",
      path: "/{project}/deviations/{number}",
      ...permits("risk.view"),
      tags: ["Risks"],
      summary: "One deviation",
      request: { params: numberParams },
      responses: { 200: json(DeviationView, "The deviation"), ...readRefusals },
    }),
    async (c) => {
      const { hash: _hash, ...view } = await loadDeviation(c.var, placeOf(c.req.valid("param")));
      return c.json(versioned(c, view), 200);
    },
  )
  .openapi(
    createRoute({
      method: "patch",
      path: "/{project}/deviations/{number}",
      ...permits("risk.manage"),
      tags: ["Risks"],
      summary: "Changes a deviation; a day in resolvedOn resolves it, null opens it again",
      request: { params: numberParams, headers: versionHeaders, body: jsonBody(ChangeDeviation) },
      responses: { 200: json(DeviationView, "Changed"), ...versionRefusals },
    }),
    async (c) => {
      const at = placeOf(c.req.valid("param"));
      const answer = await changeDeviation(c.var, at, ifMatch(c), c.req.valid("json"));
      return c.json(written(c, answer), 200);
    },
  )
  .openapi(
    createRoute({
      method: "get",
      path: "/{project}/deviations/{number}/history",
      ...permits("risk.view"),
      tags: ["Risks"],
      summary: "Every change of a deviation, newest first",
      request: { params: numberParams, query: historyQuery },
      responses: { 200: json(DeviationHistory, "A page of the history"), ...readRefusals },
    }),
    async (c) => {
      const { asked, limit } = entriesAsked(c.req.valid("query"), c.var.now);
      const rows = await loadDeviationHistory(c.var, placeOf(c.req.valid("param")), asked);
      return c.json(
        listed(rows, limit, ({ version }) => String(version)),
        200,
      );
    },
  );
