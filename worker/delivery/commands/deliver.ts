import { addSeconds } from "date-fns";
import { and, asc, eq, isNull, lte, sql } from "drizzle-orm";
import { facts } from "../../history/tables.ts";
import { runBatch } from "../../platform/database.ts";
import type { AskedDeps } from "../../platform/env.ts";
import { type Attempted, givesUp, problemOf, waitAfter } from "../domain/attempts.ts";
import { targetOf } from "../domain/target.ts";
import { deliveries, deliveryAttempts, deliveryCursors, webhooks } from "../tables.ts";
import {
  answerSecondsMax,
  claimSeconds,
  factsPassedMax,
  failuresMax,
  REPORT_EVENTS,
  sentAtOnceMax,
} from "../terms.ts";
import { noteReaders, type Noticing, sendNotices } from "./notices.ts";
import { secretOf, signatureOf } from "./signing.ts";

export type Delivering = Pick<AskedDeps, "db" | "now" | "settings"> & Noticing;
type Due = {
  readonly delivery: typeof deliveries.$inferSelect;
  readonly webhook: typeof webhooks.$inferSelect;
};

/**
 * Takes up what has happened since it last ran, and sends what is due. Run twice, or by two at
 * once, it takes up each fact once and sends each attempt once. Gives the seconds after which it
 * should run again: one for each wait that failures have begun, and 0 where there is more to do now.
 */
export async function deliver(deps: Delivering): Promise<number[]> {
  const waits = new Set<number>();
  if (await takeUp(deps)) waits.add(0);
  // Before the letters: a mail server takes its time, and programs wait for these.
  for (const wait of await sendDue(deps)) waits.add(wait);
  await sendNotices(deps);
  return [...waits];
}

async function sendDue(deps: Delivering): Promise<Set<number>> {
  const waits = new Set<number>();
  if (deps.settings.authSecret === null) return waits;
  const due = await findDue(deps);
  if (due.length === sentAtOnceMax) waits.add(0);
  const side = 5;
  for (let start = 0; start < due.length; start += side) {
    const attempts = due.slice(start, start + side).map((one) => attempt(deps, one));
    // oxlint-disable-next-line no-await-in-loop -- a few at a time: a Worker has few connections
    for (const wait of await Promise.all(attempts)) if (wait !== null) waits.add(wait);
  }
  return waits;
}

/**
 * Makes deliveries of the facts after the cursor, in the batch that moves it. A webhook is told of
 * nothing from before it was added. Gives whether facts are left for another run.
 */
async function takeUp({ db, now }: Delivering): Promise<boolean> {
  const from = sql`(SELECT coalesce(max(seq), 0) FROM ${deliveryCursors} WHERE name = 'facts')`;
  const kinds = JSON.stringify(REPORT_EVENTS);
  const [read] = await db.all<{ until: number; last: number }>(
    sql`SELECT min(last, ${from} + ${factsPassedMax}) AS until, last
      FROM (SELECT coalesce(max(seq), 0) AS last FROM ${facts})`,
  );
  const { until, last } = read ?? { until: 0, last: 0 };
  await runBatch(db, [
    sql`INSERT INTO ${deliveries} (id, webhook, fact, event, payload, state, attempts, next_at, created_at)
      SELECT 'msg_' || lower(hex(randomblob(12))), w.id, f.seq, f.event,
        json_object('type', f.event, 'timestamp', f.at, 'data', json_object(
          'project', f.scope, 'report', f.detail -> '$.after.number',
          'edition', f.detail -> '$.after.edition', 'fingerprint', f.detail ->> '$.after.fingerprint')),
        'waiting', 0, ${now}, ${now}
      FROM (SELECT seq, scope, at, detail, iif(kind = 'report.submitted'
          AND detail ->> '$.after.correction' IS NOT NULL, 'report.corrected', kind) AS event
        FROM ${facts} WHERE seq > ${from} AND seq <= ${until}
          AND kind IN (SELECT value FROM json_each(${kinds}))) f
      JOIN ${webhooks} w ON w.project = f.scope
      WHERE w.is_enabled AND w.gave_up_at IS NULL AND w.removed_at IS NULL AND f.at >= w.created_at
        AND EXISTS (SELECT 1 FROM json_each(w.events) WHERE value = f.event)
      ON CONFLICT (webhook, fact) DO NOTHING`,
    noteReaders(now, from, until),
    sql`INSERT INTO ${deliveryCursors} (name, seq) VALUES ('facts', ${until})
      ON CONFLICT (name) DO UPDATE SET seq = max(seq, excluded.seq)`,
  ]);
  return until < last;
}

