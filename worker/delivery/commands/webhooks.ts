import { and, eq, sql } from "drizzle-orm";
import { happened, record } from "../../history/record.ts";
import { assertMay } from "../../kernel/permissions.ts";
import { Refusal, refuseProblems } from "../../kernel/refusal.ts";
import { retrying, runBatch, type Statement } from "../../platform/database.ts";
import type { AskedDeps, Deps } from "../../platform/env.ts";
import { type Answer, commit, failsWhere } from "../../platform/requests.ts";
import { randomId } from "../../platform/secrets.ts";
import { assertVersion } from "../../platform/versions.ts";
import type {
  ChangeWebhook,
  CreateWebhook,
  DeliveryView,
  WebhookMade,
  WebhookView,
} from "../contract/webhooks.ts";
import { targetOf } from "../domain/target.ts";
import { listWebhooks, loadDelivery, loadWebhook, webhookView } from "../queries/webhooks.ts";
import { saidOfWebhook, webhookSubject, writeWebhook } from "../record.ts";
import { deliveries, webhooks } from "../tables.ts";
import { REPORT_EVENTS, webhooksMax } from "../terms.ts";
import { secretOf } from "./signing.ts";

type WebhookRow = typeof webhooks.$inferSelect;

/**
 * Adds a webhook. What signs its messages is in this one answer and kept nowhere. Refuses with
 * `not_found`, `forbidden`, `invalid` (no public https address) and `locked` (too many, or the
 * deployment has nothing to sign with).
 */
export async function addWebhook(
  deps: AskedDeps,
  project: string,
  input: CreateWebhook,
): Promise<Answer<WebhookMade>> {
  return retrying(async () => {
    const { db, actor, now, settings } = deps;
    const open = await listWebhooks(deps, project);
    const role = assertMay(actor, "delivery.manage", { project });
    const url = targetIn(deps, input.url);
    if (open.length >= webhooksMax) {
      throw new Refusal("locked", (say) => say.webhooksFull(webhooksMax));
    }
    const id = randomId("w");
    const secret = await secretOf(settings, id);
    const row = {
      id,
      project,
      url,
      events: inOrder(input.events),
      isEnabled: true,
      failures: 0,
      gaveUpAt: null,
      createdAt: now,
      removedAt: null,
      version: 1,
      hash: "",
    };
    const fact = await happened(deps, null, {
      scope: project,
      subject: webhookSubject(row),
      kind: "webhook.added",
      role,
      before: null,
      after: saidOfWebhook(row),
    });
    const kept = { ...webhookView(row), secret: null };
    return commit<WebhookMade>(deps, { status: 201, body: { ...kept, secret }, kept, version: 1 }, [
      ...record([fact]),
      writeWebhook(db, row, fact),
      failsWhere(sql`(SELECT count(*) FROM ${webhooks} WHERE project = ${project}
          AND removed_at IS NULL) > ${webhooksMax}`),
    ]);
  });
}

const inOrder = (events: CreateWebhook["events"]) =>
  REPORT_EVENTS.filter((event) => events.includes(event));

function targetIn({ settings }: Pick<AskedDeps, "settings">, written: string): string {
  const { webhookTrusted: trusted, origin: own } = settings;
  const url = targetOf(written, { trusted, own });
  if (url !== null) return url;
  throw new Refusal("invalid", (say) => say.invalid(), {
    problems: [{ path: "url", message: (say) => say.targetNotPublic() }],
  });
}

/**
 * Changes where a webhook leads, what it is told of, or whether anything is sent. Turned on, it
 * begins without its failures. Refuses with `not_found`, `forbidden`, `stale` and `invalid`.
 */
export async function changeWebhook(
  deps: AskedDeps,
  at: { readonly project: string; readonly id: string },
  expected: number,
  change: ChangeWebhook,
): Promise<Answer<WebhookView>> {
  return retrying(async () => {
    const before = await loadWebhook(deps, at.project, at.id);
    assertVersion(webhookView(before), expected);
    if (Object.keys(change).length === 0) {
      refuseProblems([{ path: "", message: (say) => say.nothingChanged() }]);
    }
    const { url = before.url, events = before.events, isEnabled = before.isEnabled } = change;
    const after = {
      ...before,
      url: targetIn(deps, url),
      events: inOrder([...events]),
      isEnabled,
      ...(isEnabled && { failures: 0, gaveUpAt: null }),
    };
    const { statements, version } = await told(deps, "webhook.changed", before, after);
    const body = { ...webhookView(after), version };
    return commit(deps, { status: 200, body, version }, statements);
  });
}

/** Removes a webhook, and what waits to be sent to it. Refuses with `not_found` and `forbidden`. */
export async function removeWebhook(deps: Deps, project: string, id: string): Promise<void> {
  await retrying(async () => {
    const { db, now, guard } = deps;
    const before = await loadWebhook(deps, project, id);
    const after = { ...before, isEnabled: false, removedAt: now };
    const { statements } = await told(deps, "webhook.removed", before, after);
    await runBatch(db, [
      ...(guard ? [guard] : []),
      ...statements,
      db
        .update(deliveries)
        .set({ state: "failed" })
        .where(and(eq(deliveries.webhook, id), eq(deliveries.state, "waiting"))),
    ]);
  });
}

async function told(
  deps: Deps,
  kind: "webhook.changed" | "webhook.removed",
  before: WebhookRow,
  after: WebhookRow,
): Promise<{ readonly statements: Statement[]; readonly version: number }> {
  const { project } = before;
  const fact = await happened(deps, before, {
    scope: project,
    subject: webhookSubject(before),
    kind,
    role: assertMay(deps.actor, "delivery.manage", { project }),
    before: saidOfWebhook(before),
    after: saidOfWebhook(after),
  });
  return {
    statements: [...record([fact]), writeWebhook(deps.db, after, fact)],
    version: fact.version,
  };
}

/**
 * Puts an event of a webhook among those that are due, with all its attempts before it again; the
 * attempts that were made stay in the log. Refuses with `not_found`, `forbidden`, and with `locked`
 * where nothing is sent to the webhook, or this still waits.
 */
export async function deliverAgain(
  deps: Deps,
  at: { readonly project: string; readonly webhook: string; readonly id: string },
): Promise<Answer<DeliveryView>> {
  return retrying(async () => {
    const { db, now } = deps;
    const { isEnabled, gaveUpAt } = await loadWebhook(deps, at.project, at.webhook);
    const before = await loadDelivery(deps, at);
    if (!isEnabled || gaveUpAt !== null) throw new Refusal("locked", (say) => say.webhookOff());
    if (before.state === "waiting") throw new Refusal("locked", (say) => say.deliveryWaits());
    const body = { ...before, state: "waiting" as const, nextAt: now };
    return commit(deps, { status: 200, body, version: null }, [
      db
        .update(deliveries)
        .set({ state: "waiting", attempts: 0, nextAt: now })
        .where(eq(deliveries.id, at.id)),
    ]);
  });
}
