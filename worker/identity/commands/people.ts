import { and, eq, isNull, sql } from "drizzle-orm";
import { allHappened, record } from "../../history/record.ts";
import { COUNTY_SCOPE } from "../../history/terms.ts";
import { assertMay, type Membership } from "../../kernel/permissions.ts";
import { Refusal } from "../../kernel/refusal.ts";
import { type Database, retrying, runBatch } from "../../platform/database.ts";
import type { AskedDeps, Deps } from "../../platform/env.ts";
import { failsWhere, forgetAnswersTo } from "../../platform/requests.ts";
import { logged } from "../../use-log/record.ts";
import type { PersonView } from "../contract/account.ts";
import type { Held } from "../contract/held.ts";
import { findHeld, heldIn, loadPerson } from "../queries/people.ts";
import { membershipHappened, writeMembership } from "../record.ts";
import { memberships as roles, people, sessions, tokens } from "../tables.ts";

/**
 * Makes a person an administrator of the county, or ends that. Their sessions end with the role.
 * Doing it twice changes nothing. Refuses with `not_found`, `forbidden` and, for the last
 * administrator, `locked`.
 */
export async function setAdministrator(
  deps: AskedDeps,
  id: string,
  wanted: boolean,
): Promise<PersonView> {
  await retrying(async () => {
    const { db, actor, now } = deps;
    const role = assertMay(actor, "person.manage");
    const person = await loadPerson(deps, id);
    if (person.admin === wanted) return;
    if (person.erasedAt !== null) throw new Refusal("locked", (say) => say.personErased());
    if (!wanted && (await heldIn(deps, COUNTY_SCOPE)).length === 1) {
      throw new Refusal("locked", (say) => say.lastAdministrator());
    }
    const place = { person: id, project: COUNTY_SCOPE, role: "admin" } as const;
    const before = await findHeld(deps, place);
    const nothing = { municipalities: [], deputyFor: [] };
    const after: Held = wanted
      ? { ...place, ...nothing, since: now, endedAt: null }
      : { ...place, ...nothing, since: before?.since ?? now, endedAt: now };
    const [fact] = await allHappened(deps, [membershipHappened(before, after, { role })]);
    if (!fact) return;
    await runBatch(db, [
      ...(deps.guard ? [deps.guard] : []),
      ...record([fact]),
      writeMembership(db, after, fact),
      ...(wanted
        ? []
        : [
            failsWhere(isWithoutAdministrator),
            db.delete(sessions).where(eq(sessions.person, id)),
            forgetAnswersTo(id),
          ]),
    ]);
  });
  return loadPerson(deps, id);
}

const isWithoutAdministrator = sql`NOT EXISTS (SELECT 1 FROM ${roles}
  WHERE project = ${COUNTY_SCOPE} AND role = 'admin' AND ended_at IS NULL)`;

/** Ends all sessions of a person, and revokes their tokens. Refuses with `not_found` and `forbidden`. */
export async function endSessionsOf(deps: AskedDeps, id: string): Promise<void> {
  assertMay(deps.actor, "person.manage");
  const { id: found } = await loadPerson(deps, id);
  await runBatch(deps.db, [
    deps.db.delete(sessions).where(eq(sessions.person, found)),
    deps.db
      .update(tokens)
      .set({ revokedAt: deps.now })
      .where(and(eq(tokens.person, found), isNull(tokens.revokedAt))),
    logged(deps, { kind: "session_ended", detail: `all of ${found}` }),
  ]);
}

type DemoPerson = {
  readonly id: string;
  readonly name?: string;
  readonly title?: string;
  readonly organisation?: string;
  readonly admin: boolean;
  readonly memberships: readonly Membership[];
};
type Moment = { readonly db: Database; readonly now: Deps["now"] };

/** A person of the demonstration with their roles; used by the seeds alone. */
export async function addDemoPerson(
  { db, now }: Moment,
  { id, admin, memberships, ...contact }: DemoPerson,
): Promise<void> {
  await db.insert(people).values({
    ...contact,
    id,
    email: `${id}@etappi.example`,
    emailVerified: true,
    demo: true,
    createdAt: now,
    updatedAt: now,
  });
  const county = {
    project: COUNTY_SCOPE,
    role: "admin",
    municipalities: [],
    deputyFor: [],
  } as const;
  await addDemoRoles(
    { db, now },
    [...(admin ? [county] : []), ...memberships].map((role) => ({ ...role, person: id })),
  );
}

/** Roles of people of the demonstration, from this moment on, as the administrator gives them. */
export async function addDemoRoles(
  { db, now }: Moment,
  given: readonly Omit<Held, "since" | "endedAt">[],
): Promise<void> {
  if (given.length === 0) return;
  const held = given.map((role): Held => ({ ...role, since: now, endedAt: null }));
  const facts = await allHappened(
    { actor: { id: "admin", admin: true, memberships: [] }, now, keyed: null },
    held.map((after) => membershipHappened(null, after, { role: "admin" })),
  );
  await runBatch(db, [
    ...record(facts),
    ...held.flatMap((after, index) => {
      const fact = facts[index];
      return fact ? [writeMembership(db, after, fact)] : [];
    }),
  ]);
}
