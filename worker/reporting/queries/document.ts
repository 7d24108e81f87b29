import { evidenceThen } from "../../evidence/queries.ts";
import { findFact, type Past } from "../../history/queries.ts";
import { assertMay } from "../../kernel/permissions.ts";
import type { AskedDeps, Deps } from "../../platform/env.ts";
import { openFile } from "../../platform/files.ts";
import { movesSince } from "../../progress/queries/changes.ts";
import { loadMatrixWithTexts, summaryOf } from "../../progress/queries/progress.ts";
import { amendmentsWithTitles } from "../../projects/queries/plan.ts";
import { loadWithProgramme } from "../../projects/queries/projects.ts";
import { loadRegister } from "../../risks/queries/register.ts";
import type { DocumentChanges, ReportDocument } from "../contract/document.ts";
import type { ReportDetail, ReportState, SectionView, ThinView } from "../contract/reports.ts";
import { changesSince, documentOf, thinOf } from "../domain/document.ts";
import { subjectOf } from "../terms.ts";
import {
  lastAccepted,
  loadEdition,
  loadReport,
  type ReportPlace,
  seesDrafts,
  textsOf,
  viewOf,
} from "./reports.ts";

type Served = Deps & Pick<AskedDeps, "files" | "settings">;

/**
 * The report as it would be frozen at this moment, read from facts: asked again for the moment, it
 * is the same. For who may write or see it as a draft. Costs the project's facts, once for now,
 * once for the accepted edition before.
 */
export async function draftDocument(
  deps: Served,
  report: ReportState,
  edition: number | null,
): Promise<ReportDocument> {
  const { project: slug, number } = report;
  const past = { at: deps.now };
  const [about, { matrix, texts: said }, register, evidence, amendments, texts] = await Promise.all(
    [
      loadWithProgramme(deps, slug, past),
      loadMatrixWithTexts(deps, slug, past),
      loadRegister(deps, slug, past),
      evidenceThen(deps, slug, past),
      amendmentsWithTitles(deps, slug, past),
      textsOf(deps, { project: slug, number }),
    ],
  );
  return documentOf({
    report,
    texts: new Map(texts.map(({ section, text }) => [section, text])),
    matrix,
    said,
    summary: summaryOf(deps, matrix, deps.now),
    register,
    evidence,
    ...about,
    amendments,
    changes: await changesFrom(deps, slug, matrix),
    edition,
    service: deps.settings.origin,
  });
}

async function changesFrom(
  deps: Deps,
  slug: string,
  matrix: Parameters<typeof movesSince>[1]["matrix"],
): Promise<DocumentChanges | null> {
  const accepted = await lastAccepted(deps, slug, deps.now);
  if (!accepted) return null;
  const { report, edition, name, asOf } = accepted;
  const { version } = await loadEdition(deps, { project: slug, number: report }, edition);
  const fact = await findFact(deps.db, subjectOf({ project: slug, number: report }), version);
  // As it was frozen: without what was committed after it under an earlier moment.
  const past: Past = { at: asOf, seq: fact?.seq ?? null };
  const moved = await movesSince(deps, { slug, since: past, matrix });
  return changesSince({ report, edition, name }, moved);
}

/**
 * The report that is read: a chosen edition as it was frozen, else the newest, else for the team
 * what it would be now. Refuses with `not_found` and `forbidden`.
 */
export async function loadDocument(
  deps: Served,
  at: ReportPlace,
  edition: number | null,
): Promise<{ readonly document: ReportDocument; readonly fingerprint: string | null }> {
  const { hash: _hash, version: _version, ...report } = await loadReport(deps, at);
  assertMay(deps.actor, "report.receive", { project: at.project });
  const isOpen = report.state !== "submitted" && report.state !== "accepted";
  if (edition === null && isOpen && seesDrafts(deps, at.project)) {
    return { document: await draftDocument(deps, report, null), fingerprint: null };
  }
  const found = await loadEdition(deps, at, edition ?? report.edition);
  const frozen = await openFile(deps.files, found.fingerprint);
  // What was frozen is a document: submitting wrote it.
  const document = (await new Response(frozen).json()) as ReportDocument;
  return { document, fingerprint: found.fingerprint };
}

/**
 * One report with the texts of its sections; a funder is given those of the newest edition.
 * Refuses with `not_found` and `forbidden`.
 */
export async function loadReportDetail(deps: Served, at: ReportPlace): Promise<ReportDetail> {
  const row = await loadReport(deps, at);
  if (!seesDrafts(deps, at.project)) {
    const { document } = await loadDocument(deps, at, row.edition);
    const sections = document.sections.map((section): SectionView => ({ ...section, version: 0 }));
    return { ...viewOf(row), budget: document.budget, sections };
  }
  const texts = new Map((await textsOf(deps, at)).map((one) => [one.section, one]));
  const sections = row.sections.map((section): SectionView => {
    const written = texts.get(section.key);
    return { ...section, text: written?.text ?? "", version: written?.version ?? 0 };
  });
  return { ...viewOf(row), sections };
}

/** What a report still lacks. Refuses with `not_found` and `forbidden`. */
export async function loadThin(deps: Served, at: ReportPlace): Promise<ThinView> {
  const { hash: _hash, version: _version, ...report } = await loadReport(deps, at);
  assertMay(deps.actor, "report.export", { project: at.project });
  return { items: thinOf(await draftDocument(deps, report, null)) };
}
