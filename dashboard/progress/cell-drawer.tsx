import type { ComponentChildren } from "preact";
import { useRef, useState } from "preact/hooks";
import type { CellDetail } from "../../worker/progress/contract/progress.ts";
import type { MilestoneView } from "../../worker/projects/contract/plan.ts";
import { milestonesMax, WHOLE_PROJECT } from "../../worker/projects/terms.ts";
import { useAsOf } from "../shared/as-of/use-as-of.ts";
import { messages, showDate, showDay, showMoment, showNumber, words } from "../shared/i18n.ts";
import { refresh, useRead } from "../shared/query.ts";
import { mayDo } from "../shared/session.ts";
import { Dialog, type Draft, useDraft } from "../shared/ui/dialog.tsx";
import { StatusMark } from "../shared/ui/glyph.tsx";
import { Reading } from "../shared/ui/state.tsx";
import type { Milestone, OpenCell } from "./board.ts";
import { CellForm } from "./cell-form.tsx";
import { CellHistory } from "./cell-history.tsx";
import { DatesTable } from "./dates-table.tsx";
import { ready, words as lazyWords } from "./words.ts";
import "./cell-drawer.css";

/** One cell: what is said of it, how to say something new, and all that was said before. */
export function CellDrawer({
  matrix,
  cell,
  onClose,
  sections,
}: OpenCell & {
  /** What other features say of it, before its history. */
  sections: ComponentChildren;
}) {
  const { wholeProject } = messages.value;
  const project = matrix.project.slug;
  const path = `/api/projects/${project}/progress/${cell.milestone}/${cell.municipality}`;
  const { first } = useAsOf();
  const detail = useRead<CellDetail>(`${path}${first}`);
  const draft = useDraft();
  const milestone = matrix.milestones.find(({ number }) => number === cell.milestone);
  const place = matrix.municipalities.find(({ code }) => code === cell.municipality);
  if (!milestone) return null;
  const title = (
    <>
      <p class="soft">{cell.municipality === WHOLE_PROJECT ? wholeProject : place?.name}</p>
      <h2 lang="fi">
        <a href={`/projects/${project}/milestones/${milestone.number}${first}`}>
          {milestone.number}. {milestone.title}
        </a>
      </h2>
    </>
  );
  return (
    <Dialog kind="drawer" title={title} draft={draft} onClose={onClose}>
      <Reading of={detail} height="20rem">
        {(known) => (
          <Known project={project} path={path} cell={known} milestone={milestone} draft={draft}>
            {sections}
          </Known>
        )}
      </Reading>
    </Dialog>
  );
}

function Known({
  project,
  path,
  cell,
  milestone,
  draft,
  children,
}: {
  project: string;
  path: string;
  cell: CellDetail;
  milestone: Milestone;
  draft: Draft;
  /** Sections of other features, before the history. */
  children: ComponentChildren;
}) {
  const {
    cell: say,
    asOf: { past },
  } = messages.value;
  // What is typed stays with the version it was typed on, whatever is read meanwhile.
  const base = useRef(cell);
  if (!draft.isTyped()) base.current = cell;
  const [saved, setSaved] = useState<string | null>(null);
  const { municipality } = cell;
  const { asOf } = useAsOf();
  const mayDeclare = asOf === null && mayDo("progress.declare", { project, municipality });
  const onSaved = async (said: string) => {
    draft.settle();
    await refresh(`/api/projects/${project}`);
    await refresh("/api/portfolio");
    setSaved(said);
  };
  return (
    <>
      <Truths cell={cell} milestone={milestone} />
      <Definition project={project} number={milestone.number} />
      {mayDeclare ? (
        <CellForm
          key={base.current.version}
          path={path}
          cell={base.current}
          milestone={milestone}
          onSaved={onSaved}
        />
      ) : (
        <p class="soft">
          {asOf === null ? say.readOnly : past(asOf.length > 10 ? showDay(asOf) : showDate(asOf))}
        </p>
      )}
      <p role="status" class={saved ? "notice" : "hidden-visually"}>
        {saved}
      </p>
      {children}
      {mayDo("progress.history", { project }) ? (
        <CellHistory path={path} milestone={milestone} />
      ) : (
        <p class="soft small">{say.historyHidden}</p>
      )}
    </>
  );
}

/** The truths about a cell side by side: declared, schedule, evidence, freshness. */
function Truths({ cell, milestone }: { cell: CellDetail; milestone: Milestone }) {
  const { cell: say, truths, neverConfirmed, stale } = messages.value;
  const { declared, schedule, evidence, disagreements } = words.value;
  return (
    <dl class="truths">
      <div>
        <dt>{truths.declared}</dt>
        <dd class="row">
          <StatusMark status={cell.declared} /> <strong>{declared[cell.declared]}</strong>
        </dd>
        {cell.reason && <dd lang="fi">{cell.reason}</dd>}
        {cell.unblock && (
          <dd>
            <span class="soft">{say.unblock}:</span> <span lang="fi">{cell.unblock}</span>
          </dd>
        )}
      </div>
      {milestone.goal !== null && (
        <div>
          <dt>{say.value}</dt>
          <dd>
            <strong>{cell.value === null ? "–" : showNumber(cell.value)}</strong>{" "}
            <span class="soft" lang="fi">
              {say.goal(showNumber(milestone.goal), milestone.unit ?? "")}
              {milestone.baseline !== null && `, ${say.baseline(showNumber(milestone.baseline))}`}
            </span>
          </dd>
          {cell.suggestion !== null && ready.value && (
            <dd class="soft">{lazyWords.value.suggestion.short(showNumber(cell.suggestion))}</dd>
          )}
        </div>
      )}
      <div>
        <dt>{truths.schedule}</dt>
        <dd>
          <strong>{schedule[cell.schedule]}</strong>
        </dd>
        <dd>
          <DatesTable cell={cell} />
        </dd>
      </div>
      <div>
        <dt>{truths.evidence}</dt>
        <dd>{evidence[cell.evidence]}</dd>
      </div>
      <div>
        <dt>{truths.freshness}</dt>
        <dd>
          {cell.confirmedAt ? `${say.confirmedAt} ${showMoment(cell.confirmedAt)}` : neverConfirmed}
          {cell.stale && <strong> · {stale}</strong>}
        </dd>
      </div>
      {cell.disagreements.length > 0 && (
        <div>
          <dt>{truths.disagreements}</dt>
          {cell.disagreements.map((one) => (
            <dd key={one}>{disagreements[one]}</dd>
          ))}
        </div>
      )}
      {cell.note && (
        <div>
          <dt>{say.note}</dt>
          <dd lang="fi">{cell.note}</dd>
        </div>
      )}
    </dl>
  );
}

/** What the milestone is and how it is verified, as the plan said it on the day that is looked at. */
function Definition({ project, number }: { project: string; number: number }) {
  const { cell: say } = messages.value;
  const { asOf, more } = useAsOf();
  const path = `/api/projects/${project}/milestones`;
  const now = useRead<MilestoneView>(asOf === null ? `${path}/${number}` : null);
  const then = useRead<{ items: MilestoneView[] }>(
    asOf === null ? null : `${path}?limit=${milestonesMax}${more}`,
  );
  const data = asOf === null ? now.data : then.data?.items.find((one) => one.number === number);
  if (!data || (!data.description && !data.verification)) return null;
  return (
    <details class="small">
      <summary>{say.verification}</summary>
      <p lang="fi">{data.description}</p>
      <p lang="fi">{data.verification}</p>
    </details>
  );
}
