import type { MatrixView } from "../../../worker/progress/contract/progress.ts";
import { DECLARED, EVIDENCE, SCHEDULES } from "../../../worker/progress/terms.ts";
import type { MilestoneView } from "../../../worker/projects/contract/plan.ts";
import {
  language,
  messages,
  showDate,
  showDay,
  showNumber,
  words as statusWords,
} from "../../shared/i18n.ts";
import { useParameter } from "../../shared/location.ts";
import { StatusMark } from "../../shared/ui/glyph.tsx";
import { Region } from "../../shared/ui/region.tsx";
import type { Cell } from "../board.ts";
import { words } from "./words.ts";

type Column =
  | "municipality"
  | "status"
  | "schedule"
  | "due"
  | "expected"
  | "value"
  | "evidence"
  | "confirmed";

const expectedOf = ({ doneOn, forecastOn }: Cell) => doneOn ?? forecastOn;

/** The worst first: what is late stands before what is on time. */
const URGENCY = ["late", "at_risk", "done_late"] as const;
const urgencyOf = ({ schedule }: Cell) => {
  const urgent = URGENCY.findIndex((one) => one === schedule);
  return urgent < 0 ? URGENCY.length + SCHEDULES.indexOf(schedule) : urgent;
};

/** What a column is sorted by; what is null stands last, whichever way. */
const KEYS: Readonly<
  Record<Exclude<Column, "municipality">, (cell: Cell) => string | number | null>
> = {
  status: ({ declared }) => DECLARED.indexOf(declared),
  schedule: urgencyOf,
  due: ({ dueOn }) => dueOn,
  expected: expectedOf,
  value: ({ value }) => value,
  evidence: ({ evidence }) => EVIDENCE.indexOf(evidence),
  confirmed: ({ confirmedAt }) => confirmedAt,
};

type Shown = {
  matrix: MatrixView;
  milestone: MilestoneView;
  cells: readonly Cell[];
  onOpen: (cell: Cell) => void;
};

/** Every municipality of a milestone in a line; sorted by any heading. */
export function MunicipalitiesTable({ matrix, milestone, cells, onOpen }: Shown) {
  const { table: say } = words.value;
  const [asked, setSort] = useParameter("sort");
  const columns: readonly Column[] = [
    "municipality",
    "status",
    "schedule",
    "due",
    "expected",
    ...(milestone.kind === "target" ? (["value"] as const) : []),
    "evidence",
    "confirmed",
  ];
  const isDown = asked?.startsWith("-") ?? false;
  const by = columns.find((one) => one === asked?.replace("-", "")) ?? "municipality";
  const names = new Map(matrix.municipalities.map(({ code, name }) => [code, name]));
  const nameOf = ({ municipality }: Cell) => names.get(municipality) ?? municipality;
  const sorted = sortedBy(cells, by === "municipality" ? nameOf : KEYS[by], isDown);
  const sort = (column: Column) => setSort(by === column && !isDown ? `-${column}` : column);
  return (
    <section class="card" aria-labelledby="municipalities-title">
      <div class="section-head">
        <h2 id="municipalities-title">{say.title}</h2>
        <p>{say.help}</p>
      </div>
      <Region label={say.caption}>
        <table class="plain-table municipalities-table">
          <caption class="hidden-visually">{say.caption}</caption>
          <thead>
            <tr>
              {columns.map((column) => (
                <th
                  key={column}
                  scope="col"
                  class={column === "value" ? "number" : undefined}
                  aria-sort={by === column ? (isDown ? "descending" : "ascending") : "none"}
                >
                  <button type="button" class="sort" onClick={() => sort(column)}>
                    {say[column]}
                    <span aria-hidden="true">{by === column ? (isDown ? " ↓" : " ↑") : ""}</span>
                  </button>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {sorted.map((cell) => (
              <tr key={cell.municipality}>
                <th scope="row">
                  <button type="button" class="cell-line-title" onClick={() => onOpen(cell)}>
                    {nameOf(cell)}
                  </button>
                </th>
                <Line cell={cell} milestone={milestone} />
              </tr>
            ))}
          </tbody>
        </table>
      </Region>
    </section>
  );
}

function Line({ cell, milestone }: { cell: Cell; milestone: MilestoneView }) {
  const { table: say } = words.value;
  const { declared, schedule, evidence } = statusWords.value;
  const { stale, neverConfirmed } = messages.value;
  const { dueOn, doneOn, forecastOn, grantedDueOn, confirmedAt } = cell;
  return (
    <>
      <td>
        <span class="status-words">
          <StatusMark status={cell.declared} /> {declared[cell.declared]}
        </span>
      </td>
      <td>
        {cell.schedule !== "none" && (
          <span class={`chip ${cell.schedule}`}>{schedule[cell.schedule]}</span>
        )}
      </td>
      <td>
        {grantedDueOn !== null && grantedDueOn !== dueOn && (
          <s class="soft">{showDate(grantedDueOn)}</s>
        )}{" "}
        {dueOn ? showDate(dueOn) : "–"}
      </td>
      <td>
        {doneOn
          ? say.done(showDate(doneOn))
          : forecastOn
            ? say.forecast(showDate(forecastOn))
            : "–"}
      </td>
      {milestone.kind === "target" && (
        <td class="number" lang="fi">
          {cell.value === null ? "–" : showNumber(cell.value)}
          {milestone.goal !== null && <span class="soft"> / {showNumber(milestone.goal)}</span>}
        </td>
      )}
      <td>{evidence[cell.evidence]}</td>
      <td>
        {confirmedAt ? showDay(confirmedAt) : <span class="soft">{neverConfirmed}</span>}
        {cell.stale && <span class="chip">{stale}</span>}
      </td>
    </>
  );
}

function sortedBy(
  cells: readonly Cell[],
  keyOf: (cell: Cell) => string | number | null,
  isDown: boolean,
): Cell[] {
  return cells.toSorted((one, other) => {
    const [a, b] = [keyOf(one), keyOf(other)];
    if (a === null || b === null) return Number(a === null) - Number(b === null);
    const order =
      typeof a === "number" && typeof b === "number"
        ? a - b
        : String(a).localeCompare(String(b), language.value);
    return isDown ? -order : order;
  });
}
