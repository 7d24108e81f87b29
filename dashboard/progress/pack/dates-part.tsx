import { plural, showDate, showNumber, showPercent } from "../../shared/i18n.ts";
import { Region } from "../../shared/ui/region.tsx";
import { dueNext, dueWithin, gatesOf } from "../steering/figures.ts";
import { leftBefore, placesOf } from "../steering/finding.ts";
import { gateDays } from "../steering/gate-days.ts";
import { aheadDays } from "../steering/terms.ts";
import type { Standing } from "../steering/use-steering.ts";
import { words as steering } from "../steering/words.ts";
import { words } from "./words.ts";

/** So many municipalities have room in a row. */
const namesMax = 60;

/** The gates, and what falls due next. */
export function DatesPart({ standing }: { standing: Standing }) {
  const { matrix, summary, day } = standing;
  const { columns } = words.value;
  const say = steering.value;
  const soon = dueWithin(matrix, day, aheadDays);
  const due = soon.length > 0 ? soon : dueNext(matrix, day);
  const { late } = summary.total;
  return (
    <>
      <Gates standing={standing} />
      <p class="soft">{say.noDecisions}</p>
      {due.length > 0 && (
        <Region label={words.value.parts.dates}>
          <table class="pack-table">
            <caption>{soon.length === 0 ? say.noSteps : plural(soon.length, say.steps)}</caption>
            <thead>
              <tr>
                <th scope="col">{columns.dueOn}</th>
                <th scope="col">{columns.title}</th>
                <th scope="col">{columns.places}</th>
              </tr>
            </thead>
            <tbody>
              {due.map(({ dueOn, milestone, places }) => (
                <tr key={`${dueOn} ${milestone.number}`}>
                  <td>{showDate(dueOn)}</td>
                  <th scope="row" lang="fi">
                    {milestone.number}. {milestone.title}
                  </th>
                  <td>
                    <strong>{showNumber(places.length)}</strong>:{" "}
                    {placesOf(places, matrix.municipalities.length, namesMax)}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </Region>
      )}
      {late > 0 && <p class="late-words">! {plural(late, say.overdue)}</p>}
    </>
  );
}

function Gates({ standing: { matrix, summary, day } }: { standing: Standing }) {
  const { columns } = words.value;
  const say = steering.value;
  return (
    <Region label={say.ribbon}>
      <table class="pack-table">
        <thead>
          <tr>
            <th scope="col">{columns.phase}</th>
            <th scope="col">{columns.gate}</th>
            <th scope="col" class="number">
              {columns.done}
            </th>
            <th scope="col">{columns.open}</th>
          </tr>
        </thead>
        <tbody>
          {gatesOf(matrix, summary, day).map((gate) => (
            <tr key={gate.number}>
              <th scope="row">
                {gate.number}. <span lang="fi">{gate.name}</span>
              </th>
              <td>
                ◆ {say.gate} {gateDays(gate)}
              </td>
              <td class="number">{showPercent(gate.percent)}</td>
              <td>
                {leftBefore([gate])}
                {gate.late > 0 && (
                  <span class="late-words">, {say.ofWhichLate(showNumber(gate.late))}</span>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Region>
  );
}
