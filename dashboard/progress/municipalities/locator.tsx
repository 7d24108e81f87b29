import type { StandingPlace } from "../../../worker/progress/contract/standing.ts";
import { words } from "./words.ts";
import "./locator.css";

/** Where a municipality lies among the others: its tile filled. */
export function Locator({
  places,
  own,
}: {
  places: readonly StandingPlace[];
  own: Pick<StandingPlace, "code" | "name">;
}) {
  const placed = places.flatMap(({ code, tileColumn, tileRow }) =>
    tileColumn === null || tileRow === null ? [] : { code, x: tileColumn, y: tileRow },
  );
  if (!placed.some(({ code }) => code === own.code)) return null;
  const width = Math.max(...placed.map(({ x }) => x)) + 1;
  const height = Math.max(...placed.map(({ y }) => y)) + 1;
  return (
    <svg
      class="locator"
      role="img"
      aria-label={words.value.locator(own.name)}
      viewBox={`0 0 ${width} ${height}`}
    >
      {placed.map(({ code, x, y }) => (
        <rect
          key={code}
          class={code === own.code ? "locator-own" : ""}
          x={x + 0.05}
          y={y + 0.05}
          width="0.9"
          height="0.9"
          rx="0.1"
        />
      ))}
    </svg>
  );
}
