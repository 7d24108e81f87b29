import { and, desc, eq, gt, sql } from "drizzle-orm";
import { factsBy } from "../../history/queries.ts";
import { assertPerson } from "../../kernel/permissions.ts";
import { notFound } from "../../kernel/refusal.ts";
import type { Deps } from "../../platform/env.ts";
import { uses } from "../../use-log/tables.ts";
import type { AccountView, TokenView } from "../contract/account.ts";
import { accounts, type people, sessions, tokens } from "../tables.ts";
import { sessionsMax } from "../terms.ts";
import { findPerson, type Roles, rolesOf, withoutPerson } from "./people.ts";
import { listViews } from "./views.ts";

type PersonRow = typeof people.$inferSelect;
type Reading = Pick<Deps, "db" | "actor">;

/** One's own work contact and roles. */
export async function loadAccount({ db, actor }: Reading): Promise<AccountView> {
  assertPerson(actor, "account.manage");
  const [person, roles] = await Promise.all([findPerson(db, actor.id), rolesOf(db, [actor.id])]);
  if (!person) throw notFound();
  return accountOf(person, roles);
}

function accountOf(person: PersonRow, roles: Roles): AccountView {
  const { emailVerified: _verified, demo: _demo, updatedAt: _at, ...own } = person;
  const { erasedAt: _erased, ...view } = own;
  return { ...view, roles: roles.map(withoutPerson) };
}

/** One's own open sessions, newest first. */
export async function listSessions({ db, actor, now }: Pick<Deps, "db" | "actor" | "now">) {
  assertPerson(actor, "account.manage");
  const rows = await db
    .select()
    .from(sessions)
    .where(and(eq(sessions.person, actor.id), gt(sessions.expiresAt, now)))
    .orderBy(desc(sessions.createdAt))
    .limit(sessionsMax);
  return rows.map(({ tokenHash: _hash, person: _person, ...session }) => session);
}

const tokensShownMax = 200;

/** One's own API tokens: those that hold, then those that were revoked; newest first. */
export async function listTokens({ db, actor }: Reading): Promise<TokenView[]> {
  assertPerson(actor, "account.manage");
  const rows = await db
    .select()
    .from(tokens)
    .where(eq(tokens.person, actor.id))
    // Those that still open something come first, and are never more than this.
    .orderBy(sql`${tokens.revokedAt} IS NOT NULL`, desc(tokens.createdAt))
    .limit(tokensShownMax);
  return rows.map(({ tokenHash: _hash, person: _person, ...token }) => token);
}

const ownUsesMax = 10_000;
const ownFactsMax = 10_000;

/**
 * What is stored on the one who asks: contact and roles, sessions, tokens without the tokens, views, lines
 * of the log, and what the history says that they did; up to 10,000 lines of each of the last two.
 */
export async function loadOwnRecord(deps: Pick<Deps, "db" | "actor" | "now">) {
  const { db, actor } = deps;
  const account = await loadAccount(deps);
  const [own, ownTokens, views, signInAccounts, ownUses, changes] = await Promise.all([
    listSessions(deps),
    listTokens(deps),
    listViews(deps),
    db
      .select({
        provider: accounts.providerId,
        account: accounts.accountId,
        createdAt: accounts.createdAt,
      })
      .from(accounts)
      .where(eq(accounts.userId, actor.id)),
    db
      .select({
        at: uses.at,
        kind: uses.kind,
        project: uses.project,
        detail: uses.detail,
        network: uses.network,
      })
      .from(uses)
      .where(eq(uses.person, actor.id))
      .orderBy(desc(uses.seq))
      .limit(ownUsesMax),
    factsBy(db, actor.id, ownFactsMax),
  ]);
  return {
    account,
    sessions: own,
    tokens: ownTokens,
    views,
    signInAccounts,
    uses: ownUses,
    changes,
  };
}
