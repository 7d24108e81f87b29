import { asc, eq } from "drizzle-orm";
import { factsOf } from "../history/queries.ts";
import type { Deps } from "../platform/env.ts";
import type { MilestoneView } from "../projects/contract/plan.ts";
import { milestones } from "../projects/tables.ts";

/** Every milestone of a plan with the head of its facts, for those who may change the plan. */
export async function allMilestones({ db }: Pick<Deps, "db">, slug: string) {
  const rows = await db
    .select()
    .from(milestones)
    .where(eq(milestones.project, slug))
    .orderBy(asc(milestones.number));
  return rows.map(({ hash, project: _project, ...row }) => {
    const milestone: MilestoneView = row;
    return { milestone, head: { version: milestone.version, hash } };
  });
}

/** What the facts of what was brought into a project are about. */
export const subjectOf = (slug: string) => `import:${slug}`;

const newest = 2_000_000_000;

/** The newest import of a project, with what was told of it, or null. */
export async function lastImport({ db }: Pick<Deps, "db">, slug: string) {
  const [fact] = await factsOf(db, subjectOf(slug), { below: newest, limit: 1, until: null });
  if (!fact) return null;
  // Facts of imports are written by this context's commands alone, with this shape.
  const { after } = JSON.parse(fact.detail) as { readonly after: object };
  return { version: fact.version, hash: fact.hash, told: after };
}
