import { useMemo, useRef, useState } from "preact/hooks";
import type { MatrixView, SummaryView } from "../../worker/progress/contract/progress.ts";
import { useAsOf } from "../shared/as-of/use-as-of.ts";
import { showDay, words as statusWords } from "../shared/i18n.ts";
import { useParameter } from "../shared/location.ts";
import { Glyph } from "../shared/ui/glyph.tsx";
import { later } from "../shared/ui/later.tsx";
import { findingOf } from "./status/findings.ts";
import { type Measure, measureName, measuresOf } from "./status/measures.ts";
import { sizeOf, stepOn } from "./status/places.ts";
import { TileLegend } from "./status/tile-legend.tsx";
import { measureLabels, type Tile, tilesOf, valueText } from "./status/tiles.ts";
import { words } from "./status/words.ts";
import "./tile-map.css";

const MapFoot = later(async () => (await import("./status/map-foot.tsx")).MapFoot);

/** The municipalities as equal tiles near their own place: one measure as colour, number and sign. */
export function TileMap({ matrix, summary }: { matrix: MatrixView; summary: SummaryView }) {
  const say = words.value;
  const [asked, setAsked] = useParameter("map");
  const measures = useMemo(() => measuresOf(matrix), [matrix]);
  const measure: Measure = measures.find((one) => measureName(one) === asked) ?? {
    kind: "percent",
  };
  const name = measureName(measure);
  const tiles = useMemo(
    () => tilesOf(matrix, summary, measure),
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- the measure is its name
    [matrix, summary, name],
  );
  const finding = findingOf(measure, tiles, matrix, say);
  return (
    <section class={`tile-map measure-${measure.kind}`} aria-labelledby="map-title">
      <div class="section-head">
        <div>
          <h2 id="map-title" lang={measure.kind === "milestone" ? "fi" : undefined}>
            {finding}
          </h2>
          <p id="map-help" class="hidden-visually">
            {say.map.help}
          </p>
        </div>
        <MeasureChoice matrix={matrix} measures={measures} chosen={name} onChoose={setAsked} />
      </div>
      <Tiles project={matrix.project.slug} tiles={tiles} measure={measure} />
      <div class="tile-foot">
        <TileLegend measure={measure} tiles={tiles} freshnessDays={matrix.project.freshnessDays} />
        <MapFoot
          matrix={matrix}
          summary={summary}
          measure={measure}
          tiles={tiles}
          finding={finding}
          note={showDay(matrix.asOf)}
        />
      </div>
    </section>
  );
}

function MeasureChoice({
  matrix,
  measures,
  chosen,
  onChoose,
}: {
  matrix: MatrixView;
  measures: readonly Measure[];
  chosen: string;
  onChoose: (name: string | null) => void;
}) {
  const { map: say } = words.value;
  const labelOf = measureLabels(matrix);
  const options = (kinds: readonly Measure["kind"][]) =>
    measures
      .filter(({ kind }) => kinds.includes(kind))
      .map((one) => (
        <option key={measureName(one)} value={measureName(one)}>
          {labelOf(one)}
        </option>
      ));
  return (
    <select
      class="tile-choice"
      aria-label={say.choose}
      value={chosen}
      onChange={({ currentTarget: { value } }) => onChoose(value === "percent" ? null : value)}
    >
      <optgroup label={say.groups.kinds}>
        {options(["percent", "late", "evidence", "freshness"])}
      </optgroup>
      <optgroup label={say.groups.phases}>{options(["phase"])}</optgroup>
      <optgroup label={say.groups.milestones}>{options(["milestone"])}</optgroup>
    </select>
  );
}

function Tiles({
  project,
  tiles,
  measure,
}: {
  project: string;
  tiles: readonly Tile[];
  measure: Measure;
}) {
  const { first } = useAsOf();
  const grid = useRef<HTMLDivElement>(null);
  const places = tiles.map(({ place }) => place);
  const { columns, rows } = sizeOf(places);
  const [stood, setStood] = useState<string | null>(null);
  const current = places.some(({ code }) => code === stood) ? stood : places[0]?.code;
  const byRow = Array.from({ length: rows }, (_, row) =>
    tiles.filter(({ place }) => place.row === row),
  );
  return (
    // oxlint-disable-next-line jsx-a11y/interactive-supports-focus -- its tiles have the focus
    <div
      ref={grid}
      class="tiles"
      role="grid"
      aria-labelledby="map-title"
      aria-describedby="map-help"
      aria-colcount={columns}
      onKeyDown={(event) => {
        const code = (event.target as HTMLElement).dataset["code"];
        const next = code && stepOn(places, code, event);
        if (!next) return;
        event.preventDefault();
        setStood(next);
        grid.current?.querySelector<HTMLElement>(`[data-code="${next}"]`)?.focus();
      }}
      onFocusIn={({ target }) => setStood((target as HTMLElement).dataset["code"] ?? null)}
    >
      {byRow.map(
        (row) =>
          row[0] && (
            <div key={row[0].place.row} role="row" class="tile-row">
              {row.map((tile) => (
                <div
                  key={tile.place.code}
                  role="gridcell"
                  aria-colindex={tile.place.column + 1}
                  style={{ gridColumn: tile.place.column + 1, gridRow: tile.place.row + 1 }}
                >
                  <a
                    class={`tile ${tile.look}`}
                    data-code={tile.place.code}
                    tabIndex={tile.place.code === current ? 0 : -1}
                    href={`/projects/${project}/municipalities/${tile.place.code}${first}`}
                  >
                    <TileText tile={tile} measure={measure} />
                  </a>
                </div>
              ))}
            </div>
          ),
      )}
    </div>
  );
}

function TileText({ tile, measure: { kind } }: { tile: Tile; measure: Measure }) {
  const { map: say } = words.value;
  const { declared, schedule } = statusWords.value;
  const isShare = kind === "percent" || kind === "phase" || kind === "evidence";
  return (
    <>
      <span class="tile-name">{tile.name}</span>
      <span class="tile-line">
        {tile.declared ? (
          <span class="tile-status">
            <Glyph status={tile.declared} size={18} />
            <span class="tile-word">{declared[tile.declared]}</span>
          </span>
        ) : (
          <span class="tile-value">{valueText(tile, kind)}</span>
        )}
        {kind !== "late" && tile.late > 0 && (
          <span class="tile-late">
            <span aria-hidden="true">! {kind !== "milestone" && tile.late}</span>
            <span class="hidden-visually">
              {kind === "milestone" ? schedule.late : say.lateCount(tile.late)}
            </span>
          </span>
        )}
      </span>
      {isShare && tile.value !== null && (
        <span class="tile-bar" aria-hidden="true">
          <span style={{ width: `${tile.value}%` }} />
        </span>
      )}
    </>
  );
}
