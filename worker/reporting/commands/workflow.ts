import { sql } from "drizzle-orm";
import { findFact } from "../../history/queries.ts";
import { facts } from "../../history/tables.ts";
import { reportsScope } from "../../history/terms.ts";
import { canonical } from "../../kernel/canonical.ts";
import { digest } from "../../kernel/digest.ts";
import { Refusal, refuseProblems } from "../../kernel/refusal.ts";
import type { Statement } from "../../platform/database.ts";
import type { AskedDeps, Deps } from "../../platform/env.ts";
import { keepFile } from "../../platform/files.ts";
import { type Answer, failsWhere } from "../../platform/requests.ts";
import type { AcceptReport, CorrectReport, ReportView, ReturnReport } from "../contract/reports.ts";
import { assertMove, corrected, decided, submitted } from "../domain/workflow.ts";
import { draftDocument } from "../queries/document.ts";
import { lastCorrection, loadEdition, type ReportPlace, seesDrafts } from "../queries/reports.ts";
import { subjectOf } from "../terms.ts";
import { moveReport } from "./reports.ts";

type Submitting = Deps & Pick<AskedDeps, "files" | "settings">;

/**
 * Submits a report to the funder: text and figures are from now on those of this moment, as
 * canonical JSON under its SHA-256. Refuses with `not_found`, `forbidden`, `stale`, and `locked`
 * where it is not being written.
 */
export async function submitReport(
  deps: Submitting,
  at: ReportPlace,
  expected: number,
): Promise<Answer<ReportView>> {
  return moveReport(deps, at, {
    expected,
    kind: "report.submitted",
    action: "report.write",
    decide: async (before) => {
      assertMove(before, "submit");
      const until = await lastSeq(deps);
      const document = await draftDocument(deps, before, before.edition + 1);
      const bytes = Uint8Array.from(new TextEncoder().encode(canonical(document)));
      const fingerprint = await digest(bytes);
      const after = submitted(before, { asOf: deps.now, fingerprint, size: bytes.length });
      await keepFile(deps.files, { digest: fingerprint, bytes });
      return { after, first: [failsOnceSaid(deps, at.project, until)] };
    },
  });
}

async function lastSeq({ db }: Deps): Promise<number> {
  const [row] = await db.select({ last: sql<number>`coalesce(max(${facts.seq}), 0)` }).from(facts);
  return row?.last ?? 0;
}

/**
 * Fails the batch where something was said of the project up to its moment, or written in a report
 * at any, since it was read: a text that was saved is in what is submitted after it.
 */
function failsOnceSaid({ now }: Deps, project: string, until: number): Statement {
  return failsWhere(sql`EXISTS (
    SELECT 1 FROM ${facts} WHERE ${facts.seq} > ${until}
      AND ((${facts.scope} = ${project} AND ${facts.at} <= ${now})
        OR ${facts.scope} = ${reportsScope(project)}))`);
}

/** Returns the newest edition to the team, with what has to change. Refuses with `not_found`, `forbidden`, `stale`, `invalid` (no such section) and `locked`. */
export async function returnReport(
  deps: Deps,
  at: ReportPlace,
  expected: number,
  { note, sections }: ReturnReport,
): Promise<Answer<ReportView>> {
  return decide(deps, at, expected, { move: "return", note, sections });
}

/** Accepts the newest edition: it is in force. Refuses with `not_found`, `forbidden`, `stale` and `locked`. */
export async function acceptReport(
  deps: Deps,
  at: ReportPlace,
  expected: number,
  { note }: AcceptReport,
): Promise<Answer<ReportView>> {
  return decide(deps, at, expected, { move: "accept", note, sections: [] });
}

async function decide(
  deps: Deps,
  at: ReportPlace,
  expected: number,
  { move, note, sections }: ReturnReport & { readonly move: "return" | "accept" },
): Promise<Answer<ReportView>> {
  return moveReport(deps, at, {
    expected,
    kind: move === "accept" ? "report.accepted" : "report.returned",
    action: "report.decide",
    reason: note,
    decide: async (before) => {
      // What is being corrected is, for whoever does not see drafts, still accepted.
      const isUnseen = before.state === "correcting" && !seesDrafts(deps, at.project);
      const seen = isUnseen ? { ...before, state: "accepted" as const } : before;
      const after = decided(seen, move, { note, sections, at: deps.now });
      refuseProblems(
        sections.flatMap(({ section }, index) =>
          before.sections.some(({ key }) => key === section)
            ? []
            : [{ path: `sections.${index}.section`, message: (say) => say.sectionUnknown() }],
        ),
      );
      const edition = await loadEdition(deps, at, before.edition);
      const sent = await findFact(deps.db, subjectOf(at), edition.version);
      if (sent?.actor === deps.actor.id) throw new Refusal("forbidden", (say) => say.ownReport());
      return { after };
    },
  });
}

/**
 * Opens an accepted report for a numbered correction; the accepted edition stays in force until
 * the next one is accepted. Refuses with `not_found`, `forbidden`, `stale`, and `locked` where it is
 * not accepted or a newer edition has replaced the one that is named.
 */
export async function correctReport(
  deps: Deps,
  at: ReportPlace,
  expected: number,
  { edition, reason }: CorrectReport,
): Promise<Answer<ReportView>> {
  return moveReport(deps, at, {
    expected,
    kind: "report.reopened",
    action: "report.write",
    reason,
    decide: async (before) => {
      const number = (await lastCorrection(deps, at)) + 1;
      return { after: corrected(before, { edition, reason, number, at: deps.now }) };
    },
  });
}
