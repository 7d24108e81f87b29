import { showDate, showPercent } from "../../shared/i18n.ts";
import { daysBetween } from "./figures.ts";
import type { Standing } from "./use-steering.ts";
import { words } from "./words.ts";
import "./gate-ribbon.css";

/** More phases than this stand side by side without their names. */
const namedMax = 6;

/** The phases, each as long as it lasts and filled as far as it is done, and the gates they end in. */
export function GateRibbon({ standing: { summary, day } }: { standing: Standing }) {
  const say = words.value;
  const { phases } = summary;
  return (
    <ol
      class={phases.length > namedMax ? "gate-ribbon many" : "gate-ribbon"}
      aria-label={say.ribbon}
    >
      {phases.map(({ number, name, startsOn, endsOn, percent }) => {
        const days = daysBetween(startsOn, endsOn) + 1;
        const isNow = startsOn <= day && day <= endsOn;
        const at = (daysBetween(startsOn, day) + 0.5) / days;
        return (
          <li key={number} style={{ flexGrow: days }} aria-current={isNow ? "step" : undefined}>
            <div class="gate-ribbon-track" aria-hidden="true">
              <span style={{ width: `${percent ?? 0}%` }} />
              {isNow && <i style={{ left: `${at * 100}%` }} />}
              <b class={day > endsOn ? "passed" : ""} />
            </div>
            <p class="gate-ribbon-name">
              <strong>
                {number}. <span lang="fi">{name}</span>
              </strong>{" "}
              <span>
                {showPercent(percent)} {say.done}
              </span>
            </p>
            <p class="gate-ribbon-gate">
              {say.gate} {number}: {showDate(endsOn)}
              {isNow && <span class="hidden-visually"> ({say.now})</span>}
            </p>
          </li>
        );
      })}
    </ol>
  );
}
