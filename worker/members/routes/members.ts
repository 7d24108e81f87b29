import { createRoute } from "@hono/zod-openapi";
import * as z from "zod";
import { PROJECT_ROLES } from "../../kernel/permissions.ts";
import { page } from "../../kernel/shapes.ts";
import {
  contextRoutes,
  ifMatch,
  json,
  jsonBody,
  listed,
  matchHeader,
  numberedPageOf,
  permits,
  readRefusals,
  versionHeaders,
  versionRefusals,
  written,
} from "../../platform/http.ts";
import { changeMember, removeMember } from "../commands/members.ts";
import { ChangeMember, MemberHistory, MemberLeft, MemberList, MemberView } from "../contract.ts";
import { listMemberHistory, listMembers } from "../queries.ts";

const params = z.object({ project: z.string().max(60) });
const memberParams = params.extend({
  person: z.string().max(60),
  role: z.enum(PROJECT_ROLES),
});
const tags = ["Members"];
const newest = 2_000_000_000;

export const memberRoutes = contextRoutes()
  .openapi(
    createRoute({
      method: "get",
      path: "/{project}/members",
      ...permits("member.view"),
      tags,
      summary: "Who has which role, and the municipalities that nobody speaks for",
      request: { params },
      responses: { 200: json(MemberList, "All members"), ...readRefusals },
    }),
    async (c) => c.json(await listMembers(c.var, c.req.valid("param").project), 200),
  )
  .openapi(
    createRoute({
      method: "get",
      path: "/{project}/members/history",
      ...permits("member.view"),
      tags,
      summary: "What has happened to the roles of a project, newest first",
      request: { params, query: z.object(page) },
      responses: { 200: json(MemberHistory, "A page of the history"), ...readRefusals },
    }),
    async (c) => {
      const { after, limit } = numberedPageOf(c.req.valid("query"));
      const rows = await listMemberHistory(c.var, c.req.valid("param").project, {
        below: after ?? newest,
        limit: limit + 1,
      });
      const { items, nextCursor } = listed(rows, limit, ({ seq }) => String(seq));
      return c.json({ items: items.map(({ seq: _seq, ...item }) => item), nextCursor }, 200);
    },
  )
  .openapi(
    createRoute({
      method: "patch",
      path: "/{project}/members/{person}/{role}",
      ...permits("member.manage"),
      tags,
      summary: "Changes for which municipalities a contact speaks and stands in",
      request: { params: memberParams, headers: versionHeaders, body: jsonBody(ChangeMember) },
      responses: { 200: json(MemberView, "Changed"), ...versionRefusals },
    }),
    async (c) => {
      const answer = await changeMember(
        c.var,
        c.req.valid("param"),
        ifMatch(c),
        c.req.valid("json"),
      );
      return c.json(written(c, answer), 200);
    },
  )
  .openapi(
    createRoute({
      method: "delete",
      path: "/{project}/members/{person}/{role}",
      ...permits("member.manage"),
      tags,
      summary: "Ends a role, also one's own; its municipalities go to who stands in for them",
      request: { params: memberParams, headers: matchHeader },
      responses: { 200: json(MemberLeft, "Ended, and who took over"), ...versionRefusals },
    }),
    async (c) => {
      const answer = await removeMember(c.var, c.req.valid("param"), ifMatch(c));
      return c.json(written(c, answer), 200);
    },
  );
