import { happened, record } from "../../history/record.ts";
import { given } from "../../kernel/given.ts";
import { assertMay } from "../../kernel/permissions.ts";
import { Refusal } from "../../kernel/refusal.ts";
import { retrying } from "../../platform/database.ts";
import type { Deps } from "../../platform/env.ts";
import { type Answer, commit } from "../../platform/requests.ts";
import { assertVersion } from "../../platform/versions.ts";
import { loadProject } from "../../projects/queries/projects.ts";
import type { ChangeReport, CreateReport, ReportView } from "../contract/reports.ts";
import { lastReportNumber, loadReport } from "../queries.ts";
import { writeReport } from "../record.ts";
import { reportsMax } from "../terms.ts";

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
