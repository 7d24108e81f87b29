import type { SavedView } from "../../../worker/identity/contract/views.ts";
import { viewNameLengthMax } from "../../../worker/identity/terms.ts";
import { send } from "../../shared/api.ts";
import { refresh } from "../../shared/query.ts";
import { Dialog } from "../../shared/ui/dialog.tsx";
import { TextField } from "../../shared/ui/field.tsx";
import { Form, textOf } from "../../shared/ui/form.tsx";
import { useWrite } from "../../shared/ui/use-write.ts";
import { nameOfPage, viewsPath } from "./saved.ts";
import { words } from "./words.ts";

/** Gives the page that is looked at a name to find it by. */
export function SaveDialog({
  here,
  views,
  onClose,
}: {
  here: string;
  views: readonly SavedView[];
  onClose: () => void;
}) {
  const say = words.value;
  const { busy, problem, attempt } = useWrite();
  const same = views.find(({ path }) => path === here);
  const save = (form: FormData) =>
    attempt(async () => {
      const body = { name: textOf(form, "name") ?? "", path: here };
      await send("POST", viewsPath, { body });
      await refresh(viewsPath);
      onClose();
    });
  return (
    <Dialog kind="window" title={<h2>{say.save}</h2>} onClose={onClose}>
      <p class="soft">{say.saveHelp}</p>
      {same && <p class="notice">{say.isSaved(same.name)}</p>}
      <Form busy={busy} problem={problem} onSubmit={(form) => void save(form)} onCancel={onClose}>
        <TextField
          label={say.name}
          name="name"
          value={nameOfPage().slice(0, viewNameLengthMax)}
          problem={problem}
          required
          lengthMax={viewNameLengthMax}
        />
        <p class="small soft view-address">{here}</p>
      </Form>
    </Dialog>
  );
}
