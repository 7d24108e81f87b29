import { type SQL, sql } from "drizzle-orm";
import { keptMonths } from "../../feedback/terms.ts";
import { facts } from "../../history/tables.ts";
import { assertMay } from "../../kernel/permissions.ts";
import type { Deps } from "../../platform/env.ts";
import { keptYears } from "../../use-log/terms.ts";
import type { RetentionView } from "../contract/retention.ts";
import { projects } from "../tables.ts";
import { loadWithProgramme } from "./projects.ts";

/**
 * How long what a project leaves behind is kept: reports, evidence and facts as its programme says,
 * the rest by times of their own. Refuses with `not_found` and `forbidden`.
 */
export async function loadRetention(
  reading: Pick<Deps, "db" | "actor">,
  slug: string,
): Promise<RetentionView> {
  const { programme } = await loadWithProgramme(reading, slug, null);
  assertMay(reading.actor, "project.view", { project: slug });
  const { retainUntil: until, retentionBasis: basis } = programme;
  return {
    items: [
      { class: "funding_evidence", until, months: null, basis },
      { class: "comments", until: null, months: null, basis: "" },
      { class: "feedback", until: null, months: keptMonths, basis: "" },
      { class: "use_log", until: null, months: keptYears * 12, basis: "" },
    ],
  };
}

/** Whether a report of any project of a programme was ever submitted, as a condition. */
export const isReportedIn = (programme: string): SQL => sql`EXISTS (
  SELECT 1 FROM ${projects} p JOIN ${facts} f
    ON f.subject > 'report:' || p.slug || ':' AND f.subject < 'report:' || p.slug || ':~'
    AND f.kind = 'report.submitted'
  WHERE p.programme = ${programme})`;

/** The same as it is now. Costs the facts of the programme's reports. */
export async function hasReports({ db }: Pick<Deps, "db">, programme: string): Promise<boolean> {
  const rows = await db.all<{ said: number }>(sql`SELECT ${isReportedIn(programme)} AS said`);
  return rows[0]?.said === 1;
}
