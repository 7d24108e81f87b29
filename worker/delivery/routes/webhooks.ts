import { createRoute } from "@hono/zod-openapi";
import * as z from "zod";
import {
  contextRoutes,
  ifMatch,
  json,
  jsonBody,
  keyHeader,
  locationOf,
  permits,
  readRefusals,
  versionHeaders,
  versionRefusals,
  writeRefusals,
  written,
} from "../../platform/http.ts";
import { addWebhook, changeWebhook, deliverAgain, removeWebhook } from "../commands/webhooks.ts";
import {
  ChangeWebhook,
  CreateWebhook,
  DeliveryList,
  DeliveryView,
  WebhookList,
  WebhookMade,
  WebhookView,
} from "../contract/webhooks.ts";
import { listDeliveries, listWebhooks } from "../queries/webhooks.ts";
import { wake } from "./messages.ts";

const params = z.object({ project: z.string().max(60) });
const webhookParams = params.extend({ id: z.string().max(60) });
const deliveryParams = webhookParams.extend({ delivery: z.string().max(60) });
const tags = ["Delivery"];

export const webhookRoutes = contextRoutes()
  .openapi(
    createRoute({
      method: "get",
      path: "/{project}/webhooks",
      ...permits("delivery.manage"),
      tags,
      summary: "Where a project's events are sent",
      request: { params },
      responses: { 200: json(WebhookList, "At most ten"), ...readRefusals },
    }),
    async (c) => c.json({ items: await listWebhooks(c.var, c.req.valid("param").project) }, 200),
  )
  .openapi(
    createRoute({
      method: "post",
      path: "/{project}/webhooks",
      ...permits("delivery.manage"),
      tags,
      summary: "Adds a webhook; the secret that signs its messages is shown this once",
      request: { params, headers: keyHeader, body: jsonBody(CreateWebhook) },
      responses: { 201: json(WebhookMade, "Added"), ...writeRefusals },
    }),
    async (c) => {
      const answer = await addWebhook(c.var, c.req.valid("param").project, c.req.valid("json"));
      c.header("Location", locationOf(c, answer.body));
      c.header("Cache-Control", "no-store");
      return c.json(written(c, answer), 201);
    },
  )
  .openapi(
    createRoute({
      method: "patch",
      path: "/{project}/webhooks/{id}",
      ...permits("delivery.manage"),
      tags,
      summary: "Changes a webhook, or turns it off and on",
      request: { params: webhookParams, headers: versionHeaders, body: jsonBody(ChangeWebhook) },
      responses: { 200: json(WebhookView, "Changed"), ...versionRefusals },
    }),
    async (c) => {
      const at = c.req.valid("param");
      const answer = await changeWebhook(c.var, at, ifMatch(c), c.req.valid("json"));
      return c.json(written(c, answer), 200);
    },
  )
  .openapi(
    createRoute({
      method: "delete",
      path: "/{project}/webhooks/{id}",
      ...permits("delivery.manage"),
      tags,
      summary: "Removes a webhook, and what waits to be sent to it",
      request: { params: webhookParams },
      responses: { 204: { description: "Removed" }, ...writeRefusals },
    }),
    async (c) => {
      const { project, id } = c.req.valid("param");
      await removeWebhook(c.var, project, id);
      return c.body(null, 204);
    },
  )
  .openapi(
    createRoute({
      method: "get",
      path: "/{project}/webhooks/{id}/deliveries",
      ...permits("delivery.manage"),
      tags,
      summary: "What was sent to a webhook lately, newest first, with every attempt",
      request: { params: webhookParams },
      responses: { 200: json(DeliveryList, "At most the last 50"), ...readRefusals },
    }),
    async (c) => {
      const { project, id } = c.req.valid("param");
      return c.json({ items: await listDeliveries(c.var, project, id) }, 200);
    },
  )
  .openapi(
    createRoute({
      method: "post",
      path: "/{project}/webhooks/{id}/deliveries/{delivery}/send",
      ...permits("delivery.manage"),
      tags,
      summary: "Sends an event again, with the same id",
      request: { params: deliveryParams, headers: keyHeader },
      responses: { 200: json(DeliveryView, "Due at once"), ...writeRefusals },
    }),
    async (c) => {
      const { project, id: webhook, delivery: id } = c.req.valid("param");
      const answer = await deliverAgain(c.var, { project, webhook, id });
      await wake(c.env, c.var.settings.origin);
      return c.json(written(c, answer), 200);
    },
  );
