import { useState } from "preact/hooks";
import type { ReportView } from "../../worker/reporting/contract/reports.ts";
import { reportsMax } from "../../worker/reporting/terms.ts";
import { usePages } from "../shared/pages.ts";
import { mayDo } from "../shared/session.ts";
import { Empty } from "../shared/ui/empty.tsx";
import { More } from "../shared/ui/more.tsx";
import { Reading } from "../shared/ui/state.tsx";
import { Worded } from "../shared/ui/worded.tsx";
import { ReportCard } from "./report-card.tsx";
import { ReportDialog } from "./report-dialog.tsx";
import { SubmitDialog } from "./submit-dialog.tsx";
import { ready, words } from "./words.ts";
import "./reports-page.css";

/** The status reports of a project: drafts for those who write them, and what was submitted. */
export function ReportsPage({ project }: { project: string }) {
  return (
    <Worded by={{ ready }}>
      <Reports project={project} />
    </Worded>
  );
}

type Open =
  | { readonly what: "add" }
  | { readonly what: "edit" | "submit"; readonly report: ReportView };

function Reports({ project }: { project: string }) {
  const say = words.value;
  const reports = usePages<ReportView>(`/api/projects/${project}/reports`);
  const [open, setOpen] = useState<Open | null>(null);
  const [sent, setSent] = useState<string | null>(null);
  const writes = mayDo("report.write", { project });
  const works = mayDo("progress.view", { project });
  const close = () => setOpen(null);
  return (
    <section aria-labelledby="reports-title">
      <div class="section-head">
        <div>
          <h2 id="reports-title">{say.title}</h2>
          <p>{works ? say.intro : say.introFunder}</p>
        </div>
        {writes && (reports.data?.length ?? 0) < reportsMax && (
          <button type="button" class="button primary" onClick={() => setOpen({ what: "add" })}>
            {say.add}
          </button>
        )}
      </div>
      <p role="status">{sent !== null && say.sent(sent)}</p>
      <Reading of={reports} height="40vh">
        {(items) =>
          items.length === 0 ? (
            <Empty said={works ? say.empty : say.emptyFunder}>
              {writes && (
                <button type="button" class="button" onClick={() => setOpen({ what: "add" })}>
                  {say.add}
                </button>
              )}
            </Empty>
          ) : (
            <>
              <ol class="reports">
                {items.toSorted(newestFirst).map((report) => (
                  <ReportCard
                    key={report.number}
                    report={report}
                    onEdit={writes ? () => setOpen({ what: "edit", report }) : undefined}
                    onSubmit={writes ? () => setOpen({ what: "submit", report }) : undefined}
                  />
                ))}
              </ol>
              <More of={reports} label={say.more} />
            </>
          )
        }
      </Reading>
      {open?.what === "add" && <ReportDialog project={project} report={null} onClose={close} />}
      {open?.what === "edit" && (
        <ReportDialog project={project} report={open.report} onClose={close} />
      )}
      {open?.what === "submit" && (
        <SubmitDialog report={open.report} onSent={setSent} onClose={close} />
      )}
    </section>
  );
}

const newestFirst = (a: ReportView, b: ReportView) => b.number - a.number;
