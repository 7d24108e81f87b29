import { addSeconds } from "date-fns";
import { eq, lt, sql } from "drizzle-orm";
import { integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { digest } from "../kernel/digest.ts";
import { Refusal } from "../kernel/refusal.ts";
import type { Database } from "./database.ts";
import type { Settings } from "./settings.ts";

/** How often something was done within its window. The key is a digest: no address is kept. */
export const limits = sqliteTable("limits", {
  key: text().primaryKey(),
  count: integer().notNull(),
  until: text().notNull(),
});

/** At most so many times within so many seconds, counted from the first. */
type Limit = { readonly max: number; readonly seconds: number };

/** Every limit of the service. Written here so that they can be read, and told, in one place. */
export const LIMITS = {
  /** Codes asked for from one neighbourhood, which may be an office or a meeting. */
  codeAsked: { max: 100, seconds: 3600 },
  /** Codes asked for one address from one neighbourhood: nobody uses up another's elsewhere. */
  codeMailed: { max: 10, seconds: 3600 },
  /** Codes tried in vain from one neighbourhood. */
  codeTried: { max: 60, seconds: 3600 },
  /** Sign-ins begun with the county's provider from one neighbourhood. */
  signInBegun: { max: 120, seconds: 600 },
  /** Sign-ins that came back from the provider to one neighbourhood. */
  signInEnded: { max: 240, seconds: 600 },
  /** Unknown API tokens from one neighbourhood. */
  tokenRefused: { max: 60, seconds: 600 },
  /** Invitations looked up by their token from one neighbourhood. */
  invitationTried: { max: 60, seconds: 600 },
  /** Invitations mailed by one person. */
  invited: { max: 100, seconds: 3600 },
  /** Access asked for by one person. */
  accessAsked: { max: 20, seconds: 86_400 },
  /** Tokens made by one person. */
  tokenMade: { max: 20, seconds: 3600 },
  /** Changes of one's own details. */
  accountChanged: { max: 60, seconds: 3600 },
  /** Changes of one's own saved views. */
  viewChanged: { max: 300, seconds: 3600 },
  /** Lines of the log on what one person was refused; what comes above is not written down. */
  refusalLogged: { max: 200, seconds: 3600 },
  /** Files sent in by one person. */
  fileSent: { max: 200, seconds: 86_400 },
  /** Comments written or changed, and threads resolved or opened again, by one person. */
  commented: { max: 120, seconds: 3600 },
  /** Spreadsheets read for one person. */
  sheetRead: { max: 240, seconds: 3600 },
  /** Files made for one person. */
  exported: { max: 600, seconds: 600 },
  /** Fingerprints checked from one neighbourhood. */
  fingerprintChecked: { max: 600, seconds: 600 },
  /** Shared links made by one person. */
  linkMade: { max: 60, seconds: 3600 },
  /** Shared links that open nothing, tried from one neighbourhood. */
  linkTried: { max: 60, seconds: 600 },
  /** Feedback sent from one neighbourhood. */
  feedbackSent: { max: 20, seconds: 3600 },
  /** Feedback confirmed by letter to one address from one neighbourhood. */
  feedbackMailed: { max: 5, seconds: 86_400 },
  /** Pages of facts whose chain was checked for one person. */
  historyVerified: { max: 600, seconds: 600 },
} satisfies Record<string, Limit>;

/**
 * Counts one more of something by somebody, and refuses with `rate_limited` when that is too much.
 * Costs one row. What is refused is counted too, within the same window: it ends when it would have.
 */
export async function countTowards(
  { db, now, settings }: Counting,
  name: keyof typeof LIMITS,
  whose: string,
): Promise<void> {
  const { max, seconds } = LIMITS[name];
  const [counted] = await db
    .insert(limits)
    .values({
      key: await keyOf({ settings }, name, whose),
      count: 1,
      until: addSeconds(now, seconds).toISOString(),
    })
    .onConflictDoUpdate({
      target: limits.key,
      set: {
        count: sql`iif(${limits.until} <= ${now}, 1, ${limits.count} + 1)`,
        until: sql`iif(${limits.until} <= ${now}, excluded.until, ${limits.until})`,
      },
    })
    .returning();
  if (counted && counted.count > max) {
    const wait = Math.ceil((Date.parse(counted.until) - Date.parse(now)) / 1000);
    throw new Refusal("rate_limited", (say) => say.rateLimited(Math.ceil(wait / 60)), {
      retryAfter: wait,
    });
  }
}

/** Takes one back: it was no attempt after all. */
export async function uncount(
  { db, settings }: Counting,
  name: keyof typeof LIMITS,
  whose: string,
): Promise<void> {
  await db
    .update(limits)
    .set({ count: sql`${limits.count} - 1` })
    .where(eq(limits.key, await keyOf({ settings }, name, whose)));
}

type Counting = {
  readonly db: Database;
  readonly now: string;
  readonly settings: Pick<Settings, "authSecret">;
};

/** With the deployment's secret, because four billion addresses are soon tried. */
const keyOf = ({ settings }: Pick<Counting, "settings">, name: string, whose: string) =>
  digest(`${settings.authSecret ?? ""} ${name} ${whose}`);

export async function forgetLimits(db: Database, now: string): Promise<void> {
  await db.delete(limits).where(lt(limits.until, now));
}
