/** @jsxImportSource hono/jsx */
import type { FC } from "hono/jsx";
import type { Language } from "../../kernel/language.ts";
import type { PublicMunicipality, PublicProject, PublicProjectHead } from "../contract.ts";
import { withoutPercent, WORDS, written, yearsOf } from "../words.ts";
import { told } from "./frame.tsx";

type Phases = NonNullable<PublicProjectHead["phases"]>;

/** A share as a bar: its length is drawn, because nothing here may style itself. */
const Bar: FC<{ percent: number | null }> = ({ percent }) => (
  <svg class="meter" aria-hidden="true">
    <rect class="meter-whole" width="100%" height="100%" />
    <rect class="meter-done" width={`${Math.max(0, Math.min(100, percent ?? 0))}%`} height="100%" />
  </svg>
);

const daysOf = ({ startsOn, endsOn }: Phases[number]) =>
  (Date.parse(endsOn) - Date.parse(startsOn)) / 86_400_000 + 1;

/** How many twelfths of the longest phase one lasts: the class that makes it so wide. */
function lengthOf(phase: Phases[number], phases: Phases): number {
  const longest = Math.max(...phases.map(daysOf));
  return Math.max(3, Math.round((daysOf(phase) / longest) * 12));
}

type RibbonProps = { phases: Phases; date: string; language: Language; isSmall?: boolean };

/** The phases side by side, each about as long as it lasts and filled as far as it is done. */
export const Ribbon: FC<RibbonProps> = ({ phases, date, language, isSmall = false }) => {
  const say = WORDS[language];
  const { percent } = written(language);
  return (
    <ol class={isSmall ? "phases small" : "phases"} aria-label={say.phasesTitle}>
      {phases.map((phase) => {
        const isNow = phase.startsOn <= date && date <= phase.endsOn;
        return (
          <li class={`long-${lengthOf(phase, phases)}`} aria-current={isNow ? "step" : undefined}>
            <Bar percent={phase.percent} />
            <span class="phase-head">
              <span>{say.phase(phase.number)}</span>
              {isNow && <span class="phase-now">{say.phaseNow}</span>}
              {!isSmall && <span>{yearsOf(phase)}</span>}
            </span>
            {!isSmall && <strong lang={told(language)}>{phase.name}</strong>}
            <span class="phase-percent">
              {phase.percent === null
                ? withoutPercent(language, phase.noData)
                : `${percent(phase.percent)} ${say.done}`}
            </span>
          </li>
        );
      })}
    </ol>
  );
};

/** Which of the five steps of the scale a share falls on. */
export function stepOf(percent: number | null): string {
  if (percent === null) return "none";
  return String(percent >= 100 ? 4 : Math.floor(percent / 25));
}

type Municipalities = readonly PublicMunicipality[];

/** The municipalities as equal tiles near their own place. */
export const Tiles: FC<{ municipalities: Municipalities; language: Language }> = ({
  municipalities,
  language,
}) => {
  const say = WORDS[language];
  const { percent } = written(language);
  return (
    <ul class="tiles">
      {municipalities.map((one) => (
        <li class={`tile step-${stepOf(one.percent)} ${placeOf(one)}`}>
          <span class="tile-name">{one.name}</span>
          <span class="tile-foot">
            <span class="tile-value">
              {percent(one.percent)}
              {one.percent === null && (
                <span class="unseen">{withoutPercent(language, one.noData)}</span>
              )}
            </span>
            {one.late > 0 && (
              <span class="tile-late">
                <span aria-hidden="true">! {one.late}</span>
                <span class="unseen">{say.late(one.late)}</span>
              </span>
            )}
          </span>
        </li>
      ))}
    </ul>
  );
};

/** Its column and row as classes, which the style sheet knows. */
export const placeOf = ({ tileColumn, tileRow }: PublicMunicipality) =>
  tileColumn === null || tileRow === null ? "" : `column-${tileColumn} row-${tileRow}`;

/** What the steps of the scale mean. */
export const Scale: FC<{ language: Language }> = ({ language }) => {
  const { percent } = written(language);
  return (
    <p class="scale" aria-hidden="true">
      {percent(0)}
      {["0", "1", "2", "3", "4"].map((step) => (
        <span class={`step-${step}`} />
      ))}
      {percent(100)}
    </p>
  );
};

/** The same as the tiles, in rows. */
export const Table: FC<{ municipalities: Municipalities; language: Language }> = ({
  municipalities,
  language,
}) => {
  const say = WORDS[language];
  const { percent, number } = written(language);
  return (
    <div class="sideways" role="region" aria-label={say.tableTitle} tabindex={0}>
      <table>
        <caption class="unseen">{say.tableTitle}</caption>
        <thead>
          <tr>
            <th scope="col">{say.municipality}</th>
            <th scope="col">{say.percentColumn}</th>
            <th scope="col">{say.doneColumn}</th>
            <th scope="col">{say.lateColumn}</th>
          </tr>
        </thead>
        <tbody>
          {municipalities.map((one) => (
            <tr>
              <th scope="row">{one.name}</th>
              <td>
                {one.percent === null ? withoutPercent(language, one.noData) : percent(one.percent)}
              </td>
              <td>{`${number(one.done)} / ${number(one.counted)}`}</td>
              <td>{number(one.late)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
};

type Targets = NonNullable<PublicProject["targets"]>;

/** How far each target is from its goal. */
export const TargetList: FC<{ targets: Targets; language: Language }> = ({ targets, language }) => {
  const say = WORDS[language];
  const { date } = written(language);
  return (
    <ul class="targets">
      {targets.map((target) => (
        <li>
          <h3 lang={told(language)}>{target.title}</h3>
          <Value target={target} language={language} />
          {target.dueOn !== null && <p class="soft">{say.due(date(target.dueOn))}</p>}
        </li>
      ))}
    </ul>
  );
};

/** Of the whole project its value; by municipality in how many it is reached. */
const Value: FC<{ target: Targets[number]; language: Language }> = ({ target, language }) => {
  const say = WORDS[language];
  const { number } = written(language);
  const { value, goal, baseline, reached, places, unknown, unit, scope } = target;
  if (places === 0) return <p>{say.nothingToCount}</p>;
  if (scope === "municipality") {
    return (
      <>
        <Bar percent={(reached / places) * 100} />
        <p>
          {say.reachedBy(reached, places)}
          {unknown > 0 && `, ${say.unknownIn(unknown)}`}
        </p>
      </>
    );
  }
  return (
    <>
      <Bar percent={shareOf(target)} />
      <p>
        <strong class="target-value">{value === null ? say.noData : number(value)}</strong>
        {goal !== null && ` / ${say.goal(number(goal))}`}
        {unit !== null && <span lang={told(language)}> {unit}</span>}
      </p>
      {baseline !== null && <p class="soft">{say.baseline(number(baseline))}</p>}
    </>
  );
};

/** How much of the way from the baseline to the goal is behind, in percent. */
function shareOf({ value, goal, baseline }: Targets[number]): number | null {
  const start = baseline ?? 0;
  if (value === null || goal === null || goal === start) return null;
  return ((value - start) / (goal - start)) * 100;
}
