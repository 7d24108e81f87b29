import { createRoute } from "@hono/zod-openapi";
import * as z from "zod";
import { dateInHelsinki } from "../kernel/instant.ts";
import { page } from "../kernel/shapes.ts";
import {
  contextRoutes,
  cursorOf,
  ifMatch,
  json,
  jsonBody,
  keyHeader,
  limitRefusals,
  locationOf,
  numberedPageOf,
  permits,
  readRefusals,
  versioned,
  versionHeaders,
  versionRefusals,
  writeRefusals,
  written,
} from "../platform/http.ts";
import { changeComment, postComment, resolveThread, withdrawComment } from "./commands/comments.ts";
import { seeMentions, takeComments } from "./commands/lists.ts";
import {
  ChangeComment,
  CommentDetail,
  CommentView,
  MentionList,
  MentionsSeen,
  ResolveThread,
  ThreadList,
  WithdrawComment,
  WriteComment,
} from "./contract.ts";
import { commentsCsv } from "./formats/csv.ts";
import { listMentions } from "./queries/mentions.ts";
import { listThreads, loadCommentDetail } from "./queries/threads.ts";
import { DELIMITERS, threadsShown, threadsShownMax } from "./terms.ts";
import { WORDS } from "./words.ts";

const tags = ["Comments"];
const params = z.object({ project: z.string().max(60) });
const milestoneParams = params.extend({ number: z.string().regex(/^[1-9]\d{0,3}$/) });
const commentParams = params.extend({ id: z.string().max(60) });
const few = {
  ...page,
  limit: z.coerce.number().int().min(1).max(threadsShownMax).default(threadsShown),
};
const { 304: _notModified, ...fileRefusals } = readRefusals;
const limited = { ...versionRefusals, ...limitRefusals };

