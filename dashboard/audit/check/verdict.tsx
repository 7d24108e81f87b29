import type { ComponentChildren } from "preact";
import type { CheckedView } from "../../../worker/audit/contract/fingerprints.ts";
import type { Standing } from "../../../worker/audit/terms.ts";
import { isLanguage } from "../../../worker/kernel/language.ts";
import type { Declared } from "../../../worker/progress/terms.ts";
import { messages, showDay, showMoment, showNumber } from "../../shared/i18n.ts";
import { mayDo } from "../../shared/session.ts";
import { Glyph } from "../../shared/ui/glyph.tsx";
import type { Reckoned } from "./file.ts";
import { words } from "./words.ts";

/** Signs that mean the same as the words beside them. */
const SIGNS: Readonly<Record<Standing | "unknown", Declared>> = {
  in_force: "done",
  waiting: "in_progress",
  returned: "paused",
  superseded: "paused",
  unknown: "cancelled",
};

/** That a fingerprint is genuine: what became of its edition, and of what it is. */
export function Verdict({
  view,
  file,
  sameMeaning,
}: {
  view: CheckedView;
  file: Reckoned | null;
  /** Whether the file has other bytes and says the same. */
  sameMeaning: boolean;
}) {
  const say = words.value;
  const { of, standing } = view;
  return (
    <Said standing={standing} file={file}>
      <p>{say.meanings[standing]}</p>
      {sameMeaning && <p class="notice">{say.sameMeaning}</p>}
      <dl class="check-facts">
        {rowsOf(view).map(({ name, value }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {of ? <Ways of={of} /> : <p class="soft small">{say.hidden}</p>}
    </Said>
  );
}

type Row = { readonly name: string; readonly value: ComponentChildren };

function rowsOf(view: CheckedView): Row[] {
  const say = words.value;
  const { of, correction, supersededBy } = view;
  const spoken = view.language ?? "";
  const named = isLanguage(spoken) ? messages.value.languageNames[spoken] : spoken;
  const rows: (Row | null)[] = [
    of && { name: say.project, value: <span lang="fi">{of.projectName}</span> },
    of && { name: say.report, value: <span lang="fi">{`${of.report}. ${of.reportName}`}</span> },
    { name: say.edition, value: say.editionOf(view.edition, view.newest) },
    { name: say.asOf, value: showMoment(view.asOf) },
    correction && {
      name: say.corrects,
      value: say.correction(correction.number, correction.edition, showDay(correction.at)),
    },
    supersededBy && {
      name: say.supersededBy,
      value: (
        <a href={`/check?f=${supersededBy.fingerprint}`}>
          {say.newer(supersededBy.edition, showDay(supersededBy.asOf))}
        </a>
      ),
    },
    {
      name: say.what,
      value: view.kind === "edition" ? say.edited : say.madeFile(view.format.toUpperCase(), named),
    },
    { name: say.size, value: `${showNumber(view.size)} B` },
    { name: say.fingerprint, value: <code>{view.fingerprint}</code> },
  ];
  return rows.filter((row) => row !== null);
}

function Ways({ of }: { of: NonNullable<CheckedView["of"]> }) {
  const say = words.value;
  const { project, report, isPublic } = of;
  const sees = mayDo("report.view", { project });
  return (
    <p class="row">
      {sees && (
        <a class="button" href={`/projects/${project}/reports/${report}`}>
          {say.toReport}
        </a>
      )}
      {isPublic && (
        <a class="button" href={`/public/${project}`}>
          {say.toPublic}
        </a>
      )}
    </p>
  );
}

/** That nothing here has a fingerprint, and what that can mean. */
export function Unknown({ fingerprint, file }: { fingerprint: string; file: Reckoned | null }) {
  const say = words.value;
  return (
    <Said standing="unknown" file={file}>
      <p>{say.unknownLead}</p>
      <ul class="check-reasons">
        {say.unknownReasons.map((reason) => (
          <li key={reason}>{reason}</li>
        ))}
      </ul>
      <p>{say.unknownNext}</p>
      <p class="small">
        <span class="soft">{say.fingerprint}</span> <code>{fingerprint}</code>
      </p>
    </Said>
  );
}

function Said({
  standing,
  file,
  children,
}: {
  standing: Standing | "unknown";
  file: Reckoned | null;
  children: ComponentChildren;
}) {
  const say = words.value;
  return (
    <section class={`card check-verdict ${standing}`} aria-labelledby="verdict">
      <h2 id="verdict">
        <Glyph status={SIGNS[standing]} size={22} /> {say.verdicts[standing]}
      </h2>
      {file && <p class="soft">{say.checkedFile(file.name)}</p>}
      {children}
    </section>
  );
}
