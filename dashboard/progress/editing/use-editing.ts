import type { RefObject } from "preact";
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from "preact/hooks";
import type { MatrixView } from "../../../worker/progress/contract/progress.ts";
import type { Declarable } from "../../../worker/progress/terms.ts";
import { plural } from "../../shared/i18n.ts";
import type { Cell } from "../board.ts";
import { looks } from "../looks.ts";
import { cellAt } from "../matrix-keys.ts";
import { type Board, boardOf, type Grid, looksOf } from "./board-of.ts";
import { type Undone, useDeeds } from "./deeds.ts";
import { asksReason, confirmMany, type Many, sayOfMany, type Target } from "./many.ts";
import { useMatrixEvents } from "./matrix-events.ts";
import type { Outbox } from "./outbox.ts";
import { DIGITS, pastedLengthMax } from "./pasted.ts";
import { nameOf, seenIn, unsavedIn } from "./queue.ts";
import { partOf, type Place, type Selection } from "./selection.ts";
import { say } from "./words.ts";

export type Shown = {
  readonly matrix: MatrixView;
  readonly grid: Grid;
  readonly table: RefObject<HTMLTableElement | null>;
  /** Shows all cells again, also those that are filtered away or folded. */
  readonly onReveal: () => void;
};

/** The dialog that is open. */
export type Opened =
  | {
      readonly kind: "change";
      readonly cells: readonly Cell[];
      readonly first: Declarable | null;
    }
  | { readonly kind: "paste"; readonly pasted: ReturnType<Board["pastedAt"]> }
  | { readonly kind: "held" };

/** What one does in the matrix, and what comes of it: selection, deeds, dialogs, words. */
export function useEditing({ matrix, grid, table, onReveal }: Shown, outbox: Outbox) {
  const { queue } = outbox.state.value;
  const unsaved = useMemo(() => unsavedIn(queue), [queue]);
  const board = boardOf(matrix, grid, unsaved);
  const known = useMemo(
    () => new Map(matrix.cells.map((cell) => [nameOf(cell), seenIn(cell)])),
    [matrix.cells],
  );
  const deeds = useDeeds(outbox, board.project, known);
  const [selection, setSelection] = useSelection(grid);
  const [isPicking, setPicking] = useState(false);
  const [opened, open] = useState<Opened | null>(null);
  const [told, tell] = useState("");
  const tools = useRef<HTMLDivElement>(null);
  useLooks(grid, selection, unsaved);
  const head = selection && cellAt(table.current, selection.head);
  // The tools of a selection come over the matrix: where one stands stays in sight.
  useEffect(() => head?.scrollIntoView({ block: "nearest", inline: "nearest" }), [head]);

  const { deeds: text } = say.value;
  const selected = partOf(grid, selection).flat();
  const partAt = (place: Place) => partOf(grid, selection ?? { anchor: place, head: place });
  const select = (next: Selection | null) => {
    setSelection(next);
    tell("");
  };
  const { sayMany, sayStatus, confirm } = saying({ board, unsaved, say: deeds.say, tell, open });
  const copy = (place: Place) => {
    const part = partAt(place);
    tell(plural(part.flat().length, text.copied));
    return board.copyOf(part);
  };
  const copySelected = async () => {
    if (!selection) return;
    await navigator.clipboard.writeText(copy(selection.head)).catch(() => tell(text.copyRefused));
  };
  const goTo = useWish(grid, onReveal, (place) => {
    select({ anchor: place, head: place });
    cellAt(table.current, place)?.focus();
  });
  const undo = () => void deeds.undo().then((undone) => tell(wordsOfUndone(undone)));
  const redo = () => tell(plural(deeds.redo(), text.redone));

  useMatrixEvents(table, {
    size: { rows: grid.length, columns: grid[0]?.length ?? 0 },
    selection,
    isPicking,
    select,
    digit: (digit, place) => {
      const declared = DIGITS[digit - 1];
      const cells = partAt(place).flat();
      if (declared) sayStatus(cells, declared);
      else confirm(cells);
    },
    undo,
    redo,
    copy,
    paste: (pasted, place) => {
      if (pasted.length > pastedLengthMax) tell(text.pastedTooLong);
      else open({ kind: "paste", pasted: board.pastedAt(pasted, place, selection) });
    },
    toTools: () => tools.current?.querySelector<HTMLElement>(".status-button")?.focus(),
  });

  return {
    board,
    deeds,
    selection,
    selected,
    isPicking,
    opened,
    told,
    tools,
    wordsOfOthers: board.wordsOfLeftOut(notMine(selected.map(board.targetOf))),
    open,
    sayMany,
    sayStatus,
    confirm,
    copySelected,
    undo,
    redo,
    pick: () => setPicking(!isPicking),
    clear: () => {
      if (selection) cellAt(table.current, selection.head)?.focus();
      select(null);
    },
    goTo: (cell: Pick<Cell, "milestone" | "municipality">) => {
      open(null);
      goTo(nameOf(cell));
    },
  };
}

