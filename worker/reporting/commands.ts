import type { EvidenceView } from "../evidence/contract.ts";
import { listEvidence } from "../evidence/queries.ts";
import { evidenceMax } from "../evidence/terms.ts";
import { happened, record } from "../history/record.ts";
import { given } from "../kernel/given.ts";
import { assertMay } from "../kernel/permissions.ts";
import { Refusal } from "../kernel/refusal.ts";
import { retrying, runBatch } from "../platform/database.ts";
import type { AskedDeps, Deps } from "../platform/env.ts";
import { countTowards } from "../platform/limits.ts";
import { type Answer, commit } from "../platform/requests.ts";
import { assertVersion } from "../platform/versions.ts";
import type { AttentionItem } from "../progress/contract/attention.ts";
import type { ChangesView } from "../progress/contract/changes.ts";
import { loadAttention } from "../progress/queries/attention.ts";
import { loadChanges } from "../progress/queries/changes.ts";
import { loadProject } from "../projects/queries/projects.ts";
import { listDeviations, listRisks } from "../risks/queries/register.ts";
import { deviationsMax, risksMax } from "../risks/terms.ts";
import { logged } from "../use-log/record.ts";
import type {
  ChangeReport,
  CreateReport,
  ExportDeviation,
  ExportRisk,
  ReportView,
  StatusExport,
} from "./contract.ts";
import { lastReportNumber, loadReport, loadReportExport, loadStatusExport } from "./queries.ts";
import { writeReport } from "./record.ts";
import { rowsMax, reportsMax } from "./terms.ts";

const subjectOf = ({ project, number }: Pick<ReportView, "project" | "number">) =>
  `report:${project}:${number}`;

/**
 * Begins a status report; its figures are fixed when it is submitted. Refuses with `not_found`,
 * `forbidden` and, when the project holds no more, `locked`.
 */
export async function draftReport(
  deps: Deps,
  slug: string,
  input: CreateReport,
): Promise<Answer<ReportView>> {
  return retrying(async () => {
    const { now } = deps;
    await loadProject(deps, slug);
    const role = assertMay(deps.actor, "report.write", { project: slug });
    const number = (await lastReportNumber(deps, slug)) + 1;
    if (number > reportsMax) throw new Refusal("locked", (say) => say.reportsFull(reportsMax));
    const after = {
      ...input,
      project: slug,
      number,
      state: "draft",
      asOf: null,
      createdAt: now,
    } as const;
    const body = { ...after, version: 1 };
    const fact = await happened(deps, null, {
      scope: slug,
      subject: subjectOf(after),
      kind: "report.drafted",
      role,
      before: null,
      after,
    });
    return commit(deps, { status: 201, body, version: 1 }, [
      ...record([fact]),
      ...writeReport(deps.db, after, fact),
    ]);
  });
}

type Change = {
  readonly kind: "report.changed" | "report.submitted";
  readonly set: Partial<ReportView>;
};

/** Changes a draft. Refuses with `not_found`, `forbidden`, `stale`, `invalid`, and `locked` once it is submitted. */
export async function changeReport(
  deps: Deps,
  at: { readonly project: string; readonly number: number },
  expected: number,
  change: ChangeReport,
): Promise<Answer<ReportView>> {
  const set = given(change);
  if (Object.keys(set).length === 0) throw new Refusal("invalid", (say) => say.nothingChanged());
  return write(deps, at, expected, { kind: "report.changed", set });
}

/**
 * Submits a report to the funder: its figures are from now on those of this moment. Refuses with
 * `not_found`, `forbidden`, `stale`, and `locked` once it is submitted.
 */
export async function submitReport(
  deps: Deps,
  at: { readonly project: string; readonly number: number },
  expected: number,
): Promise<Answer<ReportView>> {
  const set = { state: "submitted", asOf: deps.now } as const;
  return write(deps, at, expected, { kind: "report.submitted", set });
}

async function write(
  deps: Deps,
  at: { readonly project: string; readonly number: number },
  expected: number,
  { kind, set }: Change,
): Promise<Answer<ReportView>> {
  return retrying(async () => {
    const { hash, ...before } = await loadReport(deps, at);
    const role = assertMay(deps.actor, "report.write", { project: at.project });
    assertVersion(before, expected);
    if (before.state !== "draft") throw new Refusal("locked", (say) => say.reportSubmitted());
    const { version, ...state } = before;
    const after = { ...state, ...set };
    const body = { ...after, version: version + 1 };
    const head = { version, hash };
    const fact = await happened(deps, head, {
      scope: at.project,
      subject: subjectOf(at),
      kind,
      role,
      before: state,
      after,
    });
    return commit(deps, { status: 200, body, version: body.version }, [
      ...record([fact]),
      ...writeReport(deps.db, after, fact),
    ]);
  });
}