async function findDue({ db, now }: Delivering): Promise<Due[]> {
  return db
    .select({ delivery: deliveries, webhook: webhooks })
    .from(deliveries)
    .innerJoin(webhooks, eq(webhooks.id, deliveries.webhook))
    .where(
      and(
        eq(deliveries.state, "waiting"),
        lte(deliveries.nextAt, now),
        eq(webhooks.isEnabled, true),
        isNull(webhooks.gaveUpAt),
      ),
    )
    .orderBy(asc(deliveries.nextAt), asc(deliveries.fact))
    .limit(sentAtOnceMax);
}

/** One attempt, if nobody else has begun it. Gives the seconds until the next, or null. */
async function attempt(deps: Delivering, { delivery, webhook }: Due): Promise<number | null> {
  const { db } = deps;
  // Not that of the run, which can have begun long ago: a claim would have run out already.
  const now = new Date().toISOString();
  const [claimed] = await db
    .update(deliveries)
    .set({
      attempts: sql`${deliveries.attempts} + 1`,
      nextAt: addSeconds(now, claimSeconds).toISOString(),
    })
    .where(
      and(
        eq(deliveries.id, delivery.id),
        eq(deliveries.state, "waiting"),
        eq(deliveries.nextAt, delivery.nextAt),
      ),
    )
    .returning({ attempts: deliveries.attempts });
  if (!claimed) return null;
  const came = await send({ ...deps, now }, { delivery, webhook });
  const wait = came.problem === null ? null : waitAfter(claimed.attempts);
  const state = came.problem === null ? "done" : wait === null ? "failed" : "waiting";
  const nextAt = addSeconds(now, wait ?? 0).toISOString();
  const hasGivenUp = sql`iif(${webhooks.failures} + 1 >= ${failuresMax}, ${now}, NULL)`;
  await runBatch(db, [
    db.insert(deliveryAttempts).values({ ...came, delivery: delivery.id, at: now }),
    db
      .update(deliveries)
      .set({ state, nextAt })
      .where(and(eq(deliveries.id, delivery.id), eq(deliveries.state, "waiting"))),
    db
      .update(webhooks)
      .set(
        came.problem === null
          ? { failures: 0 }
          : { failures: sql`${webhooks.failures} + 1`, gaveUpAt: hasGivenUp },
      )
      .where(and(eq(webhooks.id, webhook.id), isNull(webhooks.gaveUpAt))),
  ]);
  return givesUp(webhook.failures + 1) ? null : wait;
}

/** Sends one message. Nothing of the answer is read but its status, and no redirect is followed. */
async function send({ settings, now }: Delivering, { delivery, webhook }: Due): Promise<Attempted> {
  const { webhookTrusted: trusted, origin: own } = settings;
  const url = targetOf(webhook.url, { trusted, own });
  if (url === null) return { status: null, milliseconds: 0, problem: "address" };
  const { id, payload: body } = delivery;
  const seconds = Math.floor(Date.parse(now) / 1000);
  const signed = await signatureOf(await secretOf(settings, webhook.id), { id, seconds, body });
  const begun = Date.now();
  const came = await answerOf(url, {
    method: "POST",
    redirect: "manual",
    headers: { ...signed, "content-type": "application/json", "user-agent": "Etappi" },
    body,
    signal: AbortSignal.timeout(answerSecondsMax * 1000),
  });
  return { ...came, milliseconds: Date.now() - begun };
}

async function answerOf(url: string, init: RequestInit) {
  try {
    const { status, body } = await fetch(url, init);
    await body?.cancel();
    return { status, problem: problemOf(status) };
  } catch (error) {
    const isLate = error instanceof Error && error.name === "TimeoutError";
    return { status: null, problem: isLate ? ("timeout" as const) : ("unreachable" as const) };
  }
}
