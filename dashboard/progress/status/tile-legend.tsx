import { DECLARED } from "../../../worker/progress/terms.ts";
import { showNumber, showPercent, words as statusWords } from "../../shared/i18n.ts";
import { StatusMark } from "../../shared/ui/glyph.tsx";
import { ageSteps, LATE_STEPS, type Measure } from "./measures.ts";
import type { Tile } from "./tiles.ts";
import { words } from "./words.ts";

/** What the colours of the map mean: every step by its name. */
export function TileLegend({
  measure,
  tiles,
  freshnessDays,
}: {
  measure: Measure;
  tiles: readonly Tile[];
  freshnessDays: number;
}) {
  const { map: say } = words.value;
  const { declared } = statusWords.value;
  const looks = new Set(tiles.map(({ look }) => look));
  if (measure.kind === "milestone") {
    return (
      <ul class="tile-legend small" aria-label={say.legend}>
        {DECLARED.filter((one) => looks.has(one)).map((one) => (
          <li key={one}>
            <StatusMark status={one} size={13} /> {declared[one]}
          </li>
        ))}
      </ul>
    );
  }
  const steps = stepNames(measure.kind, freshnessDays);
  const none = measure.kind === "freshness" ? say.never : say.nothing;
  return (
    <ul class="tile-legend small" aria-label={say.legend}>
      {steps.map((name, step) => (
        <li key={name}>
          <span class={`tile-step step-${step}`} aria-hidden="true" /> {name}
        </li>
      ))}
      {looks.has("step-none") && (
        <li>
          <span class="tile-step step-none" aria-hidden="true" /> {none}
        </li>
      )}
    </ul>
  );
}

function stepNames(kind: Measure["kind"], freshnessDays: number): readonly string[] {
  const { map: say } = words.value;
  if (kind === "late") {
    return LATE_STEPS.map((from, step) => {
      const next = LATE_STEPS[step + 1];
      if (next === undefined) return say.atLeast(from);
      return next - 1 === from ? showNumber(from) : `${from}–${next - 1}`;
    });
  }
  if (kind === "freshness") {
    const ends = ageSteps(freshnessDays);
    return [
      ...ends.map((end, step) => say.days(`${step === 0 ? 0 : (ends[step - 1] ?? 0) + 1}–${end}`)),
      say.over(ends.at(-1) ?? 0),
    ];
  }
  return [...[0, 25, 50, 75].map((from) => `${from}–${showPercent(from + 24)}`), showPercent(100)];
}
