import { createRoute } from "@hono/zod-openapi";
import * as z from "zod";
import { dateInHelsinki } from "../../kernel/instant.ts";
import {
  contextRoutes,
  ifMatch,
  json,
  jsonBody,
  keyHeader,
  limitRefusals,
  listed,
  locationOf,
  openWriteRefusals,
  pageOf,
  permits,
  readRefusals,
  versionHeaders,
  versionRefusals,
  writeRefusals,
  written,
} from "../../platform/http.ts";
import { sendFeedback } from "../commands/feedback.ts";
import { answerFeedback, closeFeedback, takeFeedback } from "../commands/handling.ts";
import {
  AnswerFeedback,
  CloseFeedback,
  FeedbackExportQuery,
  FeedbackList,
  FeedbackQuery,
  FeedbackReceived,
  FeedbackView,
  SendFeedback,
} from "../contract/feedback.ts";
import { feedbackCsv } from "../formats/csv.ts";
import { feedbackView, listFeedback, loadFeedback } from "../queries.ts";
import { WORDS } from "../words/file.ts";

const tags = ["Accessibility and feedback"];
const params = z.object({ id: z.string().max(60) });

/** Sending, open to all. */
export const feedbackRoutes = contextRoutes().openapi(
  createRoute({
    method: "post",
    path: "/",
    ...permits("open"),
    tags,
    summary: "Sends feedback; who sent it is not kept, but for an address that is given",
    request: { headers: keyHeader, body: jsonBody(SendFeedback) },
    responses: {
      201: json(FeedbackReceived, "Received: the reference, and when it is answered"),
      ...openWriteRefusals,
      401: writeRefusals[401],
      409: writeRefusals[409],
      ...limitRefusals,
    },
  }),
  async (c) => {
    const answer = await sendFeedback(c.var, c.req.valid("json"));
    c.header("Location", locationOf(c, answer.body));
    return c.json(written(c, answer), 201);
  },
);

// A file is made anew each time it is taken, so there is nothing that has not been modified.
const { 304: _notModified, ...fileRefusals } = readRefusals;

/** What an administrator does with it. */
export const handlingRoutes = contextRoutes()
  .openapi(
    createRoute({
      method: "get",
      path: "/",
      ...permits("feedback.manage"),
      tags,
      summary: "Feedback in one state, and how much waits for an answer",
      request: { query: FeedbackQuery },
      responses: { 200: json(FeedbackList, "A page of feedback"), ...readRefusals },
    }),
    async (c) => {
      const { state, ...asked } = c.req.valid("query");
      const { after, limit } = pageOf(asked);
      const { rows, ...counts } = await listFeedback(c.var, { state, after, limit: limit + 1 });
      return c.json({ ...listed(rows, limit, ({ id }) => id), ...counts }, 200);
    },
  )
  .openapi(
    createRoute({
      method: "get",
      path: "/export",
      ...permits("feedback.manage"),
      tags,
      summary: "All feedback as CSV, without addresses",
      request: { query: FeedbackExportQuery },
      responses: {
        200: {
          description: "A file",
          content: { "text/csv": { schema: z.string().meta({ format: "binary" }) } },
        },
        ...fileRefusals,
        ...limitRefusals,
      },
    }),
    async (c) => {
      const { language, now } = c.var;
      const text = feedbackCsv(await takeFeedback(c.var), language, c.req.valid("query").delimiter);
      const name = `${WORDS[language].fileName}-${dateInHelsinki(now)}`;
      c.header("Content-Disposition", `attachment; filename="${name}.csv"`);
      c.header("Content-Language", language);
      c.header("Content-Type", "text/csv; charset=utf-8");
      return c.body(text, 200);
    },
  )
  .openapi(
    createRoute({
      method: "get",
      path: "/{id}",
      ...permits("feedback.manage"),
      tags,
      summary: "One feedback by its reference",
      request: { params },
      responses: { 200: json(FeedbackView, "The feedback"), ...readRefusals },
    }),
    async (c) => {
      const row = await loadFeedback(c.var, c.req.valid("param").id);
      // Whether it is late changes without a version, so the ETag is that of the whole.
      return c.json(feedbackView(row, c.var.now), 200);
    },
  )
  .openapi(
    createRoute({
      method: "post",
      path: "/{id}/answer",
      ...permits("feedback.manage"),
      tags,
      summary: "Answers it, by letter where an address was given",
      request: { params, headers: versionHeaders, body: jsonBody(AnswerFeedback) },
      responses: { 200: json(FeedbackView, "Answered"), ...versionRefusals },
    }),
    async (c) => {
      const { id } = c.req.valid("param");
      const answer = await answerFeedback(c.var, id, ifMatch(c), c.req.valid("json"));
      return c.json(written(c, answer), 200);
    },
  )
  .openapi(
    createRoute({
      method: "post",
      path: "/{id}/close",
      ...permits("feedback.manage"),
      tags,
      summary: "Closes it with a reason",
      request: { params, headers: versionHeaders, body: jsonBody(CloseFeedback) },
      responses: { 200: json(FeedbackView, "Closed"), ...versionRefusals },
    }),
    async (c) => {
      const { id } = c.req.valid("param");
      const answer = await closeFeedback(c.var, id, ifMatch(c), c.req.valid("json"));
      return c.json(written(c, answer), 200);
    },
  );
