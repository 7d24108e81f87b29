import { useMemo } from "preact/hooks";
import { plural } from "../../shared/i18n.ts";
import { session } from "../../shared/session.ts";
import type { Cell } from "../board.ts";
import type { Board } from "./board-of.ts";
import { ChangeDialog } from "./change-dialog.tsx";
import { HeldDialog } from "./held-dialog.tsx";
import type { Many } from "./many.ts";
import { type Outbox, outboxOf } from "./outbox.ts";
import { PasteDialog } from "./paste-dialog.tsx";
import { QueueBar } from "./queue-bar.tsx";
import { SelectionTools } from "./toolbar.tsx";
import { type Opened, type Shown, useEditing } from "./use-editing.ts";
import { ready, say } from "./words.ts";
import "./editor.css";

/** Lets one edit in the matrix itself: select, say, paste, undo, and see what is saved. */
export function Editor(shown: Shown) {
  const person = session.value?.actor?.id;
  const project = shown.matrix.project.slug;
  const outbox = useMemo(
    () => (person === undefined ? null : outboxOf(person, project)),
    [person, project],
  );
  if (!outbox || !ready.value || !shown.grid[0]?.length) return null;
  if (outbox.state.value.isElsewhere) return <Elsewhere outbox={outbox} />;
  return <Editing key={person} {...shown} outbox={outbox} />;
}

function Elsewhere({ outbox }: { outbox: Outbox }) {
  const { bar } = say.value;
  return (
    <div class="editor row" role="status">
      <p>{bar.elsewhere}</p>
      <button type="button" class="button" onClick={outbox.takeOver}>
        {bar.takeOver}
      </button>
    </div>
  );
}

function Editing({ outbox, ...shown }: Shown & { outbox: Outbox }) {
  const editing = useEditing(shown, outbox);
  const { board, deeds, selection, selected, isPicking, tools } = editing;
  return (
    <div class="editor">
      {selection && (
        <SelectionTools
          tools={tools}
          count={selected.length}
          leftOut={editing.wordsOfOthers}
          onStatus={(declared) => editing.sayStatus(selected, declared)}
          onConfirm={() => editing.confirm(selected)}
          onMore={() => editing.open({ kind: "change", cells: selected, first: null })}
          onCopy={() => void editing.copySelected()}
          onClear={editing.clear}
        />
      )}
      <QueueBar
        outbox={outbox}
        state={outbox.state.value}
        told={editing.told}
        isPicking={isPicking}
        deeds={deeds}
        onUndo={editing.undo}
        onRedo={editing.redo}
        onPick={editing.pick}
        onHeld={() => editing.open({ kind: "held" })}
      />
      <p class="hidden-visually" role="status">
        {selection && plural(selected.length, say.value.tools.selected)}
      </p>
      <OpenedDialog
        opened={editing.opened}
        board={board}
        outbox={outbox}
        onSay={editing.sayMany}
        onClose={() => editing.open(null)}
        onCell={editing.goTo}
      />
    </div>
  );
}

function OpenedDialog({
  opened,
  board,
  outbox,
  onSay,
  onClose,
  onCell,
}: {
  opened: Opened | null;
  board: Board;
  outbox: Outbox;
  onSay: (many: Many) => void;
  onClose: () => void;
  onCell: (cell: Pick<Cell, "milestone" | "municipality">) => void;
}) {
  switch (opened?.kind) {
    case "change":
      return (
        <ChangeDialog
          targets={opened.cells.map(board.targetOf)}
          unit={board.unitOf(opened.cells)}
          first={opened.first}
          startsOn={board.startsOn}
          wordsOfLeftOut={board.wordsOfLeftOut}
          onSay={onSay}
          onClose={onClose}
        />
      );
    case "paste":
      return (
        <PasteDialog
          {...opened.pasted}
          wordsOfLeftOut={board.wordsOfLeftOut}
          onSay={onSay}
          onClose={onClose}
        />
      );
    case "held":
      return (
        <HeldDialog
          project={board.project}
          outbox={outbox}
          queue={outbox.state.value.queue}
          nameIn={({ seen }) => board.nameIn(seen)}
          onOpen={({ seen }) => onCell(seen)}
          onClose={onClose}
        />
      );
    default:
      return null;
  }
}
