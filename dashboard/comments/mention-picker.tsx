import { useEffect, useId, useRef, useState } from "preact/hooks";
import { plural } from "../shared/i18n.ts";
import type { Member } from "./use-members.ts";
import { words } from "./words.ts";

const shownMax = 8;

/** Finds whom to mention: a combobox with its list, by typing, arrows, or a click. */
export function MentionPicker({
  members,
  onChoose,
  onClose,
  onLeave,
}: {
  members: readonly Member[];
  onChoose: (member: Member) => void;
  onClose: () => void;
  /** The focus has gone elsewhere by itself. */
  onLeave: () => void;
}) {
  const { mention: say } = words.value;
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [asked, setAsked] = useState("");
  const [active, setActive] = useState(0);
  useEffect(() => input.current?.focus(), []);
  const wanted = asked.trim().toLocaleLowerCase();
  const found = members.filter(({ label, about }) =>
    `${label} ${about}`.toLocaleLowerCase().includes(wanted),
  );
  const shown = found.slice(0, shownMax);
  const current = shown[active];
  const keys: Readonly<Record<string, () => void>> = {
    ArrowDown: () => setActive((active + 1) % Math.max(shown.length, 1)),
    ArrowUp: () => setActive((active + shown.length - 1) % Math.max(shown.length, 1)),
    Enter: () => current && onChoose(current),
    Escape: onClose,
  };
  return (
    <div
      class="mention-picker"
      onInput={(event) => event.stopPropagation()}
      onFocusOut={({ currentTarget, relatedTarget }) => {
        if (!(relatedTarget instanceof Node) || !currentTarget.contains(relatedTarget)) onLeave();
      }}
    >
      <label for={`${id}-input`}>{say.label}</label>
      <input
        ref={input}
        id={`${id}-input`}
        type="text"
        role="combobox"
        autoComplete="off"
        aria-autocomplete="list"
        aria-expanded="true"
        aria-controls={`${id}-list`}
        aria-activedescendant={current && `${id}-${current.person}`}
        aria-describedby={`${id}-help`}
        value={asked}
        onInput={({ currentTarget }) => {
          setAsked(currentTarget.value);
          setActive(0);
        }}
        onKeyDown={(event) => {
          const deed = keys[event.key];
          if (!deed) return;
          event.preventDefault();
          event.stopPropagation();
          deed();
        }}
      />
      <div id={`${id}-list`} role="listbox" aria-label={say.list}>
        {shown.map((member, index) => (
          // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- keys go to the input
          <div
            key={member.person}
            id={`${id}-${member.person}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === active}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => onChoose(member)}
          >
            <strong>{member.label}</strong> <span class="soft small">{member.about}</span>
          </div>
        ))}
      </div>
      <p class="soft small">
        <span role="status">{found.length === 0 ? say.none : plural(found.length, say.found)}</span>{" "}
        <span id={`${id}-help`}>{say.help}</span>
      </p>
    </div>
  );
}
