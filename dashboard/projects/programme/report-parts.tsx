import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import type { ProgrammeView } from "../../../worker/projects/contract/programmes.ts";
import { WORDS } from "../../../worker/reporting/words/report.ts";
import { language, showDate } from "../../shared/i18n.ts";
import { mayDo } from "../../shared/session.ts";
import { Region } from "../../shared/ui/region.tsx";
import { Worded } from "../../shared/ui/worded.tsx";
import { PeriodsDialog } from "./periods-dialog.tsx";
import { SectionsDialog } from "./sections-dialog.tsx";
import { ready, words } from "./words.ts";
import "./programme.css";

type Props = { programme: ProgrammeView };

/** What a programme asks of its projects: when they report, and of what. */
export function ReportParts(props: Props) {
  return (
    <Worded by={{ ready }} height="12rem">
      <Calendar {...props} />
      <Sections {...props} />
    </Worded>
  );
}

function Calendar({ programme }: Props) {
  const { calendar: say } = words.value;
  const [editing, setEditing] = useState(false);
  return (
    <Part title={say.title} of={programme} edit={say.edit} onEdit={() => setEditing(true)}>
      {programme.reportPeriods.length === 0 ? (
        <p class="soft">{say.none}</p>
      ) : (
        <Region label={`${say.title}: ${programme.name}`}>
          <table class="plain-table">
            <caption class="hidden-visually">{say.title}</caption>
            <thead>
              <tr>
                <th scope="col">{say.name}</th>
                <th scope="col">
                  {say.startsOn}–{say.endsOn}
                </th>
                <th scope="col">{say.dueOn}</th>
              </tr>
            </thead>
            <tbody>
              {programme.reportPeriods.map(({ name, kind, startsOn, endsOn, dueOn }) => (
                <tr key={`${kind} ${startsOn} ${endsOn}`}>
                  <th scope="row">
                    <span lang="fi">{name}</span>{" "}
                    {!startsWith(name, say.kinds[kind]) && (
                      <span class="soft">{say.kinds[kind]}</span>
                    )}
                  </th>
                  <td>
                    {showDate(startsOn)}–{showDate(endsOn)}
                  </td>
                  <td>{showDate(dueOn)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </Region>
      )}
      {editing && <PeriodsDialog programme={programme} onClose={() => setEditing(false)} />}
    </Part>
  );
}

/** Whether a report is called by its kind already. */
const startsWith = (name: string, kind: string) =>
  name.toLowerCase().startsWith(kind.toLowerCase());

function Sections({ programme }: Props) {
  const { sections: say } = words.value;
  const { kinds } = WORDS[language.value];
  const [editing, setEditing] = useState(false);
  return (
    <Part title={say.title} of={programme} edit={say.edit} onEdit={() => setEditing(true)}>
      {programme.reportSections.length === 0 ? (
        <p class="soft">{say.none}</p>
      ) : (
        <ol class="template">
          {programme.reportSections.map(({ key, kind, title, guidance, required }) => (
            <li key={key}>
              {title?.[language.value] ?? kinds[kind]}{" "}
              {required && <span class="chip">{say.required}</span>}
              {guidance && <p class="soft small">{guidance[language.value]}</p>}
            </li>
          ))}
        </ol>
      )}
      {editing && <SectionsDialog programme={programme} onClose={() => setEditing(false)} />}
    </Part>
  );
}

function Part({
  title,
  of,
  edit,
  onEdit,
  children,
}: {
  title: string;
  of: ProgrammeView;
  edit: string;
  onEdit: () => void;
  children: ComponentChildren;
}) {
  return (
    <div class="fields">
      <div class="section-head">
        <h3>{title}</h3>
        {mayDo("programme.manage") && (
          <button type="button" class="button" aria-label={`${edit}: ${of.name}`} onClick={onEdit}>
            {edit}
          </button>
        )}
      </div>
      {children}
    </div>
  );
}
