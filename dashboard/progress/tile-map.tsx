import type { MatrixView, SummaryView } from "../../worker/progress/contract/progress.ts";
import { useAsOf } from "../shared/as-of/use-as-of.ts";
import { messages, showNumber, showPercent } from "../shared/i18n.ts";
import { useParameter } from "../shared/location.ts";
import { Percent } from "../shared/ui/percent.tsx";
import "./tile-map.css";

const MEASURES = ["percent", "late", "stale"] as const;
type Measure = (typeof MEASURES)[number];
type Row = SummaryView["municipalities"][number];

/** The municipalities as equal tiles near their own place, and the same as a table. */
export function TileMap({ matrix, summary }: { matrix: MatrixView; summary: SummaryView }) {
  const { first } = useAsOf();
  const { map: say } = messages.value;
  const [asked, setAsked] = useParameter("map");
  const measure = MEASURES.find((one) => one === asked) ?? "percent";
  const rows = new Map(summary.municipalities.map((row) => [row.municipality, row]));
  const highest = Math.max(1, ...summary.municipalities.map((row) => row[measure] ?? 0));
  return (
    <section class="card" aria-labelledby="map-title">
      <div class="section-head">
        <div>
          <h2 id="map-title">{say.title}</h2>
          <p>{say.help}</p>
        </div>
        <label class="row small">
          {say.measure}
          <select value={measure} onChange={({ currentTarget }) => setAsked(currentTarget.value)}>
            {MEASURES.map((one) => (
              <option key={one} value={one}>
                {say.measures[one]}
              </option>
            ))}
          </select>
        </label>
      </div>
      <ul class={`tiles measure-${measure}`}>
        {matrix.municipalities.map(({ code, name, tileColumn, tileRow }) => {
          const row = rows.get(code);
          return (
            row && (
              <li
                key={code}
                style={{ gridColumn: (tileColumn ?? 0) + 1, gridRow: (tileRow ?? 0) + 1 }}
              >
                <a
                  class={`tile step-${stepOf(row, measure, highest)}`}
                  href={`/projects/${matrix.project.slug}/municipalities/${code}${first}`}
                >
                  <span class="tile-name">{name}</span>
                  <span class="tile-foot">
                    <span class="tile-value">{valueOf(row, measure)}</span>
                    <span class="hidden-visually">{say.measures[measure]}</span>
                    {measure === "percent" && row.late > 0 && (
                      <span class="tile-late">
                        <span aria-hidden="true">! </span>
                        {row.late}
                        <span class="hidden-visually"> {say.measures.late}</span>
                      </span>
                    )}
                  </span>
                </a>
              </li>
            )
          );
        })}
      </ul>
      <Legend measure={measure} highest={highest} />
      <Table summary={summary} project={matrix.project.slug} />
    </section>
  );
}

/** Which of five steps of the scale a value falls on; `none` where there is no value. */
function stepOf(row: Row, measure: Measure, highest: number): string {
  const value = row[measure];
  if (value === null) return "none";
  const share = measure === "percent" ? value / 100 : value / highest;
  return String(share >= 1 ? 4 : Math.floor(share * 4));
}

function valueOf(row: Row, measure: Measure): string {
  return measure === "percent" ? showPercent(row.percent) : showNumber(row[measure]);
}

function Legend({ measure, highest }: { measure: Measure; highest: number }) {
  const ends =
    measure === "percent" ? [showPercent(0), showPercent(100)] : ["0", showNumber(highest)];
  return (
    <p class={`tile-legend small soft measure-${measure}`} aria-hidden="true">
      {ends[0]}
      {["0", "1", "2", "3", "4"].map((step) => (
        <span key={step} class={`step-${step}`} />
      ))}
      {ends[1]}
    </p>
  );
}

function Table({ summary, project }: { summary: SummaryView; project: string }) {
  const { first } = useAsOf();
  const { map: say, asTable } = messages.value;
  return (
    <details>
      <summary>{asTable}</summary>
      <div class="scroll-x" tabIndex={0} role="region" aria-label={say.caption}>
        <table class="plain-table">
          <caption class="hidden-visually">{say.caption}</caption>
          <thead>
            <tr>
              <th scope="col">{say.municipality}</th>
              {MEASURES.map((one) => (
                <th key={one} scope="col" class="number">
                  {say.measures[one]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {summary.municipalities.map((row) => (
              <tr key={row.municipality}>
                <th scope="row">
                  <a href={`/projects/${project}/municipalities/${row.municipality}${first}`}>
                    {row.name}
                  </a>
                </th>
                {MEASURES.map((one) => (
                  <td key={one} class="number">
                    {one === "percent" ? (
                      <Percent project={project} part={row.municipality}>
                        {valueOf(row, one)}
                      </Percent>
                    ) : (
                      valueOf(row, one)
                    )}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}
