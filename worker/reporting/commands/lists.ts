import type { EvidenceView } from "../../evidence/contract.ts";
import { listEvidence } from "../../evidence/queries.ts";
import { evidenceMax } from "../../evidence/terms.ts";
import { assertMay, assertPerson } from "../../kernel/permissions.ts";
import { Refusal } from "../../kernel/refusal.ts";
import { runBatch } from "../../platform/database.ts";
import type { AskedDeps } from "../../platform/env.ts";
import { countTowards } from "../../platform/limits.ts";
import type { AttentionItem } from "../../progress/contract/attention.ts";
import type { ChangesView } from "../../progress/contract/changes.ts";
import type { TrendRow } from "../../progress/contract/trend.ts";
import { loadAttention } from "../../progress/queries/attention.ts";
import { loadChanges } from "../../progress/queries/changes.ts";
import { loadPortfolio } from "../../progress/queries/progress.ts";
import { loadTrendRows } from "../../progress/queries/trend.ts";
import {
  chosenOf,
  pastPortfolioMax,
  type PortfolioAsked,
  portfolioMax,
} from "../../progress/terms.ts";
import { amendmentsWithTitles } from "../../projects/queries/plan.ts";
import { listProgrammes } from "../../projects/queries/programmes.ts";
import { loadWithProgramme } from "../../projects/queries/projects.ts";
import { listDeviations, listRisks } from "../../risks/queries/register.ts";
import { deviationsMax, risksMax } from "../../risks/terms.ts";
import { logged } from "../../use-log/record.ts";
import type {
  ExportAmendment,
  ExportDeviation,
  ExportRisk,
  PortfolioTaken,
  Retained,
} from "../contract/exports.ts";
import type { CalendarAsked, DueReport } from "../contract/reports.ts";
import { exportAmendments } from "../domain/exports.ts";
import { wholeCalendar } from "../queries/calendar.ts";
import { rowsMax } from "../terms.ts";

/** A moment in the past, or null for now. */
type AsOf = string | null;

/**
 * Takes a list along as a file, and leaves the line in the log of disclosures that says who took
 * it. Refuses as reading it does, and with `rate_limited`.
 */
async function taken<List>(
  deps: AskedDeps,
  { project, list }: { readonly project: string | null; readonly list: string },
  read: () => Promise<List>,
): Promise<List> {
  await countTowards(deps, "exported", deps.actor.id);
  const found = await read();
  await runBatch(deps.db, [logged(deps, { kind: "exported", project, detail: `${list} csv` })]);
  return found;
}

/** All of what needs a look, now or as of a moment. */
export function takeAttentionExport(
  deps: AskedDeps,
  project: string,
  asOf: AsOf,
): Promise<readonly AttentionItem[]> {
  return taken(deps, { project, list: "attention" }, async () => {
    const asked = { kind: undefined, after: 0, limit: rowsMax, asOf };
    return (await loadAttention(deps, project, asked)).items;
  });
}

/** All that moved in a project between two moments. */
export function takeChangesExport(
  deps: AskedDeps,
  project: string,
  asked: { readonly since: string; readonly until: AsOf },
): Promise<Pick<ChangesView, "items" | "since" | "until">> {
  return taken(deps, { project, list: "changes" }, () =>
    loadChanges(deps, project, { ...asked, after: 0, limit: rowsMax }),
  );
}

/** How a project has come along, now or up to a moment; of one municipality if asked. */
export function takeTrendExport(
  deps: AskedDeps,
  project: string,
  asked: { readonly asOf: AsOf; readonly municipality: string | undefined },
): Promise<readonly TrendRow[]> {
  return taken(deps, { project, list: "trend" }, () => loadTrendRows(deps, project, asked));
}

const whole = { state: undefined, cell: null, after: 0 };

/** All risks of a project, now or as of a moment. */
export function takeRisksExport(
  deps: AskedDeps,
  project: string,
  asOf: AsOf,
): Promise<readonly ExportRisk[]> {
  return taken(deps, { project, list: "risks" }, () =>
    listRisks(deps, project, { ...whole, limit: risksMax, asOf }),
  );
}

/** All its deviations. */
export function takeDeviationsExport(
  deps: AskedDeps,
  project: string,
  asOf: AsOf,
): Promise<readonly ExportDeviation[]> {
  return taken(deps, { project, list: "deviations" }, () =>
    listDeviations(deps, project, { ...whole, limit: deviationsMax, asOf }),
  );
}

/** All evidence of a project, now or as of a moment, and how long it is kept by what holds now. */
export function takeEvidenceExport(
  deps: AskedDeps,
  project: string,
  asOf: AsOf,
): Promise<readonly (EvidenceView & Retained)[]> {
  return taken(deps, { project, list: "evidence" }, async () => {
    const page = { below: null, limit: evidenceMax };
    const { items } = await listEvidence(deps, project, { asOf, page });
    const { programme } = await loadWithProgramme(deps, project, null);
    const { retainUntil, retentionBasis } = programme;
    return items.map((item) => ({ ...item, retainUntil, retentionBasis }));
  });
}

/** All amendments of the plan, now or as of a moment. */
export function takeAmendmentsExport(
  deps: AskedDeps,
  project: string,
  asOf: AsOf,
): Promise<readonly ExportAmendment[]> {
  return taken(deps, { project, list: "amendments" }, async () => {
    const found = await amendmentsWithTitles(deps, project, asOf === null ? null : { at: asOf });
    assertMay(deps.actor, "plan.view", { project });
    return exportAmendments(found);
  });
}

/** Who pays, for every project of the portfolio. */
const programmesMax = 500;

/**
 * The portfolio as it is shown, now or as of a moment. Refuses with `too_large` where there are
 * more projects than a file may have, so that none is left out unsaid.
 */
export function takePortfolioExport(
  deps: AskedDeps,
  asked: PortfolioAsked,
  asOf: AsOf,
): Promise<PortfolioTaken> {
  return taken(deps, { project: null, list: "portfolio" }, async () => {
    assertPerson(deps.actor, "project.list");
    const max = asOf === null ? portfolioMax : pastPortfolioMax;
    const lines = await loadPortfolio(deps, { after: "", limit: max + 1 }, asOf);
    if (lines.length > max) throw new Refusal("too_large", (say) => say.portfolioTooLong(max));
    const there = lines.flatMap(({ item }) => item ?? []);
    const programmes =
      there.length === 0 ? [] : await listProgrammes(deps, { after: "", limit: programmesMax });
    return { asOf: asOf ?? deps.now, items: chosenOf(there, asked), programmes };
  });
}

/** The calendar of reports as it is narrowed, of all projects whose reports the actor may see. */
export function takeCalendarExport(
  deps: AskedDeps,
  asked: CalendarAsked,
): Promise<readonly DueReport[]> {
  return taken(deps, { project: asked.project ?? null, list: "report calendar" }, () =>
    wholeCalendar(deps, asked),
  );
}
