import type { MatrixView } from "../../../worker/progress/contract/progress.ts";
import { words } from "../../shared/i18n.ts";
import { showNames } from "../../shared/names.ts";
import { mayDo } from "../../shared/session.ts";
import type { Cell } from "../board.ts";
import type { Look } from "../looks.ts";
import type { Many, Target } from "./many.ts";
import type { PastedCell } from "./paste-dialog.tsx";
import { meaningOf, placed, rowsOf } from "./pasted.ts";
import { nameOf, outcomeOf, type Seen, seenIn, type Unsent } from "./queue.ts";
import { areaOf, isWithin, partOf, type Place, type Selection } from "./selection.ts";
import { say, today } from "./words.ts";

export type Grid = readonly (readonly Cell[])[];
type Unsaved = ReadonlyMap<string, Unsent>;
export type Board = ReturnType<typeof boardOf>;

/** The matrix as it is edited: its cells with what is not saved of them, and their words. */
export function boardOf(matrix: MatrixView, grid: Grid, unsaved: Unsaved) {
  const project = matrix.project.slug;
  const milestones = new Map(matrix.milestones.map((one) => [one.number, one]));
  const municipalities = new Map(matrix.municipalities.map((one) => [one.code, one]));
  const place = (seen: Pick<Seen, "municipality">) =>
    municipalities.get(seen.municipality)?.name ?? seen.municipality;

  const targetOf = (cell: Cell): Target => {
    const own = unsaved.get(nameOf(cell));
    const { municipality } = cell;
    return {
      seen: own ? outcomeOf(own) : seenIn(cell),
      isTarget: milestones.get(cell.milestone)?.kind === "target",
      mayChange: mayDo("progress.declare", { project, municipality }),
    };
  };
  const nameIn = (seen: Pick<Seen, "milestone" | "municipality">) =>
    `${place(seen)}, ${seen.milestone}. ${milestones.get(seen.milestone)?.title ?? ""}`;
  const pastedCell = (cell: Cell, text: string): PastedCell => {
    const target = targetOf(cell);
    const { startsOn } = matrix.project;
    const meaning = meaningOf(text, { isTarget: target.isTarget, today: today(), startsOn });
    return { target, name: nameIn(cell), text, meaning };
  };

  return {
    project,
    startsOn: matrix.project.startsOn,
    targetOf,
    nameIn,
    /** Who is left out and why, in words; empty when nobody is. */
    wordsOfLeftOut: ({ leftOut }: Many) => {
      const reasons = [...new Set(leftOut.map(({ why }) => why))];
      return reasons
        .map((why) => {
          const own = leftOut.filter((one) => one.why === why);
          const names = [...new Set(own.map(({ target }) => place(target.seen)))];
          return `${say.value.leftOut[why]}: ${showNames(names, say.value.others)}.`;
        })
        .join(" ");
    },
    /** The unit of the targets among cells; null where there is no target. */
    unitOf: (cells: readonly Cell[]) => {
      const units = cells.flatMap(({ milestone }) => milestones.get(milestone)?.unit ?? []);
      return units[0] === undefined ? null : [...new Set(units)].join(" / ");
    },
    /** Cells as a spreadsheet takes them: rows of words, and the numbers of targets. */
    copyOf: (part: Grid) =>
      part
        .map((row) =>
          row
            .map((cell) => {
              const { seen, isTarget } = targetOf(cell);
              return isTarget && seen.value !== null && seen.declared !== "done"
                ? String(seen.value).replace(".", ",")
                : words.value.declared[seen.declared];
            })
            .join("\t"),
        )
        .join("\n"),
    /** What a pasted block says from a place on; one text alone says it of all that is selected. */
    pastedAt: (text: string, at: Place, selection: Selection | null) => {
      const block = rowsOf(text);
      const alone = block.length === 1 && block[0]?.length === 1 ? block[0][0] : undefined;
      if (alone !== undefined && selection) {
        const cells = partOf(grid, selection).flat();
        return { cells: cells.map((cell) => pastedCell(cell, alone)), outside: 0, byName: false };
      }
      const names = grid.map((row) => namesOf(municipalities.get(row[0]?.municipality ?? "")));
      const columns = grid[0]?.length ?? 0;
      const found = placed(block, selection ? areaOf(selection) : at, { columns, names });
      const cells = found.cells.flatMap((one) => {
        const cell = grid[one.row]?.[one.column];
        return cell ? [pastedCell(cell, one.text)] : [];
      });
      return { ...found, cells };
    },
  };
}

function namesOf(municipality: MatrixView["municipalities"][number] | undefined) {
  return municipality
    ? [municipality.nameFi, municipality.nameSv, municipality.name, municipality.code]
    : [];
}

/** How the cells look that are selected or not saved. */
export function looksOf(
  grid: Grid,
  selection: Selection | null,
  unsaved: Unsaved,
): ReadonlyMap<string, Look> {
  const found = new Map<string, Look>();
  grid.forEach((cells, row) =>
    cells.forEach((cell, column) => {
      const own = unsaved.get(nameOf(cell));
      const isSelected = isWithin(selection, { row, column });
      if (isSelected || own) found.set(nameOf(cell), lookOf(cell, isSelected, own));
    }),
  );
  return found;
}

const selectedLooks = new WeakMap<Cell, Look>();

/** The same for as long as the cell is, so that only what has changed is drawn anew. */
function selectedLook(cell: Cell): Look {
  const found = selectedLooks.get(cell) ?? { shown: cell, isSelected: true, told: "", mark: "" };
  selectedLooks.set(cell, found);
  return found;
}

function lookOf(cell: Cell, isSelected: boolean, own: Unsent | undefined): Look {
  if (!own) return selectedLook(cell);
  const { cells: text } = say.value;
  const isHeld = own.theirs !== null || own.problems.length > 0;
  // What the dates make of it is the service's to say.
  const shown: Cell = {
    ...cell,
    ...outcomeOf(own),
    schedule: "none",
    stale: false,
    disagreements: [],
  };
  const told = [text.unsaved, own.theirs && text.conflict, ...own.problems].filter((one) => one);
  return {
    shown,
    isSelected,
    told: `, ${told.join(", ")}`,
    mark: isHeld ? " unsaved held" : " unsaved",
  };
}
