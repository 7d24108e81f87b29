import type { Declared } from "../../../worker/progress/terms.ts";
import "./glyph.css";

/** The sign of a status on a 16 × 16 grid: the same meaning as its colour, without colour. */
const SIGNS: Readonly<Record<Declared, preact.JSX.Element>> = {
  no_data: <circle cx="8" cy="8" r="1.4" fill="currentColor" />,
  not_started: (
    <circle cx="8" cy="8" r="4.6" fill="none" stroke="currentColor" stroke-width="1.6" />
  ),
  in_progress: (
    <>
      <circle cx="8" cy="8" r="4.8" fill="none" stroke="currentColor" stroke-width="1.6" />
      <path d="M8 3.200a4.800 4.800 0 0 1 0 9.600z" fill="currentColor" />
    </>
  ),
  paused: (
    <path d="M5.600 3.800v8.400M10.400 3.800v8.400" stroke="currentColor" stroke-width="2.200" />
  ),
  done: (
    <path
      d="m3.600 8.400 3 3 5.800-6.600"
      fill="none"
      stroke="currentColor"
      stroke-width="2.200"
      stroke-linecap="round"
      stroke-linejoin="round"
    />
  ),
  cancelled: (
    <path
      d="m4.600 4.600 6.800 6.800m0-6.800-6.800 6.800"
      stroke="currentColor"
      stroke-width="1.800"
    />
  ),
  not_applicable: <path d="M4 8h8" stroke="currentColor" stroke-width="1.800" />,
};

export function Glyph({ status, size = 16 }: { status: Declared; size?: number }) {
  return (
    <svg class="glyph" viewBox="0 0 16 16" width={size} height={size} aria-hidden="true">
      {SIGNS[status]}
    </svg>
  );
}

/** The sign in its colour, as a small square. */
export function StatusMark({ status, size = 16 }: { status: Declared; size?: number }) {
  return (
    <span class={`status-mark ${status}`}>
      <Glyph status={status} size={size} />
    </span>
  );
}
