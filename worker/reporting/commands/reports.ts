import { type Fact, happened, record } from "../../history/record.ts";
import { type FactKind, reportsScope } from "../../history/terms.ts";
import { given } from "../../kernel/given.ts";
import { assertMay } from "../../kernel/permissions.ts";
import { Refusal, refuseProblems } from "../../kernel/refusal.ts";
import { retrying, type Statement } from "../../platform/database.ts";
import type { Deps } from "../../platform/env.ts";
import { type Answer, commit } from "../../platform/requests.ts";
import { assertVersion } from "../../platform/versions.ts";
import { loadProgramme } from "../../projects/queries/programmes.ts";
import { loadProject } from "../../projects/queries/projects.ts";
import type {
  ChangeReport,
  CreateReport,
  ReportState,
  ReportView,
  SectionView,
  WriteSection,
} from "../contract/reports.ts";
import { assertWritable } from "../domain/workflow.ts";
import {
  lastReportNumber,
  loadReportAsItIs,
  shownOf,
  type ReportPlace,
  reportOnPeriod,
  sectionSubject,
  textsOf,
  viewOf,
} from "../queries/reports.ts";
import { writeReport, writeSection } from "../record.ts";
import { reportsMax, subjectOf, turnOf } from "../terms.ts";

/**
 * Begins a report, on a period of the programme's calendar or on none, with the sections that the
 * programme asks for. Refuses with `not_found`, `forbidden`, `invalid` (no such period), `conflict`
 * (the period has a report) and, when the project holds no more, `locked`.
 */
export async function draftReport(
  deps: Deps,
  slug: string,
  input: CreateReport,
): Promise<Answer<ReportView>> {
  return retrying(async () => {
    const { programme: programmeSlug } = await loadProject(deps, slug);
    const role = assertMay(deps.actor, "report.write", { project: slug });
    const number = (await lastReportNumber(deps, slug)) + 1;
    if (number > reportsMax) throw new Refusal("locked", (say) => say.reportsFull(reportsMax));
    refuseBudget(input.budget);
    const programme = await loadProgramme(deps, programmeSlug);
    const after: ReportState = {
      ...input,
      period: await periodOf(deps, slug, { asked: input.period, known: programme.reportPeriods }),
      project: slug,
      number,
      sections: programme.reportSections,
      state: "draft",
      edition: 0,
      asOf: null,
      correction: null,
      decision: null,
      accepted: null,
      fingerprint: null,
      size: null,
      createdAt: deps.now,
    };
    const fact = await happened(deps, null, {
      scope: slug,
      subject: subjectOf(after),
      kind: "report.drafted",
      role,
      before: null,
      after,
    });
    const { sections: _sections, ...head } = after;
    const body = { ...head, turn: turnOf(after.state), version: 1 };
    return commit(deps, { status: 201, body, version: 1 }, [
      ...record([fact]),
      ...writeReport(deps.db, after, fact),
    ]);
  });
}

type Calendar = {
  readonly asked: CreateReport["period"];
  readonly known: readonly NonNullable<ReportState["period"]>[];
};

async function periodOf(deps: Deps, slug: string, { asked, known }: Calendar) {
  if (asked === null) return null;
  const found = known.find(
    ({ kind, startsOn, endsOn }) =>
      kind === asked.kind && startsOn === asked.startsOn && endsOn === asked.endsOn,
  );
  if (!found) refuseProblems([{ path: "period", message: (say) => say.periodUnknown() }]);
  if (found && (await reportOnPeriod(deps, slug, found))) {
    throw new Refusal("conflict", (say) => say.periodTaken());
  }
  return found ?? null;
}

function refuseBudget(budget: ReportState["budget"] | undefined): void {
  if (!budget || budget.used <= budget.granted) return;
  refuseProblems([{ path: "budget.used", message: (say) => say.budgetExceeded() }]);
}

/** Changes the head of a report that is being written. Refuses with `not_found`, `forbidden`, `stale`, `invalid`, and `locked` once it is submitted. */
export async function changeReport(
  deps: Deps,
  at: ReportPlace,
  expected: number,
  change: ChangeReport,
): Promise<Answer<ReportView>> {
  const set = given(change);
  if (Object.keys(set).length === 0) throw new Refusal("invalid", (say) => say.nothingChanged());
  refuseBudget(change.budget);
  return moveReport(deps, at, {
    expected,
    kind: "report.changed",
    action: "report.write",
    decide: async (before) => {
      assertWritable(before);
      return { after: { ...before, ...set } };
    },
  });
}

type Decided = { readonly after: ReportState; readonly first?: readonly Statement[] };

export type Move = {
  readonly expected: number;
  readonly kind: Extract<FactKind, `report.${string}`>;
  readonly action: "report.write" | "report.decide";
  /** What the report becomes; `first` goes before its fact. */
  readonly decide: (before: ReportState) => Promise<Decided>;
  readonly reason?: string;
};

/** One step of a report, with its fact. Refuses with `not_found`, `forbidden` and `stale`. */
export async function moveReport(
  deps: Deps,
  at: ReportPlace,
  { expected, kind, action, decide, reason }: Move,
): Promise<Answer<ReportView>> {
  return retrying(async () => {
    const row = await loadReportAsItIs(deps, at);
    const role = assertMay(deps.actor, action, { project: at.project });
    const { version, hash, ...before } = row;
    if (row.version !== expected) assertVersion(await shownOf(deps, row), expected);
    const { after, first = [] } = await decide(before);
    const fact: Fact = await happened(
      deps,
      { version, hash },
      {
        scope: at.project,
        subject: subjectOf(at),
        kind,
        role,
        before,
        after,
        reason: reason ?? null,
      },
    );
    const body = viewOf({ ...after, version: fact.version, hash: fact.hash });
    return commit(deps, { status: 200, body, version: body.version }, [
      ...first,
      ...record([fact]),
      ...writeReport(deps.db, after, fact),
    ]);
  });
}

/**
 * Writes a section's text; version 0 is the first. Each time is kept as a version. Refuses with
 * `not_found` (also no such section), `forbidden`, `stale`, and `locked` once it is submitted.
 */
export async function writeReportSection(
  deps: Deps,
  at: ReportPlace & { readonly section: string },
  expected: number,
  { text }: WriteSection,
): Promise<Answer<SectionView>> {
  return retrying(async () => {
    const report = await loadReportAsItIs(deps, at);
    const role = assertMay(deps.actor, "report.write", { project: at.project });
    const section = report.sections.find(({ key }) => key === at.section);
    if (!section) throw new Refusal("not_found", (say) => say.sectionUnknown());
    const was = (await textsOf(deps, at)).find((one) => one.section === at.section);
    const current = { ...section, text: was?.text ?? "", version: was?.version ?? 0 };
    assertVersion(current, expected);
    assertWritable(report);
    const after = { project: at.project, report: at.number, section: at.section, text };
    const fact = await happened(deps, was ?? null, {
      scope: reportsScope(at.project),
      subject: sectionSubject(at),
      kind: "section.written",
      role,
      before: was ? { ...after, text: was.text } : null,
      after,
    });
    const body = { ...section, text, version: fact.version };
    return commit(deps, { status: 200, body, version: body.version }, [
      ...record([fact]),
      writeSection(deps.db, after, fact),
    ]);
  });
}
