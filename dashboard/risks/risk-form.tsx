import { useRef, useState } from "preact/hooks";
import type { MatrixView } from "../../worker/progress/contract/progress.ts";
import { nameLengthMax, textLengthMax } from "../../worker/projects/terms.ts";
import type { RiskView } from "../../worker/risks/contract.ts";
import { type Level, LEVELS } from "../../worker/risks/terms.ts";
import { today } from "../shared/i18n.ts";
import { Dialog, type Draft, useDraft } from "../shared/ui/dialog.tsx";
import { ChoiceField, LongField, TextField, wrongAt } from "../shared/ui/field.tsx";
import { Form, numberOf, textOf } from "../shared/ui/form.tsx";
import { Conflict } from "./conflict.tsx";
import { LinkPicker } from "./link-picker.tsx";
import { riskWords } from "./shown.ts";
import { useSave } from "./use-save.ts";
import { words } from "./words.ts";

/** Adds a risk. */
export function NewRisk({ matrix, onClose }: { matrix: MatrixView; onClose: () => void }) {
  const draft = useDraft();
  return (
    <Dialog kind="window" title={<h2>{words.value.addTitle}</h2>} draft={draft} onClose={onClose}>
      <RiskForm matrix={matrix} risk={null} draft={draft} onDone={onClose} />
    </Dialog>
  );
}

/** All that people say of a risk. What is typed stays with the version that it was typed on. */
export function RiskForm({
  matrix,
  risk,
  draft,
  onDone,
}: {
  matrix: MatrixView;
  risk: RiskView | null;
  draft: Draft;
  onDone: (saved: boolean) => void;
}) {
  const { form: say } = words.value;
  const base = useRef(risk).current;
  const [links, setLinks] = useState(base?.links ?? []);
  const done = (saved: boolean) => {
    draft.settle();
    onDone(saved);
  };
  const place = { project: matrix.project.slug, list: "risks" } as const;
  const { busy, problem, theirs, save } = useSave(place, base, () => done(true));
  const submit = (form: FormData) =>
    save({
      title: textOf(form, "title") ?? "",
      description: textOf(form, "description") ?? "",
      likelihood: numberOf(form, "likelihood"),
      significance: numberOf(form, "significance"),
      mitigation: textOf(form, "mitigation") ?? "",
      owner: textOf(form, "owner") ?? "",
      reviewedOn: textOf(form, "reviewedOn") ?? today(),
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
      <Fields risk={base} problem={problem} />
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

function Fields({ risk, problem }: { risk: RiskView | null; problem: Problem }) {
  const { form: say } = words.value;
  const { riskColumns } = riskWords();
  return (
    <>
      <TextField
        label={riskColumns.title}
        name="title"
        value={risk?.title}
        problem={problem}
        required
        lengthMax={nameLengthMax}
      />
      <LongField
        label={riskColumns.description}
        hint={say.descriptionHelp}
        name="description"
        value={risk?.description}
        problem={problem}
        lengthMax={textLengthMax}
      />
      <Levels risk={risk} problem={problem} />
      <LongField
        label={riskColumns.mitigation}
        name="mitigation"
        value={risk?.mitigation}
        problem={problem}
        required
        lengthMax={textLengthMax}
      />
      <div class="fields two">
        <TextField
          label={riskColumns.owner}
          hint={say.ownerHelp}
          name="owner"
          value={risk?.owner}
          problem={problem}
          required
          lengthMax={nameLengthMax}
        />
        <TextField
          label={riskColumns.reviewedOn}
          hint={say.reviewedHelp}
          name="reviewedOn"
          type="date"
          value={risk?.state === "closed" ? risk.reviewedOn : today()}
          problem={problem}
          required
        />
      </div>
    </>
  );
}

function Levels({ risk, problem }: { risk: RiskView | null; problem: Problem }) {
  const { riskColumns, likelihoods, significances } = riskWords();
  return (
    <div class="fields two">
      <ChoiceField
        label={riskColumns.likelihood}
        name="likelihood"
        value={String(risk?.likelihood ?? 3)}
        choices={choicesOf(likelihoods)}
        problem={problem}
      />
      <ChoiceField
        label={riskColumns.significance}
        name="significance"
        value={String(risk?.significance ?? 3)}
        choices={choicesOf(significances)}
        problem={problem}
      />
    </div>
  );
}

const choicesOf = (names: Readonly<Record<Level, string>>) =>
  Object.fromEntries(LEVELS.map((one) => [String(one), `${one} – ${names[one]}`]));
