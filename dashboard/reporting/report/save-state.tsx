import { showClock } from "./clock.ts";
import type { SectionDraft } from "./section-draft.ts";
import { words } from "./words.ts";

/** Whether a text is saved. What comes and goes while typing is shown and not read out. */
export function SaveState({ draft }: { draft: SectionDraft }) {
  const { saving: say } = words.value;
  const { phase, problem, savedAt, isKept, isRestored } = draft.state.value;
  const isUnsaved = phase === "offline" || phase === "refused";
  return (
    <div class="report-saving">
      {(phase === "typing" || phase === "saving") && (
        <p class="soft" aria-hidden="true">
          {say[phase]}
        </p>
      )}
      <p role="status">
        {isRestored && <span>{say.restored} </span>}
        {phase === "still" && savedAt && (
          <span class="soft">✓ {say.saved(showClock(savedAt))}</span>
        )}
        {phase === "offline" && <span class="wrong">{isKept ? say.offline : say.refused}</span>}
        {phase === "refused" && (
          <span class="wrong">
            {say.refused} {problem?.message} {isKept && say.kept}
          </span>
        )}
      </p>
      {isUnsaved && (
        <button type="button" class="button plain" onClick={() => void draft.flush()}>
          {say.retry}
        </button>
      )}
    </div>
  );
}
