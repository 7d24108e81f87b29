import type { FunctionComponent } from "preact";
import { useEffect } from "preact/hooks";
import type { MatrixView } from "../../../worker/progress/contract/progress.ts";
import type { MilestoneView } from "../../../worker/projects/contract/plan.ts";
import { WHOLE_PROJECT } from "../../../worker/projects/terms.ts";
import { AsOf } from "../../shared/as-of/as-of.tsx";
import { useAsOf } from "../../shared/as-of/use-as-of.ts";
import type { MilestoneSection } from "../../shared/cell-sections.ts";
import { messages } from "../../shared/i18n.ts";
import { useParameter } from "../../shared/location.ts";
import { milestonesPath } from "../../shared/milestones.ts";
import { useRead } from "../../shared/query.ts";
import { mayDo } from "../../shared/session.ts";
import { NotFound, Reading } from "../../shared/ui/state.tsx";
import { Worded } from "../../shared/ui/worded.tsx";
import { cellByName, cellName, type CellOf } from "../board.ts";
import { CellLine } from "../cell-line.tsx";
import { DatesTable } from "../dates-table.tsx";
import { MilestoneAttention } from "./attention.tsx";
import { DatesRange } from "./dates-range.tsx";
import { Definition } from "./definition.tsx";
import { Ended } from "./ended.tsx";
import { MilestoneHistory } from "./history.tsx";
import { MunicipalitiesTable } from "./municipalities-table.tsx";
import { StatusChart } from "./status-chart.tsx";
import { ready, words } from "./words.ts";
import "./milestone-page.css";

/** What other features show of a milestone. */
type Sections = {
  Cell: CellOf;
  Risks: FunctionComponent<MilestoneSection>;
  Rest: FunctionComponent<MilestoneSection>;
};
type Shown = Sections & { project: string; number: number };

/** One milestone of a plan: what it is, where every municipality stands, what is said of it. */
export function MilestonePage(shown: Shown) {
  return (
    <Worded by={{ ready }}>
      <Found {...shown} />
    </Worded>
  );
}

function Found({ project, number, ...sections }: Shown) {
  const { Cell } = sections;
  const { asOf, first, more } = useAsOf();
  const matrix = useRead<MatrixView>(`/api/projects/${project}/progress${first}`, true);
  const plan = useRead<{ items: MilestoneView[] }>(milestonesPath(project, more), true);
  useEffect(() => void Cell.preload(), [Cell]);
  return (
    <Reading of={matrix} height="80vh">
      {(board) => (
        <Reading of={plan} height="80vh">
          {({ items }) => {
            const milestone = items.find((one) => one.number === number);
            if (!milestone && asOf === null) return <NotFound />;
            return (
              <article class="milestone-page">
                <Neighbours project={project} number={number} milestones={items} />
                {milestone ? (
                  <Page matrix={board} milestone={milestone} milestones={items} {...sections} />
                ) : (
                  <>
                    <AsOf project={board.project} />
                    <p class="card">{words.value.absent}</p>
                  </>
                )}
              </article>
            );
          }}
        </Reading>
      )}
    </Reading>
  );
}

function Page({
  matrix,
  milestone,
  milestones,
  Cell,
  Risks,
  Rest,
}: Sections & {
  matrix: MatrixView;
  milestone: MilestoneView;
  milestones: readonly MilestoneView[];
}) {
  const say = words.value;
  const [open, setOpen] = useParameter("cell");
  const project = matrix.project.slug;
  const cells = matrix.cells.filter((one) => one.milestone === milestone.number);
  const cell = cellByName(cells, open);
  const whole = cells.find(({ municipality }) => municipality === WHOLE_PROJECT);
  const attention = <MilestoneAttention project={project} number={milestone.number} />;
  const onOpen = (one: (typeof cells)[number]) => setOpen(cellName(one), "in history");
  return (
    <>
      <Head matrix={matrix} milestone={milestone} />
      <AsOf project={matrix.project} />
      <Ended project={project} milestone={milestone} milestones={milestones} />
      <Definition project={project} milestone={milestone} milestones={milestones} />
      {cells.length > 0 && (
        <div class="milestone-overview">
          {whole ? (
            <div class="milestone-beside">
              <section class="card" aria-labelledby="single-title">
                <h2 id="single-title">{say.single}</h2>
                <ul class="cell-lines">
                  <CellLine matrix={matrix} cell={whole} onOpen={onOpen} />
                </ul>
              </section>
              {attention}
            </div>
          ) : (
            <StatusChart matrix={matrix} milestone={milestone} cells={cells} />
          )}
          <div class="milestone-beside">
            <section class="card" aria-labelledby="dates-title">
              <h2 id="dates-title">{say.dates}</h2>
              {whole ? <DatesTable cell={whole} /> : <DatesRange cells={cells} />}
            </section>
            {!whole && attention}
            <Risks matrix={matrix} milestone={milestone} />
          </div>
        </div>
      )}
      {cells.length > 0 && !whole && (
        <MunicipalitiesTable matrix={matrix} milestone={milestone} cells={cells} onOpen={onOpen} />
      )}
      {cells.length === 0 && <Risks matrix={matrix} milestone={milestone} />}
      <Rest matrix={matrix} milestone={milestone} />
      {mayDo("progress.history", { project }) && (
        <MilestoneHistory matrix={matrix} milestone={milestone} />
      )}
      {cell && (
        <Cell key={cellName(cell)} matrix={matrix} cell={cell} onClose={() => setOpen(null)} />
      )}
    </>
  );
}

function Head({ matrix, milestone }: { matrix: MatrixView; milestone: MilestoneView }) {
  const say = words.value;
  const { kinds } = messages.value;
  const { number, title, kind, scope, phase, state } = milestone;
  const name = matrix.phases.find((one) => one.number === phase)?.name ?? "";
  return (
    <header class="milestone-head">
      <h2 lang="fi">
        <span class="soft">{number}.</span> {state === "active" ? title : <s>{title}</s>}
      </h2>
      <p class="row">
        <span class="chip">{kinds[kind]}</span>
        <span lang="fi">{say.phase(phase, name)}</span>
        <span class="soft">{say.scopes[scope]}</span>
        <button type="button" class="button plain small" onClick={() => window.print()}>
          {say.print}
        </button>
      </p>
    </header>
  );
}

/** The way back to the plan, and the milestones before and after this one by number. */
function Neighbours({
  project,
  number,
  milestones,
}: {
  project: string;
  number: number;
  milestones: readonly MilestoneView[];
}) {
  const say = words.value;
  const { first } = useAsOf();
  const before = milestones.findLast((one) => one.number < number);
  const after = milestones.find((one) => one.number > number);
  const link = (step: "previous" | "next", other: MilestoneView | undefined) =>
    other && (
      <a
        class="button"
        data-step={step}
        href={`/projects/${project}/milestones/${other.number}${first}`}
        title={`${other.number}. ${other.title}`}
      >
        {say[step]}: {other.number}
      </a>
    );
  return (
    <nav class="row milestone-neighbours" aria-label={say.neighbours}>
      <a href={`/projects/${project}/plan${first}#milestone-${number}`}>← {say.back}</a>
      <span class="row">
        {link("previous", before)}
        {link("next", after)}
      </span>
    </nav>
  );
}
