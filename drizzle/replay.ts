import { sql } from "drizzle-orm";
import type { CommentSaid } from "../worker/comments/contract.ts";
import { writeComment } from "../worker/comments/record.ts";
import type { EvidenceItem } from "../worker/evidence/contract.ts";
import { writeEvidence } from "../worker/evidence/record.ts";
import type { ApproveStatement } from "../worker/feedback/contract/statement.ts";
import { writeStatement } from "../worker/feedback/record.ts";
import { facts } from "../worker/history/tables.ts";
import type { FactKind } from "../worker/history/terms.ts";
import type { Held } from "../worker/identity/contract/held.ts";
import { writeMembership } from "../worker/identity/record.ts";
import { people } from "../worker/identity/tables.ts";
import type { Role } from "../worker/kernel/permissions.ts";
import { type Database, jsonChunks, type Statement } from "../worker/platform/database.ts";
import type { CellState } from "../worker/progress/contract/progress.ts";
import { writeCells } from "../worker/progress/record.ts";
import type { AmendmentState, MilestoneState } from "../worker/projects/contract/plan.ts";
import type { CreateProgramme } from "../worker/projects/contract/programmes.ts";
import type { ProjectState } from "../worker/projects/contract/projects.ts";
import { OLDER } from "../worker/projects/domain/plan.ts";
import {
  refreshBoard,
  refreshPublications,
  writeAmendment,
  writeMilestone,
  writeProgramme,
  writeProject,
} from "../worker/projects/record.ts";
import {
  OLDER_REPORT,
  type SectionState,
  writeReport,
  writeSection,
} from "../worker/reporting/record.ts";
import type { DeviationState, RiskState } from "../worker/risks/contract.ts";
import { writeDeviation, writeRisk } from "../worker/risks/record.ts";
import type { FactLine } from "./verify.ts";

type Fact = FactLine & { readonly kind: FactKind; readonly role: Role };
type ReportState = Parameters<typeof writeReport>[1];
/** What a subject became, for each of some facts in their order, of one kind of subject. */
type Told = readonly { readonly fact: Fact; readonly after: unknown }[];
/** The statements that make the rows of subjects what their facts say. */
type Write = (db: Database, told: Told) => readonly Statement[];

const each =
  (write: (db: Database, after: unknown, fact: Fact) => readonly Statement[]): Write =>
  (db, told) =>
    told.flatMap(({ fact, after }) => write(db, after, fact));

/**
 * For each kind of subject what the commands themselves write, from the state that its facts carry.
 * Facts are written by those commands alone, so the states have these shapes.
 */
export const WRITES: Readonly<Record<string, Write>> = {
  programme: each((db, after, fact) => {
    const state = { ...OLDER.programme, ...(after as CreateProgramme) };
    return [writeProgramme(db, state, fact), refreshPublications(state.slug)];
  }),
  project: each((db, after, fact) => {
    const state = { ...OLDER.project, ...(after as ProjectState) };
    return [...writeProject(db, state, fact), refreshBoard(state.slug)];
  }),
  milestone: (db, told) => [
    ...told.map(({ fact, after }) => {
      const state = { ...OLDER.milestone, ...(after as MilestoneState) };
      return writeMilestone(db, fact.scope, state, fact);
    }),
    ...[...new Set(told.map(({ fact }) => fact.scope))].map(refreshBoard),
  ],
  amendment: each((db, after, fact) => [
    writeAmendment(db, fact.scope, after as AmendmentState, fact),
  ]),
  cell: (_db, told) => {
    const written = told.map(({ fact, after }) => {
      const [, slug = "", milestone, municipality = ""] = fact.subject.split(":");
      const place = { milestone: Number(milestone), municipality };
      return { slug, cell: { place, state: after as CellState, fact } };
    });
    return [...Map.groupBy(written, ({ slug }) => slug)].flatMap(([slug, cells]) =>
      writeCells(
        slug,
        cells.map(({ cell }) => cell),
      ),
    );
  },
  membership: each((db, after, fact) => [writeMembership(db, after as Held, fact)]),
  // Its words are in no fact, and so who is named in them is not told again.
  comment: each((db, after, fact) => [writeComment(db, after as CommentSaid, fact)]),
  evidence: each((db, after, fact) => writeEvidence(db, after as EvidenceItem, fact)),
  risk: each((db, after, fact) => [writeRisk(db, fact.scope, after as RiskState, fact)]),
  deviation: each((db, after, fact) => [
    writeDeviation(db, fact.scope, after as DeviationState, fact),
  ]),
  // An import tells which file it was, and changes nothing itself: its cells have facts of their own.
  import: () => [],
  statement: each((db, after, fact) => [writeStatement(db, after as ApproveStatement, fact)]),
  // What opens a link and signs for a webhook is in no fact: whoever needs one makes it anew.
  link: () => [],
  webhook: () => [],
  // What people wrote is in no fact, so there is nothing to make a row of.
  feedback: () => [],
  report: each((db, after, fact) =>
    writeReport(db, { ...OLDER_REPORT, ...(after as ReportState) }, fact),
  ),
  section: each((db, after, fact) => [writeSection(db, after as SectionState, fact)]),
};

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
    ...writeFacts(request),
    ...runsOf(request).flatMap((run) => {
      const [what = ""] = (run[0]?.subject ?? "").split(":");
      const write = WRITES[what];
      if (!write) throw new Error(`Nothing knows how to write ${run[0]?.subject}.`);
      const told = run.map((line) => ({
        // Their kinds and roles are those of our lists: commands wrote what verify has read.
        fact: line as Fact,
        after: (JSON.parse(line.detail) as { readonly after: unknown }).after,
      }));
      return write(db, told);
    }),
  ];
}

/** Facts of one kind of subject that follow one another, no subject twice. */
function runsOf(request: readonly FactLine[]): FactLine[][] {
  const runs: FactLine[][] = [];
  for (const fact of request) {
    const last = runs.at(-1);
    const isMore = last?.every(
      ({ subject }) => subject !== fact.subject && kindOf(subject) === kindOf(fact.subject),
    );
    if (last && isMore) last.push(fact);
    else runs.push([fact]);
  }
  return runs;
}

const kindOf = (subject: string) => subject.split(":")[0];

/** With the running numbers that they had. */
function writeFacts(lines: readonly FactLine[]): Statement[] {
  return jsonChunks(lines).map(
    (chunk) => sql`
      INSERT INTO ${facts} (seq, scope, subject, version, kind, actor, role, at, key, detail,
        previous_hash, hash)
      SELECT value ->> 'seq', value ->> 'scope', value ->> 'subject', value ->> 'version',
        value ->> 'kind', value ->> 'actor', value ->> 'role', value ->> 'at', value ->> 'key',
        value ->> 'detail', value ->> 'previousHash', value ->> 'hash'
      FROM json_each(${chunk})`,
  );
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
