import { createRoute } from "@hono/zod-openapi";
import * as z from "zod";
import { moment, page } from "../../kernel/shapes.ts";
import {
  asOfInstant,
  contextRoutes,
  json,
  listed,
  numberedPageOf,
  permits,
  readRefusals,
} from "../../platform/http.ts";
import { MilestoneHistory } from "../contract/progress.ts";
import { loadMilestoneHistory } from "../queries/histories.ts";

const newest = 2_000_000_000;

/** What was said of many cells together. */
export const milestoneHistoryRoutes = contextRoutes().openapi(
  createRoute({
    method: "get",
    path: "/{project}/milestones/{number}/history",
    ...permits("progress.history"),
    tags: ["Progress"],
    summary: "Every change of a milestone's cells together, newest first",
    request: {
      params: z.object({
        project: z.string().max(60),
        number: z.string().regex(/^[1-9]\d{0,3}$/),
      }),
      query: z.object({ ...page, asOf: moment.optional() }),
    },
    responses: { 200: json(MilestoneHistory, "A page of the history"), ...readRefusals },
  }),
  async (c) => {
    const { project, number } = c.req.valid("param");
    const query = c.req.valid("query");
    const { after, limit } = numberedPageOf(query);
    const place = { project, milestone: Number(number) };
    const rows = await loadMilestoneHistory(c.var, place, {
      below: after ?? newest,
      limit: limit + 1,
      until: asOfInstant(query.asOf, c.var.now),
    });
    return c.json(
      listed(rows, limit, ({ seq }) => String(seq)),
      200,
    );
  },
);
