import type { RiskView } from "../../worker/risks/contract.ts";
import { type Band, BANDS, bandOf, type Level, LEVELS } from "../../worker/risks/terms.ts";
import { plural, showNumber } from "../shared/i18n.ts";
import { riskWords } from "./shown.ts";
import { words } from "./words.ts";
import "./heat-map.css";

const GLYPHS: Readonly<Record<Band, string>> = { low: "○", moderate: "◐", high: "●" };

/** The level of a risk, with the mark of its band beside the colour. */
export function LevelMark({ level }: { level: number }) {
  const band = bandOf(level);
  return (
    <span class={`level-mark band-${band}`}>
      <span aria-hidden="true">{GLYPHS[band]}</span>
      <span class="hidden-visually">{words.value.level(level)} </span>
      <span aria-hidden="true">{level}</span>
      <span class="hidden-visually">{riskWords().bands[band]}</span>
    </span>
  );
}

/** Open risks by likelihood and significance: a table whose squares choose what the list shows. */
export function HeatMap({
  risks,
  square,
  onSquare,
}: {
  risks: readonly RiskView[];
  square: string | null;
  onSquare: (square: string | null) => void;
}) {
  const { map: say, likelihood, significance } = words.value;
  const { bands, likelihoods, significances } = riskWords();
  return (
    <section class="card" aria-labelledby="heat-title">
      <div class="section-head">
        <div>
          <h3 id="heat-title">{say.title}</h3>
          <p class="hide-in-print">{say.help}</p>
        </div>
        <ul class="row heat-legend" aria-label={say.legend}>
          {BANDS.map((band) => (
            <li key={band} class={`level-mark band-${band}`}>
              <span aria-hidden="true">{GLYPHS[band]}</span> {bands[band]}
            </li>
          ))}
        </ul>
      </div>
      <table class="heat">
        <caption class="hidden-visually">{say.caption}</caption>
        <thead>
          <tr>
            <td class="heat-corner">
              {likelihood} ↓<br />
              {significance} →
            </td>
            {LEVELS.map((one) => (
              <th key={one} scope="col">
                {one} <span class="heat-word">{significances[one]}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {LEVELS.toReversed().map((row) => (
            <tr key={row}>
              <th scope="row">
                {row} <span class="heat-word">{likelihoods[row]}</span>
              </th>
              {LEVELS.map((column) => (
                <Square
                  key={column}
                  likelihood={row}
                  significance={column}
                  count={countAt(risks, row, column)}
                  chosen={square === squareOf({ likelihood: row, significance: column })}
                  onSquare={onSquare}
                />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** The name of a square in the address of the page. */
export const squareOf = ({
  likelihood,
  significance,
}: Pick<RiskView, "likelihood" | "significance">) => `${likelihood}-${significance}`;

const countAt = (risks: readonly RiskView[], likelihood: Level, significance: Level) =>
  risks.filter((risk) => risk.likelihood === likelihood && risk.significance === significance)
    .length;

function Square({
  likelihood,
  significance,
  count,
  chosen,
  onSquare,
}: {
  likelihood: Level;
  significance: Level;
  count: number;
  chosen: boolean;
  onSquare: (square: string | null) => void;
}) {
  const { map: say, level: levelWords } = words.value;
  const level = likelihood * significance;
  const band = bandOf(level);
  if (count === 0) {
    return (
      <td class={`band-${band}`}>
        <span class="heat-level" aria-hidden="true">
          {level}
        </span>
        <span class="hidden-visually">{say.none}</span>
      </td>
    );
  }
  const name = squareOf({ likelihood, significance });
  const label = [
    plural(count, say.count),
    say.square(likelihood, significance),
    levelWords(level),
    riskWords().bands[band],
  ].join(", ");
  return (
    <td class={`band-${band}`}>
      <button type="button" aria-pressed={chosen} onClick={() => onSquare(chosen ? null : name)}>
        <span class="hidden-visually">{label}</span>
        <span class="heat-level" aria-hidden="true">
          {GLYPHS[band]} {level}
        </span>
        <span class="heat-count" aria-hidden="true">
          {showNumber(count)}
        </span>
      </button>
    </td>
  );
}
