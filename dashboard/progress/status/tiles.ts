import type { MatrixView, SummaryView } from "../../../worker/progress/contract/progress.ts";
import { messages, showNumber, showPercent } from "../../shared/i18n.ts";
import type { Municipality } from "../board.ts";
import { type Measure, measured, type Measured } from "./measures.ts";
import { type Place, placed } from "./places.ts";
import { words } from "./words.ts";

export type Tile = Measured & {
  readonly place: Place;
  readonly municipality: Municipality;
  readonly name: string;
  readonly stale: number;
};

/** The tiles of a project's municipalities as a measure shows them, in the order of the map. */
export function tilesOf(
  matrix: MatrixView,
  summary: SummaryView,
  measure: Measure,
): readonly Tile[] {
  const values = measured(matrix, summary, measure);
  const municipalities = new Map(matrix.municipalities.map((one) => [one.code, one]));
  const stale = new Map(summary.municipalities.map((row) => [row.municipality, row.stale]));
  return placed(matrix.municipalities).flatMap((place) => {
    const municipality = municipalities.get(place.code);
    const value = values.get(place.code);
    if (!municipality || !value) return [];
    const { name } = municipality;
    return [{ ...value, place, municipality, name, stale: stale.get(place.code) ?? 0 }];
  });
}

/** What measures are called. */
export function measureLabels({ phases, milestones }: MatrixView) {
  const { map: say } = words.value;
  return (measure: Measure): string => {
    switch (measure.kind) {
      case "phase": {
        const phase = phases.find(({ number }) => number === measure.number);
        return say.phase(measure.number, phase?.name ?? "");
      }
      case "milestone": {
        const milestone = milestones.find(({ number }) => number === measure.number);
        return `${measure.number}. ${milestone?.title ?? ""}`;
      }
      default:
        return say.measures[measure.kind];
    }
  };
}

/** A tile's value in words: a percentage, a count or days. */
export function valueText({ value }: Measured, kind: Measure["kind"]): string {
  const { map: say } = words.value;
  if (kind === "late") return showNumber(value ?? 0);
  if (kind !== "freshness") return showPercent(value);
  return value === null ? messages.value.neverConfirmed : say.days(showNumber(value));
}
