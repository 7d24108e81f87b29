import { useEffect, useId, useLayoutEffect, useRef } from "preact/hooks";
import type { SectionView } from "../../../worker/reporting/contract/reports.ts";
import { sectionTextLengthMax } from "../../../worker/reporting/terms.ts";
import { showNumber } from "../../shared/i18n.ts";
import { Prose } from "./prose.tsx";
import { SaveState } from "./save-state.tsx";
import { draftOf } from "./section-draft.ts";
import { words } from "./words.ts";

/** Where the team writes a section: it saves itself, and nothing typed is lost. */
export function Editor({
  project,
  number,
  section,
  title,
}: {
  project: string;
  number: number;
  section: SectionView;
  title: string;
}) {
  const say = words.value;
  const id = useId();
  const { key, text, version } = section;
  const draft = draftOf({ project, number, section: key }, { text, version });
  const { typed, base, theirs } = draft.state.value;
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    draft.see({ text, version });
  }, [draft, text, version]);
  useEffect(() => void draft.recall(), [draft]);
  useEffect(() => {
    const hurry = () => void draft.flush();
    addEventListener("online", hurry);
    return () => {
      removeEventListener("online", hurry);
      hurry();
    };
  }, [draft]);
  const shown = typed ?? base.text;
  useLayoutEffect(() => grow(field.current), [shown]);
  return (
    <form
      class="report-editor"
      data-typed={typed === null ? undefined : ""}
      onSubmit={(event) => {
        event.preventDefault();
        void draft.flush();
      }}
    >
      <label for={id}>
        {say.text}
        <span class="hidden-visually">: {title}</span>
      </label>
      <textarea
        ref={field}
        id={id}
        class={shown.trim() === "" ? "empty" : undefined}
        lang="fi"
        value={shown}
        maxLength={sectionTextLengthMax}
        aria-describedby={`${id}-help`}
        onInput={({ currentTarget }) => draft.type(currentTarget.value)}
        onBlur={() => void draft.flush()}
      />
      <div class="report-editor-foot small">
        <p id={`${id}-help`} class="soft">
          {say.textHelp}{" "}
          <span class="report-count">
            {say.count(showNumber(shown.length), showNumber(sectionTextLengthMax))}
          </span>
        </p>
        <SaveState draft={draft} />
      </div>
      {shown.trim() === "" && <p class="report-unwritten">{say.noText}</p>}
      {theirs && (
        <BothTexts
          theirs={theirs.text}
          mine={shown}
          onChoose={(side) => {
            void draft.choose(side);
            // The button that was pressed is about to go.
            field.current?.focus();
          }}
        />
      )}
    </form>
  );
}

/** As high as its text, also where the browser does not do it by itself. */
function grow(field: HTMLTextAreaElement | null): void {
  if (!field || CSS.supports("field-sizing", "content")) return;
  field.style.height = "auto";
  field.style.height = `${field.scrollHeight + 2}px`;
}

/** Two people wrote at once: both texts, and who writes decides. */
function BothTexts({
  theirs,
  mine,
  onChoose,
}: {
  theirs: string;
  mine: string;
  onChoose: (side: "mine" | "theirs") => void;
}) {
  const { conflict: say } = words.value;
  const sides = [
    { title: say.theirs, text: theirs },
    { title: say.mine, text: mine },
  ];
  return (
    <section class="notice report-conflict" role="alert">
      <h4>{say.title}</h4>
      <p>{say.text}</p>
      <div class="report-sides">
        {sides.map(({ title, text }) => (
          <div key={title} class="card">
            <h5>{title}</h5>
            {text.trim() === "" ? <p class="soft">{say.empty}</p> : <Prose text={text} />}
          </div>
        ))}
      </div>
      <div class="row">
        <button type="button" class="button primary" onClick={() => onChoose("mine")}>
          {say.keepMine}
        </button>
        <button type="button" class="button" onClick={() => onChoose("theirs")}>
          {say.keepTheirs}
        </button>
      </div>
    </section>
  );
}
