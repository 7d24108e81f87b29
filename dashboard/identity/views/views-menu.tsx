import { useRef, useState } from "preact/hooks";
import { ChangeDialog } from "./change-dialog.tsx";
import { SaveDialog } from "./save-dialog.tsx";
import { useHere, useViews } from "./saved.ts";
import { ready, words } from "./words.ts";
import "./views.css";

/** One's own views, from every page. They are read when they are asked for. */
export function ViewsMenu() {
  return ready.value ? <Menu /> : null;
}

function Menu() {
  const say = words.value;
  const menu = useRef<HTMLDetailsElement>(null);
  const [isOpen, setOpen] = useState(false);
  const [dialog, setDialog] = useState<"save" | "change" | null>(null);
  const views = useViews(isOpen || dialog !== null);
  const here = useHere();
  const close = () => menu.current?.removeAttribute("open");
  const show = (one: "save" | "change") => {
    close();
    menu.current?.querySelector("summary")?.focus();
    setDialog(one);
  };
  return (
    <>
      <details
        class="menu views-menu"
        ref={menu}
        onToggle={({ currentTarget }) => setOpen(currentTarget.open)}
        onFocusOut={({ relatedTarget }) => {
          // Whoever goes on by the keyboard leaves nothing open over the page.
          if (relatedTarget instanceof Node && !menu.current?.contains(relatedTarget)) close();
        }}
        onKeyDown={(event) => {
          if (event.key !== "Escape") return;
          close();
          menu.current?.querySelector("summary")?.focus();
        }}
      >
        <summary class="icon-button" aria-label={say.title} title={say.title}>
          <Bookmark />
        </summary>
        <div class="menu-list">
          <p class="menu-title">{say.title}</p>
          {views?.length === 0 && <p class="soft small">{say.empty}</p>}
          {views && views.length > 0 && (
            <ul class="views-list">
              {views.map(({ id, name, path }) => (
                <li key={id}>
                  <a href={path} aria-current={path === here ? "page" : undefined} onClick={close}>
                    {name}
                  </a>
                </li>
              ))}
            </ul>
          )}
          <div class="row">
            {here !== null && (
              <button type="button" class="button small" onClick={() => show("save")}>
                {say.save}
              </button>
            )}
            {views && views.length > 0 && (
              <button type="button" class="button plain small" onClick={() => show("change")}>
                {say.change}
              </button>
            )}
          </div>
        </div>
      </details>
      {dialog === "save" && here !== null && (
        <SaveDialog here={here} views={views ?? []} onClose={() => setDialog(null)} />
      )}
      {dialog === "change" && (
        <ChangeDialog here={here} views={views ?? []} onClose={() => setDialog(null)} />
      )}
    </>
  );
}

export function Bookmark() {
  return (
    <svg viewBox="0 0 16 16" width="18" height="18" aria-hidden="true">
      <path
        d="M4 2.500h8v11l-4-3-4 3z"
        fill="none"
        stroke="currentColor"
        stroke-width="1.500"
        stroke-linejoin="round"
      />
    </svg>
  );
}
