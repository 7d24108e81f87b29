import { messages, plural } from "../../shared/i18n.ts";
import type { Outbox, OutboxState } from "./outbox.ts";
import { unsavedIn } from "./queue.ts";
import { say, showTime } from "./words.ts";

/** What is saved and what is not: nothing is called saved before the service has said so. */
export function QueueBar({
  outbox,
  state,
  told,
  isPicking,
  deeds: { mayUndo, mayRedo },
  onUndo,
  onRedo,
  onPick,
  onHeld,
}: {
  outbox: Outbox;
  state: OutboxState;
  /** What the last deed came to. */
  told: string;
  isPicking: boolean;
  deeds: { readonly mayUndo: boolean; readonly mayRedo: boolean };
  onUndo: () => void;
  onRedo: () => void;
  onPick: () => void;
  onHeld: () => void;
}) {
  const { bar } = say.value;
  const held = state.queue.waiting.filter(isHeld).length;
  return (
    <div class="queue-bar">
      <p class="queue-state" role="status" data-state={stateOf(state)}>
        <span aria-hidden="true" class="queue-sign" />
        {wordsOf(state)}
        {told !== "" && <span class="queue-told"> {told}</span>}
      </p>
      <div class="row">
        {held > 0 && (
          <button type="button" class="button primary" onClick={onHeld}>
            {plural(held, bar.held)}
          </button>
        )}
        {state.hindrance && (
          <button type="button" class="button" onClick={outbox.hurry}>
            {messages.value.again}
          </button>
        )}
        <button
          type="button"
          class="button"
          aria-keyshortcuts="Control+Z"
          disabled={!mayUndo}
          onClick={onUndo}
        >
          {bar.undo}
        </button>
        <button
          type="button"
          class="button"
          aria-keyshortcuts="Control+Y"
          disabled={!mayRedo}
          onClick={onRedo}
        >
          {bar.redo}
        </button>
        <button type="button" class="button" aria-pressed={isPicking} onClick={onPick}>
          {bar.pick}
        </button>
      </div>
      <details class="small">
        <summary>{bar.keys}</summary>
        <dl class="key-list">
          {bar.keyList.map(([keys, deed]) => (
            <div key={keys}>
              <dt>
                <kbd>{keys}</kbd>
              </dt>
              <dd>{deed}</dd>
            </div>
          ))}
        </dl>
      </details>
    </div>
  );
}

export const isHeld = ({ problems, theirs }: OutboxState["queue"]["waiting"][number]) =>
  problems.length > 0 || theirs !== null;

function stateOf(state: OutboxState): "saved" | "unsaved" | "hindered" {
  if (unsavedIn(state.queue).size === 0) return "saved";
  return state.hindrance || state.queue.waiting.some(isHeld) ? "hindered" : "unsaved";
}

function wordsOf(state: OutboxState): string {
  const { bar } = say.value;
  const unsaved = unsavedIn(state.queue).size;
  const parts = [
    unsaved > 0 && plural(unsaved, bar.unsaved),
    unsaved > 0 && state.isSending && bar.saving,
    unsaved > 0 && !state.isSending && state.hindrance && bar.hindrances[state.hindrance],
    unsaved > 0 && !state.isKept && bar.notKept,
    state.savedAt && bar.saved(showTime(state.savedAt)),
    unsaved === 0 && !state.savedAt && bar.nothingUnsaved,
  ];
  return parts.filter((part) => part).join(" · ");
}
