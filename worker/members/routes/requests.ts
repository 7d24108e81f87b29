import { createRoute } from "@hono/zod-openapi";
import * as z from "zod";
import {
  contextRoutes,
  json,
  jsonBody,
  keyHeader,
  limitRefusals,
  locationOf,
  permits,
  readRefusals,
  writeRefusals,
  written,
} from "../../platform/http.ts";
import { askAccess, decideAccess, withdrawRequest } from "../commands/requests.ts";
import {
  AccessRequestView,
  AskAccess,
  AskedAccess,
  AskedAccessList,
  DecideAccess,
  OwnAccessRequests,
} from "../contract.ts";
import { listAskedAccess, listOwnRequests } from "../queries.ts";

const params = z.object({ project: z.string().max(60) });
const requestParams = params.extend({ id: z.string().max(60) });
const tags = ["Requests for access"];

export const ownRequestRoutes = contextRoutes()
  .openapi(
    createRoute({
      method: "get",
      path: "/",
      ...permits("access.request"),
      tags,
      summary: "What one has asked for",
      responses: { 200: json(OwnAccessRequests, "Newest first"), ...readRefusals },
    }),
    async (c) => c.json({ items: await listOwnRequests(c.var) }, 200),
  )
  .openapi(
    createRoute({
      method: "post",
      path: "/",
      ...permits("access.request"),
      tags,
      summary: "Asks for a role; the answer does not tell whether there is such a project",
      request: { headers: keyHeader, body: jsonBody(AskAccess) },
      responses: { 201: json(AccessRequestView, "Asked"), ...writeRefusals, ...limitRefusals },
    }),
    async (c) => {
      const answer = await askAccess(c.var, c.req.valid("json"));
      c.header("Location", locationOf(c, answer.body));
      return c.json(written(c, answer), 201);
    },
  )
  .openapi(
    createRoute({
      method: "delete",
      path: "/{id}",
      ...permits("access.request"),
      tags,
      summary: "Takes one's own request back",
      request: { params: z.object({ id: z.string().max(60) }) },
      responses: { 204: { description: "Taken back" }, ...writeRefusals },
    }),
    async (c) => {
      await withdrawRequest(c.var, c.req.valid("param").id);
      return c.body(null, 204);
    },
  );

export const requestRoutes = contextRoutes()
  .openapi(
    createRoute({
      method: "get",
      path: "/{project}/access-requests",
      ...permits("member.manage"),
      tags,
      summary: "The requests that wait for a decision, oldest first",
      request: { params },
      responses: { 200: json(AskedAccessList, "At most a hundred"), ...readRefusals },
    }),
    async (c) => c.json({ items: await listAskedAccess(c.var, c.req.valid("param").project) }, 200),
  )
  .openapi(
    createRoute({
      method: "post",
      path: "/{project}/access-requests/{id}/decision",
      ...permits("member.manage"),
      tags,
      summary: "Grants a request, or something else than was asked for, or declines it; once",
      request: { params: requestParams, headers: keyHeader, body: jsonBody(DecideAccess) },
      responses: { 200: json(AskedAccess, "Decided"), ...writeRefusals },
    }),
    async (c) => {
      const answer = await decideAccess(c.var, c.req.valid("param"), c.req.valid("json"));
      return c.json(written(c, answer), 200);
    },
  );
