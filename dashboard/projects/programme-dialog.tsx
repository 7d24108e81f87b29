import type { ProgrammeView } from "../../worker/projects/contract/programmes.ts";
import { nameLengthMax, slugLengthMax } from "../../worker/projects/terms.ts";
import { send } from "../shared/api.ts";
import { LANGUAGES, messages } from "../shared/i18n.ts";
import { refresh } from "../shared/query.ts";
import { Dialog } from "../shared/ui/dialog.tsx";
import { ChoiceField, TextField } from "../shared/ui/field.tsx";
import { Form, textOf } from "../shared/ui/form.tsx";
import { useWrite } from "../shared/ui/use-write.ts";
import { words } from "./words.ts";

type Problem = ReturnType<typeof useWrite>["problem"];

/** Sets up a programme, or changes one. */
export function ProgrammeDialog({
  programme,
  onClose,
}: {
  programme: ProgrammeView | null;
  onClose: () => void;
}) {
  const { programmes: say } = words.value;
  const { edit } = messages.value;
  const { busy, problem, attempt } = useWrite();
  const save = (form: FormData) =>
    attempt(async () => {
      const body = programmeOf(form);
      if (programme) {
        const path = `/api/programmes/${programme.slug}`;
        await send("PATCH", path, { body, version: programme.version });
      } else {
        await send("POST", "/api/programmes", { body: { ...body, slug: textOf(form, "slug") } });
      }
      await refresh("/api/programmes");
      onClose();
    });
  const title = <h2>{programme ? `${edit}: ${programme.name}` : say.add}</h2>;
  return (
    <Dialog kind="window" title={title} onClose={onClose}>
      <Form busy={busy} problem={problem} onSubmit={save} onCancel={onClose}>
        {!programme && (
          <TextField
            label={say.slug}
            name="slug"
            problem={problem}
            required
            lengthMax={slugLengthMax}
          />
        )}
        <Funding programme={programme} problem={problem} />
      </Form>
    </Dialog>
  );
}

function Funding({ programme, problem }: { programme: ProgrammeView | null; problem: Problem }) {
  const { programmes: say } = words.value;
  const { languageNames } = messages.value;
  const line = { problem, lengthMax: nameLengthMax };
  return (
    <>
      <TextField label={say.name} name="name" value={programme?.name} required {...line} />
      <div class="fields two">
        <TextField label={say.funder} name="funder" value={programme?.funder} required {...line} />
        <TextField
          label={say.funderClass}
          name="funderClass"
          value={programme?.funderClass}
          required
          {...line}
        />
        <ChoiceField
          label={say.emblem}
          name="emblem"
          value={programme?.emblem ?? "none"}
          choices={say.emblems}
          problem={problem}
        />
        <TextField
          label={say.retainUntil}
          name="retainUntil"
          type="date"
          value={programme?.retainUntil}
          problem={problem}
        />
        <TextField
          label={say.retentionBasis}
          name="retentionBasis"
          value={programme?.retentionBasis}
          {...line}
        />
      </div>
      {LANGUAGES.map((one) => (
        <TextField
          key={one}
          label={`${say.visibilityText}, ${languageNames[one]}`}
          name={`visibilityText.${one}`}
          value={programme?.visibilityText[one]}
          problem={problem}
          required
          lengthMax={300}
        />
      ))}
    </>
  );
}

function programmeOf(form: FormData) {
  const text = (name: string) => textOf(form, name) ?? "";
  return {
    name: text("name"),
    funder: text("funder"),
    funderClass: text("funderClass"),
    emblem: text("emblem"),
    retainUntil: textOf(form, "retainUntil"),
    retentionBasis: text("retentionBasis"),
    visibilityText: Object.fromEntries(
      LANGUAGES.map((one) => [one, text(`visibilityText.${one}`)]),
    ),
  };
}
