import { DATES, WORDS } from "../../worker/progress/words/dates.ts";
import { language, plural, showDate } from "../shared/i18n.ts";
import type { Cell } from "./board.ts";
import "./dates-table.css";

/** The dates of a cell under each other, and how far each is from the granted one, in words. */
export function DatesTable({ cell }: { cell: Cell }) {
  const say = WORDS[language.value];
  const shown = DATES.filter((name) => name !== "reportedOn" || cell.reportedOn !== null);
  return (
    <table class="plain-table dates-table">
      <caption class="hidden-visually">{say.title}</caption>
      <thead>
        <tr>
          <th scope="col">{say.title}</th>
          <th scope="col">{say.date}</th>
          {cell.grantedDueOn && <th scope="col">{say.difference}</th>}
        </tr>
      </thead>
      <tbody>
        {shown.map((name) => {
          const date = cell[name];
          const missing = name === "grantedDueOn" ? say.notGranted : say.none;
          const moved = name === "dueOn" && cell.grantedDueOn !== null && isOther(cell);
          return (
            <tr key={name} class={moved ? "moved" : undefined}>
              <th scope="row">{say.names[name]}</th>
              <td>{date === null ? <span class="soft">{missing}</span> : showDate(date)}</td>
              {cell.grantedDueOn && (
                <td>{name !== "grantedDueOn" && inDays(cell.grantedDueOn, date)}</td>
              )}
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

/**
 * The dates of which a line says nothing else: the granted one, struck, where an amendment has moved
 * it, and what was last reported, where it is no longer what would be reported now.
 */
export function OtherDates({ cell }: { cell: Cell }) {
  const { names, now } = WORDS[language.value];
  const { grantedDueOn, dueOn, reportedOn, forecastOn, doneOn } = cell;
  const isMoved = grantedDueOn !== null && isOther(cell);
  const isNews = reportedOn !== null && reportedOn !== (doneOn ?? forecastOn ?? dueOn);
  return (
    <>
      {isMoved && (
        <span class="soft">
          {names.grantedDueOn} <s>{showDate(grantedDueOn)}</s>
          {dueOn && ` (${now} ${inDays(grantedDueOn, dueOn)})`}
        </span>
      )}
      {isNews && (
        <span class="soft">
          {names.reportedOn} {showDate(reportedOn)}
        </span>
      )}
    </>
  );
}

const isOther = ({ grantedDueOn, dueOn }: Cell) => grantedDueOn !== dueOn;

const dayMs = 86_400_000;

/** How far a date is from another, as people say it; nothing where there is none. */
function inDays(from: string, date: string | null): string {
  const say = WORDS[language.value];
  if (date === null) return "";
  // Dates without a clock are midnights in UTC, so days between them are whole.
  const days = (Date.parse(date) - Date.parse(from)) / dayMs;
  if (days === 0) return say.same;
  return plural(Math.abs(days), days > 0 ? say.later : say.earlier);
}
