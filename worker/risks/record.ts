import { and, eq } from "drizzle-orm";
import type { Fact } from "../history/record.ts";
import type { Database, Statement } from "../platform/database.ts";
import type { DeviationState, RiskState } from "./contract.ts";
import { deviations, risks } from "./tables.ts";

type Written = Pick<Fact, "version" | "hash" | "at">;

/** The statement that makes a risk's row what its fact says. */
export function writeRisk(
  db: Database,
  project: string,
  state: RiskState,
  { version, hash, at }: Written,
): Statement {
  const row = { ...state, project, version, hash, changedAt: at };
  return version === 1
    ? db.insert(risks).values(row)
    : db
        .update(risks)
        .set(row)
        .where(and(eq(risks.project, project), eq(risks.number, state.number)));
}

/** The same for a deviation. */
export function writeDeviation(
  db: Database,
  project: string,
  state: DeviationState,
  { version, hash, at }: Written,
): Statement {
  const row = { ...state, project, version, hash, changedAt: at };
  return version === 1
    ? db.insert(deviations).values(row)
    : db
        .update(deviations)
        .set(row)
        .where(and(eq(deviations.project, project), eq(deviations.number, state.number)));
}
