import { useState } from "preact/hooks";
import type { ProgrammeView } from "../../worker/projects/contract/programmes.ts";
import { language, messages, showDate } from "../shared/i18n.ts";
import { useRead } from "../shared/query.ts";
import { mayDo } from "../shared/session.ts";
import { useTitle } from "../shared/title.ts";
import { Emblem } from "../shared/ui/emblem.tsx";
import { Empty } from "../shared/ui/empty.tsx";
import { Reading } from "../shared/ui/state.tsx";
import { Worded } from "../shared/ui/worded.tsx";
import { ProgrammeDialog } from "./programme-dialog.tsx";
import { ReportParts } from "./programme/report-parts.tsx";
import { ready, words } from "./words.ts";
import "./plan/plan-page.css";
import "./project-shell.css";

/** The programmes that pay: visibility text, report calendar, retention. */
export function ProgrammesPage() {
  return (
    <Worded by={{ ready }} height="80vh">
      <Programmes />
    </Worded>
  );
}

function Programmes() {
  const { programmes: say } = words.value;
  useTitle(say.title);
  const programmes = useRead<{ items: ProgrammeView[] }>("/api/programmes?limit=500");
  const [editing, setEditing] = useState<ProgrammeView | "new" | null>(null);
  const mayManage = mayDo("programme.manage");
  return (
    <>
      <div class="section-head">
        <div>
          <h1>{say.title}</h1>
          <p class="lead">{say.intro}</p>
        </div>
        {mayManage && (
          <button type="button" class="button" onClick={() => setEditing("new")}>
            {say.add}
          </button>
        )}
      </div>
      <Reading of={programmes} height="50vh">
        {({ items }) =>
          items.length === 0 ? (
            <Empty said={say.empty}>
              {mayManage && (
                <button type="button" class="button" onClick={() => setEditing("new")}>
                  {say.add}
                </button>
              )}
            </Empty>
          ) : (
            <>
              {items.map((programme) => (
                <Programme
                  key={programme.slug}
                  programme={programme}
                  onEdit={mayManage ? () => setEditing(programme) : undefined}
                />
              ))}
            </>
          )
        }
      </Reading>
      {editing && (
        <ProgrammeDialog
          programme={editing === "new" ? null : editing}
          onClose={() => setEditing(null)}
        />
      )}
    </>
  );
}

function Programme({
  programme,
  onEdit,
}: {
  programme: ProgrammeView;
  onEdit: (() => void) | undefined;
}) {
  const { programmes: say } = words.value;
  const { edit } = messages.value;
  return (
    <section class="card programme" aria-labelledby={`programme-${programme.slug}`}>
      <div class="section-head">
        <div>
          <h2 id={`programme-${programme.slug}`} lang="fi">
            {programme.name}
          </h2>
          <p lang="fi">
            {programme.funder} · {programme.funderClass}
          </p>
        </div>
        {onEdit && (
          <button
            type="button"
            class="button"
            aria-describedby={`programme-${programme.slug}`}
            onClick={onEdit}
          >
            {edit}
          </button>
        )}
      </div>
      <p class="project-funding">
        {programme.emblem === "eu" && <Emblem />}
        {programme.visibilityText[language.value]}
      </p>
      {programme.retainUntil && (
        <p>
          {say.retainUntil} {showDate(programme.retainUntil)}{" "}
          <span class="soft" lang="fi">
            {programme.retentionBasis}
          </span>
        </p>
      )}
      <ReportParts programme={programme} />
    </section>
  );
}
