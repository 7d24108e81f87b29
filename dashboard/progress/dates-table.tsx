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

/** The granted date, struck, and how far the one of now is from it, where they differ. */
export function GrantedDate({ cell }: { cell: Cell }) {
  const { names } = WORDS[language.value];
  if (cell.grantedDueOn === null || !isOther(cell)) return null;
  return (
    <span class="soft">
      {names.grantedDueOn} <s>{showDate(cell.grantedDueOn)}</s>
      {cell.dueOn && ` (${inDays(cell.grantedDueOn, cell.dueOn)})`}
    </span>
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
