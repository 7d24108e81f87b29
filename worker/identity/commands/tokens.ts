import { addDays } from "date-fns";
import { and, eq, isNull, sql } from "drizzle-orm";
import { digest } from "../../kernel/digest.ts";
import { assertMay, assertPerson, may } from "../../kernel/permissions.ts";
import { notFound, Refusal, refuseProblems } from "../../kernel/refusal.ts";
import { retrying, runBatch } from "../../platform/database.ts";
import type { AskedDeps } from "../../platform/env.ts";
import { countTowards } from "../../platform/limits.ts";
import { type Answer, commit, failsWhere } from "../../platform/requests.ts";
import { randomId, randomToken } from "../../platform/secrets.ts";
import { logged } from "../../use-log/record.ts";
import type { CreateToken, TokenCreated } from "../contract/account.ts";
import { listTokens } from "../queries/account.ts";
import { tokens } from "../tables.ts";
import { tokenPrefix, tokensMax } from "../terms.ts";

/**
 * Makes a token for a script. It is shown this once and kept as a hash; what it may do is what its
 * owner may at that moment, cut down to its scope and project. Refuses with `forbidden` (also for a
 * script), `invalid` (a project that is not one's own), `locked` (too many) and `rate_limited`.
 */
export async function createToken(
  deps: AskedDeps,
  { name, scope, project, days }: CreateToken,
): Promise<Answer<TokenCreated>> {
  const { db, actor, now } = deps;
  assertMay(actor, "token.create");
  // A token would outlive the weaker sign-in, and act with the roles that were left out of it.
  if (actor.isWeakened) throw new Refusal("forbidden", (say) => say.strongerSignIn());
  await countTowards(deps, "tokenMade", actor.id);
  if (project !== null && !may(actor, "project.view", { project })) {
    refuseProblems([{ path: "project", message: (say) => say.notFound() }]);
  }
  return retrying(async () => {
    const open = (await listTokens(deps)).filter(
      ({ revokedAt, expiresAt }) => revokedAt === null && expiresAt > now,
    );
    if (open.length >= tokensMax) throw new Refusal("locked", (say) => say.tokensFull(tokensMax));
    const token = `${tokenPrefix}${randomToken()}`;
    const view = {
      id: randomId("t"),
      name,
      scope,
      project,
      createdAt: now,
      expiresAt: addDays(now, days).toISOString(),
      usedAt: null,
      revokedAt: null,
    };
    const answer = { status: 201, version: null } as const;
    const shown = { ...answer, body: { ...view, token }, kept: { ...view, token: null } };
    return commit<TokenCreated>(deps, shown, [
      db.insert(tokens).values({ ...view, person: actor.id, tokenHash: await digest(token) }),
      logged(deps, { kind: "token_created", detail: `${view.id} ${scope}`, project }),
      failsWhere(sql`(SELECT count(*) FROM ${tokens} WHERE person = ${actor.id}
      AND revoked_at IS NULL AND expires_at > ${now}) > ${tokensMax}`),
    ]);
  });
}

/** Revokes one of one's own tokens, at once. Refuses with `not_found`. */
export async function revokeToken(deps: AskedDeps, id: string): Promise<void> {
  const { db, actor, now } = deps;
  assertPerson(actor, "account.manage");
  const revoked = await db
    .update(tokens)
    .set({ revokedAt: now })
    .where(and(eq(tokens.person, actor.id), eq(tokens.id, id), isNull(tokens.revokedAt)))
    .returning({ id: tokens.id });
  if (revoked.length === 0) throw notFound();
  await runBatch(db, [logged(deps, { kind: "token_revoked", detail: id })]);
}
