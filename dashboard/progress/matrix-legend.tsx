import { DECLARED, type Evidence } from "../../worker/progress/terms.ts";
import { showNumber, words as truths } from "../shared/i18n.ts";
import { StatusMark } from "../shared/ui/glyph.tsx";
import type { Cell, Mark } from "./board.ts";
import { type Filter, isFound, NO_FILTER } from "./matrix-filter.ts";
import { words } from "./status/words.ts";

type Changes = Readonly<Partial<Record<"mark" | "declared" | "evidence", string | null>>>;

const SIGNED = ["late", "at_risk", "stale", "disagreeing"] as const satisfies readonly Mark[];
const SHOWN = [
  "accepted",
  "submitted",
  "partial",
  "rejected",
] as const satisfies readonly Evidence[];

const sign = (name: string) => <span class={`cell-sign ${name}`} aria-hidden="true" />;

/** What the signs of the matrix mean and how many there are. Choosing one looks for it. */
export function MatrixLegend({
  cells,
  filter,
  onChange,
}: {
  /** All cells that the filter could find. */
  cells: readonly Cell[];
  filter: Filter;
  onChange: (changes: Changes) => void;
}) {
  const { matrix: say } = words.value;
  const { declared, schedule, evidence } = truths.value;
  const count = (part: Partial<Filter>) =>
    cells.filter((cell) => isFound(cell, { ...NO_FILTER, ...part })).length;
  const markWords = {
    late: schedule.late,
    at_risk: schedule.at_risk,
    stale: say.stale,
    disagreeing: say.disagreeing,
  };
  const choices = [
    ...DECLARED.map((one) => ({
      name: "declared" as const,
      value: one,
      isChosen: filter.declared === one,
      found: count({ declared: one }),
      label: declared[one],
      mark: <StatusMark status={one} size={14} />,
    })),
    ...SIGNED.map((one) => ({
      name: "mark" as const,
      value: one,
      isChosen: filter.mark === one,
      found: count({ mark: one }),
      label: markWords[one],
      mark: one === "disagreeing" ? null : sign(one),
    })),
    ...SHOWN.map((one) => ({
      name: "evidence" as const,
      value: one,
      isChosen: filter.evidence === one,
      found: count({ evidence: one }),
      label: say.evidence(evidence[one].toLowerCase()),
      mark: sign(`proof ${one}`),
    })),
  ];
  return (
    <ul class="matrix-legend" aria-label={say.legend}>
      {choices
        .filter(({ found, isChosen }) => found > 0 || isChosen)
        .map(({ name, value, isChosen, found, label, mark }) => (
          <li key={`${name} ${value}`}>
            <button
              type="button"
              aria-pressed={isChosen}
              onClick={() => onChange({ [name]: isChosen ? null : value })}
            >
              {mark}
              {label} <b>{showNumber(found)}</b>
            </button>
          </li>
        ))}
    </ul>
  );
}
