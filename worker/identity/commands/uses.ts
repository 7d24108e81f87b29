import type { Refusal } from "../../kernel/refusal.ts";
import { runBatch } from "../../platform/database.ts";
import type { AskedDeps } from "../../platform/env.ts";
import { countTowards } from "../../platform/limits.ts";
import { logged } from "../../use-log/record.ts";
import type { UseView } from "../contract/uses.ts";
import { listUses } from "../queries/uses.ts";

/** A page of the log, and the line in it that says who has read it. Refuses with `forbidden`. */
export async function readLog(
  deps: AskedDeps,
  asked: Parameters<typeof listUses>[1],
): Promise<UseView[]> {
  const rows = await listUses(deps, asked);
  const { kind, person, since, until } = asked;
  const detail = Object.entries({ kind, person, since, until })
    .flatMap(([name, value]) => (value === undefined ? [] : [`${name}=${value}`]))
    .join(" ");
  await runBatch(deps.db, [logged(deps, { kind: "log_read", detail })]);
  return rows;
}

/** Writes down that somebody was refused, where they reached for too much or too often. */
export async function logRefusal(
  deps: AskedDeps,
  { code, isAttempt }: Refusal,
  at: { readonly method: string; readonly path: string; readonly project: string | null },
): Promise<void> {
  const kind = code === "rate_limited" ? "limited" : isAttempt ? "refused" : null;
  const { method, path, project } = at;
  if (kind === null || (await isLoggedEnough(deps))) return;
  await runBatch(deps.db, [logged(deps, { kind, detail: `${method} ${path}`, project })]);
}

/** A line is kept for five years, so nobody may write them without end. */
async function isLoggedEnough(deps: AskedDeps): Promise<boolean> {
  return countTowards(deps, "refusalLogged", deps.actor.id).then(
    () => false,
    () => true,
  );
}
