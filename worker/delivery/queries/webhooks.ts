import { and, asc, desc, eq, inArray, isNull } from "drizzle-orm";
import { assertMay } from "../../kernel/permissions.ts";
import { notFound } from "../../kernel/refusal.ts";
import type { Deps } from "../../platform/env.ts";
import { loadProject } from "../../projects/queries/projects.ts";
import type { DeliveryView, Payload, WebhookView } from "../contract/webhooks.ts";
import { deliveries, deliveryAttempts, webhooks } from "../tables.ts";
import { deliveriesListedMax } from "../terms.ts";

type Reading = Pick<Deps, "db" | "actor">;
type WebhookRow = typeof webhooks.$inferSelect;
type DeliveryRow = typeof deliveries.$inferSelect;

export function webhookView({ hash: _hash, removedAt: _removed, ...row }: WebhookRow): WebhookView {
  return { ...row, events: [...row.events] };
}

/** The webhooks of a project, oldest first, without those that were removed. */
export async function listWebhooks(reading: Reading, project: string): Promise<WebhookView[]> {
  await loadProject(reading, project);
  assertMay(reading.actor, "delivery.manage", { project });
  const rows = await reading.db
    .select()
    .from(webhooks)
    .where(and(eq(webhooks.project, project), isNull(webhooks.removedAt)))
    .orderBy(asc(webhooks.createdAt), asc(webhooks.id));
  return rows.map(webhookView);
}

/** One webhook with its head. Refuses with `not_found` and `forbidden`. */
export async function loadWebhook(
  reading: Reading,
  project: string,
  id: string,
): Promise<WebhookRow> {
  await loadProject(reading, project);
  assertMay(reading.actor, "delivery.manage", { project });
  const [row] = await reading.db
    .select()
    .from(webhooks)
    .where(and(eq(webhooks.id, id), eq(webhooks.project, project), isNull(webhooks.removedAt)));
  if (!row) throw notFound();
  return row;
}

/** What was sent to a webhook lately, newest first, each with its attempts. */
export async function listDeliveries(
  reading: Reading,
  project: string,
  id: string,
): Promise<DeliveryView[]> {
  await loadWebhook(reading, project, id);
  const rows = await reading.db
    .select()
    .from(deliveries)
    .where(eq(deliveries.webhook, id))
    .orderBy(desc(deliveries.fact))
    .limit(deliveriesListedMax);
  return withAttempts(reading, rows);
}

/** One delivery of a webhook, as it is listed. Refuses with `not_found`. */
export async function loadDelivery(
  reading: Reading,
  { project, webhook, id }: { project: string; webhook: string; id: string },
): Promise<DeliveryView> {
  await loadWebhook(reading, project, webhook);
  const rows = await reading.db
    .select()
    .from(deliveries)
    .where(and(eq(deliveries.id, id), eq(deliveries.webhook, webhook)));
  const [view] = await withAttempts(reading, rows);
  if (!view) throw notFound();
  return view;
}

async function withAttempts({ db }: Reading, rows: DeliveryRow[]): Promise<DeliveryView[]> {
  const made = await db
    .select()
    .from(deliveryAttempts)
    .where(
      inArray(
        deliveryAttempts.delivery,
        rows.map((row) => row.id),
      ),
    )
    .orderBy(desc(deliveryAttempts.at));
  return rows.map(({ id, event, payload, state, createdAt, nextAt }) => {
    // What the deliverer has written.
    const { data } = JSON.parse(payload) as Payload;
    return {
      id,
      event,
      report: data.report,
      edition: data.edition,
      state,
      createdAt,
      nextAt: state === "waiting" ? nextAt : null,
      attempts: made
        .filter(({ delivery }) => delivery === id)
        .map(({ delivery: _delivery, ...attempt }) => attempt),
    };
  });
}
