import { dayOf, today } from "../../shared/i18n.ts";
import { daysAfter } from "./figures.ts";
import type { Since, Standing } from "./use-steering.ts";
import { words } from "./words.ts";

/** Since when changes are told: a report, or any day. */
export function SinceChoice({
  standing: { matrix, day },
  since: { since, reports },
  onSince,
}: {
  standing: Pick<Standing, "matrix" | "day">;
  since: Since;
  onSince: (since: string) => void;
}) {
  const say = words.value;
  return (
    <div class="since-choice">
      {reports.length > 0 && (
        <label>
          {say.sinceReport}
          <select
            value={reports.some(({ asOf }) => asOf === since) ? since : ""}
            onChange={({ currentTarget: { value } }) => value && onSince(value)}
          >
            <option value="">{say.otherDay}</option>
            {reports.map(({ number, name, asOf }) => (
              <option key={number} value={asOf ?? ""} lang="fi">
                {name}
              </option>
            ))}
          </select>
        </label>
      )}
      <label>
        {say.sinceDay}
        <input
          type="date"
          value={dayOf(since)}
          min={matrix.project.startsOn}
          max={daysAfter(day < today() ? day : today(), -1)}
          onChange={({ currentTarget: { value, validity } }) =>
            value && validity.valid && onSince(value)
          }
        />
      </label>
    </div>
  );
}
