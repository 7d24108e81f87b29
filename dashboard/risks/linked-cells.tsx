import type { MatrixView } from "../../worker/progress/contract/progress.ts";
import type { CellLink } from "../../worker/risks/contract.ts";
import { useAsOf } from "../shared/as-of/use-as-of.ts";
import { nameCell } from "./shown.ts";
import { useNames } from "./use-names.ts";
import { words } from "./words.ts";

/** The cells that a risk or deviation concerns, each with the way to it. */
export function LinkedCells({ matrix, links }: { matrix: MatrixView; links: readonly CellLink[] }) {
  const { first, more } = useAsOf();
  const names = useNames(matrix, links);
  if (links.length === 0) return <>{words.value.cells.none}</>;
  const page = `/projects/${matrix.project.slug}`;
  const isFollowed = (link: CellLink) =>
    matrix.milestones.some(({ number }) => number === link.milestone);
  return (
    <ul>
      {links.map((link) => {
        const { milestone, municipality } = link;
        return (
          <li key={`${milestone}-${municipality}`}>
            <a
              href={
                isFollowed(link)
                  ? `${page}?cell=${milestone}-${municipality}${more}`
                  : `${page}/milestones/${milestone}${first}`
              }
              lang="fi"
            >
              {nameCell(names, link)}
            </a>
          </li>
        );
      })}
    </ul>
  );
}
