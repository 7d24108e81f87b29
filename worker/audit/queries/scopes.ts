import { and, eq } from "drizzle-orm";
import { commentsScope } from "../../comments/terms.ts";
import { facts } from "../../history/tables.ts";
import { COUNTY_SCOPE, membersScope, reportsScope } from "../../history/terms.ts";
import { assertMay, may } from "../../kernel/permissions.ts";
import { notSeen } from "../../kernel/refusal.ts";
import type { Deps } from "../../platform/env.ts";
import { loadProject } from "../../projects/queries/projects.ts";

type Reading = Pick<Deps, "db" | "actor">;

/** Whose facts are asked for. Without a project: the county's own; `all`: those of everything. */
export type Where = {
  readonly project?: string | undefined;
  readonly scope?: "all" | undefined;
};

/** The scopes of a project that not everyone may read who reads its history. */
const APART = [
  { scopeOf: membersScope, action: "member.view" },
  { scopeOf: commentsScope, action: "comment.view" },
  { scopeOf: reportsScope, action: "report.export" },
] as const;

/**
 * The scopes of facts that the actor may read here; null for all there are. Who has which role in
 * a project, and its discussions, are left out for those who may not see them. Refuses with
 * `not_found` and `forbidden`.
 */
export async function scopesFor(
  reading: Reading,
  { project, scope }: Where,
): Promise<readonly string[] | null> {
  if (scope === "all" || project === undefined) {
    assertMay(reading.actor, "history.view");
    return scope === "all" ? null : [COUNTY_SCOPE];
  }
  await loadProject(reading, project);
  assertMay(reading.actor, "history.view", { project });
  const apart = APART.filter(({ action }) => may(reading.actor, action, { project }));
  return [project, ...apart.map(({ scopeOf }) => scopeOf(project))];
}

/** Refuses with `not_found` where there is no such subject, or it is not for the actor to see. */
export async function assertSubject(reading: Reading, subject: string): Promise<void> {
  const [first] = await reading.db
    .select({ scope: facts.scope })
    .from(facts)
    .where(and(eq(facts.subject, subject), eq(facts.version, 1)));
  if (!first || !seesScope(reading, first.scope)) throw notSeen();
}

function seesScope({ actor }: Reading, scope: string): boolean {
  if (scope === COUNTY_SCOPE) return may(actor, "history.view");
  const apart = APART.find(({ scopeOf }) => scope.startsWith(scopeOf("")));
  const project = apart ? scope.slice(apart.scopeOf("").length) : scope;
  const sees = may(actor, "history.view", { project });
  return sees && (!apart || may(actor, apart.action, { project }));
}
