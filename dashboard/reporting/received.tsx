import type { ProjectView } from "../../worker/projects/contract/projects.ts";
import type { ReportView, ToldList } from "../../worker/reporting/contract/reports.ts";
import { language, showDate, showMoment } from "../shared/i18n.ts";
import { useRead } from "../shared/query.ts";
import { Reading } from "../shared/ui/state.tsx";
import { StateChip } from "./state-chip.tsx";
import { receivedProjectsMax, useReceived } from "./use-received.ts";
import { words } from "./words.ts";

type Heading = "h2" | "h3";

const movedShownMax = 5;

/** When a report last came to the funder, or was decided. */
const movedAt = ({ decision, asOf, createdAt }: ReportView) =>
  [decision?.at, asOf]
    .filter((at) => typeof at === "string")
    .toSorted()
    .at(-1) ?? createdAt;

/** What waits for the funder's decision, and below it the reports that changed last. */
export function Received({
  projects,
  heading: Title,
}: {
  projects: readonly ProjectView[];
  heading: Heading;
}) {
  const { funded: say } = words.value;
  const received = useReceived(projects.map(({ slug }) => slug));
  const named = new Map(projects.map(({ slug, name }) => [slug, name]));
  return (
    <Reading of={received} height="16rem">
      {(reports) => {
        const waiting = reports
          .filter(({ turn }) => turn === "funder")
          .toSorted((a, b) => movedAt(a).localeCompare(movedAt(b)));
        const moved = reports
          .filter(({ turn }) => turn !== "funder")
          .toSorted((a, b) => movedAt(b).localeCompare(movedAt(a)))
          .slice(0, movedShownMax);
        return (
          <>
            <section class="fields" aria-labelledby="waiting-title">
              <Title id="waiting-title">{say.waiting}</Title>
              {waiting.length === 0 ? (
                <p class="soft">{say.nothingWaits}</p>
              ) : (
                <ul class="waiting-reports">
                  {waiting.map((report) => (
                    <Line key={pathOf(report)} report={report} of={named.get(report.project)} />
                  ))}
                </ul>
              )}
            </section>
            {moved.length > 0 && (
              <section class="fields" aria-labelledby="moved-title">
                <Title id="moved-title">{say.moved}</Title>
                <ul class="card due-reports">
                  {moved.map((report) => (
                    <Moved key={pathOf(report)} report={report} of={named.get(report.project)} />
                  ))}
                </ul>
              </section>
            )}
            {projects.length > receivedProjectsMax && (
              <p class="soft">{say.partial(receivedProjectsMax)}</p>
            )}
          </>
        );
      }}
    </Reading>
  );
}

const pathOf = ({ project, number }: ReportView) => `/projects/${project}/reports/${number}`;

type Shown = { report: ReportView; of: string | undefined };

function Line({ report, of }: Shown) {
  const say = words.value;
  const { name, period, edition, asOf } = report;
  return (
    <li class="card report-line">
      <div>
        <p class="due-name" lang="fi">
          <a href={pathOf(report)}>{name}</a>
        </p>
        <p class="soft small">
          <span lang="fi">{of}</span>
          {period && ` · ${say.period(showDate(period.startsOn), showDate(period.endsOn))}`} ·{" "}
          {say.edition(edition)}
          {asOf && ` · ${say.asOf(showMoment(asOf))}`}
        </p>
        <Difference report={report} />
      </div>
      <a
        class="button primary"
        href={pathOf(report)}
        aria-label={say.funded.read(of ? `${name}, ${of}` : name)}
      >
        {say.funded.readOne}
      </a>
    </li>
  );
}

const differencesShownMax = 4;

/** What a report tells of the time since the accepted one before: the first of it. */
function Difference({ report: { project, number } }: { report: ReportView }) {
  const path = `/api/projects/${project}/reports/${number}/told`;
  const told = useRead<ToldList>(`${path}?lang=${language.value}`);
  const sentences = told.data?.changes.slice(0, differencesShownMax) ?? [];
  return sentences.length === 0 ? null : <p class="report-difference">{sentences.join(" ")}</p>;
}

function Moved({ report, of }: Shown) {
  return (
    <li>
      <div>
        <p class="due-name" lang="fi">
          <a href={pathOf(report)}>{report.name}</a>
        </p>
        <p class="soft small" lang="fi">
          {of}
        </p>
      </div>
      <StateChip state={report.state} />
      <span class="soft small">{showMoment(movedAt(report))}</span>
    </li>
  );
}
