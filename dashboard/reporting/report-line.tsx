import type { ReportView } from "../../worker/reporting/contract/reports.ts";
import { showDate, showDay, showMoment } from "../shared/i18n.ts";
import { StateChip, TurnWords } from "./state-chip.tsx";
import { words } from "./words.ts";

/** One report in a list: what it is called, where it stands, whose turn it is. */
export function ReportLine({ report }: { report: ReportView }) {
  const say = words.value;
  const { project, number, name, period, state, turn, edition, asOf, createdAt, decision } = report;
  const titleId = `report-${number}`;
  return (
    <li>
      <article class="card report-line" aria-labelledby={titleId}>
        <div>
          <h3 id={titleId} lang="fi">
            <a href={`/projects/${project}/reports/${number}`}>{name}</a>
          </h3>
          <p class="soft small">
            {say.number(number)}
            {period && ` · ${say.period(showDate(period.startsOn), showDate(period.endsOn))}`}
            {edition > 0 && ` · ${say.edition(edition)}`} ·{" "}
            {asOf ? say.asOf(showMoment(asOf)) : say.created(showDay(createdAt))}
          </p>
          {state === "returned" && decision && (
            <p class="report-note">
              <span class="soft">{say.returnedWith}: </span>
              <span lang="fi">{decision.note}</span>
            </p>
          )}
        </div>
        <div class="row">
          <StateChip state={state} />
          <TurnWords turn={turn} />
        </div>
      </article>
    </li>
  );
}
