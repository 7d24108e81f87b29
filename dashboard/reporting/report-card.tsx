import type { ReportView } from "../../worker/reporting/contract/reports.ts";
import { language, messages, showDay, showMoment } from "../shared/i18n.ts";
import { mayDo } from "../shared/session.ts";
import { later } from "../shared/ui/later.tsx";
import { words } from "./words.ts";

const PackLink = later(async () => (await import("./pack/pack-link.tsx")).PackLink);

/** One report: what it says, where it stands, and its files once it is submitted. */
export function ReportCard({
  report,
  onEdit,
  onSubmit,
}: {
  report: ReportView;
  onEdit: (() => void) | undefined;
  onSubmit: (() => void) | undefined;
}) {
  const say = words.value;
  const titleId = `report-${report.number}`;
  const isDraft = report.state === "draft";
  return (
    <li>
      <article class="card" aria-labelledby={titleId}>
        <div class="section-head">
          <div>
            <h3 id={titleId} lang="fi">
              {report.name}
            </h3>
            <p>
              {say.number(report.number)} · {say.states[report.state]} ·{" "}
              {report.asOf
                ? say.submitted(showMoment(report.asOf))
                : say.drafted(showDay(report.createdAt))}
            </p>
          </div>
          {isDraft && (
            <div class="row">
              {onEdit && (
                <button
                  type="button"
                  class="button"
                  aria-label={`${messages.value.edit}: ${report.name}`}
                  onClick={onEdit}
                >
                  {messages.value.edit}
                </button>
              )}
              {onSubmit && (
                <button
                  type="button"
                  class="button primary"
                  aria-label={`${say.submit}: ${report.name}`}
                  onClick={onSubmit}
                >
                  {say.submit}
                </button>
              )}
            </div>
          )}
        </div>
        {report.message !== "" && (
          <p class="report-message" lang="fi">
            {report.message}
          </p>
        )}
        {!isDraft && mayDo("report.receive", { project: report.project }) && (
          <Files report={report} />
        )}
        <PackLink project={report.project} report={report.number} edition={report.edition} />
      </article>
    </li>
  );
}

function Files({ report: { project, number, name } }: { report: ReportView }) {
  const say = words.value;
  const { project: formats } = messages.value;
  const files = [
    { query: "format=xlsx", label: formats.exportXlsx },
    { query: "format=csv", label: formats.exportCsv },
    { query: "format=csv&delimiter=comma", label: formats.exportCsvMachine },
    { query: "format=json", label: formats.exportJson },
  ];
  const path = `/api/projects/${project}/reports/${number}/export`;
  return (
    <ul class="row" aria-label={say.files}>
      {files.map(({ query, label }) => (
        <li key={query}>
          <a
            class="button"
            href={`${path}?${query}&lang=${language.value}`}
            aria-label={say.fileOf(label, name)}
            download
          >
            {label}
          </a>
        </li>
      ))}
    </ul>
  );
}
