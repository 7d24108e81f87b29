import type { ComponentChildren, RefObject } from "preact";
import { useId, useRef, useState } from "preact/hooks";
import { commentLengthMax } from "../../worker/comments/terms.ts";
import type { Problem } from "../shared/api.ts";
import { plural } from "../shared/i18n.ts";
import { wrongAt } from "../shared/ui/field.tsx";
import { Form } from "../shared/ui/form.tsx";
import { draftOf, keepDraft } from "./drafts.ts";
import { MentionPicker } from "./mention-picker.tsx";
import { withNames, withPseudonyms } from "./said.tsx";
import { type Member, useMembers } from "./use-members.ts";
import { words } from "./words.ts";

const countedFrom = 300;

/** Where a comment is written; people are named by choosing them from the members. */
export function Composer({
  project,
  label,
  text: before = "",
  busy,
  problem,
  submit,
  onSend,
  onCancel,
  draft,
  children,
}: {
  project: string;
  label: string;
  /** What stands there already, with pseudonyms. */
  text?: string;
  busy: boolean;
  problem: Problem | null;
  submit: string;
  onSend: (text: string) => void;
  onCancel?: () => void;
  /** Where what is typed waits for who comes back to the page. */
  draft?: string;
  /** Fields before the text. */
  children?: ComponentChildren;
}) {
  const say = words.value;
  const area = useRef<HTMLTextAreaElement>(null);
  const members = useMembers(project);
  const [typed, type] = useState<string | null>(draft === undefined ? null : draftOf(draft));
  const setTyped = (text: string) => {
    type(text);
    if (draft !== undefined) keepDraft(draft, text);
  };
  const [isPicking, setPicking] = useState(false);
  const shown = typed ?? withNames(before, members);
  const sent = withPseudonyms(shown.trim(), members);
  const put = ({ label: name }: Member) => {
    const at = area.current?.selectionStart ?? shown.length;
    const start = shown.slice(0, at).replace(/@$/, "");
    const space = start === "" || /\s$/.test(start) ? "" : " ";
    const begin = `${start}${space}@${name} `;
    const text = begin + shown.slice(at).replace(/^ /, "");
    setTyped(text);
    // Put there by hand as well: what is typed next must find it, and goes on behind the name.
    if (area.current) area.current.value = text;
    close();
    area.current?.setSelectionRange(begin.length, begin.length);
  };
  const close = () => {
    setPicking(false);
    area.current?.focus();
  };
  return (
    <Form
      busy={busy}
      problem={problem}
      submit={submit}
      onSubmit={() => onSend(sent)}
      {...(onCancel && { onCancel })}
    >
      {children}
      <Text
        area={area}
        label={label}
        text={shown}
        left={commentLengthMax - sent.length}
        problem={problem}
        onText={setTyped}
        onAt={() => setPicking(true)}
      />
      {isPicking ? (
        <MentionPicker
          members={members}
          onChoose={put}
          onClose={close}
          onLeave={() => setPicking(false)}
        />
      ) : (
        <p>
          <button type="button" class="button plain" onClick={() => setPicking(true)}>
            @ {say.mention.add}
          </button>
        </p>
      )}
    </Form>
  );
}

/** The field of the text. An @ at the beginning of a word asks whom it names. */
function Text({
  area,
  label,
  text,
  left,
  problem,
  onText,
  onAt,
}: {
  area: RefObject<HTMLTextAreaElement | null>;
  label: string;
  text: string;
  /** Characters that it may still have. */
  left: number;
  problem: Problem | null;
  onText: (text: string) => void;
  onAt: () => void;
}) {
  const say = words.value;
  const id = useId();
  const wrong = wrongAt(problem, "text");
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <textarea
        ref={area}
        id={id}
        name="text"
        required
        rows={3}
        lang="fi"
        value={text}
        aria-describedby={`${id}-hint`}
        aria-invalid={wrong !== undefined || left < 0}
        onInput={(event) => {
          const { value, selectionStart } = event.currentTarget;
          onText(value);
          const isAt = /(^|\s)@$/.test(value.slice(0, selectionStart));
          if (event.data === "@" && isAt) onAt();
        }}
      />
      <div id={`${id}-hint`}>
        <span class="hint">{say.textHelp}</span>
        {wrong && <p class="wrong">{wrong}</p>}
        {left < countedFrom && <p class={left < 0 ? "wrong" : "hint"}>{plural(left, say.left)}</p>}
      </div>
    </div>
  );
}
