import { useState } from "preact/hooks";
import type { SavedView } from "../../../worker/identity/contract/views.ts";
import { viewNameLengthMax } from "../../../worker/identity/terms.ts";
import { send } from "../../shared/api.ts";
import { refresh } from "../../shared/query.ts";
import { Confirm } from "../../shared/ui/confirm.tsx";
import { Dialog } from "../../shared/ui/dialog.tsx";
import { TextField } from "../../shared/ui/field.tsx";
import { textOf } from "../../shared/ui/form.tsx";
import { Refused } from "../../shared/ui/refused.tsx";
import { useWrite } from "../../shared/ui/use-write.ts";
import { viewsPath } from "./saved.ts";
import { words } from "./words.ts";

/** The views that one has saved, to rename, lead elsewhere and remove. */
export function ChangeDialog({
  views,
  here,
  onClose,
}: {
  views: readonly SavedView[];
  here: string | null;
  onClose: () => void;
}) {
  const say = words.value;
  return (
    <Dialog kind="window" title={<h2>{say.change}</h2>} onClose={onClose}>
      {views.length === 0 ? (
        <p>{say.empty}</p>
      ) : (
        <ul class="view-rows">
          {views.map((view) => (
            <Row key={view.id} view={view} here={here} />
          ))}
        </ul>
      )}
    </Dialog>
  );
}

function Row({ view, here }: { view: SavedView; here: string | null }) {
  const say = words.value;
  const { busy, problem, attempt } = useWrite();
  const [done, setDone] = useState(false);
  const [removing, setRemoving] = useState(false);
  const at = `${viewsPath}/${view.id}`;
  const change = (body: Partial<Pick<SavedView, "name" | "path">>) =>
    attempt(async () => {
      setDone(false);
      await send("PATCH", at, { body, version: view.version });
      await refresh(viewsPath);
      setDone(true);
    });
  return (
    <li>
      <form
        class="view-row"
        onSubmit={(event) => {
          event.preventDefault();
          void change({ name: textOf(new FormData(event.currentTarget), "name") ?? "" });
        }}
      >
        <TextField
          label={say.name}
          name="name"
          value={view.name}
          problem={problem}
          required
          lengthMax={viewNameLengthMax}
        />
        <button type="submit" class="button" disabled={busy}>
          {say.rename}
          <span class="hidden-visually">: {view.name}</span>
        </button>
        {here !== null && here !== view.path && (
          <button
            type="button"
            class="button"
            disabled={busy}
            aria-label={say.retargetOf(view.name)}
            onClick={() => void change({ path: here })}
          >
            {say.retarget}
          </button>
        )}
        <button
          type="button"
          class="button"
          disabled={busy}
          aria-label={say.removeOf(view.name)}
          onClick={() => setRemoving(true)}
        >
          {say.remove}
        </button>
      </form>
      <p class="small view-address">
        <span class="soft">{say.leadsTo}: </span>
        {view.path}
      </p>
      <Refused problem={problem} />
      <p class="small" role="status">
        {done && say.changed}
      </p>
      {removing && (
        <Confirm
          title={say.removeTitle(view.name)}
          submit={say.remove}
          onConfirm={async () => {
            await send("DELETE", at, { version: view.version });
            await refresh(viewsPath);
          }}
          onClose={() => setRemoving(false)}
        >
          <p>{say.removeText}</p>
        </Confirm>
      )}
    </li>
  );
}
