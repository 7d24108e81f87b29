import { useEffect } from "preact/hooks";
import type { MatrixView, SummaryView } from "../../worker/progress/contract/progress.ts";
import { AsOf } from "../shared/as-of/as-of.tsx";
import { useAsOf } from "../shared/as-of/use-as-of.ts";
import { messages } from "../shared/i18n.ts";
import { useParameter } from "../shared/location.ts";
import { useRead } from "../shared/query.ts";
import { later } from "../shared/ui/later.tsx";
import { PhaseRibbon } from "../shared/ui/phase-ribbon.tsx";
import { Reading } from "../shared/ui/state.tsx";
import { asMark, cellByName, cellName, type CellOf } from "./board.ts";
import { FiguresPanel } from "./figures-panel.tsx";
import { Matrix } from "./matrix.tsx";
import { TileMap } from "./tile-map.tsx";
import { WholeProject } from "./whole-project.tsx";

const EndedCell = later(async () => (await import("./milestone/ended.tsx")).EndedCell);

/** Where a project stands: figures, phases, map, matrix, and the cell that is open. */
export function StatusPage({ project, Cell }: { project: string; Cell: CellOf }) {
  const { first } = useAsOf();
  const matrix = useRead<MatrixView>(`/api/projects/${project}/progress${first}`, true);
  const summary = useRead<SummaryView>(`/api/projects/${project}/summary${first}`, true);
  return (
    <Reading of={matrix} height="80vh">
      {(board) => (
        <Reading of={summary} height="80vh">
          {(figures) => <Status matrix={board} summary={figures} Cell={Cell} />}
        </Reading>
      )}
    </Reading>
  );
}

function Status({
  matrix,
  summary,
  Cell,
}: {
  matrix: MatrixView;
  summary: SummaryView;
  Cell: CellOf;
}) {
  const { phases: say, matrix: matrixWords } = messages.value;
  const [mark, setMark] = useParameter("mark");
  const [open, setOpen] = useParameter("cell");
  const chosen = asMark(mark);
  const cell = cellByName(matrix.cells, open);
  // Fetched before it is asked for, so that it opens at once.
  useEffect(() => void Cell.preload(), [Cell]);
  return (
    <>
      <a class="skip" href="#matrix-title">
        {matrixWords.skip}
      </a>
      <AsOf project={matrix.project} />
      {open && !cell && <EndedCell project={matrix.project.slug} cell={open} />}
      <FiguresPanel matrix={matrix} figures={summary.total} mark={chosen} onMark={setMark} />
      <section class="card" aria-label={say.title}>
        <PhaseRibbon project={matrix.project.slug} phases={summary.phases} />
      </section>
      <div class="map-and-whole">
        <TileMap matrix={matrix} summary={summary} />
        <WholeProject matrix={matrix} onOpen={(one) => setOpen(cellName(one), "in history")} />
      </div>
      <Matrix
        matrix={matrix}
        summary={summary}
        mark={chosen}
        onOpen={(one) => setOpen(cellName(one), "in history")}
      />
      {cell && (
        <Cell key={cellName(cell)} matrix={matrix} cell={cell} onClose={() => setOpen(null)} />
      )}
    </>
  );
}
