import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import type { Figures, MatrixView, SummaryView } from "../../worker/progress/contract/progress.ts";
import { DECLARED, type Declared, isCounted } from "../../worker/progress/terms.ts";
import { WHOLE_PROJECT } from "../../worker/projects/terms.ts";
import {
  messages,
  plural,
  showDate,
  showNumber,
  showPercent,
  words as statusWords,
} from "../shared/i18n.ts";
import { useRead } from "../shared/query.ts";
import { Dialog } from "../shared/ui/dialog.tsx";
import { StatusMark } from "../shared/ui/glyph.tsx";
import { NotFound, Reading } from "../shared/ui/state.tsx";
import { Worded } from "../shared/ui/worded.tsx";
import { type Cell, cellName, type Milestone } from "./board.ts";
import { ready, words } from "./words.ts";
import "./explanation.css";

/**
 * How a percentage came about: what was divided by what, and every cell that counted or did not.
 * `of` is a project, a part of it and perhaps a moment: `hoppu.total`, `hoppu.837@2024-06-30`.
 */
export function Explanation({ of, onClose }: { of: string; onClose: () => void }) {
  return (
    <Dialog kind="window" title={<h2>{messages.value.project.explain}</h2>} onClose={onClose}>
      <Worded by={{ ready }} height="20rem">
        <Read of={of} />
      </Worded>
    </Dialog>
  );
}

function Read({ of }: { of: string }) {
  const [name = "", moment] = of.split("@");
  const [project = "", part = ""] = name.split(".");
  const path = `/api/projects/${encodeURIComponent(project)}`;
  const more = moment ? `?asOf=${encodeURIComponent(moment)}` : "";
  const matrix = useRead<MatrixView>(`${path}/progress${more}`);
  const summary = useRead<SummaryView>(`${path}/summary${more}`);
  return (
    <Reading of={matrix} height="20rem">
      {(board) => (
        <Reading of={summary} height="20rem">
          {(figures) => {
            const found = partOf(board, figures, part);
            return found ? <Explained matrix={board} part={found} moment={moment} /> : <NotFound />;
          }}
        </Reading>
      )}
    </Reading>
  );
}

type Part = {
  readonly name: string;
  /** The municipality whose part it is; null for a phase or all. */
  readonly code: string | null;
  readonly figures: Figures;
  readonly cells: readonly Cell[];
};

function partOf({ cells, milestones, project }: MatrixView, summary: SummaryView, part: string) {
  const phases = new Map(milestones.map(({ number, phase }) => [number, phase]));
  const parts: Part[] = [
    { name: project.name, code: null, figures: summary.total, cells },
    ...summary.phases.map((phase) => ({
      name: `${messages.value.phases.phase(phase.number)}: ${phase.name}`,
      code: null,
      figures: phase,
      cells: cells.filter(({ milestone }) => phases.get(milestone) === phase.number),
    })),
    ...summary.municipalities.map((row) => ({
      name: row.name,
      code: row.municipality,
      figures: row,
      cells: cells.filter(({ municipality }) => municipality === row.municipality),
    })),
  ];
  const names = ["total", ...summary.phases.map(({ number }) => `phase-${number}`)];
  return parts.find(({ code }, index) => part === (code ?? names[index]));
}

type Shown = { matrix: MatrixView; part: Part; moment: string | undefined };

function Explained(shown: Shown) {
  const { explained: say } = words.value;
  const { name, figures, cells } = shown.part;
  const { formula, date, done, counted, doneWeight, countedWeight } = figures.explanation;
  const percent = showPercent(figures.percent);
  const weighed = done !== doneWeight || counted !== countedWeight;
  const share = weighed
    ? say.weights(showNumber(doneWeight), showNumber(countedWeight))
    : say.cells(showNumber(done), showNumber(counted));
  return (
    <div class="explained">
      <p class="explained-figure">
        <strong>{percent}</strong> <span lang="fi">{name}</span>
      </p>
      <p>{formula}</p>
      <p class="explained-sum">
        {countedWeight === 0 ? say.nothing : `${share} = ${percent}`}
        <br />
        <span class="soft small">{say.date(showDate(date))}</span>
      </p>
      <Groups {...shown} title={say.counted} statuses={ORDER.filter(isCounted)} />
      <Groups {...shown} title={say.leftOut} statuses={LEFT_OUT} />
      {cells.length === 0 && <p class="soft">{say.noCells}</p>}
    </div>
  );
}

