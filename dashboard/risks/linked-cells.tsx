import type { MatrixView } from "../../worker/progress/contract/progress.ts";
import type { CellLink } from "../../worker/risks/contract.ts";
import { nameCell } from "./shown.ts";
import { words } from "./words.ts";

/** The cells that a risk or deviation concerns, each with the way to it. */
export function LinkedCells({ matrix, links }: { matrix: MatrixView; links: readonly CellLink[] }) {
  if (links.length === 0) return <>{words.value.cells.none}</>;
  return (
    <ul>
      {links.map((link) => (
        <li key={`${link.milestone}-${link.municipality}`}>
          <a
            href={`/projects/${matrix.project.slug}?cell=${link.milestone}-${link.municipality}`}
            lang="fi"
          >
            {nameCell(matrix, link)}
          </a>
        </li>
      ))}
    </ul>
  );
}
