import type { NextDate } from "../../worker/progress/contract/portfolio.ts";
import { useAsOf } from "../shared/as-of/use-as-of.ts";
import { plural, showDate } from "../shared/i18n.ts";
import { daysTo, isSoon, type Item } from "./items.ts";
import { words } from "./words.ts";

/** A date ahead: when, how soon where it is soon, what, and how much is open by then. */
export function DateLine({
  next,
  project,
  asOf,
}: {
  next: NextDate;
  project: Item["project"];
  asOf: string;
}) {
  const say = words.value;
  const { first } = useAsOf();
  const { on, milestone, title, open } = next;
  const days = daysTo(on, asOf);
  const home = `/projects/${project.slug}`;
  const told = [
    ...(isSoon(next, asOf) ? [days === 0 ? say.isToday : plural(days, say.inDays)] : []),
    ...(open > 0 ? [plural(open, say.open)] : []),
  ];
  return (
    <div class={isSoon(next, asOf) ? "date-line soon" : "date-line"}>
      <time dateTime={on}>{showDate(on)}</time>
      <div>
        <a
          lang="fi"
          href={milestone === null ? `${home}${first}` : `${home}/milestones/${milestone}${first}`}
        >
          {milestone === null ? say.phaseEnd(title) : title}
        </a>{" "}
        <span class="small">{told.join(" · ")}</span>
      </div>
    </div>
  );
}
