/** How many lines a text takes where so many letters stand on one; what is longer is cut with dots. */
export const linesOf = (text: string, letters: number, most: number) =>
  Math.min(most, Math.max(1, Math.ceil(text.length / letters)));

/**
 * How many of some things, from the first on, fit into so many lines, and how many lines they
 * take. Where not all fit, a line is kept for how many are left out. The first always fits.
 */
export function fitting(
  lines: readonly number[],
  room: number,
): { readonly count: number; readonly used: number } {
  const all = lines.reduce((sum, one) => sum + one, 0);
  if (all <= room) return { count: lines.length, used: all };
  let [count, used] = [0, 1];
  for (const one of lines) {
    if (count > 0 && used + one > room) break;
    count += 1;
    used += one;
  }
  return { count, used };
}