type ChangesTaken = Pick<ChangesView, "items" | "since" | "until">;
type Taking = { readonly schema: string; readonly format: string };

/**
 * The status of a project for a file, and the line in the log of disclosures that says who took it
 * (Act 906/2019 § 17). Refuses as `loadStatusExport` does, and with `rate_limited`.
 */
export async function takeStatusExport(
  deps: AskedDeps,
  slug: string,
  { format, ...asked }: Taking & Parameters<typeof loadStatusExport>[2],
): Promise<StatusExport> {
  await countTowards(deps, "exported", deps.actor.id);
  const status = await loadStatusExport(deps, slug, asked);
  await runBatch(deps.db, [logged(deps, { kind: "exported", project: slug, detail: format })]);
  return status;
}

/** The same for the list of what needs a look: all of it, now or as of a moment. */
export async function takeAttentionExport(
  deps: AskedDeps,
  slug: string,
  asOf: string | null,
): Promise<readonly AttentionItem[]> {
  await countTowards(deps, "exported", deps.actor.id);
  const asked = { kind: undefined, after: 0, limit: rowsMax, asOf };
  const { items } = await loadAttention(deps, slug, asked);
  const detail = "attention csv";
  await runBatch(deps.db, [logged(deps, { kind: "exported", project: slug, detail })]);
  return items;
}

/** The same for what moved between two moments: all of it. */
export async function takeChangesExport(
  deps: AskedDeps,
  slug: string,
  asked: { readonly since: string; readonly until: string | null },
): Promise<ChangesTaken> {
  await countTowards(deps, "exported", deps.actor.id);
  const { items, since, until } = await loadChanges(deps, slug, {
    ...asked,
    after: 0,
    limit: rowsMax,
  });
  await runBatch(deps.db, [
    logged(deps, { kind: "exported", project: slug, detail: "changes csv" }),
  ]);
  return { items, since, until };
}

/** The same for the risks of a project: all of them, now or as of a moment. */
export async function takeRisksExport(
  deps: AskedDeps,
  slug: string,
  asOf: string | null,
): Promise<readonly ExportRisk[]> {
  await countTowards(deps, "exported", deps.actor.id);
  const items = await listRisks(deps, slug, { ...whole, limit: risksMax, asOf });
  await runBatch(deps.db, [logged(deps, { kind: "exported", project: slug, detail: "risks csv" })]);
  return items;
}

/** The same for its deviations. */
export async function takeDeviationsExport(
  deps: AskedDeps,
  slug: string,
  asOf: string | null,
): Promise<readonly ExportDeviation[]> {
  await countTowards(deps, "exported", deps.actor.id);
  const items = await listDeviations(deps, slug, { ...whole, limit: deviationsMax, asOf });
  await runBatch(deps.db, [
    logged(deps, { kind: "exported", project: slug, detail: "deviations csv" }),
  ]);
  return items;
}

/** The same for the evidence of a project: all of it, now or as of a moment. */
export async function takeEvidenceExport(
  deps: AskedDeps,
  slug: string,
  asOf: string | null,
): Promise<readonly EvidenceView[]> {
  await countTowards(deps, "exported", deps.actor.id);
  const page = { below: null, limit: evidenceMax };
  const { items } = await listEvidence(deps, slug, { asOf, page });
  await runBatch(deps.db, [
    logged(deps, { kind: "exported", project: slug, detail: "evidence csv" }),
  ]);
  return items;
}

const whole = { state: undefined, cell: null, after: 0 };

/** The same for the figures of a report. */
export async function takeReportExport(
  deps: AskedDeps,
  at: { readonly project: string; readonly number: number },
  { schema, format }: Taking,
): Promise<StatusExport> {
  await countTowards(deps, "exported", deps.actor.id);
  const status = await loadReportExport(deps, at, schema);
  const detail = `${at.number} ${format}`;
  await runBatch(deps.db, [logged(deps, { kind: "report_received", project: at.project, detail })]);
  return status;
}
