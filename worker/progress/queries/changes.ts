import { Refusal } from "../../kernel/refusal.ts";
import type { Deps } from "../../platform/env.ts";
import type { ChangesView } from "../contract/changes.ts";
import { movesBetween, standingOf } from "../domain/changes.ts";
import type { AsOf } from "./board.ts";
import { loadMatrix, summaryOf } from "./progress.ts";

type Asked = {
  readonly since: string;
  /** Null for now. */
  readonly until: AsOf;
  readonly after: number;
  readonly limit: number;
};

/**
 * What moved in a project between two moments: a page of cells, and the figures at both. Costs the
 * project's facts, once for each moment that is past.
 */
export async function loadChanges(
  deps: Deps,
  slug: string,
  { since, until, after, limit }: Asked,
): Promise<Omit<ChangesView, "nextCursor"> & { readonly next: number | null }> {
  if (since >= (until ?? deps.now)) {
    throw new Refusal("invalid", (say) => say.invalid(), {
      problems: [{ path: "until", message: (say) => say.periodReversed() }],
    });
  }
  const now = await loadMatrix(deps, slug, until);
  const then = await loadMatrix(deps, slug, since).catch(absent);
  const moves = movesBetween(then, now);
  return {
    since,
    until: now.asOf,
    before: then && standingOf(summaryOf(deps, then, since).total),
    after: standingOf(summaryOf(deps, now, until).total),
    moved: moves.length,
    items: moves.slice(after, after + limit),
    next: moves.length > after + limit ? after + limit : null,
  };
}

function absent(error: unknown): null {
  if (error instanceof Refusal && error.code === "not_found") return null;
  throw error;
}
