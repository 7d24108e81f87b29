import { assertPerson } from "../../kernel/permissions.ts";
import { runBatch } from "../../platform/database.ts";
import type { AskedDeps } from "../../platform/env.ts";
import { countTowards } from "../../platform/limits.ts";
import { logged } from "../../use-log/record.ts";
import type { OwnData } from "../contract.ts";
import { loadOwnData } from "../queries.ts";

/** One's own data, and the line in the log that says it was taken. Refuses with `rate_limited`. */
export async function takeOwnData(deps: AskedDeps): Promise<OwnData> {
  assertPerson(deps.actor, "account.manage");
  await countTowards(deps, "exported", deps.actor.id);
  const data = await loadOwnData(deps);
  await runBatch(deps.db, [logged(deps, { kind: "data_received", detail: "own" })]);
  return data;
}
