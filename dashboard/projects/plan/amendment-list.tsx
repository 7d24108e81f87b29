import { useState } from "preact/hooks";
import type { AmendmentDetail } from "../../../worker/projects/contract/amendments.ts";
import type { AmendmentView, MilestoneView } from "../../../worker/projects/contract/plan.ts";
import type { ProjectView } from "../../../worker/projects/contract/projects.ts";
import { language, showDate } from "../../shared/i18n.ts";
import { useRead } from "../../shared/query.ts";
import { Reading } from "../../shared/ui/state.tsx";
import { useAmendmentWords } from "./amendment-words.ts";
import { FieldChange } from "./field-value.tsx";
import { words } from "./words.ts";

/** How the granted plan was changed: each amendment with its reason, the newest first. */
export function AmendmentList({
  project,
  milestones,
  amendments,
  more,
}: {
  project: ProjectView;
  milestones: readonly MilestoneView[];
  amendments: readonly AmendmentView[];
  /** What shows the same moment, as a later parameter of an address. */
  more: string;
}) {
  const { amendments: say } = words.value;
  const path = `/api/projects/${project.slug}/amendments`;
  return (
    <section class="card long" aria-labelledby="amendments-title">
      <div class="section-head">
        <h2 id="amendments-title">{say.title}</h2>
        {amendments.length > 0 && (
          <a class="button" href={`${path}/export?lang=${language.value}${more}`} download>
            {say.exportCsv}
          </a>
        )}
      </div>
      {amendments.length === 0 && <p class="soft">{say.none}</p>}
      <ol class="amendments" reversed>
        {amendments
          .toSorted((one, other) => other.number - one.number)
          .map((amendment) => (
            <Amendment
              key={amendment.number}
              project={project}
              milestones={milestones}
              amendment={amendment}
            />
          ))}
      </ol>
    </section>
  );
}

type Shown = {
  project: ProjectView;
  milestones: readonly MilestoneView[];
  amendment: AmendmentView;
};

function Amendment({ project, milestones, amendment }: Shown) {
  const { amendments: say } = words.value;
  const [open, setOpen] = useState(false);
  const { number, title, reason, reference, decidedOn } = amendment;
  return (
    <li id={`amendment-${number}`} class="amendment">
      <h3>
        <span class="soft">{say.number(number)}</span> <span lang="fi">{title}</span>
      </h3>
      <p class="row small soft">
        <span>{say.decidedOn(showDate(decidedOn))}</span>
        {reference && <span lang="fi">{reference}</span>}
      </p>
      <p class="plan-text" lang="fi">
        {reason}
      </p>
      <Summary milestones={milestones} amendment={amendment} />
      {amendment.changes.some(({ fields }) => fields.length > 0) && (
        <details onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
          <summary>{say.details}</summary>
          {open && <Differences project={project} milestones={milestones} amendment={amendment} />}
        </details>
      )}
    </li>
  );
}

/** Each change in a line: what was done, to which milestones, and what came of it. */
function Summary({ milestones, amendment }: Omit<Shown, "project">) {
  const { kinds, fields: fieldWords } = useAmendmentWords();
  return (
    <ul class="amendment-changes">
      {amendment.changes.map(({ kind, from, into, fields }, index) => (
        // oxlint-disable-next-line react/no-array-index-key -- a change is known by its place
        <li key={index}>
          <span class="chip">{kinds[kind]}</span> <Links milestones={milestones} numbers={from} />
          {into.length > 0 && (
            <>
              {from.length > 0 && " → "}
              <Links milestones={milestones} numbers={into} />
            </>
          )}
          {fields.length > 0 && (
            <span class="soft"> {fields.map((field) => fieldWords[field]).join(", ")}</span>
          )}
        </li>
      ))}
    </ul>
  );
}

/** Milestones by number and name, each leading to its place on the page. */
export function Links({
  milestones,
  numbers,
}: {
  milestones: readonly MilestoneView[];
  numbers: readonly number[];
}) {
  const titles = new Map(milestones.map(({ number, title }) => [number, title]));
  return (
    <>
      {numbers.map((number, index) => (
        <span key={number}>
          {index > 0 && ", "}
          <a href={`#milestone-${number}`} lang="fi">
            {number}. {titles.get(number)}
          </a>
        </span>
      ))}
    </>
  );
}

/** What became another, before and after: read when it is asked for. */
function Differences({ project, milestones, amendment }: Shown) {
  const path = `/api/projects/${project.slug}/amendments/${amendment.number}`;
  const detail = useRead<AmendmentDetail>(path);
  return (
    <Reading of={detail} height="4rem">
      {({ differences }) => (
        <ul class="amendment-differences">
          {differences.map((one) => (
            <li key={`${one.milestone} ${one.field}`}>
              {one.milestone !== null && (
                <>
                  <Links milestones={milestones} numbers={[one.milestone]} />
                  <br />
                </>
              )}
              <FieldChange project={project} change={one} />
            </li>
          ))}
        </ul>
      )}
    </Reading>
  );
}
