import { useState } from "preact/hooks";
import { showDate } from "../../shared/i18n.ts";
import type { Drawing } from "./way.tsx";

/** Reads the lines at the point that is nearest to the pointer. The table says the same to all. */
export function Reader({ drawing: { trend, box, xs, lines, show } }: { drawing: Drawing }) {
  const [index, setIndex] = useState<number | null>(null);
  const point = index === null ? undefined : trend.points[index];
  const place = index === null ? 0 : (xs[index] ?? 0);
  return (
    <div
      class="trend-reader"
      aria-hidden="true"
      style={{ left: `${box.left}px`, width: `${box.right - box.left}px` }}
      onPointerMove={({ offsetX, currentTarget, target }) => {
        if (target === currentTarget) setIndex(nearest(xs, offsetX + box.left));
      }}
      onPointerLeave={() => setIndex(null)}
    >
      {point && index !== null && (
        <>
          <div class="trend-hair" style={{ left: `${place - box.left}px`, top: `${box.top}px` }} />
          <dl
            class={`trend-read small ${place > (box.left + box.right) / 2 ? "left" : "right"}`}
            style={{ left: `${place - box.left}px`, top: `${box.top + 8}px` }}
          >
            <div>
              <dt>{showDate(point.on)}</dt>
            </div>
            {lines.map(({ name, label, values }) => {
              const value = values[index] ?? null;
              return (
                <div key={name}>
                  <dt>{label}</dt>
                  <dd>{value === null ? "–" : show(value)}</dd>
                </div>
              );
            })}
          </dl>
        </>
      )}
    </div>
  );
}

function nearest(xs: readonly number[], x: number): number {
  return xs.reduce(
    (best, one, index) => (Math.abs(one - x) < Math.abs((xs[best] ?? 0) - x) ? index : best),
    0,
  );
}
