import { plural, showNumber, showPercent } from "../../shared/i18n.ts";
import { type Gate, latestIn, metOf, type Target } from "./figures.ts";
import type { Standing } from "./use-steering.ts";
import { words } from "./words.ts";

/** Where the project stands, as one sentence. */
export function findingOf({ summary }: Pick<Standing, "summary">): string {
  const say = words.value;
  return say.finding(showPercent(summary.total.percent), lateFinding(summary));
}

/** How many targets are met, as a sentence. */
export function targetsFinding(targets: readonly Target[]): string {
  const say = words.value;
  if (targets.length === 0) return say.noTargets;
  const { met, all } = metOf(targets);
  return all === 0 ? say.noneCounts : say.targetsMet(showNumber(met), showNumber(all));
}

/** What is late in municipalities, and what is for the project as a whole. */
function lateFinding(summary: Standing["summary"]): string {
  const say = words.value;
  const latest = latestIn(summary);
  const placed = latest.reduce((sum, { late }) => sum + late, 0);
  const whole = summary.total.late - placed;
  if (placed === 0) return whole === 0 ? say.nothingLate : plural(whole, say.lateOfWhole);
  const inPlaces = `${plural(placed, say.lateIn)} ${plural(latest.length, say.places)}`;
  return whole === 0 ? inPlaces : `${inPlaces} ${plural(whole, say.andOfWhole)}`;
}

/** What is left to do before some gates; where nothing is, whether there was anything to do. */
export function leftBefore(gates: readonly Pick<Gate, "openCount" | "counts">[]): string {
  const say = words.value;
  const open = gates.reduce((sum, { openCount }) => sum + openCount, 0);
  if (open > 0) return plural(open, say.openCount);
  if (gates.every(({ counts }) => cellsIn(counts) === 0)) return say.noMilestones;
  return gates.some(({ counts }) => counts.done > 0) ? say.nothingOpen : say.nothingToCount;
}

const cellsIn = (counts: Gate["counts"]) => Object.values(counts).reduce((a, b) => a + b, 0);

const namedMax = 3;

/** Where most is late, as a sentence; null where nothing is. */
export function latestOf({ summary }: Standing): string | null {
  const latest = latestIn(summary).slice(0, namedMax);
  if (latest.length === 0) return null;
  return words.value.most(latest.map(({ name, late }) => `${name} ${showNumber(late)}`).join(", "));
}

/**
 * Names of municipalities in a line, and how many there are besides. An empty name is the whole
 * project.
 */
export function placesOf(places: readonly string[], all: number, shownMax = placesMax): string {
  const say = words.value;
  if (places.length === all && all > 1) return say.allMunicipalities;
  const shown = places.slice(0, shownMax).map((name) => name || say.wholeProject);
  const rest = places.length - shown.length;
  return `${shown.join(", ")}${rest > 0 ? ` ${plural(rest, say.more)}` : ""}`;
}

const placesMax = 12;
