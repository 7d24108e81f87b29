import { factsOf, factsUnder } from "../../history/queries.ts";
import { namesOfPeople } from "../../identity/queries/people.ts";
import { assertMay, may } from "../../kernel/permissions.ts";
import { notFound } from "../../kernel/refusal.ts";
import type { Deps } from "../../platform/env.ts";
import type { HistoryEntry, MilestoneEntry } from "../contract/progress.ts";
import { type Place, spotIn, subjectOf } from "../domain/board.ts";
import { type AsOf, boardNow } from "./board.ts";

type Page = { readonly below: number; readonly limit: number; readonly until: AsOf };
type Fact = Awaited<ReturnType<typeof factsOf>>[number];
type Told = Pick<HistoryEntry, "before" | "after" | "reason">;

/** What was said of a cell, newest first. Refuses with `not_found` and `forbidden`. */
export async function loadCellHistory(
  deps: Deps,
  place: Place,
  page: Page,
): Promise<HistoryEntry[]> {
  const { project, milestone, municipality } = place;
  const board = await boardNow(deps, project);
  assertMay(deps.actor, "progress.history", { project });
  if (!spotIn(board, milestone, municipality)) throw notFound();
  return entriesOf(deps, project, await factsOf(deps.db, subjectOf(place), page));
}

/**
 * What was said of all cells of a milestone together, newest first, below a running number: also of
 * one that an amendment has ended, and of municipalities that have left. Of each cell it looks at
 * no more than a page. Refuses with `not_found` and `forbidden`.
 */
export async function loadMilestoneHistory(
  deps: Deps,
  { project, milestone }: Pick<Place, "project" | "milestone">,
  page: Page,
): Promise<MilestoneEntry[]> {
  const { plan } = await boardNow(deps, project);
  assertMay(deps.actor, "progress.history", { project });
  if (!plan.milestones.some(({ number }) => number === milestone)) throw notFound();
  const facts = await factsUnder(
    deps.db,
    subjectOf({ project, milestone, municipality: "" }),
    page,
  );
  const entries = await entriesOf(deps, project, facts);
  return facts.flatMap(({ seq, subject }, index) => {
    const entry = entries[index];
    const [, , , municipality = ""] = subject.split(":");
    return entry ? [{ ...entry, seq, municipality }] : [];
  });
}

/** Facts of cells as this actor may read them, in the same order. */
async function entriesOf(
  { db, actor }: Pick<Deps, "db" | "actor">,
  project: string,
  facts: readonly Fact[],
): Promise<HistoryEntry[]> {
  const readsNotes = may(actor, "progress.notes", { project });
  const shown = ({ before, after, reason }: Told): Told =>
    readsNotes
      ? { before, after, reason }
      : { before: before && { ...before, note: null }, after: { ...after, note: null }, reason };
  const names = await namesOfPeople(
    db,
    facts.map((fact) => fact.actor),
  );
  return facts.map(({ version, kind, at, actor: by, role, detail, hash, previousHash }) => ({
    version,
    at,
    actor: by,
    actorName: names.get(by) ?? "",
    hash,
    previousHash,
    // Facts of a cell are written by this context's commands alone, with these kinds and roles.
    ...({ kind, role } as Pick<HistoryEntry, "kind" | "role">),
    ...shown(JSON.parse(detail) as Told),
  }));
}
