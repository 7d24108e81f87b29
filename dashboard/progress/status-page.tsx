import { useEffect } from "preact/hooks";
import type { MatrixView, SummaryView } from "../../worker/progress/contract/progress.ts";
import { AsOf } from "../shared/as-of/as-of.tsx";
import { useAsOf } from "../shared/as-of/use-as-of.ts";
import { messages } from "../shared/i18n.ts";
import { useParameter } from "../shared/location.ts";
import { useRead } from "../shared/query.ts";
import { later } from "../shared/ui/later.tsx";
import { Reading } from "../shared/ui/state.tsx";
import { asMark, cellByName, cellName, type Cell as OneCell, type CellOf } from "./board.ts";

/** They are fetched while the figures are read. */
const overview = () => import("./status/overview.tsx");
const matrixPart = () => import("./matrix.tsx");
const Overview = later(async () => (await overview()).Overview, "44rem");
const Matrix = later(async () => (await matrixPart()).Matrix, "60rem");
const EndedCell = later(async () => (await import("./milestone/ended.tsx")).EndedCell);

/** Where a project stands: figures, phases, map, matrix, and the cell that is open. */
export function StatusPage({ project, Cell }: { project: string; Cell: CellOf }) {
  const { first } = useAsOf();
  const matrix = useRead<MatrixView>(`/api/projects/${project}/progress${first}`, true);
  const summary = useRead<SummaryView>(`/api/projects/${project}/summary${first}`, true);
  useEffect(() => void Promise.all([overview(), matrixPart()]), []);
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
  const [mark, setMark] = useParameter("mark");
  const [open, setOpen] = useParameter("cell");
  const cell = cellByName(matrix.cells, open);
  const openCell = (one: OneCell) => setOpen(cellName(one), "in history");
  // Fetched before it is asked for, so that it opens at once.
  useEffect(() => void Cell.preload(), [Cell]);
  return (
    <>
      <a class="skip" href="#matrix-cells">
        {messages.value.matrix.skip}
      </a>
      <AsOf project={matrix.project} />
      {open && !cell && <EndedCell project={matrix.project.slug} cell={open} />}
      <Overview
        matrix={matrix}
        summary={summary}
        mark={asMark(mark)}
        onMark={setMark}
        onOpen={openCell}
      />
      <Matrix matrix={matrix} summary={summary} onOpen={openCell} />
      {cell && (
        <Cell key={cellName(cell)} matrix={matrix} cell={cell} onClose={() => setOpen(null)} />
      )}
    </>
  );
}