/** What is said of the milestones of a project: for those who work on it, never for its funder. */
export const commentRoutes = contextRoutes()
  .openapi(
    createRoute({
      method: "get",
      path: "/{project}/milestones/{number}/comments",
      ...permits("comment.view"),
      tags,
      summary: "The threads on a milestone, the newest first, each with its replies",
      request: {
        params: milestoneParams,
        query: z.object({
          ...few,
          municipality: z
            .string()
            .max(60)
            .optional()
            .meta({ description: "Of this cell alone: 3-digit code, or `all`" }),
          resolved: z
            .enum(["true", "false"])
            .optional()
            .meta({ description: "Resolved or open threads alone" }),
          thread: z
            .string()
            .max(60)
            .optional()
            .meta({ description: "The thread of this comment alone" }),
        }),
      },
      responses: { 200: json(ThreadList, "A page of threads"), ...readRefusals },
    }),
    async (c) => {
      const { project, number } = c.req.valid("param");
      const query = c.req.valid("query");
      const { after, limit } = numberedPageOf(query);
      const place = { project, milestone: Number(number) };
      const { next, ...list } = await listThreads(c.var, place, {
        municipality: query.municipality,
        thread: query.thread,
        resolved: query.resolved === undefined ? undefined : query.resolved === "true",
        below: after,
        limit,
      });
      return c.json({ ...list, nextCursor: next === null ? null : cursorOf(String(next)) }, 200);
    },
  )
  .openapi(
    createRoute({
      method: "post",
      path: "/{project}/milestones/{number}/comments",
      ...permits("comment.write"),
      tags,
      summary: "A comment on a milestone or one of its cells, or a reply",
      request: { params: milestoneParams, headers: keyHeader, body: jsonBody(WriteComment) },
      responses: { 201: json(CommentView, "Written"), ...writeRefusals, ...limitRefusals },
    }),
    async (c) => {
      const { project, number } = c.req.valid("param");
      const place = { project, milestone: Number(number) };
      const answer = await postComment(c.var, place, c.req.valid("json"));
      c.header("Location", locationOf(c, answer.body));
      return c.json(written(c, answer), 201);
    },
  )
  .openapi(
    createRoute({
      method: "get",
      path: "/{project}/comments/export",
      ...permits("comment.view"),
      tags: ["Exports"],
      summary: "The comments of a project, as CSV",
      request: {
        params,
        query: z.object({ delimiter: z.enum(DELIMITERS).default("semicolon") }),
      },
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
      const { project } = c.req.valid("param");
      const { language, now } = c.var;
      const items = await takeComments(c.var, project);
      const name = `${project}-${WORDS[language].fileName}-${dateInHelsinki(now)}`;
      c.header("Content-Disposition", `attachment; filename="${name}.csv"`);
      c.header("Content-Language", language);
      c.header("Content-Type", "text/csv; charset=utf-8");
      return c.body(commentsCsv(items, language, c.req.valid("query").delimiter), 200);
    },
  )
  .openapi(
    createRoute({
      method: "get",
      path: "/{project}/comments/{id}",
      ...permits("comment.view"),
      tags,
      summary: "One comment, with the newest fifty of the texts that it has had",
      request: { params: commentParams },
      responses: { 200: json(CommentDetail, "The comment"), ...readRefusals },
    }),
    async (c) => {
      const { project, id } = c.req.valid("param");
      // A name or a text can go while the version stays.
      c.header("Cache-Control", "private, no-store");
      return c.json(versioned(c, await loadCommentDetail(c.var, project, id)), 200);
    },
  )
  .openapi(
    createRoute({
      method: "patch",
      path: "/{project}/comments/{id}",
      ...permits("comment.write"),
      tags,
      summary: "Other words for one's own comment",
      request: { params: commentParams, headers: versionHeaders, body: jsonBody(ChangeComment) },
      responses: { 200: json(CommentView, "Changed"), ...limited },
    }),
    async (c) => {
      const at = c.req.valid("param");
      const answer = await changeComment(c.var, at, ifMatch(c), c.req.valid("json"));
      return c.json(written(c, answer), 200);
    },
  )
  .openapi(
    createRoute({
      method: "post",
      path: "/{project}/comments/{id}/withdraw",
      ...permits("comment.write"),
      tags,
      summary: "Takes one's own comment back; a lead removes another's with a reason",
      request: { params: commentParams, headers: versionHeaders, body: jsonBody(WithdrawComment) },
      responses: { 200: json(CommentView, "Its words are gone"), ...versionRefusals },
    }),
    async (c) => {
      const at = c.req.valid("param");
      const answer = await withdrawComment(c.var, at, ifMatch(c), c.req.valid("json"));
      return c.json(written(c, answer), 200);
    },
  )
  .openapi(
    createRoute({
      method: "post",
      path: "/{project}/comments/{id}/resolve",
      ...permits("comment.write"),
      tags,
      summary: "Resolves a thread, or opens it again",
      request: { params: commentParams, headers: versionHeaders, body: jsonBody(ResolveThread) },
      responses: { 200: json(CommentView, "The first comment of the thread"), ...limited },
    }),
    async (c) => {
      const at = c.req.valid("param");
      const answer = await resolveThread(c.var, at, ifMatch(c), c.req.valid("json"));
      return c.json(written(c, answer), 200);
    },
  );

/** Where one is named, in all projects. */
export const mentionRoutes = contextRoutes()
  .openapi(
    createRoute({
      method: "get",
      path: "/",
      ...permits("mention.view"),
      tags,
      summary: "Comments that name the one who asks, the newest first",
      request: { query: z.object(few) },
      responses: { 200: json(MentionList, "A page of mentions"), ...readRefusals },
    }),
    async (c) => {
      const { after, limit } = numberedPageOf(c.req.valid("query"));
      const { next, ...list } = await listMentions(c.var, { below: after, limit });
      return c.json({ ...list, nextCursor: next === null ? null : cursorOf(String(next)) }, 200);
    },
  )
  .openapi(
    createRoute({
      method: "post",
      path: "/seen",
      ...permits("mention.view"),
      tags,
      summary: "One has looked at all of them until now",
      request: { headers: keyHeader },
      responses: { 200: json(MentionsSeen, "Seen"), ...writeRefusals },
    }),
    async (c) => c.json(written(c, await seeMentions(c.var)), 200),
  );
