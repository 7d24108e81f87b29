import { and, asc, eq, inArray, sql } from "drizzle-orm";
import type { Deps } from "../../platform/env.ts";
import type { Register } from "../contract.ts";
import { deviations, risks } from "../tables.ts";
import { deviationOf, riskOf } from "./register.ts";

/**
 * The open risks and deviations of some projects that name a cell of a municipality, by project,
 * for views that have asked for their own permission. Costs the projects' risks and deviations.
 */
export async function loadLinked(
  { db, now }: Pick<Deps, "db" | "now">,
  slugs: readonly string[],
  municipality: string,
): Promise<ReadonlyMap<string, Register>> {
  const wanted = sql`(SELECT value FROM json_each(${JSON.stringify(slugs)}))`;
  const names = (links: typeof risks.links | typeof deviations.links) =>
    sql`EXISTS (SELECT 1 FROM json_each(${links}) link
      WHERE link.value ->> 'municipality' = ${municipality})`;
  const [riskRows, deviationRows] = await db.batch([
    db
      .select()
      .from(risks)
      .where(and(inArray(risks.project, wanted), eq(risks.state, "open"), names(risks.links)))
      .orderBy(asc(risks.project), asc(risks.number)),
    db
      .select()
      .from(deviations)
      .where(
        and(
          inArray(deviations.project, wanted),
          eq(deviations.state, "open"),
          names(deviations.links),
        ),
      )
      .orderBy(asc(deviations.project), asc(deviations.number)),
  ]);
  const of = (slug: string): Register => ({
    risks: riskRows.filter(({ project }) => project === slug).map((row) => riskOf(row, now)),
    deviations: deviationRows.filter(({ project }) => project === slug).map(deviationOf),
  });
  return new Map(slugs.map((slug) => [slug, of(slug)]));
}
