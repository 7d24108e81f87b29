import { factsOf } from "../../history/queries.ts";
import { namesOfPeople } from "../../identity/queries/people.ts";
import type { Deps } from "../../platform/env.ts";
import type { DeviationEntry, RiskEntry } from "../contract.ts";
import { deviationSubject, loadDeviation, loadRisk, riskSubject } from "./register.ts";

type Place = { readonly project: string; readonly number: number };
type Page = {
  readonly below: number;
  readonly limit: number;
  /** A past moment, or null for all of it. */
  readonly until: string | null;
};

/** What was said of a risk, newest first. Refuses with `not_found` and `forbidden`. */
export async function loadRiskHistory(deps: Deps, at: Place, page: Page): Promise<RiskEntry[]> {
  await loadRisk(deps, at);
  return entriesOf<RiskEntry>(deps, riskSubject(at), page);
}

/** What was said of a deviation, newest first. Refuses with `not_found` and `forbidden`. */
export async function loadDeviationHistory(
  deps: Deps,
  at: Place,
  page: Page,
): Promise<DeviationEntry[]> {
  await loadDeviation(deps, at);
  return entriesOf<DeviationEntry>(deps, deviationSubject(at), page);
}

async function entriesOf<Entry extends RiskEntry | DeviationEntry>(
  { db }: Pick<Deps, "db">,
  subject: string,
  page: Page,
): Promise<Entry[]> {
  const facts = await factsOf(db, subject, page);
  const names = await namesOfPeople(
    db,
    facts.map(({ actor }) => actor),
  );
  return facts.map(({ version, kind, at, actor, role, detail, hash, previousHash }) => {
    const { before, after } = JSON.parse(detail) as Pick<Entry, "before" | "after">;
    const actorName = names.get(actor) ?? "";
    // Facts of a subject are written by this context's commands alone, with these kinds and roles.
    return {
      version,
      kind,
      at,
      actor,
      actorName,
      role,
      before,
      after,
      hash,
      previousHash,
    } as Entry;
  });
}
