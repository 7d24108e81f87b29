import { asc, eq, gt } from "drizzle-orm";
import { may } from "../../kernel/permissions.ts";
import type { Deps } from "../../platform/env.ts";
import type { Plan } from "../contract/plan.ts";
import { boards } from "../tables.ts";
import { readPlan, seenPage } from "./projects.ts";

/** A project as it stands in lists; its plan is null for whom the plan is not. */
export type SeenPlan = { readonly project: Plan["project"]; readonly plan: Plan | null };

/** The projects that the actor may see, by slug, with the plans that they may see. One row each. */
export async function loadSeenPlans(
  { db, actor }: Pick<Deps, "db" | "actor">,
  page: { readonly after: string; readonly limit: number },
): Promise<SeenPlan[]> {
  const column = { plan: boards.plan };
  const planAt = (slug: string) => db.select(column).from(boards).where(eq(boards.project, slug));
  const rows = await seenPage(
    actor,
    { ...page, action: "project.view" },
    {
      all: (limit) =>
        db
          .select(column)
          .from(boards)
          .where(gt(boards.project, page.after))
          .orderBy(asc(boards.project))
          .limit(limit),
      some: async ([first = "", ...others]) =>
        (await db.batch([planAt(first), ...others.map(planAt)])).flat(),
    },
  );
  return rows.map((row) => {
    const plan = readPlan(row.plan);
    const isSeen = may(actor, "plan.view", { project: plan.project.slug });
    return { project: plan.project, plan: isSeen ? plan : null };
  });
}
