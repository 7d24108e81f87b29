import type { ReportDocument } from "../../../worker/reporting/contract/document.ts";
import type { ReportDetail, ToldList } from "../../../worker/reporting/contract/reports.ts";
import { WRITABLE_STATES } from "../../../worker/reporting/terms.ts";
import { language } from "../../shared/i18n.ts";
import { useParameter } from "../../shared/location.ts";
import { useRead } from "../../shared/query.ts";
import { Retention } from "../../shared/retention/retention.tsx";
import { mayDo } from "../../shared/session.ts";
import { Reading } from "../../shared/ui/state.tsx";
import { Worded } from "../../shared/ui/worded.tsx";
import { PackLink } from "../pack/pack-link.tsx";
import { ready as listReady } from "../words.ts";
import { Changes } from "./changes.tsx";
import { Editions, useEdition } from "./editions.tsx";
import { Figures } from "./figures.tsx";
import { Files } from "./files.tsx";
import { ReportHead } from "./head.tsx";
import { ReportHistory } from "./history.tsx";
import { Sections } from "./sections.tsx";
import { ready, words } from "./words.ts";
import "./report-page.css";

/** One report: who writes it, who decides, what it says and which figures it rests on. */
export function ReportPage({ project, number }: { project: string; number: number }) {
  return (
    <Worded by={{ ready }}>
      <Worded by={{ ready: listReady }}>
        <Found project={project} number={number} />
      </Worded>
    </Worded>
  );
}

function Found({ project, number }: { project: string; number: number }) {
  const say = words.value;
  const path = `/api/projects/${project}/reports/${number}`;
  const report = useRead<ReportDetail>(path);
  if (!report.data && report.error?.code === "not_found") {
    return (
      <div class="notice bad" role="alert">
        <h2>{say.goneTitle}</h2>
        <p>{say.gone}</p>
        <a href={`/projects/${project}/reports`}>{say.back}</a>
      </div>
    );
  }
  return (
    <Reading of={report} height="80vh">
      {(found) => <Whole key={`${project} ${number}`} report={found} path={path} />}
    </Reading>
  );
}

function Whole({ report, path }: { report: ReportDetail; path: string }) {
  const { project, number, state, edition: newest } = report;
  const [asked] = useParameter("edition");
  const chosen = Number(asked);
  const isOlder = Number.isInteger(chosen) && chosen >= 1 && chosen <= newest;
  const edition = isOlder ? chosen : null;
  const isWritable = WRITABLE_STATES.some((one) => one === state);
  const writes = edition === null && isWritable && mayDo("report.write", { project });
  const query = edition === null ? "" : `edition=${edition}`;
  const document = useRead<ReportDocument>(`${path}/document?${query}`, true);
  const told = useRead<ToldList>(`${path}/told?lang=${language.value}&${query}`, true);
  const decided = useEdition(report, edition);
  return (
    <article class="report-page" aria-labelledby="report-title">
      <ReportHead
        report={report}
        edition={edition}
        decided={decided}
        told={told.data}
        document={document.data}
      />
      <div class="report-columns">
        <div class="report-main">
          <Reading of={told} height="60vh">
            {(list) => (
              <Sections
                report={report}
                told={list}
                writes={writes}
                edition={edition}
                decided={decided}
                budget={writes ? report.budget : (document.data?.budget ?? null)}
              />
            )}
          </Reading>
          <Reading of={document} height="40vh">
            {(found) => (
              <>
                <Figures document={found} />
                <Changes document={found} told={told.data?.changes ?? []} />
              </>
            )}
          </Reading>
        </div>
        <aside class="report-aside">
          <Files report={report} edition={edition} />
          {newest > 0 && <Editions report={report} told={told.data} />}
          <PackLink project={project} report={number} edition={edition ?? newest} />
          <ReportHistory project={project} number={number} />
          {mayDo("report.export", { project }) && <Retention project={project} />}
        </aside>
      </div>
    </article>
  );
}
