import { DayInput } from "../../shared/as-of/day-input.tsx";
import { useAsOf } from "../../shared/as-of/use-as-of.ts";
import { messages, showDate, showDay } from "../../shared/i18n.ts";
import "./day.css";

/** Which day's status the page shows, where it is of more than one project. */
export function Day() {
  const { asOf: say } = messages.value;
  const { asOf, setAsOf } = useAsOf();
  return (
    <div class={asOf ? "notice as-of" : "as-of day"}>
      <label>
        {say.label} <DayInput />
      </label>
      {asOf && (
        <div class="row as-of-past">
          <p role="status">{say.past(asOf.length > 10 ? showDay(asOf) : showDate(asOf))}</p>
          <button type="button" class="button" onClick={() => setAsOf(null)}>
            {say.now}
          </button>
        </div>
      )}
    </div>
  );
}
