import type { MatrixView } from "../../worker/progress/contract/progress.ts";
import { showNumber } from "../shared/i18n.ts";
import type { Cell } from "./board.ts";
import { type Filter, isFound, looksForCells, UNFILTERED } from "./matrix-filter.ts";
import { MatrixLegend } from "./matrix-legend.tsx";
import type { Density } from "./status/density.ts";
import { words } from "./status/words.ts";

type Props = {
  matrix: MatrixView;
  filter: Filter;
  /** The cells that the filter could find, and those that are shown. */
  cells: readonly Cell[];
  shown: readonly Cell[];
  rows: number;
  density: Density;
  onDensity: (density: Density) => void;
  onChange: (changes: Readonly<Record<string, string | null>>) => void;
};

/** What narrows the matrix, what is shown of it, and how high its rows are. */
export function MatrixTools(props: Props) {
  const { matrix, filter, cells, density, onDensity, onChange } = props;
  const { matrix: say } = words.value;
  const own = new Set(
    matrix.milestones.filter(({ scope }) => scope === "municipality").map(({ phase }) => phase),
  );
  return (
    <div class="matrix-tools">
      <MatrixLegend cells={cells} filter={filter} onChange={onChange} />
      <div class="matrix-choices">
        <input
          type="search"
          aria-label={say.find}
          placeholder={say.find}
          maxLength={60}
          value={filter.text}
          onInput={({ currentTarget: { value } }) => onChange({ find: value || null })}
        />
        {own.size > 1 && (
          <select
            aria-label={say.phase}
            value={filter.phase ?? ""}
            onChange={({ currentTarget: { value } }) => onChange({ phase: value || null })}
          >
            <option value="">{say.allPhases}</option>
            {matrix.phases
              .filter(({ number }) => own.has(number))
              .map(({ number, name }) => (
                <option key={number} value={number}>
                  {number}. {name}
                </option>
              ))}
          </select>
        )}
        <div class="density" role="group" aria-label={say.density}>
          {(["compact", "roomy"] as const).map((one) => (
            <button
              key={one}
              type="button"
              aria-pressed={density === one}
              onClick={() => onDensity(one)}
            >
              {say[one]}
            </button>
          ))}
        </div>
        <ShownCount {...props} />
      </div>
    </div>
  );
}

function ShownCount({ matrix, filter, cells, shown, rows, onChange }: Props) {
  const { matrix: say } = words.value;
  const found = looksForCells(filter) ? shown.filter((cell) => isFound(cell, filter)) : shown;
  const isNarrowed = looksForCells(filter) || filter.text !== "" || filter.phase !== null;
  return (
    <>
      <p class="small soft" role="status">
        {say.shown(
          showNumber(rows),
          showNumber(matrix.municipalities.length),
          showNumber(found.length),
          showNumber(cells.length),
        )}
      </p>
      {isNarrowed && (
        <button type="button" class="button plain small" onClick={() => onChange(UNFILTERED)}>
          {say.clear}
        </button>
      )}
    </>
  );
}
