import { render } from "preact";
import type { MatrixView, SummaryView } from "../../../worker/progress/contract/progress.ts";
import { ChartTable, type Table } from "../../shared/chart/chart-table.tsx";
import { Take } from "../../shared/chart/take.tsx";
import { ready, words as chartWords } from "../../shared/chart/words.ts";
import { words as statusWords } from "../../shared/i18n.ts";
import "../../shared/chart/chart.css";
import { measured, type Measure, measureName, measuresOf } from "./measures.ts";
import { TileDrawing } from "./tile-drawing.tsx";
import { measureLabels, type Tile } from "./tiles.ts";
import { words } from "./words.ts";

type Props = {
  matrix: MatrixView;
  summary: SummaryView;
  measure: Measure;
  tiles: readonly Tile[];
  finding: string;
  /** The day that the figures hold for. */
  note: string;
};

/** The map's figures as a table with all measures, and the map as files to take along. */
export function MapFoot({ matrix, summary, measure, tiles, finding, note }: Props) {
  if (!ready.value) return null;
  const { map: say } = words.value;
  const { unit, asOf } = chartWords.value;
  const table = tableOf(matrix, summary, measure);
  return (
    <div class="chart-foot">
      <ChartTable table={table} />
      <Take
        name={`${matrix.project.slug}-${measureName(measure)}`}
        title={finding}
        note={`${unit(say.units[measure.kind])} · ${asOf(note)}`}
        table={table}
        drawing={() => drawn(tiles, measure)}
      />
    </div>
  );
}

function drawn(tiles: readonly Tile[], measure: Measure): SVGSVGElement | null {
  const stage = document.createElement("div");
  render(<TileDrawing tiles={tiles} measure={measure} />, stage);
  return stage.querySelector("svg");
}

/** Every measure of the municipalities; of milestones the one that the map shows. */
function tableOf(matrix: MatrixView, summary: SummaryView, chosen: Measure): Table {
  const { map: say } = words.value;
  const { declared } = statusWords.value;
  const labelOf = measureLabels(matrix);
  const measures = measuresOf(matrix).filter(
    (one) => one.kind !== "milestone" || measureName(one) === measureName(chosen),
  );
  const columns = measures.map((one) => measured(matrix, summary, one));
  return {
    caption: say.caption,
    columns: [say.municipality, ...measures.map((one) => `${labelOf(one)}${unitOf(one)}`)],
    rows: matrix.municipalities.map(({ code, name }) => [
      name,
      ...columns.map((values) => {
        const found = values.get(code);
        return found?.declared ? declared[found.declared] : (found?.value ?? null);
      }),
    ]),
  };
}

const unitOf = ({ kind }: Measure) =>
  kind === "percent" || kind === "phase" || kind === "evidence" ? " (%)" : "";
