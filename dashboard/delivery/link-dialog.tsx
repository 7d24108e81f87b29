import { useState } from "preact/hooks";
import type { LinkMade } from "../../worker/delivery/contract/links.ts";
import { linkDaysDefault, linkDaysMax, linkNameLengthMax } from "../../worker/delivery/terms.ts";
import type { ReportView } from "../../worker/reporting/contract/reports.ts";
import { type Problem, send } from "../shared/api.ts";
import { refresh } from "../shared/query.ts";
import { Dialog, useDraft } from "../shared/ui/dialog.tsx";
import { ChoiceField, TextField } from "../shared/ui/field.tsx";
import { Form, numberOf, textOf } from "../shared/ui/form.tsx";
import { useWrite } from "../shared/ui/use-write.ts";
import { Choices } from "./choices.tsx";
import { Secret } from "./secret.tsx";
import { words } from "./words.ts";

/** Makes a link to a submitted report, and shows it this once. */
export function LinkDialog({
  project,
  reports,
  onClose,
}: {
  project: string;
  /** Those that were submitted. */
  reports: readonly ReportView[];
  onClose: () => void;
}) {
  const { links: say } = words.value;
  const { busy, problem, attempt } = useWrite();
  const draft = useDraft();
  const [made, setMade] = useState<LinkMade | null>(null);
  const path = `/api/projects/${project}/links`;
  const save = (form: FormData) =>
    attempt(async () => {
      const body = {
        report: numberOf(form, "report"),
        edition: numberOf(form, "edition"),
        formats: form.getAll("formats"),
        name: textOf(form, "name") ?? "",
        days: numberOf(form, "days") ?? linkDaysDefault,
      };
      setMade(await send<LinkMade>("POST", path, { body }));
      draft.settle();
      await refresh(path);
    });
  const title = <h2>{made ? say.madeTitle : say.add}</h2>;
  return (
    <Dialog kind="window" title={title} draft={draft} onClose={onClose}>
      {made ? (
        <Secret
          label={say.link}
          text={made.link}
          help={made.link ? say.madeHelp : say.madeGone}
          onClose={onClose}
        />
      ) : (
        <Form busy={busy} problem={problem} submit={say.create} onSubmit={save} onCancel={onClose}>
          <WhatIsShared reports={reports} problem={problem} />
          <TextField
            label={say.name}
            name="name"
            hint={say.nameHelp}
            problem={problem}
            required
            lengthMax={linkNameLengthMax}
          />
          <TextField
            label={say.days}
            name="days"
            type="number"
            hint={say.daysHelp(linkDaysMax)}
            value={linkDaysDefault}
            problem={problem}
            required
          />
        </Form>
      )}
    </Dialog>
  );
}

/** Which report, which of its editions, and in which formats. */
function WhatIsShared({
  reports,
  problem,
}: {
  reports: readonly ReportView[];
  problem: Problem | null;
}) {
  const { links: say, formats } = words.value;
  const newest = Math.max(...reports.map(({ number }) => number));
  const [number, setNumber] = useState(newest);
  const editions = reports.find((report) => report.number === number)?.edition ?? 0;
  return (
    <>
      <ChoiceField
        label={say.report}
        name="report"
        value={String(newest)}
        choices={Object.fromEntries(
          reports.map((one) => [String(one.number), say.reportOf(one.number, one.name)]),
        )}
        problem={problem}
        onChoose={(chosen) => setNumber(Number(chosen))}
      />
      <ChoiceField
        label={say.edition}
        name="edition"
        value=""
        choices={{
          "": say.newest,
          ...Object.fromEntries(
            Array.from({ length: editions }, (_, at) => [String(at + 1), say.editionOf(at + 1)]),
          ),
        }}
        problem={problem}
      />
      <Choices
        label={say.formats}
        name="formats"
        all={formats}
        chosen={["pdf", "xlsx", "json"]}
        problem={problem}
      />
    </>
  );
}
