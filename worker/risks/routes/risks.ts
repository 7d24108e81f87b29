import { createRoute } from "@hono/zod-openapi";
import * as z from "zod";
import {
  contextRoutes,
  ifMatch,
  ifMatchGiven,
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
import { addRisk, changeRisk, reviewRisk } from "../commands/risks.ts";
import { ChangeRisk, CreateRisk, RiskHistory, RiskList, RiskView } from "../contract.ts";
import { loadRiskHistory } from "../queries/history.ts";
import { listRisks, loadRisk } from "../queries/register.ts";
import { RISK_STATES } from "../terms.ts";
import {
  askedBy,
  entriesAsked,
  historyQuery,
  narrowing,
  numberParams,
  params,
  placeOf,
} from "./asked.ts";

export const riskRoutes = contextRoutes()
  .openapi(
    createRoute({
      method: "get",
      path: "/{project}/risks",
      ...permits("risk.view"),
      tags: ["Risks"],
      summary: "What could go otherwise than planned, by number",
      request: {
        params,
        query: z.object({ ...narrowing, state: z.enum(RISK_STATES).optional() }),
      },
      responses: { 200: json(RiskList, "A page of risks"), ...readRefusals },
    }),
    async (c) => {
      const { asked, limit } = askedBy(c.req.valid("query"), c.var.now);
      const rows = await listRisks(c.var, c.req.valid("param").project, asked);
      return c.json(
        listed(rows, limit, ({ number }) => String(number)),
        200,
      );
    },
  )
  .openapi(
    createRoute({
      method: "post",
      path: "/{project}/risks",
      ...permits("risk.manage"),
      tags: ["Risks"],
      summary: "Adds a risk; it gets the next number",
      request: { params, headers: keyHeader, body: jsonBody(CreateRisk) },
      responses: { 201: json(RiskView, "Added"), ...writeRefusals },
    }),
    async (c) => {
      const { project } = c.req.valid("param");
      const answer = await addRisk(c.var, project, c.req.valid("json"));
      c.header("Location", locationOf(c, answer.body));
      return c.json(written(c, answer), 201);
    },
  )
  .openapi(
    createRoute({
      method: "get",
      path: "/{project}/risks/{number}",
      ...permits("risk.view"),
      tags: ["Risks"],
      summary: "One risk",
      request: { params: numberParams },
      responses: { 200: json(RiskView, "The risk"), ...readRefusals },
    }),
    async (c) => {
      // Whether a review is overdue changes at midnight while the version stays.
      c.header("Cache-Control", "private, no-store");
      const { hash: _hash, ...view } = await loadRisk(c.var, placeOf(c.req.valid("param")));
      return c.json(versioned(c, view), 200);
    },
  )
  .openapi(
    createRoute({
      method: "patch",
      path: "/{project}/risks/{number}",
      ...permits("risk.manage"),
      tags: ["Risks"],
      summary: "Changes a risk, closes it with a reason, or opens it again",
      request: { params: numberParams, headers: versionHeaders, body: jsonBody(ChangeRisk) },
      responses: { 200: json(RiskView, "Changed"), ...versionRefusals },
    }),
    async (c) => {
      const at = placeOf(c.req.valid("param"));
      const answer = await changeRisk(c.var, at, ifMatch(c), c.req.valid("json"));
      return c.json(written(c, answer), 200);
    },
  )
  .openapi(
    createRoute({
      method: "post",
      path: "/{project}/risks/{number}/review",
      ...permits("risk.manage"),
      tags: ["Risks"],
      summary: "Looked at, nothing changed: the risk is reviewed today",
      request: { params: numberParams, headers: versionHeaders },
      responses: {
        200: json(RiskView, "Reviewed"),
        ...writeRefusals,
        412: versionRefusals[412],
      },
    }),
    async (c) => {
      const at = placeOf(c.req.valid("param"));
      return c.json(written(c, await reviewRisk(c.var, at, ifMatchGiven(c))), 200);
    },
  )
  .openapi(
    createRoute({
      method: "get",
      path: "/{project}/risks/{number}/history",
      ...permits("risk.view"),
      tags: ["Risks"],
      summary: "Every change of a risk, newest first",
      request: { params: numberParams, query: historyQuery },
      responses: { 200: json(RiskHistory, "A page of the history"), ...readRefusals },
    }),
    async (c) => {
      const { asked, limit } = entriesAsked(c.req.valid("query"), c.var.now);
      const rows = await loadRiskHistory(c.var, placeOf(c.req.valid("param")), asked);
      return c.json(
        listed(rows, limit, ({ version }) => String(version)),
        200,
      );
    },
  );
