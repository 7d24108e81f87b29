import { useState } from "preact/hooks";
import type { DueReport, ReportView } from "../../worker/reporting/contract/reports.ts";
import { reportsMax } from "../../worker/reporting/terms.ts";
import { usePages } from "../shared/pages.ts";
import { useRead } from "../shared/query.ts";
import { mayDo } from "../shared/session.ts";
import { Empty } from "../shared/ui/empty.tsx";
import { More } from "../shared/ui/more.tsx";
import { Skeleton } from "../shared/ui/skeleton.tsx";
import { Reading } from "../shared/ui/state.tsx";
import { Worded } from "../shared/ui/worded.tsx";
import { BeginDialog } from "./begin-dialog.tsx";
import { DueReports } from "./due-reports.tsx";
import { ReportLine } from "./report-line.tsx";
import { ready, words } from "./words.ts";
import "./reports-page.css";

/** The reports of a project: what the calendar asks for, and all there are. */
export function ReportsPage({ project }: { project: string }) {
  return (
    <Worded by={{ ready }}>
      <Reports project={project} />
    </Worded>
  );
}

function Reports({ project }: { project: string }) {
  const say = words.value;
  const reports = usePages<ReportView>(`/api/projects/${project}/reports`);
  const calendar = useRead<{ items: DueReport[] }>(
    `/api/projects/${project}/report-calendar?limit=500`,
  );
  const [begun, setBegun] = useState<{ readonly due: DueReport | null } | null>(null);
  const writes = mayDo("report.write", { project });
  const works = mayDo("progress.view", { project });
  const add = (
    <button type="button" class="button" onClick={() => setBegun({ due: null })}>
      {say.add}
    </button>
  );
  // All is shown at once, so that nothing is pushed down.
  if (!calendar.data && !calendar.error) return <Skeleton height="60vh" />;
  return (
    <>
      <DueReports
        items={calendar.data?.items ?? []}
        onBegin={writes ? (due) => setBegun({ due }) : undefined}
      />
      <section aria-labelledby="reports-title">
        <div class="section-head">
          <div>
            <h2 id="reports-title">{say.all}</h2>
            <p>{works ? say.intro : say.introFunder}</p>
          </div>
          {writes && (reports.data?.length ?? 0) < reportsMax && add}
        </div>
        <Reading of={reports} height="40vh">
          {(items) =>
            items.length === 0 ? (
              <Empty said={works ? say.empty : say.emptyFunder}>{writes && add}</Empty>
            ) : (
              <>
                <ol class="reports">
                  {items.toSorted(newestFirst).map((report) => (
                    <ReportLine key={report.number} report={report} />
                  ))}
                </ol>
                <More of={reports} label={say.more} />
              </>
            )
          }
        </Reading>
      </section>
      {begun && <BeginDialog project={project} due={begun.due} onClose={() => setBegun(null)} />}
    </>
  );
}

const newestFirst = (a: ReportView, b: ReportView) => b.number - a.number;
