import type { MatrixView } from "../../../worker/progress/contract/progress.ts";
import { messages, showDate, showDay } from "../i18n.ts";
import { later } from "../ui/later.tsx";
import { DayInput } from "./day-input.tsx";
import { useAsOf } from "./use-as-of.ts";
import "./as-of.css";

const MomentSlider = later(async () => (await import("./moment-slider.tsx")).MomentSlider);

/** Which day's status the page shows, and how to choose another. */
export function AsOf({ project }: { project: MatrixView["project"] }) {
  const { asOf: say } = messages.value;
  const { asOf, setAsOf } = useAsOf();
  return (
    <div class={asOf ? "notice as-of" : "as-of"}>
      <label>
        {say.label} <DayInput min={project.startsOn} />
      </label>
      <div class="as-of-moments">
        <MomentSlider project={project.slug} moment={asOf} onChoose={setAsOf} />
      </div>
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
