import { useAsOf } from "../shared/as-of.ts";
import { messages, showDate, showDay } from "../shared/i18n.ts";

/** Which day's status the page shows, and how to choose another. */
export function AsOf({ startsOn }: { startsOn: string }) {
  const { asOf: say } = messages.value;
  const { asOf, setAsOf } = useAsOf();
  const today = new Date().toISOString().slice(0, 10);
  return (
    <div class={asOf ? "notice as-of" : "as-of"}>
      <label>
        {say.label}{" "}
        <input
          type="date"
          min={startsOn}
          max={today}
          value={asOf?.slice(0, 10) ?? ""}
          onChange={({ currentTarget }) => setAsOf(currentTarget.value || null)}
        />
      </label>
      {asOf && (
        <>
          <p role="status">{say.past(asOf.length > 10 ? showDay(asOf) : showDate(asOf))}</p>
          <button type="button" class="button" onClick={() => setAsOf(null)}>
            {say.now}
          </button>
        </>
      )}
    </div>
  );
}
