import { plural, showNumber, showPercent } from "../../shared/i18n.ts";
import { latestIn, metOf, type Target } from "./figures.ts";
import type { Standing } from "./use-steering.ts";
import { words } from "./words.ts";

/** Where the project stands, as one sentence. */
export function findingOf({ summary }: Standing): string {
  const say = words.value;
  const { percent, late } = summary.total;
  const places = latestIn(summary).length;
  const where = places === 0 ? "" : ` ${plural(places, say.places)}`;
  return say.finding(
    showPercent(percent),
    late === 0 ? say.nothingLate : `${plural(late, say.lateIn)}${where}`,
  );
}

/** How many targets are met, as a sentence. */
export function targetsFinding(targets: readonly Target[]): string {
  const say = words.value;
  if (targets.length === 0) return say.noTargets;
  const { met, all } = metOf(targets);
  return all === 0 ? say.noneCounts : say.targetsMet(showNumber(met), showNumber(all));
}

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
