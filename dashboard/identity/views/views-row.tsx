import { useState } from "preact/hooks";
import { SaveDialog } from "./save-dialog.tsx";
import { useHere, useViews } from "./saved.ts";
import { Bookmark } from "./views-menu.tsx";
import { ready, words } from "./words.ts";
import "./views.css";

/** One's own views in a line, and the way to save what the page shows now. */
export function ViewsRow() {
  return ready.value ? <Row /> : null;
}

function Row() {
  const say = words.value;
  const views = useViews();
  const here = useHere();
  const [saving, setSaving] = useState(false);
  return (
    <>
      {here !== null && (
        <button type="button" class="button plain small views-save" onClick={() => setSaving(true)}>
          <Bookmark />
          <span>{say.save}</span>
        </button>
      )}
      {views && views.length > 0 && (
        <nav class="views-nav" aria-label={say.title}>
          <ul>
            {views.map(({ id, name, path }) => (
              <li key={id}>
                <a class="chip" href={path} aria-current={path === here ? "page" : undefined}>
                  {name}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      )}
      {saving && here !== null && (
        <SaveDialog here={here} views={views ?? []} onClose={() => setSaving(false)} />
      )}
    </>
  );
}
