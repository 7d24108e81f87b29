import type { MatrixView, SummaryView } from "../../worker/progress/contract/progress.ts";
import { AsOf } from "../shared/as-of/as-of.tsx";
import { useAsOf } from "../shared/as-of/use-as-of.ts";
import { messages, showDay, showNumber, showPercent } from "../shared/i18n.ts";
import { useParameter } from "../shared/location.ts";
import { useRead } from "../shared/query.ts";
import { useTitle } from "../shared/title.ts";
import { Percent } from "../shared/ui/percent.tsx";
import { Failure, NotFound, Reading } from "../shared/ui/state.tsx";
import { cellByName, cellName, type CellOf, type Municipality } from "./board.ts";
import { CellLine } from "./cell-line.tsx";
import { OtherDates } from "./dates-table.tsx";
import { InAllProjects, ProjectStanding } from "./municipalities/project-standing.tsx";
import "./municipality-page.css";

/** One municipality in one project: every milestone of its own, phase by phase. */
export function MunicipalityPage({
  project,
  municipality,
  Cell,
}: {
  project: string;
  municipality: string;
  Cell: CellOf;
}) {
  const { first } = useAsOf();
  const matrix = useRead<MatrixView>(`/api/projects/${project}/progress${first}`, true);
  const summary = useRead<SummaryView>(`/api/projects/${project}/summary${first}`, true);
  const place = matrix.data?.municipalities.find(({ code }) => code === municipality);
  useTitle(place && `${place.name}: ${matrix.data?.project.name}`);
  const { municipality: say } = messages.value;
  if (matrix.error?.code === "forbidden") {
    return (
      <>
        <p>
          <a href={`/projects/${project}`}>← {say.back}</a>
        </p>
        <h1>{say.open}</h1>
        <Failure error={matrix.error} />
      </>
    );
  }
  return (
    <Reading of={matrix} height="70vh">
      {(board) =>
        place ? (
          <Reading of={summary} height="70vh">
            {(figures) => <Page matrix={board} summary={figures} place={place} Cell={Cell} />}
          </Reading>
        ) : (
          <NotFound />
        )
      }
    </Reading>
  );
}

function Page({
  matrix,
  summary,
  place,
  Cell,
}: {
  matrix: MatrixView;
  summary: SummaryView;
  place: Municipality;
  Cell: CellOf;
}) {
  const { municipality: say, phases } = messages.value;
  const [open, setOpen] = useParameter("cell");
  const { first } = useAsOf();
  const cells = matrix.cells.filter(({ municipality }) => municipality === place.code);
  const phaseOf = new Map(matrix.milestones.map(({ number, phase }) => [number, phase]));
  const cell = cellByName(cells, open);
  return (
    <>
      <p>
        <a href={`/projects/${matrix.project.slug}${first}`}>← {say.back}</a>{" "}
        <span class="soft" lang="fi">
          {matrix.project.name}
        </span>{" "}
        · <InAllProjects municipality={place.code} />
      </p>
      <AsOf project={matrix.project} />
      <Head matrix={matrix} summary={summary} place={place} />
      {matrix.phases.map((phase) => {
        const own = cells.filter(({ milestone }) => phaseOf.get(milestone) === phase.number);
        return (
          own.length > 0 && (
            <section key={phase.number} class="card" aria-labelledby={`phase-${phase.number}`}>
              <div class="section-head">
                <h2 id={`phase-${phase.number}`}>
                  <span class="soft">{phases.phase(phase.number)}</span>{" "}
                  <span lang="fi">{phase.name}</span>
                </h2>
              </div>
              <ul class="cell-lines">
                {own.map((one) => (
                  <CellLine
                    key={one.milestone}
                    matrix={matrix}
                    cell={one}
                    onOpen={() => setOpen(cellName(one), "in history")}
                  >
                    <OtherDates cell={one} />
                  </CellLine>
                ))}
              </ul>
            </section>
          )
        );
      })}
      <ProjectStanding project={matrix.project.slug} municipality={place.code} />
      <Neighbours matrix={matrix} place={place} />
      {cell && (
        <Cell key={cellName(cell)} matrix={matrix} cell={cell} onClose={() => setOpen(null)} />
      )}
    </>
  );
}

function Head({
  matrix,
  summary,
  place,
}: {
  matrix: MatrixView;
  summary: SummaryView;
  place: Municipality;
}) {
  const { municipality: say, map, portfolio } = messages.value;
  const figures = summary.municipalities.find(({ municipality }) => municipality === place.code);
  if (!figures) return null;
  const { percent, late, stale, lastConfirmedAt } = figures;
  return (
    <header class="municipality-head">
      <div>
        <h1>{place.name}</h1>
        <p class="soft">
          {place.population !== null && say.population(showNumber(place.population))}
          {lastConfirmedAt && ` · ${say.lastConfirmed} ${showDay(lastConfirmedAt)}`}
        </p>
      </div>
      <dl class="municipality-figures">
        <div>
          <dt>{portfolio.done}</dt>
          <dd>
            <Percent project={matrix.project.slug} part={place.code}>
              {showPercent(percent)}
            </Percent>
          </dd>
        </div>
        <div>
          <dt>{map.measures.late}</dt>
          <dd>{showNumber(late)}</dd>
        </div>
        <div>
          <dt>{map.measures.stale}</dt>
          <dd>{showNumber(stale)}</dd>
        </div>
      </dl>
    </header>
  );
}

/** The municipalities before and after this one by name. */
function Neighbours({ matrix, place }: { matrix: MatrixView; place: Municipality }) {
  const { municipality: say } = messages.value;
  const { first } = useAsOf();
  const index = matrix.municipalities.findIndex(({ code }) => code === place.code);
  const link = (step: "previous" | "next", other: Municipality | undefined) =>
    other && (
      <a
        class="button"
        data-step={step}
        href={`/projects/${matrix.project.slug}/municipalities/${other.code}${first}`}
      >
        {say[step]}: {other.name}
      </a>
    );
  return (
    <nav class="row" aria-label={say.neighbours}>
      {link("previous", matrix.municipalities[index - 1])}
      {link("next", matrix.municipalities[index + 1])}
    </nav>
  );
}
