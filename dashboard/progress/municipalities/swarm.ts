/** A dot at a place along the axis, and how far above it. */
export type Dot<Item> = { readonly item: Item; readonly x: number; readonly y: number };

/**
 * Dots along an axis that do not cover one another: each at its own place, as low as the ones
 * before it in the list leave room. The radius and all that comes of it are in pixels.
 */
export function swarmOf<Item>(
  items: readonly { readonly item: Item; readonly x: number }[],
  radius: number,
): Dot<Item>[] {
  const apart = radius * 2 + 1;
  const placed: Dot<Item>[] = [];
  for (const { item, x } of items) {
    const near = placed.filter((dot) => Math.abs(dot.x - x) < apart);
    const lifts = near.map((dot) => dot.y + Math.sqrt(apart ** 2 - (dot.x - x) ** 2));
    const isFree = (y: number) =>
      near.every((dot) => Math.hypot(dot.x - x, dot.y - y) >= apart - 0.01);
    const y = [0, ...lifts].toSorted((a, b) => a - b).find(isFree) ?? 0;
    placed.push({ item, x, y });
  }
  return placed;
}
