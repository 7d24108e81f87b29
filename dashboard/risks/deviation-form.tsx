import { useRef, useState } from "preact/hooks";
import type { MatrixView } from "../../worker/progress/contract/progress.ts";
import { nameLengthMax, textLengthMax } from "../../worker/projects/terms.ts";
import type { DeviationView, RiskView } from "../../worker/risks/contract.ts";
import { today } from "../shared/i18n.ts";
import { Dialog, type Draft, useDraft } from "../shared/ui/dialog.tsx";
import { ChoiceField, LongField, TextField, wrongAt } from "../shared/ui/field.tsx";
import { Form, numberOf, textOf } from "../shared/ui/form.tsx";
import { Conflict } from "./conflict.tsx";
import { LinkPicker } from "./link-picker.tsx";
import { riskWords } from "./shown.ts";
import { useSave } from "./use-save.ts";
import { words } from "./words.ts";

/** Adds a deviation. */
export function NewDeviation({
  matrix,
  risks,
  onClose,
}: {
  matrix: MatrixView;
  risks: readonly RiskView[];
  onClose: () => void;
}) {
  const draft = useDraft();
  const title = <h2>{words.value.deviations.addTitle}</h2>;
  return (
    <Dialog kind="window" title={title} draft={draft} onClose={onClose}>
      <DeviationForm
        matrix={matrix}
        deviation={null}
        risks={risks}
        draft={draft}
        onDone={onClose}
      />
    </Dialog>
  );
}

/** All that people say of a deviation. What is typed stays with the version it was typed on. */
export function DeviationForm({
  matrix,
  deviation,
  risks,
  draft,
  onDone,
}: {
  matrix: MatrixView;
  deviation: DeviationView | null;
  risks: readonly RiskView[];
  draft: Draft;
  onDone: (saved: boolean) => void;
}) {
  const { form: say } = words.value;
  const base = useRef(deviation).current;
  const [links, setLinks] = useState(base?.links ?? []);
  const done = (saved: boolean) => {
    draft.settle();
    onDone(saved);
  };
  const place = { project: matrix.project.slug, list: "deviations" } as const;
  const { busy, problem, theirs, save } = useSave(place, base, () => done(true));
  const submit = (form: FormData) =>
    save({
      title: textOf(form, "title") ?? "",
      cause: textOf(form, "cause") ?? "",
      effect: textOf(form, "effect") ?? "",
      correctiveAction: textOf(form, "correctiveAction") ?? "",
      owner: textOf(form, "owner") ?? "",
      noticedOn: textOf(form, "noticedOn") ?? today(),
      risk: numberOf(form, "risk"),
      links,
    });
  return (
    <Form
      busy={busy}
      problem={problem?.code === "stale" ? null : problem}
      {...(theirs && { submit: say.keepMine })}
      onSubmit={(form) => void submit(form)}
      onCancel={() => done(false)}
    >
      <Conflict matrix={matrix} before={base ?? {}} theirs={theirs} />
      <Texts deviation={base} problem={problem} />
      <Facts deviation={base} risks={risks} problem={problem} />
      <LinkPicker
        matrix={matrix}
        links={links}
        wrong={wrongAt(problem, "links")}
        onLinks={(chosen) => {
          draft.type();
          setLinks([...chosen]);
        }}
      />
    </Form>
  );
}

type Problem = Parameters<typeof wrongAt>[0];

function Texts({ deviation, problem }: { deviation: DeviationView | null; problem: Problem }) {
  const { deviationColumns } = riskWords();
  const texts = [
    { name: "cause", required: true },
    { name: "effect", required: true },
    { name: "correctiveAction", required: false },
  ] as const;
  return (
    <>
      <TextField
        label={deviationColumns.title}
        name="title"
        value={deviation?.title}
        problem={problem}
        required
        lengthMax={nameLengthMax}
      />
      {texts.map(({ name, required }) => (
        <LongField
          key={name}
          label={deviationColumns[name]}
          name={name}
          value={deviation?.[name]}
          problem={problem}
          required={required}
          lengthMax={textLengthMax}
        />
      ))}
    </>
  );
}

function Facts({
  deviation,
  risks,
  problem,
}: {
  deviation: DeviationView | null;
  risks: readonly RiskView[];
  problem: Problem;
}) {
  const { form: say, deviations } = words.value;
  const { deviationColumns } = riskWords();
  return (
    <div class="fields two">
      <TextField
        label={deviationColumns.owner}
        hint={say.ownerHelp}
        name="owner"
        value={deviation?.owner}
        problem={problem}
        required
        lengthMax={nameLengthMax}
      />
      <TextField
        label={deviationColumns.noticedOn}
        name="noticedOn"
        type="date"
        value={deviation?.noticedOn ?? today()}
        problem={problem}
        required
      />
      <ChoiceField
        label={deviations.risk}
        name="risk"
        value={String(deviation?.risk ?? "")}
        choices={{
          "": deviations.noRisk,
          ...Object.fromEntries(
            risks.map(({ number, title }) => [String(number), `${number}. ${title}`]),
          ),
        }}
        problem={problem}
      />
    </div>
  );
}
