import { subDays } from "date-fns";
import { and, eq, isNull, sql } from "drizzle-orm";
import { forgetCommentsOf } from "../../comments/record.ts";
import { feedback } from "../../feedback/tables.ts";
import { COUNTY_SCOPE } from "../../history/terms.ts";
import type { PersonView } from "../../identity/contract/account.ts";
import type { HeldRow } from "../../identity/contract/held.ts";
import { findHeld, heldIn, loadPerson } from "../../identity/queries/people.ts";
import { accounts, people, savedViews, sessions, tokens } from "../../identity/tables.ts";
import { assertMay } from "../../kernel/permissions.ts";
import { Refusal } from "../../kernel/refusal.ts";
import { retrying, runBatch, type Statement } from "../../platform/database.ts";
import type { AskedDeps } from "../../platform/env.ts";
import { demoLetters } from "../../platform/mail.ts";
import { type Answer, commit, forgetAnswersTo, requests } from "../../platform/requests.ts";
import { logged } from "../../use-log/record.ts";
import { accessRequests, invitations } from "../tables.ts";
import { guestDays, guestsMax, invitationKeptDays } from "../terms.ts";
import { aftermath, ending, type RoleChange, roleStatements } from "./members.ts";

const nothing = { name: "", title: "", organisation: "", email: null };

/**
 * Erases a person (GDPR art. 17): name, title, organisation, address, sign-ins, sessions, tokens,
 * saved views, the addresses of invitations, the texts of requests and of comments. Their roles end, and what they spoke for is
 * handed over. The pseudonym stays in the history, which the law asks to keep (Act 537/2022 § 18,
 * GDPR art. 17(3)(b)): every hash holds. Refuses with `not_found`, `forbidden` and, for a last lead
 * or administrator, `locked`. Doing it twice changes nothing.
 */
export async function erasePerson(deps: AskedDeps, id: string): Promise<Answer<PersonView>> {
  return retrying(async () => {
    const { actor, now } = deps;
    const role = assertMay(actor, "person.manage");
    const person = await loadPerson(deps, id);
    if (person.erasedAt !== null) return { status: 200, body: person, version: null };
    if (person.admin && (await heldIn(deps, COUNTY_SCOPE)).length === 1) {
      throw new Refusal("locked", (say) => say.lastAdministrator());
    }
    const said = { role, reason: "erased" };
    const changes: RoleChange[] = [];
    const ended: HeldRow[] = [];
    for (const held of person.roles.filter(({ endedAt }) => endedAt === null)) {
      // oxlint-disable-next-line no-await-in-loop -- a person has a handful of roles
      const before = await findHeld(deps, { ...held, person: id });
      if (!before) continue;
      // oxlint-disable-next-line no-await-in-loop -- a person has a handful of roles
      changes.push(...(await ending(deps, before, said)).changes);
      ended.push(before);
    }
    const roles = person.roles.map((held) =>
      held.endedAt === null ? { ...held, endedAt: now, version: held.version + 1 } : held,
    );
    const version = person.version + 1;
    const body = { ...person, ...nothing, admin: false, roles, version, erasedAt: now };
    return commit(deps, { status: 200, body, version: null }, [
      ...(await roleStatements(deps, changes)),
      ...ended.flatMap((held) => aftermath(deps, held)),
      ...emptied(deps, { ...person, version }),
      logged(deps, { kind: "person_erased", detail: id }),
    ]);
  });
}

/** What empties a person's own rows, and what they left elsewhere. */
function emptied(
  { db, now }: Pick<AskedDeps, "db" | "now">,
  { id, email, version }: Pick<PersonView, "id" | "email" | "version">,
): Statement[] {
  return [
    db
      .update(people)
      .set({ ...nothing, emailVerified: false, version, erasedAt: now, updatedAt: now })
      .where(eq(people.id, id)),
    db.delete(accounts).where(eq(accounts.userId, id)),
    db.delete(sessions).where(eq(sessions.person, id)),
    db.delete(tokens).where(eq(tokens.person, id)),
    db.delete(savedViews).where(eq(savedViews.person, id)),
    forgetAnswersTo(id),
    ...forgetCommentsOf(db, id),
    ...(email === null
      ? []
      : [
          db
            .update(invitations)
            .set({ revokedAt: now })
            .where(
              and(
                eq(invitations.email, email),
                isNull(invitations.acceptedAt),
                isNull(invitations.revokedAt),
              ),
            ),
          db.update(invitations).set({ email: null }).where(eq(invitations.email, email)),
          // Answers that are kept for two days may name the address.
          sql`DELETE FROM ${requests} WHERE instr(${requests.answer}, ${JSON.stringify(email)}) > 0`,
          db.delete(demoLetters).where(eq(demoLetters.recipient, email)),
          db.update(feedback).set({ email: null }).where(eq(feedback.email, email)),
        ]),
    db.update(accessRequests).set({ message: "", answer: "" }).where(eq(accessRequests.person, id)),
    db
      .update(accessRequests)
      .set({ decision: "withdrawn", decidedAt: now })
      .where(and(eq(accessRequests.person, id), isNull(accessRequests.decision))),
  ];
}

/**
 * Erases those who signed in and came to nothing: no role, ever, no request that waits, and no
 * sign-in for 90 days. At most a hundred a night.
 */
export async function forgetGuests(deps: Pick<AskedDeps, "db" | "now">): Promise<void> {
  const before = subDays(deps.now, guestDays).toISOString();
  const guests = await deps.db
    .select({ id: people.id, email: people.email, version: people.version })
    .from(people)
    .where(
      sql`${people.demo} = 0 AND ${people.erasedAt} IS NULL AND ${people.createdAt} < ${before}
        AND ${people.id} NOT IN (SELECT person FROM memberships)
        AND ${people.id} NOT IN (SELECT person FROM sessions)
        AND ${people.id} NOT IN (SELECT person FROM access_requests WHERE decision IS NULL)
        AND NOT EXISTS (SELECT 1 FROM uses
          WHERE uses.person = ${people.id} AND kind = 'signed_in' AND at >= ${before})`,
    )
    .limit(guestsMax);
  const statements = guests.flatMap(({ version, ...guest }) =>
    emptied(deps, { ...guest, version: version + 1 }),
  );
  if (statements.length > 0) await runBatch(deps.db, statements);
}

/** Takes the addresses out of invitations that ended some weeks ago. */
export async function forgetAddresses({ db, now }: Pick<AskedDeps, "db" | "now">): Promise<void> {
  const before = subDays(now, invitationKeptDays).toISOString();
  await db
    .update(invitations)
    .set({ email: null })
    .where(
      sql`${invitations.email} IS NOT NULL AND
        coalesce(${invitations.acceptedAt}, ${invitations.revokedAt}, ${invitations.expiresAt}) < ${before}`,
    );
}
