import type { MatrixView } from "../../../worker/progress/contract/progress.ts";
import { standingOf } from "../../../worker/progress/terms.ts";
import { showNumber } from "../../shared/i18n.ts";
import { showNames } from "../../shared/names.ts";
import type { Cell } from "../board.ts";
import { words } from "./words.ts";

/** In how many municipalities a milestone is done, of those in which it still counts. */
export function findingOf(
  cells: readonly Cell[],
  { municipalities }: Pick<MatrixView, "municipalities">,
): string {
  const { finding: say } = words.value;
  const { counting, done, unknown } = standingOf(cells);
  if (counting.length === 0) return say.nothingToCount;
  if (unknown.length === counting.length) return say.nothing;
  const late = cells.filter(({ schedule }) => schedule === "late").length;
  const atRisk = cells.filter(({ schedule }) => schedule === "at_risk").length;
  const names = unknown.map(
    (cell) => municipalities.find(({ code }) => code === cell.municipality)?.name ?? "",
  );
  const first =
    done.length === counting.length
      ? say.all(showNumber(done.length))
      : say.done(showNumber(done.length), showNumber(counting.length));
  const rest = [
    late > 0 && say.late(showNumber(late)),
    atRisk > 0 && say.atRisk(showNumber(atRisk)),
    names.length > 0 && say.unknown(showNames(names, say.others)),
  ].filter((one) => one !== false);
  return [first, ...rest].join(", ");
}
