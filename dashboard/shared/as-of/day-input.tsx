import { dayOf, today } from "../i18n.ts";
import { useAsOf } from "./use-as-of.ts";

/** Nothing that is looked at is older. */
const earliest = "2000-01-01";

/**
 * The day that the page shows, to be chosen. While a date is being typed its year passes through
 * the first centuries: what is out of bounds changes nothing.
 */
export function DayInput({ min = earliest }: { min?: string }) {
  const { asOf, setAsOf } = useAsOf();
  return (
    <input
      type="date"
      min={min}
      max={today()}
      value={asOf ? dayOf(asOf) : ""}
      onChange={({ currentTarget: { validity, value } }) => {
        if (validity.valid) setAsOf(value || null);
      }}
      onBlur={({ currentTarget }) => currentTarget.reportValidity()}
    />
  );
}
