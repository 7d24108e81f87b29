import { useState } from "preact/hooks";
import type { EvidenceRecords, EvidenceView } from "../../worker/evidence/contract.ts";
import {
  evidenceLinkLengthMax,
  evidenceNoteLengthMax,
  evidenceTitleLengthMax,
} from "../../worker/evidence/terms.ts";
import { WORDS } from "../../worker/evidence/words.ts";
import { EVIDENCE_KINDS, type EvidenceKind } from "../../worker/projects/terms.ts";
import { Problem, send } from "../shared/api.ts";
import { language, showDay } from "../shared/i18n.ts";
import { useRead } from "../shared/query.ts";
import { Dialog, useDraft } from "../shared/ui/dialog.tsx";
import { ChoiceField, LongField, TextField, wrongAt } from "../shared/ui/field.tsx";
import { Form, textOf } from "../shared/ui/form.tsx";
import { PickList } from "../shared/ui/pick-list.tsx";
import { useWrite } from "../shared/ui/use-write.ts";
import { upload } from "../shared/upload.ts";
import { Apart } from "./apart.tsx";
import { FileField, wrongWith } from "./file-field.tsx";
import { words } from "./words.ts";

/** Where evidence is added: a milestone, and the municipalities that who adds may speak for. */
export type Where = {
  readonly project: string;
  readonly milestone: { readonly number: number; readonly title: string };
  readonly municipality: string;
  readonly places: readonly { readonly code: string; readonly name: string }[];
};

/** Adds a file, a link, a decision or a record to one or many cells of a milestone. */
export function AddDialog({
  where,
  kind: first,
  dropped,
  onAdded,
  onClose,
}: {
  where: Where;
  kind: EvidenceKind;
  dropped: File | null;
  onAdded: (item: EvidenceView) => Promise<void>;
  onClose: () => void;
}) {
  const say = words.value;
  const draft = useDraft();
  const { busy, problem, attempt } = useWrite();
  const [share, setShare] = useState<number | null>(null);
  const { project, milestone, municipality, places } = where;
  const path = `/api/projects/${project}/evidence`;
  const save = (form: FormData) =>
    attempt(async () => {
      const file = form.get("file");
      const hasFile = file instanceof File && file.name !== "";
      if (hasFile) assertFile(file);
      const common = commonOf(form, where);
      const item = hasFile
        ? await upload<EvidenceView>(path, formOf(form, common, file), setShare)
        : await send<EvidenceView>("POST", path, { body: bodyOf(form, common) });
      draft.settle();
      onClose();
      await onAdded(item);
    }).finally(() => setShare(null));
  return (
    <Apart>
      <Dialog
        kind="window"
        title={<h2>{say.addTitle(`${milestone.number}. ${milestone.title}`)}</h2>}
        draft={draft}
        onClose={onClose}
      >
        <Form
          busy={busy}
          problem={problem}
          submit={say.send}
          onSubmit={(form) => void save(form)}
          onCancel={onClose}
        >
          <KindFields project={project} first={first} dropped={dropped} problem={problem} />
          {places.length > 1 && (
            <PickList
              label={say.for}
              name="municipalities"
              choices={places}
              picked={[municipality]}
              wrong={wrongAt(problem, "municipalities")}
              say={say.pick}
            />
          )}
          <Sending share={share} />
        </Form>
      </Dialog>
    </Apart>
  );
}

function Sending({ share }: { share: number | null }) {
  const say = words.value;
  if (share === null) return null;
  const percent = Math.round(share * 100);
  return (
    <p role="status" class="row">
      <progress max={100} value={percent} aria-hidden="true" /> {say.sending(percent)}
    </p>
  );
}

/** The kind, and the fields that belong to it. */
function KindFields({
  project,
  first,
  dropped,
  problem,
}: {
  project: string;
  first: EvidenceKind;
  dropped: File | null;
  problem: Problem | null;
}) {
  const say = words.value;
  const { kinds } = WORDS[language.value];
  const [kind, setKind] = useState<EvidenceKind>(first);
  const isNamed = kind === "link" || kind === "decision";
  return (
    <>
      <ChoiceField
        label={say.kind}
        name="kind"
        value={kind}
        choices={kinds}
        problem={problem}
        onChoose={(chosen) => setKind(EVIDENCE_KINDS.find((one) => one === chosen) ?? "file")}
      />
      {kind === "file" && (
        <FileField label={say.file} dropped={dropped} problem={problem} required />
      )}
      {kind === "record" && <RecordField project={project} problem={problem} />}
      <TextField
        key={`title-${kind}`}
        label={say.name}
        hint={kind === "file" ? say.nameFromFile : undefined}
        name="title"
        problem={problem}
        required={isNamed}
        lengthMax={evidenceTitleLengthMax}
      />
      {isNamed && (
        <TextField
          key={`url-${kind}`}
          label={say.url}
          hint={kind === "link" ? say.urlHelp : say.decisionUrlHelp}
          name="url"
          problem={problem}
          required={kind === "link"}
          lengthMax={evidenceLinkLengthMax}
        />
      )}
      {kind === "decision" && (
        <FileField label={say.decisionFile} dropped={null} problem={problem} required={false} />
      )}
      <LongField
        label={say.note}
        hint={say.noteHelp}
        name="note"
        problem={problem}
        lengthMax={evidenceNoteLengthMax}
      />
    </>
  );
}

/** What the service has recorded, to choose from. */
function RecordField({ project, problem }: { project: string; problem: Problem | null }) {
  const say = words.value;
  const { records } = WORDS[language.value];
  const { data } = useRead<EvidenceRecords>(`/api/projects/${project}/evidence/records`);
  if (!data) return null;
  if (data.items.length === 0) return <p class="notice">{say.recordsEmpty}</p>;
  const choices = Object.fromEntries(
    data.items.map(({ subject, version, kind, name, at }) => [
      `${version} ${subject}`,
      [records[kind], name, showDay(at)].filter((part) => part !== "").join(" · "),
    ]),
  );
  const [newest = ""] = Object.keys(choices);
  return (
    <ChoiceField
      label={say.record}
      name="record"
      value={newest}
      choices={choices}
      problem={problem}
    />
  );
}

type Common = ReturnType<typeof commonOf>;

function commonOf(form: FormData, { milestone, municipality, places }: Where) {
  const picked = form.getAll("municipalities").filter((code) => typeof code === "string");
  return {
    milestone: milestone.number,
    municipalities: places.length > 1 ? picked : [municipality],
    note: textOf(form, "note") ?? "",
  };
}

function assertFile(file: File): void {
  const message = wrongWith(file);
  if (message === null) return;
  throw new Problem({ code: "invalid", detail: message, errors: [{ path: "file", message }] });
}

function formOf(form: FormData, { milestone, municipalities, note }: Common, file: File): FormData {
  const sent = new FormData();
  const title = textOf(form, "title");
  sent.append("kind", textOf(form, "kind") ?? "file");
  sent.append("milestone", String(milestone));
  sent.append("municipalities", municipalities.join(","));
  sent.append("note", note);
  if (title !== null) sent.append("title", title);
  sent.append("file", file);
  return sent;
}

function bodyOf(form: FormData, common: Common) {
  const kind = textOf(form, "kind");
  const title = textOf(form, "title");
  if (kind !== "record") return { ...common, kind, title, url: textOf(form, "url") };
  const [version = "", ...subject] = (textOf(form, "record") ?? "").split(" ");
  return {
    ...common,
    kind,
    title: title ?? WORDS[language.value].kinds.record,
    subject: subject.join(" "),
    version: Number(version),
  };
}
