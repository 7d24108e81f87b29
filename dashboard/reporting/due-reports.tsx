import type { DueReport } from "../../worker/reporting/contract/reports.ts";
import { plural, showDate } from "../shared/i18n.ts";
import { Nearness } from "./nearness.tsx";
import { StateChip, TurnWords } from "./state-chip.tsx";
import { words } from "./words.ts";

/** The reports that the programme's calendar asks for: what is to be done first, the rest folded. */
export function DueReports({
  items,
  onBegin,
}: {
  items: readonly DueReport[];
  /** Undefined for those who only look. */
  onBegin: ((due: DueReport) => void) | undefined;
}) {
  const say = words.value;
  // Without a calendar there is nothing to say, and all reports stand below in any case.
  if (items.length === 0) return null;
  const sorted = items.toSorted((a, b) => a.dueOn.localeCompare(b.dueOn));
  const open = sorted.filter(isOpen);
  const closed = sorted.filter((one) => !isOpen(one));
  return (
    <section aria-labelledby="due-title">
      <div class="section-head">
        <div>
          <h2 id="due-title">{say.due}</h2>
          <p>{say.dueIntro}</p>
        </div>
      </div>
      <div class="card fields">
        {open.length > 0 && (
          <ul class="due-reports" aria-labelledby="due-title">
            {open.map((one) => (
              <Line key={keyOf(one)} due={one} onBegin={onBegin} />
            ))}
          </ul>
        )}
        {closed.length > 0 && (
          <details>
            <summary>{plural(closed.length, say.earlier)}</summary>
            <ul class="due-reports">
              {closed.toReversed().map((one) => (
                <Line key={keyOf(one)} due={one} onBegin={onBegin} />
              ))}
            </ul>
          </details>
        )}
      </div>
    </section>
  );
}

const keyOf = ({ kind, startsOn, endsOn }: DueReport) => `${kind} ${startsOn} ${endsOn}`;

const isOpen = ({ turn }: DueReport) => turn !== "nobody";

function Line({
  due,
  onBegin,
}: {
  due: DueReport;
  onBegin: ((due: DueReport) => void) | undefined;
}) {
  const say = words.value;
  const { project, number, period, state, turn, startsOn, endsOn, dueOn } = due;
  return (
    <li>
      <div>
        <p class="due-name" lang="fi">
          {number === null ? (
            period
          ) : (
            <a href={`/projects/${project}/reports/${number}`}>{period}</a>
          )}
        </p>
        <p class="soft small">
          {say.period(showDate(startsOn), showDate(endsOn))} · {say.dueOn(showDate(dueOn))}
        </p>
      </div>
      <div class="row">
        <StateChip state={state} />
        {turn !== "nobody" && <TurnWords turn={turn} />}
        <Nearness dueOn={dueOn} state={state} />
      </div>
      {number === null && onBegin && (
        <button
          type="button"
          class="button"
          aria-label={say.beginOf(period)}
          onClick={() => onBegin(due)}
        >
          {say.begin}
        </button>
      )}
    </li>
  );
}
