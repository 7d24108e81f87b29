import type { MatrixView } from "../../worker/progress/contract/progress.ts";
import type { CellLink } from "../../worker/risks/contract.ts";
import { useMilestoneTitles } from "../shared/milestones.ts";
import type { Names } from "./shown.ts";

/** What the cells that are linked to are called, also those of milestones that have ended. */
export function useNames(
  { project, milestones, municipalities }: MatrixView,
  links: readonly CellLink[],
): Names {
  const asked = links.map(({ milestone }) => milestone);
  return { titleOf: useMilestoneTitles(project.slug, milestones, asked), municipalities };
}