/** What is done comes first, as in the sum. */
const ORDER: readonly Declared[] = ["done", ...DECLARED.filter((one) => one !== "done")];
const LEFT_OUT = DECLARED.filter((one) => !isCounted(one));

/** The cells that were counted, or left out, by what is said of them. */
function Groups({
  title,
  statuses,
  ...shown
}: Shown & { title: string; statuses: readonly Declared[] }) {
  const { explained: say } = words.value;
  const weights = new Map(shown.matrix.milestones.map(({ number, weight }) => [number, weight]));
  const groups = statuses
    .map((status) => ({
      status,
      cells: shown.part.cells.filter(({ declared }) => declared === status),
    }))
    .filter(({ cells }) => cells.length > 0);
  const all = groups.flatMap(({ cells }) => cells);
  return (
    <section>
      <h3>
        {title}
        <span>{plural(all.length, say.count)}</span>
      </h3>
      {all.length === 0 && <p class="soft">{say.none}</p>}
      {groups.map(({ status, cells }) => (
        <Group
          key={status}
          {...shown}
          status={status}
          cells={cells}
          weight={isCounted(status) ? sumOf(cells, weights) : null}
        />
      ))}
    </section>
  );
}

function sumOf(cells: readonly Cell[], weights: ReadonlyMap<number, number>): number {
  const sum = cells.reduce((all, { milestone }) => all + (weights.get(milestone) ?? 0), 0);
  return Math.round(sum * 1e6) / 1e6;
}

function Group({
  status,
  cells,
  weight,
  ...shown
}: Shown & { status: Declared; cells: readonly Cell[]; weight: number | null }) {
  const { explained: say } = words.value;
  // A project can have thousands of cells: a list is made when it is looked at.
  const [isOpen, setOpen] = useState(false);
  const milestones = shown.matrix.milestones.filter(({ number }) =>
    cells.some(({ milestone }) => milestone === number),
  );
  return (
    <details
      class="explained-group"
      data-status={status}
      onToggle={({ currentTarget }) => setOpen(currentTarget.open)}
    >
      <summary>
        <StatusMark status={status} />
        <span>
          {statusWords.value.declared[status]}{" "}
          {status in say.reasons && (
            <span class="soft small">{say.reasons[status as keyof typeof say.reasons]}</span>
          )}
        </span>
        <span>
          {plural(cells.length, say.count)}
          {weight !== null && weight !== cells.length && ` · ${say.weight(showNumber(weight))}`}
        </span>
      </summary>
      {isOpen && (
        <ul class="explained-cells">
          {milestones.map((milestone) => (
            <Row
              key={milestone.number}
              {...shown}
              milestone={milestone}
              cells={cells.filter((cell) => cell.milestone === milestone.number)}
            />
          ))}
        </ul>
      )}
    </details>
  );
}

/** One milestone and where it is so: each a link to its cell. */
function Row({
  matrix,
  part,
  moment,
  milestone,
  cells,
}: Shown & { milestone: Milestone; cells: readonly Cell[] }) {
  const { explained: say } = words.value;
  const names = new Map(matrix.municipalities.map(({ code, name }) => [code, name]));
  const page = `/projects/${matrix.project.slug}`;
  const own = part.code === null ? page : `${page}/municipalities/${part.code}`;
  const more = moment ? `&asOf=${moment}` : "";
  const link = (cell: Cell, text: ComponentChildren) => (
    <a key={cell.municipality} href={`${own}?cell=${cellName(cell)}${more}`}>
      {text}
    </a>
  );
  const title = (
    <>
      {milestone.number}. <span lang="fi">{milestone.title}</span>
    </>
  );
  // Of one municipality a milestone has one cell, and needs no name beside its own.
  const [only] = part.code === null ? [] : cells;
  return (
    <li>
      <p class="small">
        {only ? link(only, title) : title}
        {milestone.weight !== 1 && (
          <span class="soft"> ({say.weight(showNumber(milestone.weight))})</span>
        )}
      </p>
      {!only && (
        <p class="row">
          {cells.map((cell) =>
            link(
              cell,
              cell.municipality === WHOLE_PROJECT
                ? messages.value.wholeProject
                : names.get(cell.municipality),
            ),
          )}
        </p>
      )}
    </li>
  );
}
