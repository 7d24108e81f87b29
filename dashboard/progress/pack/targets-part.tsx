import { targetsOf } from "../steering/figures.ts";
import { targetLine } from "../steering/target-line.tsx";
import type { Standing } from "../steering/use-steering.ts";

/** The targets: what has been reached, of what. */
export function TargetsPart({ standing: { matrix } }: { standing: Standing }) {
  return <ul class="pack-targets">{targetsOf(matrix).map(targetLine)}</ul>;
}
