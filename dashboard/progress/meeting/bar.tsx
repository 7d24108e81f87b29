import { useEffect, useState } from "preact/hooks";
import { ZONE } from "../../../worker/kernel/zone.ts";
import { useAsOf } from "../../shared/as-of/use-as-of.ts";
import { language, showDay, showMoment } from "../../shared/i18n.ts";
import { SCREENS } from "../steering/terms.ts";
import type { Standing } from "../steering/use-steering.ts";
import { words } from "../steering/words.ts";
import { toggleFullScreen } from "./use-keys.ts";

/** The slim bar below every screen: the way out, the moment, the clock, and the other screens. */
export function Bar({
  standing: { matrix },
  number,
  count,
  go,
  leave,
}: {
  standing: Standing;
  number: number;
  count: number;
  go: (number: number) => void;
  leave: () => void;
}) {
  const say = words.value;
  const { asOf } = useAsOf();
  return (
    <footer class="meeting-bar">
      <button type="button" aria-label={say.leave} title={say.leave} onClick={leave}>
        ×
      </button>
      <p class={asOf ? "meeting-moment past" : "meeting-moment"}>
        <span lang="fi">{matrix.project.name}</span>
        <span>
          {say.standing(asOf?.length === 10 ? showDay(matrix.asOf) : showMoment(matrix.asOf))}
        </span>
      </p>
      <Clock />
      <nav aria-label={say.views} title={say.keys}>
        <button
          type="button"
          data-step="previous"
          aria-label={say.previous}
          title={say.previous}
          aria-disabled={number === 1}
          onClick={() => go(number - 1)}
        >
          ‹
        </button>
        <ol>
          {SCREENS.map((screen, index) => (
            <li key={screen}>
              <button
                type="button"
                title={say.screens[screen]}
                aria-label={say.at(`${index + 1}`, `${count}`, say.screens[screen])}
                aria-current={index + 1 === number ? "step" : undefined}
                onClick={() => go(index + 1)}
              />
            </li>
          ))}
        </ol>
        <span class="meeting-number" aria-hidden="true">
          {number}/{count}
        </span>
        <button
          type="button"
          data-step="next"
          aria-label={say.next}
          title={say.next}
          aria-disabled={number === count}
          onClick={() => go(number + 1)}
        >
          ›
        </button>
      </nav>
      <FullScreen />
    </footer>
  );
}

function FullScreen() {
  const say = words.value;
  const [isFull, setFull] = useState(document.fullscreenElement !== null);
  useEffect(() => {
    const change = () => setFull(document.fullscreenElement !== null);
    document.addEventListener("fullscreenchange", change);
    return () => document.removeEventListener("fullscreenchange", change);
  }, []);
  if (!document.fullscreenEnabled) return null;
  const label = isFull ? say.window : say.full;
  return (
    <button
      type="button"
      class="meeting-full"
      aria-label={label}
      title={label}
      onClick={() => void toggleFullScreen()}
    >
      <svg viewBox="0 0 16 16" aria-hidden="true">
        <path
          d={
            isFull
              ? "M2 6h4V2M10 2v4h4M14 10h-4v4M6 14v-4H2"
              : "M2 6V2h4M10 2h4v4M14 10v4h-4M6 14H2v-4"
          }
          fill="none"
          stroke="currentColor"
          stroke-width="1.8"
        />
      </svg>
    </button>
  );
}

const tickMs = 5000;
const locales = { fi: "fi-FI", sv: "sv-FI", en: "en-GB" } as const;

function Clock() {
  const [now, setNow] = useState(() => new Date());
  useEffect(() => {
    const timer = setInterval(() => setNow(new Date()), tickMs);
    return () => clearInterval(timer);
  }, []);
  const time = now.toLocaleTimeString(locales[language.value], {
    hour: "2-digit",
    minute: "2-digit",
    timeZone: ZONE,
  });
  return <time class="meeting-clock">{time}</time>;
}
