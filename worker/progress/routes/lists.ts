import { createRoute } from "@hono/zod-openapi";
import * as z from "zod";
import { moment, municipalityCode, page } from "../../kernel/shapes.ts";
import {
  asOfInstant,
  contextRoutes,
  cursorOf,
  datedPageOf,
  json,
  momentary,
  numberedPageOf,
  permits,
  readRefusals,
} from "../../platform/http.ts";
import { AttentionView } from "../contract/attention.ts";
import { ChangesView, MomentsView } from "../contract/changes.ts";
import { FingerprintView } from "../contract/fingerprint.ts";
import { TrendView } from "../contract/trend.ts";
import { loadAttention } from "../queries/attention.ts";
import { loadChanges, loadMoments } from "../queries/changes.ts";
import { loadFingerprint } from "../queries/fingerprint.ts";
import { loadTrend } from "../queries/trend.ts";
import { ATTENTION, MOVES } from "../terms.ts";

const params = z.object({ project: z.string().max(60) });

/** What needs a look, and what moved. */
export const progressListRoutes = contextRoutes()
  .openapi(
    createRoute({
      method: "get",
      path: "/{project}/attention",
      ...permits("progress.view"),
      tags: ["Progress"],
      summary: "What needs a look, each row with its reason, the weightiest kind first",
      request: {
        params,
        query: z.object({ ...page, asOf: moment.optional(), kind: z.enum(ATTENTION).optional() }),
      },
      responses: { 200: json(AttentionView, "A page of the list"), ...readRefusals },
    }),
    async (c) => {
      const query = c.req.valid("query");
      const { after, limit } = numberedPageOf(query);
      const { next, ...view } = await loadAttention(c.var, c.req.valid("param").project, {
        kind: query.kind,
        after: after ?? 0,
        limit,
        asOf: asOfInstant(query.asOf, c.var.now),
      });
      const nextCursor = next === null ? null : cursorOf(String(next));
      return c.json(await momentary(c, { ...view, nextCursor }), 200);
    },
  )
  .openapi(
    createRoute({
      method: "get",
      path: "/{project}/changes",
      ...permits("progress.view"),
      tags: ["Progress"],
      summary: "What moved between two moments, and the figures at both",
      request: {
        params,
        query: z.object({
          ...page,
          since: moment,
          until: moment.optional(),
          kind: z.enum(MOVES).optional(),
        }),
      },
      responses: { 200: json(ChangesView, "A page of cells that moved"), ...readRefusals },
    }),
    async (c) => {
      const query = c.req.valid("query");
      const { after, limit } = numberedPageOf(query);
      const { now } = c.var;
      const { next, ...view } = await loadChanges(c.var, c.req.valid("param").project, {
        since: asOfInstant(query.since, now, "since") ?? now,
        until: asOfInstant(query.until, now, "until"),
        kind: query.kind,
        after: after ?? 0,
        limit,
      });
      const nextCursor = next === null ? null : cursorOf(String(next));
      return c.json({ ...view, nextCursor }, 200);
    },
  )
  .openapi(
    createRoute({
      method: "get",
      path: "/{project}/moments",
      ...permits("progress.view"),
      tags: ["Progress"],
      summary: "The days on which something happened in the project, newest first",
      request: { params, query: z.object(page) },
      responses: { 200: json(MomentsView, "A page of days"), ...readRefusals },
    }),
    async (c) => {
      const { project } = c.req.valid("param");
      const { items, next } = await loadMoments(c.var, project, datedPageOf(c.req.valid("query")));
      return c.json({ items, nextCursor: next === null ? null : cursorOf(next) }, 200);
    },
  )
  .openapi(
    createRoute({
      method: "get",
      path: "/{project}/trend",
      ...permits("progress.view"),
      tags: ["Progress"],
      summary: "How a project has come along since its start, against its plan, month by month",
      request: {
        params,
        query: z.object({ asOf: moment.optional(), municipality: municipalityCode.optional() }),
      },
      responses: { 200: json(TrendView, "At most 60 points"), ...readRefusals },
    }),
    async (c) => {
      const { asOf, municipality } = c.req.valid("query");
      const view = await loadTrend(c.var, c.req.valid("param").project, {
        asOf: asOfInstant(asOf, c.var.now),
        municipality,
      });
      return c.json(await momentary(c, view), 200);
    },
  )
  .openapi(
    createRoute({
      method: "get",
      path: "/{project}/fingerprint",
      ...permits("progress.view"),
      tags: ["Progress"],
      summary: "What the status of a moment comes to, in 64 hexadecimal digits to print and check",
      request: { params, query: z.object({ asOf: moment.optional() }) },
      responses: { 200: json(FingerprintView, "The fingerprint"), ...readRefusals },
    }),
    async (c) => {
      const asOf = asOfInstant(c.req.valid("query").asOf, c.var.now);
      return c.json(await loadFingerprint(c.var, c.req.valid("param").project, asOf), 200);
    },
  );
