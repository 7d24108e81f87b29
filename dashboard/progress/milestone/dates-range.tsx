import { DATES, WORDS } from "../../../worker/progress/words/dates.ts";
import { language, showDate, showNumber } from "../../shared/i18n.ts";
import { Region } from "../../shared/ui/region.tsx";
import type { Cell } from "../board.ts";
import { words } from "./words.ts";

/** The dates of many cells: of each kind the earliest, the latest, and how many have one. */
export function DatesRange({ cells }: { cells: readonly Cell[] }) {
  const say = words.value;
  const names = WORDS[language.value];
  return (
    <>
      <p class="soft small">{say.datesHelp}</p>
      <Region label={say.dates}>
        <table class="plain-table">
          <caption class="hidden-visually">{say.dates}</caption>
          <thead>
            <tr>
              <th scope="col">{names.title}</th>
              <th scope="col">{say.firstDate}</th>
              <th scope="col">{say.lastDate}</th>
              <th scope="col" class="number">
                {say.places}
              </th>
            </tr>
          </thead>
          <tbody>
            {DATES.map((name) => {
              const dates = cells.flatMap((cell) => cell[name] ?? []).toSorted();
              const [first, last] = [dates[0], dates.at(-1)];
              return (
                <tr key={name}>
                  <th scope="row">{names.names[name]}</th>
                  <td>{first ? showDate(first) : "–"}</td>
                  <td>{last && last !== first ? showDate(last) : "–"}</td>
                  <td class="number">{showNumber(dates.length)}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </Region>
    </>
  );
}