/** Goes to a cell by its name, and waits where it has to be shown first. */
function useWish(grid: Grid, reveal: () => void, go: (place: Place) => void) {
  const [wished, wish] = useState<string | null>(null);
  useEffect(() => {
    const place = wished === null ? null : placeIn(grid, wished);
    if (!place) return;
    wish(null);
    go(place);
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- gone to once, when it is there
  }, [grid, wished]);
  return (name: string) => {
    if (!placeIn(grid, name)) reveal();
    wish(name);
  };
}

/** Rows that have changed places since are not what was selected. */
function useSelection(grid: Grid) {
  const rows = grid.map(([cell]) => cell?.municipality).join();
  const [made, make] = useState<{ of: string; selection: Selection } | null>(null);
  const select = (selection: Selection | null) => make(selection && { of: rows, selection });
  return [made?.of === rows ? made.selection : null, select] as const;
}

/** How something is said of many cells, and told to the one who said it. */
function saying({
  board,
  unsaved,
  say: sayAll,
  tell,
  open,
}: {
  board: Board;
  unsaved: ReturnType<typeof unsavedIn>;
  say: (changes: Many["changes"]) => void;
  tell: (words: string) => void;
  open: (opened: Opened | null) => void;
}) {
  const { deeds: text } = say.value;
  const sayMany = (many: Many, words = text.queued) => {
    sayAll(many.changes);
    tell(`${plural(many.changes.length, words)} ${board.wordsOfLeftOut(many)}`);
    open(null);
  };
  const sayStatus = (cells: readonly Cell[], declared: Declarable) => {
    const targets = cells.map(board.targetOf);
    if (asksReason(targets, declared)) open({ kind: "change", cells, first: declared });
    else sayMany(sayOfMany(targets, { declared }));
  };
  // What is said and not saved yet is as fresh as can be.
  const confirm = (cells: readonly Cell[]) =>
    sayMany(
      confirmMany(cells.filter((cell) => !unsaved.has(nameOf(cell))).map(board.targetOf)),
      text.confirmed,
    );
  return { sayMany, sayStatus, confirm };
}

function placeIn(grid: Grid, name: string): Place | null {
  const columnIn = (cells: Grid[number]) => cells.findIndex((cell) => nameOf(cell) === name);
  const row = grid.findIndex((cells) => columnIn(cells) !== -1);
  const cells = grid[row];
  return cells ? { row, column: columnIn(cells) } : null;
}

/** Shows on the cells what is selected and what is not saved, as long as one edits. */
function useLooks(grid: Grid, selection: Selection | null, unsaved: ReturnType<typeof unsavedIn>) {
  const { value } = say;
  const found = useMemo(
    () => looksOf(grid, selection, unsaved),
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- the words are in the looks
    [grid, selection, unsaved, value],
  );
  // Before it is painted: a cell never looks saved while the bar says that it is not.
  useLayoutEffect(() => {
    looks.value = found;
  }, [found]);
  useEffect(
    () => () => {
      looks.value = new Map();
    },
    [],
  );
}

/** Those of the targets that are not one's own. */
function notMine(targets: readonly Target[]): Many {
  const leftOut = targets
    .filter(({ mayChange }) => !mayChange)
    .map((target) => ({ target, why: "not_yours" }) as const);
  return { changes: [], leftOut };
}

const LASTING = ["first_said", "confirmed", "changed"] as const;

function wordsOfUndone(undone: Undone): string {
  const { deeds: text } = say.value;
  if (undone === "nothing") return text.nothingToUndo;
  if (undone === "no_history") return text.noHistory;
  const parts = [
    undone.back > 0 && plural(undone.back, text.undone),
    ...LASTING.map((why) => undone.stays[why] > 0 && plural(undone.stays[why], text.stays[why])),
  ];
  return parts.filter((part) => part).join(" ");
}
