import { useEffect, useId, useRef, useState } from "preact/hooks";
import type { Moment } from "../../../worker/progress/contract/changes.ts";
import { dayOf, showDate, today } from "../i18n.ts";
import { usePages } from "../pages.ts";
import { Worded } from "../ui/worded.tsx";
import { ready, words } from "./words.ts";
import "./moment-slider.css";

type Props = {
  project: string;
  /** What the slider chooses; where it stands alone, it says so by itself. */
  label?: string;
  /** The moment that is shown, a date or an instant; null for now. */
  moment: string | null;
  /** Whether the far right is the newest of those days, and not now. */
  isPast?: boolean;
  /** Told a date, or null for now. */
  onChoose: (day: string | null) => void;
};

/** Goes along the days on which something happened in a project; the far right is now. */
export function MomentSlider(props: Props) {
  return (
    <Worded by={{ ready }} height="2.5rem">
      <Along {...props} />
    </Worded>
  );
}

/** Further back than so many days, the date is typed. */
const daysMax = 2000;

/** The days of a project before today, the oldest first. */
function useDays(project: string): readonly string[] {
  const {
    data = [],
    hasMore,
    busy,
    problem,
    more,
  } = usePages<Moment>(`/api/projects/${project}/moments?limit=500`);
  const goesOn = hasMore && !busy && problem === null && data.length < daysMax;
  // oxlint-disable-next-line react-hooks/exhaustive-deps -- each page that has come asks for the next
  useEffect(() => void (goesOn && more()), [goesOn, data.length]);
  const now = today();
  return data
    .map(({ day }) => day)
    .filter((day) => day < now)
    .toReversed();
}

/** The page follows when the hand has rested for so long. */
const followsAfterMs = 250;

function Along({ project, label, moment, isPast = false, onChoose }: Props) {
  const say = words.value;
  const days = useDays(project);
  const marks = useId();
  const timer = useRef(0);
  const [held, hold] = useState<number | null>(null);
  useEffect(() => () => clearTimeout(timer.current), []);
  if (days.length === 0) return null;
  const last = isPast ? days.length - 1 : days.length;
  const day = moment === null ? null : dayOf(moment);
  const found = day === null ? days.length : days.findLastIndex((one) => one <= day);
  const index = held ?? Math.max(found, 0);
  const shown = held === null ? day : (days[held] ?? null);
  const told = shown === null ? say.now : showDate(shown);
  const choose = (next: number, delayMs: number) => {
    if (next < 0 || next > last) return;
    hold(next);
    clearTimeout(timer.current);
    timer.current = window.setTimeout(() => {
      hold(null);
      onChoose(days[next] ?? null);
    }, delayMs);
  };
  // A date between two moments has the one it stands on before it.
  const isBetween = held === null && day !== null && days[found] !== day;
  return (
    <div class="moments">
      <button
        type="button"
        class="icon-button"
        aria-label={say.previous}
        title={say.previous}
        aria-disabled={index === 0 && !isBetween}
        onClick={() => choose(isBetween && found >= 0 ? found : index - 1, 0)}
      >
        ‹
      </button>
      <label>
        <span class={label ? "small" : "hidden-visually"}>{label ?? say.label}</span>
        <input
          type="range"
          min={0}
          max={last}
          value={index}
          list={marks}
          aria-valuetext={told}
          onInput={({ currentTarget }) => choose(currentTarget.valueAsNumber, followsAfterMs)}
        />
      </label>
      <datalist id={marks}>
        {days.map(
          (one, at) =>
            isNewYear(one, days[at - 1]) && (
              <option key={one} value={at}>
                {one.slice(0, 4)}
              </option>
            ),
        )}
      </datalist>
      <button
        type="button"
        class="icon-button"
        aria-label={say.next}
        title={say.next}
        aria-disabled={index === last}
        onClick={() => choose(index + 1, 0)}
      >
        ›
      </button>
      <span class="moments-shown" aria-hidden="true">
        {told}
      </span>
    </div>
  );
}

const isNewYear = (day: string, before: string | undefined) =>
  day.slice(0, 4) !== before?.slice(0, 4);
