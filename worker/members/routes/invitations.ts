import { createRoute } from "@hono/zod-openapi";
import * as z from "zod";
import {
  contextRoutes,
  json,
  jsonBody,
  keyHeader,
  limitRefusals,
  locationOf,
  openWriteRefusals,
  permits,
  readRefusals,
  writeRefusals,
  written,
} from "../../platform/http.ts";
import {
  acceptInvitation,
  invite,
  lookAtInvitation,
  revokeInvitation,
  sendInvitation,
} from "../commands/invitations.ts";
import {
  Accepted,
  InvitationList,
  InvitationMade,
  InvitationOffer,
  InvitationToken,
  Invite,
} from "../contract.ts";
import { listInvitations } from "../queries.ts";

const params = z.object({ project: z.string().max(60) });
const invitationParams = params.extend({ id: z.string().max(60) });
const tags = ["Invitations"];

/** What the holder of a link sees before signing in. */
export const offerRoutes = contextRoutes().openapi(
  createRoute({
    method: "post",
    path: "/look",
    ...permits("open"),
    tags,
    summary: "What the holder of an invitation's link is offered",
    request: { body: jsonBody(InvitationToken) },
    responses: {
      200: json(InvitationOffer, "The offer"),
      ...openWriteRefusals,
      ...limitRefusals,
      401: writeRefusals[401],
      404: writeRefusals[404],
      409: writeRefusals[409],
    },
  }),
  async (c) => {
    c.header("Cache-Control", "no-store");
    return c.json(await lookAtInvitation(c.var, c.req.valid("json")), 200);
  },
);

export const acceptRoutes = contextRoutes().openapi(
  createRoute({
    method: "post",
    path: "/accept",
    ...permits("invitation.accept"),
    tags,
    summary: "Takes the role that was offered, once, with the address that was invited",
    request: { headers: keyHeader, body: jsonBody(InvitationToken) },
    responses: { 200: json(Accepted, "Accepted"), ...writeRefusals },
  }),
  async (c) => c.json(written(c, await acceptInvitation(c.var, c.req.valid("json"))), 200),
);

export const invitationRoutes = contextRoutes()
  .openapi(
    createRoute({
      method: "get",
      path: "/{project}/invitations",
      ...permits("member.manage"),
      tags,
      summary: "The invitations to a project, newest first",
      request: { params },
      responses: { 200: json(InvitationList, "At most the last 200"), ...readRefusals },
    }),
    async (c) => c.json({ items: await listInvitations(c.var, c.req.valid("param").project) }, 200),
  )
  .openapi(
    createRoute({
      method: "post",
      path: "/{project}/invitations",
      ...permits("member.manage"),
      tags,
      summary: "Offers somebody a role by e-mail; the link is shown this once",
      request: { params, headers: keyHeader, body: jsonBody(Invite) },
      responses: { 201: json(InvitationMade, "Invited"), ...writeRefusals, ...limitRefusals },
    }),
    async (c) => {
      const answer = await invite(c.var, c.req.valid("param").project, c.req.valid("json"));
      c.header("Location", locationOf(c, answer.body));
      c.header("Cache-Control", "no-store");
      return c.json(written(c, answer), 201);
    },
  )
  .openapi(
    createRoute({
      method: "post",
      path: "/{project}/invitations/{id}/send",
      ...permits("member.manage"),
      tags,
      summary: "Sends an invitation again; the link before opens nothing any more",
      request: { params: invitationParams, headers: keyHeader },
      responses: { 200: json(InvitationMade, "Sent"), ...writeRefusals, ...limitRefusals },
    }),
    async (c) => {
      const { project, id } = c.req.valid("param");
      c.header("Cache-Control", "no-store");
      return c.json(written(c, await sendInvitation(c.var, project, id)), 200);
    },
  )
  .openapi(
    createRoute({
      method: "delete",
      path: "/{project}/invitations/{id}",
      ...permits("member.manage"),
      tags,
      summary: "Takes an invitation back",
      request: { params: invitationParams },
      responses: { 204: { description: "Taken back" }, ...writeRefusals },
    }),
    async (c) => {
      const { project, id } = c.req.valid("param");
      await revokeInvitation(c.var, project, id);
      return c.body(null, 204);
    },
  );
