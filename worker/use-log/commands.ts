import { subYears } from "date-fns";
import { lt } from "drizzle-orm";
import type { Database } from "../platform/database.ts";
import { uses } from "./tables.ts";
import { keptYears } from "./terms.ts";

/** Drops lines that have been kept for five years. */
export async function forgetUses(db: Database, now: string): Promise<void> {
  await db.delete(uses).where(lt(uses.at, subYears(now, keptYears).toISOString()));
}
