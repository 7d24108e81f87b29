import { createRoute } from "@hono/zod-openapi";
import {
  contextRoutes,
  ifMatch,
  json,
  jsonBody,
  matchHeader,
  openReadRefusals,
  permits,
  readRefusals,
  versioned,
  versionRefusals,
  written,
} from "../../platform/http.ts";
import { approveStatement } from "../commands/statement.ts";
import { ApproveStatement, StatementView } from "../contract/statement.ts";
import { findStatement, statementView } from "../queries.ts";
import { DRAFT } from "../words/draft.ts";

const tags = ["Accessibility and feedback"];

/** The statement, open to all. */
export const statementRoutes = contextRoutes().openapi(
  createRoute({
    method: "get",
    path: "/",
    ...permits("open"),
    tags,
    summary: "The accessibility statement (Act 306/2019), also as a draft that nobody has approved",
    responses: {
      200: json(StatementView, "The statement in three languages"),
      ...openReadRefusals,
      401: readRefusals[401],
    },
  }),
  async (c) => {
    const view = statementView(await findStatement(c.var), DRAFT);
    // The draft changes with the code and not with a version.
    return c.json(view.version === 0 ? view : versioned(c, view), 200);
  },
);

export const approvalRoutes = contextRoutes().openapi(
  createRoute({
    method: "put",
    path: "/",
    ...permits("statement.manage"),
    tags,
    summary: "Approves and publishes the statement as a whole; the version of the draft is 0",
    request: { headers: matchHeader, body: jsonBody(ApproveStatement) },
    responses: { 200: json(StatementView, "Published"), ...versionRefusals },
  }),
  async (c) => {
    const answer = await approveStatement(c.var, ifMatch(c), c.req.valid("json"));
    return c.json(written(c, answer), 200);
  },
);
