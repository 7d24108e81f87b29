import { useLocation } from "preact-iso";
import { useEffect, useId, useRef, useState } from "preact/hooks";
import { messages } from "../shared/i18n.ts";
import { type Choice, grouped, matching } from "./choices.ts";
import { Options } from "./options.tsx";
import { keepChoice, recentChoices } from "./recent.ts";
import { useFound } from "./use-found.ts";
import { ready, words } from "./words.ts";
import "./palette.css";

type Props = {
  /** What can be gone to and done from here, whatever is typed. */
  commands: readonly Choice[];
  /** The project that one is looking at. */
  project: string | null;
  onClose: () => void;
};

/** Finds what is called so, and does what is chosen: by keys, touch and screen reader. */
export function Palette(props: Props) {
  return ready.value ? <Open {...props} /> : null;
}

function Open({ commands, project, onClose }: Props) {
  const say = words.value;
  const element = useRef<HTMLDialogElement>(null);
  const { route } = useLocation();
  useEffect(() => element.current?.showModal(), []);
  const choose = (choice: Choice, isApart: boolean) => {
    keepChoice(choice);
    element.current?.close();
    if ("act" in choice) void choice.act();
    else if (choice.isFile) takeFile(choice.href);
    else if (isApart) window.open(choice.href, "_blank", "noopener");
    else if (choice.href.startsWith("/api")) location.assign(choice.href);
    else route(choice.href);
  };
  return (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- Escape closes it by itself
    <dialog
      ref={element}
      class="palette"
      aria-label={say.title}
      onClose={onClose}
      onClick={({ target }) => {
        if (target === element.current) element.current?.close();
      }}
    >
      <Search
        commands={commands}
        project={project}
        onChoose={choose}
        onLeave={() => element.current?.close()}
      />
    </dialog>
  );
}

function takeFile(href: string): void {
  const link = document.createElement("a");
  link.href = href;
  link.download = "";
  link.click();
}

function Search({
  commands,
  project,
  onChoose,
  onLeave,
}: Omit<Props, "onClose"> & {
  onChoose: (choice: Choice, isApart: boolean) => void;
  onLeave: () => void;
}) {
  const say = words.value;
  const list = useId();
  const [typed, setTyped] = useState("");
  const [at, setAt] = useState(0);
  // Pressed before anything had come: the first that comes is meant.
  const isAwaited = useRef(false);
  const query = typed.trim();
  const found = useFound(query, project);
  const shown =
    query === ""
      ? [...recentChoices(), ...commands]
      : [...matching(commands, query), ...found.choices];
  const groups = grouped(shown);
  const choices = groups.flatMap((group) => group.choices);
  const active = Math.min(at, choices.length - 1);
  const first = choices[0];
  useEffect(() => {
    if (!isAwaited.current || found.isSearching) return;
    isAwaited.current = false;
    if (first) onChoose(first, false);
  });
  const press = (event: KeyboardEvent) => {
    if (event.isComposing) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const choice = choices[active];
    if (step !== undefined && choices.length > 0) {
      setAt((active + step + choices.length) % choices.length);
    } else if (event.key === "Enter" && choice) {
      onChoose(choice, event.ctrlKey || event.metaKey);
    } else if (event.key === "Enter") isAwaited.current = found.isSearching;
    else return;
    event.preventDefault();
  };
  return (
    <>
      <div class="palette-head">
        <input
          type="text"
          role="combobox"
          // oxlint-disable-next-line jsx-a11y/no-autofocus -- it is what was asked for
          autoFocus
          aria-label={say.label}
          placeholder={say.placeholder}
          aria-expanded={choices.length > 0}
          aria-controls={list}
          aria-autocomplete="list"
          aria-activedescendant={choices.length > 0 ? `${list}-${active}` : undefined}
          autoComplete="off"
          autoCapitalize="off"
          spellcheck={false}
          enterKeyHint="go"
          maxLength={100}
          value={typed}
          onInput={({ currentTarget }) => {
            setTyped(currentTarget.value);
            setAt(0);
            isAwaited.current = false;
          }}
          onKeyDown={press}
        />
        <button
          type="button"
          class="icon-button"
          aria-label={messages.value.close}
          onClick={onLeave}
        >
          ×
        </button>
      </div>
      <Options
        id={list}
        groups={groups}
        active={active}
        onPoint={setAt}
        onChoose={onChoose}
        found={found}
        query={query}
      />
    </>
  );
}
