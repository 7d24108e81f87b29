import type { RefObject } from "preact";
import { useEffect, useRef } from "preact/hooks";

type Way = {
  readonly number: number;
  readonly count: number;
  readonly go: (number: number) => void;
  readonly leave: () => void;
};

/** So far a finger has to go sideways to turn a screen, in CSS pixels. */
const swipeMin = 60;

/**
 * Goes from screen to screen by arrow keys, by those of a presenter's remote (PageUp, PageDown),
 * by space, Home and End, by number, and by a finger. Letters and numbers count only while the
 * meeting has the focus (WCAG 2.1.4).
 */
export function useKeys(page: RefObject<HTMLElement | null>, way: Way): void {
  const latest = useRef(way);
  latest.current = way;
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      // A dialog has keys of its own.
      if (document.querySelector("dialog[open]")) return;
      if (event.altKey || event.ctrlKey || event.metaKey || event.isComposing) return;
      if (event.target instanceof Element && event.target.closest("input, select, textarea"))
        return;
      const isWithin = page.current?.contains(document.activeElement) ?? false;
      if (act(event, latest.current, isWithin)) event.preventDefault();
    };
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  }, [page]);
  useEffect(() => {
    let start: Touch | undefined;
    const begin = ({ touches }: TouchEvent) => {
      start = touches.length === 1 ? touches[0] : undefined;
    };
    const end = ({ changedTouches: [last] }: TouchEvent) => {
      if (!start || !last) return;
      const [across, down] = [last.clientX - start.clientX, last.clientY - start.clientY];
      const { go, number } = latest.current;
      if (Math.abs(across) > swipeMin && Math.abs(across) > 1.5 * Math.abs(down)) {
        go(number + (across < 0 ? 1 : -1));
      }
    };
    const element = page.current;
    element?.addEventListener("touchstart", begin, { passive: true });
    element?.addEventListener("touchend", end, { passive: true });
    return () => {
      element?.removeEventListener("touchstart", begin);
      element?.removeEventListener("touchend", end);
    };
  }, [page]);
}

/** Does what a key stands for; whether it stands for anything. */
function act(event: KeyboardEvent, way: Way, isWithin: boolean): boolean {
  const { number, count, go, leave } = way;
  switch (event.key) {
    case "ArrowRight":
      go(number + 1);
      return true;
    case "ArrowLeft":
      go(number - 1);
      return true;
    case "Escape":
      leave();
      return true;
    default:
      if (isWithin && actOnLetter(event.key, count, go)) return true;
      // On a small screen, or with the text enlarged, the other keys scroll.
      return document.documentElement.scrollHeight <= innerHeight && turn(event, way);
  }
}

/** Turns the screen by the keys that scroll where there is something to scroll. */
function turn({ key, shiftKey, target }: KeyboardEvent, { number, count, go }: Way): boolean {
  switch (key) {
    case "ArrowDown":
    case "PageDown":
      go(number + 1);
      return true;
    case "ArrowUp":
    case "PageUp":
      go(number - 1);
      return true;
    case " ":
      // Space presses the button it stands on.
      if (target instanceof Element && target.closest("button, a")) return false;
      go(number + (shiftKey ? -1 : 1));
      return true;
    case "Home":
      go(1);
      return true;
    case "End":
      go(count);
      return true;
    default:
      return false;
  }
}

function actOnLetter(key: string, count: number, go: (number: number) => void): boolean {
  if (key.toLowerCase() === "f") {
    void toggleFullScreen();
    return true;
  }
  const chosen = /^[1-9]$/.test(key) ? Number(key) : 0;
  if (chosen < 1 || chosen > count) return false;
  go(chosen);
  return true;
}

/** The whole screen for the meeting, or back. A browser that cannot, or may not, stays as it is. */
export async function toggleFullScreen(): Promise<void> {
  const change = document.fullscreenElement
    ? document.exitFullscreen()
    : document.documentElement.requestFullscreen();
  await change.catch(() => undefined);
}
