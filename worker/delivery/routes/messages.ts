import { createMiddleware } from "hono/factory";
import { openDatabase } from "../../platform/database.ts";
import type { AppEnv } from "../../platform/env.ts";
import { mailerOf } from "../../platform/mail.ts";
import { settingsOf } from "../../platform/settings.ts";
import { deliver } from "../commands/deliver.ts";
import { forgetDeliveries } from "../commands/forget.ts";

/**
 * What stands in the queue: that there may be something to do, and where the service was found, for
 * the letters. The rest is in facts.
 */
type Message = { readonly kind: "deliver"; readonly origin: string | null };

/**
 * Says that there may be something to deliver. Where that is lost nothing is: the schedule looks
 * every quarter of an hour.
 */
export async function wake(env: Env, origin: string | null, delaySeconds = 0): Promise<void> {
  const message: Message = { kind: "deliver", origin };
  await env.DELIVERIES.send(message, { delaySeconds }).catch((cause: unknown) => {
    console.error(JSON.stringify({ message: "deliverer not woken", cause: String(cause) }));
  });
}

/** Wakes the deliverer when what it looks for may have been written. */
export const wakes = createMiddleware<AppEnv>(async (c, next) => {
  await next();
  if (c.req.method === "POST" && c.res.ok) await wake(c.env, c.var.settings.origin);
});

/** Delivers what there is to deliver, for whoever was first to say so. */
async function deliverNow(env: Env, found: string | null): Promise<void> {
  const now = new Date().toISOString();
  const db = openDatabase(env.DB);
  const settings = settingsOf(env, found ?? nowhere);
  const origin = settings.origin === nowhere ? null : settings.origin;
  const mailer = mailerOf(settings, { db, now });
  const waits = await deliver({ db, now, settings, mailer, origin });
  await Promise.all(waits.map((seconds) => wake(env, origin, seconds)));
}

/** The schedule is not asked at an address, and `ORIGIN` need not be set. */
const nowhere = "https://etappi.invalid";

/** What the schedule does: delivers what a lost message has left, and forgets what is old. */
export async function lookAgain(env: Env): Promise<void> {
  await deliverNow(env, null);
  await forgetDeliveries({ db: openDatabase(env.DB), now: new Date().toISOString() });
}

/** One look is enough for all messages of a batch: they say the same. */
export async function takeMessages({ messages }: MessageBatch, env: Env): Promise<void> {
  // `wake` alone writes them.
  const [first] = messages as readonly { readonly body: Message }[];
  await deliverNow(env, first?.body.origin ?? null);
}
