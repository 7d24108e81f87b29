import type { RefObject } from "preact";
import { type Declarable, DECLARABLE } from "../../../worker/progress/terms.ts";
import { plural, words } from "../../shared/i18n.ts";
import { StatusMark } from "../../shared/ui/glyph.tsx";
import { say } from "./words.ts";

/** What can be said of the cells that are selected. */
export function SelectionTools({
  tools,
  count,
  leftOut,
  onStatus,
  onConfirm,
  onMore,
  onCopy,
  onClear,
}: {
  tools: RefObject<HTMLDivElement | null>;
  count: number;
  /** Who is left out, and why, in words; empty when nobody is. */
  leftOut: string;
  onStatus: (status: Declarable) => void;
  onConfirm: () => void;
  onMore: () => void;
  onCopy: () => void;
  onClear: () => void;
}) {
  const { tools: text } = say.value;
  const { declared } = words.value;
  return (
    <div
      ref={tools}
      class="selection-tools"
      role="group"
      aria-label={text.label}
      onKeyDown={(event) => {
        if (event.key !== "Escape") return;
        event.stopPropagation();
        onClear();
      }}
    >
      <div class="row">
        <strong>{plural(count, text.selected)}</strong>
        {leftOut !== "" && <span class="small">{leftOut}</span>}
        <span class="selection-ends">
          <button type="button" class="button plain" onClick={onCopy}>
            {text.copy}
          </button>
          <button type="button" class="button plain" onClick={onClear}>
            {text.clear}
          </button>
        </span>
      </div>
      <div class="selection-statuses">
        {DECLARABLE.map((status, index) => (
          <button
            key={status}
            type="button"
            class="button status-button"
            title={declared[status]}
            aria-keyshortcuts={String(index + 1)}
            onClick={() => onStatus(status)}
          >
            <StatusMark status={status} />
            <span class="status-word">{declared[status]}</span>
            <kbd aria-hidden="true">{index + 1}</kbd>
          </button>
        ))}
        <button
          type="button"
          class="button status-button wordy"
          aria-keyshortcuts="0"
          onClick={onConfirm}
        >
          {text.noChange} <kbd aria-hidden="true">0</kbd>
        </button>
        <button type="button" class="button status-button wordy" onClick={onMore}>
          {text.more}
        </button>
      </div>
    </div>
  );
}
