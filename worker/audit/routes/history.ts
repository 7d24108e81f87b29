import { createRoute, z } from "@hono/zod-openapi";
import type { Context } from "hono";
import {
  asInstant,
  dateInHelsinki,
  endOfDateInHelsinki,
  isDate,
  startOfDateInHelsinki,
} from "../../kernel/instant.ts";
import { Refusal } from "../../kernel/refusal.ts";
import type { AppEnv } from "../../platform/env.ts";
import {
  contextRoutes,
  cursorOf,
  json,
  limitRefusals,
  pageOf,
  permits,
  readRefusals,
} from "../../platform/http.ts";
import { assertWhole, takeFacts, takeHistory, verifyHistory } from "../commands/history.ts";
import {
  FactList,
  HistoryExportQuery,
  HistoryQuery,
  VerifyQuery,
  VerifyView,
} from "../contract/history.ts";
import { historyCsv } from "../formats/csv.ts";
import { jsonLines } from "../formats/jsonl.ts";
import { loadHistory, type Position } from "../queries/history.ts";
import { WORDS } from "../words/history.ts";

const tags = ["History"];
const file = { schema: z.string().meta({ format: "binary" }) };
const { 304: _notModified, ...fileRefusals } = readRefusals;

type Period = { readonly since?: string | undefined; readonly until?: string | undefined };

/** A day counts from its beginning to its end, in Helsinki. */
const instants = ({ since, until }: Period) => ({
  since: since && (isDate(since) ? startOfDateInHelsinki(since) : asInstant(since)),
  until: until && (isDate(until) ? endOfDateInHelsinki(until) : asInstant(until)),
});

export const historyRoutes = contextRoutes()
  .openapi(
    createRoute({
      method: "get",
      path: "/",
      ...permits("history.view"),
      tags,
      summary: "What happened: who, in which role, when, from what to what and why; newest first",
      request: { query: HistoryQuery },
      responses: {
        200: json(FactList, "A page; it can be short and yet have a next"),
        ...readRefusals,
      },
    }),
    async (c) => {
      const { limit: _limit, cursor: _cursor, ...asked } = c.req.valid("query");
      const { after, limit } = pageOf(c.req.valid("query"));
      const page = { before: positionIn(after), limit };
      const { items, next } = await loadHistory(c.var, { ...asked, ...instants(asked) }, page);
      const nextCursor = next && cursorOf(`${Date.parse(next.at)}-${next.number}`);
      return c.json({ items, nextCursor }, 200);
    },
  )
  .openapi(
    createRoute({
      method: "get",
      path: "/verify",
      ...permits("history.view"),
      tags,
      summary: "Whether the chain of facts holds, page by page, and what is shown says the same",
      request: { query: VerifyQuery },
      responses: { 200: json(VerifyView, "A page of it"), ...readRefusals, ...limitRefusals },
    }),
    async (c) => c.json(await verifyHistory(c.var, c.req.valid("query")), 200),
  )
  .openapi(
    createRoute({
      method: "get",
      path: "/export",
      ...permits("history.view"),
      tags,
      summary: "Every fact with its hash, as JSON Lines that can be checked anywhere; or CSV",
      request: { query: HistoryExportQuery },
      responses: {
        200: {
          description: "A file",
          content: { "application/jsonl": file, "text/csv": file },
        },
        ...fileRefusals,
        ...limitRefusals,
      },
    }),
    exported,
  );

async function exported(c: Context<AppEnv, string, { out: { query: HistoryExportQuery } }>) {
  const { format, delimiter, scope, ...asked } = c.req.valid("query");
  const { language, now } = c.var;
  const name = `${asked.project ?? (scope === "all" ? "etappi" : "county")}-${WORDS[language].fileName}`;
  c.header(
    "Content-Disposition",
    `attachment; filename="${name}-${dateInHelsinki(now)}.${format}"`,
  );
  if (format === "csv") {
    if (scope !== undefined) throw onlyWhole("scope");
    const pages = await takeHistory(c.var, { ...asked, ...instants(asked) });
    c.header("Content-Type", "text/csv; charset=utf-8");
    c.header("Content-Language", language);
    return c.body(streamOf(historyCsv(pages, language, delimiter)), 200);
  }
  assertWhole(asked);
  const { project } = asked;
  const { header, pages } = await takeFacts(c.var, { project, scope });
  c.header("Content-Type", "application/jsonl");
  return c.body(streamOf(jsonLines(header, pages)), 200);
}

/** Everything at once is for restoring, and for no table. */
const onlyWhole = (path: string) =>
  new Refusal("invalid", (say) => say.invalid(), {
    problems: [{ path, message: (say) => say.unknownField() }],
  });

/** Text as it is made: nothing is made before it is read. */
function streamOf(parts: AsyncGenerator<string>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  return new ReadableStream({
    async pull(controller) {
      const part = await parts.next();
      if (part.done === true) controller.close();
      else controller.enqueue(encoder.encode(part.value));
    },
    async cancel() {
      await parts.return(undefined);
    },
  });
}

/** The place that a cursor stands for: a moment and a number. Refuses others. */
function positionIn(key: string): Position | null {
  if (key === "") return null;
  const [, ms, number] = key.match(/^(\d{1,15})-(\d{1,15})$/) ?? [];
  if (ms === undefined) {
    throw new Refusal("invalid", (say) => say.invalid(), {
      problems: [{ path: "cursor", message: (say) => say.cursorUnknown() }],
    });
  }
  return { at: new Date(Number(ms)).toISOString(), number: Number(number) };
}
