import { and, eq, isNull, sql } from "drizzle-orm";
import { assertPerson } from "../../kernel/permissions.ts";
import { notFound, Refusal, refuseProblems } from "../../kernel/refusal.ts";
import { retrying } from "../../platform/database.ts";
import type { AskedDeps } from "../../platform/env.ts";
import { countTowards } from "../../platform/limits.ts";
import { type Answer, commit, failsWhere } from "../../platform/requests.ts";
import { randomId } from "../../platform/secrets.ts";
import type { AccessRequestView, AskAccess, AskedAccess, DecideAccess } from "../contract.ts";
import { offerProblems } from "../domain.ts";
import { askedView, listOwnRequests, loadAskedAccess, requestView } from "../queries.ts";
import { accessRequests } from "../tables.ts";
import { openRequestsMax } from "../terms.ts";
import { giveRole } from "./members.ts";

/**
 * Asks for a role in a project. What is answered is the same whether there is such a project or
 * not. Refuses with `forbidden` (a script), `invalid`, `locked` (too many wait) and `rate_limited`.
 */
export async function askAccess(
  deps: AskedDeps,
  input: AskAccess,
): Promise<Answer<AccessRequestView>> {
  const { db, actor, now } = deps;
  assertPerson(actor, "access.request");
  // Which municipalities take part is for those to know who see the project.
  refuseProblems(offerProblems(input, [...input.municipalities, ...input.deputyFor]));
  await countTowards(deps, "accessAsked", actor.id);
  return retrying(async () => {
    const waiting = (await listOwnRequests(deps)).filter(({ decision }) => decision === null);
    if (waiting.some(({ project, role }) => project === input.project && role === input.role)) {
      throw new Refusal("conflict", (say) => say.requestWaits());
    }
    if (waiting.length >= openRequestsMax) {
      throw new Refusal("locked", (say) => say.requestsFull(openRequestsMax));
    }
    const row = {
      ...input,
      id: randomId("r"),
      person: actor.id,
      createdAt: now,
      decision: null,
      decidedAt: null,
      decidedBy: null,
      answer: "",
    };
    return commit(deps, { status: 201, body: requestView(row), version: null }, [
      db.insert(accessRequests).values(row),
      failsWhere(sql`(SELECT count(*) FROM ${accessRequests}
      WHERE person = ${actor.id} AND decision IS NULL) > ${openRequestsMax}`),
      failsWhere(sql`(SELECT count(*) FROM ${accessRequests} WHERE person = ${actor.id}
      AND decision IS NULL AND project = ${row.project} AND role = ${row.role}) > 1`),
    ]);
  });
}

/** Takes one's own request back. Refuses with `not_found`, also once it was decided. */
export async function withdrawRequest(deps: AskedDeps, id: string): Promise<void> {
  const { db, actor, now } = deps;
  assertPerson(actor, "access.request");
  const withdrawn = await db
    .update(accessRequests)
    .set({ decision: "withdrawn", decidedAt: now, decidedBy: actor.id })
    .where(
      and(
        eq(accessRequests.id, id),
        eq(accessRequests.person, actor.id),
        isNull(accessRequests.decision),
      ),
    )
    .returning({ id: accessRequests.id });
  if (withdrawn.length === 0) throw notFound();
}

/**
 * Grants what was asked for, or something else, or declines it; once. Refuses with `not_found`,
 * `forbidden`, `invalid` and, when it was decided already, `locked`.
 */
export async function decideAccess(
  deps: AskedDeps,
  at: { readonly project: string; readonly id: string },
  { decision, answer, ...granted }: DecideAccess,
): Promise<Answer<AskedAccess>> {
  return retrying(async () => {
    const { db, actor, now } = deps;
    const { request, person, project, role: as } = await loadAskedAccess(deps, at.project, at.id);
    if (request.decision !== null) throw new Refusal("locked", (say) => say.requestDecided());
    const role = granted.role ?? request.role;
    const parts =
      role === request.role
        ? request
        : { municipalities: [] as string[], deputyFor: [] as string[] };
    const offer = {
      role,
      municipalities: granted.municipalities ?? parts.municipalities,
      deputyFor: granted.deputyFor ?? parts.deputyFor,
    };
    const decided = { ...request, decision, answer, decidedAt: now, decidedBy: actor.id };
    const statements = [];
    if (decision === "approved") {
      refuseProblems(offerProblems(offer, project.municipalities));
      const given = await giveRole(
        deps,
        { ...offer, person: person.id, project: at.project },
        { role: as, reason: "request" },
      );
      Object.assign(decided, offer);
      statements.push(...given.statements);
    }
    const { id: _id, person: _person, project: _project, createdAt: _at, ...set } = decided;
    const body = askedView({ request: decided, person });
    return commit(deps, { status: 200, body, version: null }, [
      ...statements,
      db.update(accessRequests).set(set).where(eq(accessRequests.id, at.id)),
    ]);
  });
}
