/** A star of five points around the origin, one point up, radius 1. */
const STAR = Array.from({ length: 10 }, (_, index) => {
  const radius = index % 2 === 0 ? 1 : 0.382;
  const angle = (Math.PI / 5) * index;
  return `${(radius * Math.sin(angle)).toFixed(3)},${(-radius * Math.cos(angle)).toFixed(3)}`;
}).join(" ");

/** The emblem of the European Union: twelve stars in a circle, 2:3 (its geometrical description). */
export function Emblem() {
  return (
    <svg class="emblem" viewBox="0 0 27 18" aria-hidden="true">
      <rect width="27" height="18" fill="#039" />
      {Array.from({ length: 12 }, (_, index) => {
        const angle = (Math.PI / 6) * index;
        const x = 13.5 + 6 * Math.sin(angle);
        const y = 9 - 6 * Math.cos(angle);
        return (
          <polygon
            key={index}
            points={STAR}
            fill="#fc0"
            transform={`translate(${x.toFixed(3)} ${y.toFixed(3)})`}
          />
        );
      })}
    </svg>
  );
}
