import type { PlainFigures, ReportDocument } from "../../../worker/reporting/contract/document.ts";
import { plural, showMoment, showNumber, showPercent } from "../../shared/i18n.ts";
import { mayDo } from "../../shared/session.ts";
import { Region } from "../../shared/ui/region.tsx";
import { words } from "./words.ts";

/** The figures that the report rests on, as of its moment. */
export function Figures({ document }: { document: ReportDocument }) {
  const { figures: say } = words.value;
  const { total, phases, municipalities, asOf, edition, project } = document;
  return (
    <section id="report-figures" class="card report-figures" aria-labelledby="figures-title">
      <h3 id="figures-title">{say.title}</h3>
      <p class="soft small">
        {say.asOf(showMoment(asOf))}{" "}
        {edition !== null && mayDo("progress.view", { project: project.slug }) && (
          <a href={`/projects/${project.slug}?asOf=${asOf}`}>{say.atMoment}</a>
        )}
      </p>
      <dl class="report-numbers">
        <div class="first">
          <dt>{say.done}</dt>
          <dd>{showPercent(total.percent)}</dd>
          <dd class="soft small">
            {say.formula(showNumber(total.doneWeight), showNumber(total.countedWeight))}
          </dd>
        </div>
        <Count label={say.late} count={total.late} />
        <Count label={say.atRisk} count={total.atRisk} />
        <Count label={say.stale} count={total.stale} />
        <Count label={say.noData} count={total.counts.no_data} />
      </dl>
      <p class="soft small">
        {say.leftOut(
          showNumber(total.leftOut.noData),
          showNumber(total.leftOut.cancelled),
          showNumber(total.leftOut.notApplicable),
        )}
      </p>
      {phases.length > 0 && (
        <Rows
          title={say.phases}
          head={say.phase}
          rows={phases.map(({ number, name, figures }) => ({
            name: `${number}. ${name}`,
            figures,
          }))}
        />
      )}
      <Targets targets={document.targets} />
      {municipalities.length > 0 && (
        <details>
          <summary>
            {say.municipalities} ({showNumber(municipalities.length)})
          </summary>
          <Rows
            title={say.municipalities}
            head={say.municipality}
            rows={municipalities.map(({ nameFi, figures }) => ({ name: nameFi, figures }))}
          />
        </details>
      )}
      <Rest document={document} />
    </section>
  );
}

function Count({ label, count }: { label: string; count: number }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{showNumber(count)}</dd>
    </div>
  );
}

type Row = { readonly name: string; readonly figures: PlainFigures };

function Rows({ title, head, rows }: { title: string; head: string; rows: readonly Row[] }) {
  const { figures: say } = words.value;
  return (
    <Region label={title}>
      <table class="plain-table">
        <caption class="report-caption">{title}</caption>
        <thead>
          <tr>
            <th scope="col">{head}</th>
            {[say.done, say.late, say.atRisk, say.stale, say.noData].map((label) => (
              <th key={label} scope="col" class="number">
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ name, figures }) => (
            <tr key={name}>
              <th scope="row" lang="fi">
                {name}
              </th>
              <td class="number">{showPercent(figures.percent)}</td>
              <td class="number">{showNumber(figures.late)}</td>
              <td class="number">{showNumber(figures.atRisk)}</td>
              <td class="number">{showNumber(figures.stale)}</td>
              <td class="number">{showNumber(figures.counts.no_data)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Region>
  );
}

const amount = (value: number | null, unit: string | null) =>
  value === null ? "–" : `${showNumber(value)} ${unit ?? ""}`.trim();

function Targets({ targets }: { targets: ReportDocument["targets"] }) {
  const { figures: say } = words.value;
  if (targets.length === 0) return null;
  return (
    <Region label={say.targets}>
      <table class="plain-table">
        <caption class="report-caption">{say.targets}</caption>
        <thead>
          <tr>
            <th scope="col">{say.target}</th>
            {[say.goal, say.value, say.reached, say.unknown].map((label) => (
              <th key={label} scope="col" class="number">
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {targets.map(({ milestone, title, unit, goal, value, reached, counted, unknown }) => (
            <tr key={milestone}>
              <th scope="row" lang="fi">
                {milestone}. {title}
              </th>
              <td class="number">{amount(goal, unit)}</td>
              <td class="number">{amount(value, unit)}</td>
              <td class="number">
                {showNumber(reached)} / {showNumber(counted)}
              </td>
              <td class="number">{showNumber(unknown)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Region>
  );
}

/** What else is in the files of the report. */
function Rest({ document }: { document: ReportDocument }) {
  const { figures: say } = words.value;
  const rest = (["risks", "deviations", "evidence", "amendments"] as const).map((part) =>
    plural(document[part].length, say[part]),
  );
  return (
    <p class="small">
      <span class="soft">{say.rest}:</span> {rest.join(", ")}.
    </p>
  );
}
