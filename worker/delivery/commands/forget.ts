import { subDays } from "date-fns";
import { lt, sql } from "drizzle-orm";
import { runBatch } from "../../platform/database.ts";
import type { Deps } from "../../platform/env.ts";
import { deliveries, deliveryAttempts, reportLinks, reportNotices } from "../tables.ts";
import { deliveryKeptDays, linkKeptDays, noticeKeptDays } from "../terms.ts";

/** Drops the logs of deliveries and letters after 90 days, and links a year after they opened anything. */
export async function forgetDeliveries({ db, now }: Pick<Deps, "db" | "now">): Promise<void> {
  const before = subDays(now, deliveryKeptDays).toISOString();
  const old = sql`(SELECT id FROM ${deliveries} WHERE created_at < ${before})`;
  await runBatch(db, [
    sql`DELETE FROM ${deliveryAttempts} WHERE delivery IN ${old}`,
    db.delete(deliveries).where(lt(deliveries.createdAt, before)),
    db
      .delete(reportNotices)
      .where(lt(reportNotices.dueAt, subDays(now, noticeKeptDays).toISOString())),
    db
      .delete(reportLinks)
      .where(lt(reportLinks.expiresAt, subDays(now, linkKeptDays).toISOString())),
  ]);
}
