import * as z from "zod";
import { ATTEMPT_PROBLEMS, DELIVERY_STATES, REPORT_EVENTS, urlLengthMax } from "../terms.ts";

const events = z.array(z.enum(REPORT_EVENTS));
const url = z.string().trim().min(1).max(urlLengthMax).meta({
  description: "https, at a public name or address",
  example: "https://rahoittaja.example/etappi",
});
const chosenEvents = events
  .min(1)
  .max(REPORT_EVENTS.length)
  .refine((all) => new Set(all).size === all.length, { params: { sentence: "wrongFormat" } });

export const CreateWebhook = z
  .strictObject({ url, events: chosenEvents.default([...REPORT_EVENTS]) })
  .meta({ id: "CreateWebhook" });
export type CreateWebhook = z.output<typeof CreateWebhook>;

export const ChangeWebhook = z
  .strictObject({ url, events: chosenEvents, isEnabled: z.boolean() })
  .partial()
  .meta({ id: "ChangeWebhook" });
export type ChangeWebhook = z.infer<typeof ChangeWebhook>;

export const WebhookView = z
  .object({
    id: z.string(),
    project: z.string(),
    url: z.string(),
    events,
    isEnabled: z.boolean(),
    failures: z.number().int().meta({ description: "Attempts that failed since the last success" }),
    gaveUpAt: z.string().nullable().meta({
      description: "When the service stopped sending by itself, after many failures",
    }),
    createdAt: z.string(),
    version: z.number().int(),
  })
  .meta({ id: "Webhook" });
export type WebhookView = z.infer<typeof WebhookView>;
export const WebhookList = z.object({ items: z.array(WebhookView) }).meta({ id: "WebhookList" });
export type WebhookList = z.infer<typeof WebhookList>;

/** `secret` signs what is sent. It is shown this once; null when asked again. */
export const WebhookMade = WebhookView.extend({ secret: z.string().nullable() }).meta({
  id: "WebhookMade",
});
export type WebhookMade = z.infer<typeof WebhookMade>;

const Attempt = z.object({
  at: z.string(),
  status: z.number().int().nullable().meta({ description: "Null where nothing was answered" }),
  milliseconds: z.number().int(),
  problem: z.enum(ATTEMPT_PROBLEMS).nullable(),
});

export const DeliveryView = z
  .object({
    id: z.string().meta({ description: "The same at each attempt: `webhook-id`" }),
    event: z.enum(REPORT_EVENTS),
    report: z.number().int(),
    edition: z.number().int(),
    state: z.enum(DELIVERY_STATES),
    createdAt: z.string(),
    nextAt: z.string().nullable().meta({ description: "When it is tried next" }),
    attempts: z.array(Attempt).meta({ description: "Newest first" }),
  })
  .meta({ id: "Delivery" });
export type DeliveryView = z.infer<typeof DeliveryView>;
export const DeliveryList = z.object({ items: z.array(DeliveryView) }).meta({ id: "DeliveryList" });
export type DeliveryList = z.infer<typeof DeliveryList>;

/** The body that is sent: nothing internal, and no person. */
export const Payload = z.object({
  type: z.enum(REPORT_EVENTS),
  timestamp: z.string(),
  data: z.object({
    project: z.string(),
    report: z.number().int(),
    edition: z.number().int(),
    fingerprint: z.string().nullable(),
  }),
});
export type Payload = z.infer<typeof Payload>;
