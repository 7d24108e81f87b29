import { eq } from "drizzle-orm";
import { given } from "../../kernel/given.ts";
import { assertPerson } from "../../kernel/permissions.ts";
import { Refusal } from "../../kernel/refusal.ts";
import { retrying } from "../../platform/database.ts";
import type { AskedDeps } from "../../platform/env.ts";
import { countTowards } from "../../platform/limits.ts";
import { type Answer, commit } from "../../platform/requests.ts";
import { assertVersion } from "../../platform/versions.ts";
import { logged } from "../../use-log/record.ts";
import type { AccountView, ChangeAccount } from "../contract/account.ts";
import { loadAccount } from "../queries/account.ts";
import { people } from "../tables.ts";

/**
 * Changes one's own work contact. It leaves a line in the log and no fact: the history names people
 * by pseudonym alone. Refuses with `forbidden` (a script), `stale` and `invalid`.
 */
export async function changeAccount(
  deps: AskedDeps,
  expected: number,
  change: ChangeAccount,
): Promise<Answer<AccountView>> {
  assertPerson(deps.actor, "account.manage");
  await countTowards(deps, "accountChanged", deps.actor.id);
  return retrying(async () => {
    const before = await loadAccount(deps);
    assertVersion(before, expected);
    const fields = given(change);
    if (Object.keys(fields).length === 0) {
      throw new Refusal("invalid", (say) => say.nothingChanged());
    }
    const version = before.version + 1;
    const body = { ...before, ...fields, version };
    return commit(deps, { status: 200, body, version }, [
      deps.db
        .update(people)
        .set({ ...fields, version, updatedAt: deps.now })
        .where(eq(people.id, before.id)),
      logged(deps, { kind: "data_changed", detail: Object.keys(fields).join(" ") }),
    ]);
  });
}
