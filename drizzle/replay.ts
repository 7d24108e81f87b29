import { sql } from "drizzle-orm";
import type { EvidenceItem } from "../worker/evidence/contract.ts";
import { writeEvidence } from "../worker/evidence/record.ts";
import { facts } from "../worker/history/tables.ts";
import type { FactKind } from "../worker/history/terms.ts";
import type { Held } from "../worker/identity/contract/held.ts";
import { writeMembership } from "../worker/identity/record.ts";
import { people } from "../worker/identity/tables.ts";
import type { Role } from "../worker/kernel/permissions.ts";
import type { Database, Statement } from "../worker/platform/database.ts";
import type { CellState } from "../worker/progress/contract/progress.ts";
import { writeCells } from "../worker/progress/record.ts";
import type { AmendmentState, MilestoneState } from "../worker/projects/contract/plan.ts";
import type { CreateProgramme } from "../worker/projects/contract/programmes.ts";
import type { ProjectState } from "../worker/projects/contract/projects.ts";
import { NEW_MILESTONE } from "../worker/projects/domain.ts";
import {
  refreshBoard,
  writeAmendment,
  writeMilestone,
  writeProgramme,
  writeProject,
} from "../worker/projects/record.ts";
import { writeReport } from "../worker/reporting/record.ts";
import type { FactLine } from "./verify.ts";

type Fact = FactLine & { readonly kind: FactKind; readonly role: Role };
type ReportState = Parameters<typeof writeReport>[1];
/** The statements that make the row of a subject what its fact says it became. */
type Write = (db: Database, fact: Fact, after: unknown) => readonly Statement[];

/**
 * For each kind of subject what the commands themselves write, from the state that its facts carry.
 * Facts are written by those commands alone, so the states have these shapes.
 */
export const WRITES: Readonly<Record<string, Write>> = {
  programme: (db, fact, after) => [writeProgramme(db, after as CreateProgramme, fact)],
  project: (db, fact, after) => {
    const state = { ...olderProject, ...(after as ProjectState) };
    return [...writeProject(db, state, fact), refreshBoard(state.slug)];
  },
  milestone: (db, fact, after) => {
    const state = { ...olderMilestone, ...(after as MilestoneState) };
    return [writeMilestone(db, fact.scope, state, fact), refreshBoard(fact.scope)];
  },
  amendment: (db, fact, after) => [writeAmendment(db, fact.scope, after as AmendmentState, fact)],
  cell: (_db, fact, after) => {
    const [, slug = "", milestone, municipality = ""] = fact.subject.split(":");
    const place = { milestone: Number(milestone), municipality };
    return writeCells(slug, [{ place, state: after as CellState, fact }]);
  },
  membership: (db, fact, after) => [writeMembership(db, after as Held, fact)],
  evidence: (db, fact, after) => writeEvidence(db, after as EvidenceItem, fact),
  report: (db, fact, after) => writeReport(db, after as ReportState, fact),
};

/** What facts from before plans could be granted do not say. */
const olderProject = { grantedOn: null };
const olderMilestone = { evidenceKinds: [], measure: null, ...NEW_MILESTONE };

/**
 * The statements that rebuild what a request has written, from all its facts: the facts first, as
 * they stood, then the rows. People are written with nothing but their pseudonyms, because the
 * facts know no more of them; `known` are those who are there already.
 */
export function replay(
  db: Database,
  request: readonly FactLine[],
  known: Set<string>,
): Statement[] {
  return [
    ...newcomers(db, request, known),
    ...request.map((fact) => db.insert(facts).values(fact)),
    ...request.flatMap((line) => {
      const write = WRITES[line.subject.split(":")[0] ?? ""];
      if (!write) throw new Error(`Nothing knows how to write ${line.subject}.`);
      // Their kinds and roles are those of our lists: what verify has read was written by commands.
      const fact = line as Fact;
      return write(db, fact, (JSON.parse(fact.detail) as { readonly after: unknown }).after);
    }),
  ];
}

/** Whose roles begin here. */
function newcomers(db: Database, request: readonly FactLine[], known: Set<string>): Statement[] {
  return request.flatMap(({ subject, at }) => {
    const [what, , id = ""] = subject.split(":");
    if (what !== "membership" || known.has(id)) return [];
    known.add(id);
    return [db.insert(people).values({ id, createdAt: at, updatedAt: at })];
  });
}

/** Facts by the request that wrote them: they follow one another, and share their key. */
export async function* requestsIn(
  lines: AsyncIterable<FactLine> | Iterable<FactLine>,
): AsyncGenerator<FactLine[]> {
  let request: FactLine[] = [];
  for await (const fact of lines) {
    const [first] = request;
    if (first && requestOf(first) !== requestOf(fact)) {
      yield request;
      request = [];
    }
    request.push(fact);
  }
  if (request.length > 0) yield request;
}

const requestOf = ({ key }: FactLine) => key.slice(0, key.lastIndexOf("#"));

/** Rows may be written before those that they refer to, as long as all are there at the end. */
export const inAnyOrder: Statement = sql`PRAGMA defer_foreign_keys = on`;
