import type { MilestoneView } from "../../../worker/projects/contract/plan.ts";
import { useAsOf } from "../../shared/as-of/use-as-of.ts";
import { messages, plural, showDate, showNumber } from "../../shared/i18n.ts";
import { Links } from "./amendment-list.tsx";
import { words } from "./words.ts";

/** One milestone of the plan: what it is now, what was granted of it, and what became of it. */
export function PlanLine({
  project,
  milestone,
  milestones,
  isGranted,
  onEdit,
}: {
  project: string;
  milestone: MilestoneView;
  milestones: readonly MilestoneView[];
  isGranted: boolean;
  onEdit: (() => void) | undefined;
}) {
  const { kinds, edit } = messages.value;
  const more = words.value;
  const say = more.line;
  const { first } = useAsOf();
  const { number, state, amendment, predecessors, successors } = milestone;
  const hasEnded = state !== "active";
  const isAdded = isGranted && milestone.granted === null && amendment !== null;
  return (
    <li id={`milestone-${number}`} class={hasEnded ? "plan-line ended" : "plan-line"} tabIndex={-1}>
      <span class="plan-number">{number}</span>
      <div>
        <h3 lang="fi">
          <a href={`/projects/${project}/milestones/${number}${first}`}>
            {hasEnded ? <s>{milestone.title}</s> : milestone.title}
          </a>
        </h3>
        <p class="row small">
          {hasEnded && <strong>{more.states[state]}</strong>}
          <span>{kinds[milestone.kind]}</span>
          <span>{say.scopes[milestone.scope]}</span>
          <Due milestone={milestone} />
          <Goal milestone={milestone} />
          {milestone.weight !== 1 && (
            <span>
              {say.weight} {showNumber(milestone.weight)}
            </span>
          )}
          {amendment !== null && (
            <a class="chip amendment-chip" href={`#amendment-${amendment}`}>
              {isAdded ? more.addedBy(amendment) : more.changedBy(amendment)}
            </a>
          )}
        </p>
        <Relations label={more.replacedBy} numbers={successors} milestones={milestones} />
        <Relations label={more.replaces} numbers={predecessors} milestones={milestones} />
        <Prose milestone={milestone} />
      </div>
      {onEdit && !hasEnded && (
        <button
          type="button"
          class="button plain"
          aria-label={`${edit}: ${number}. ${milestone.title}`}
          onClick={onEdit}
        >
          {edit}
        </button>
      )}
    </li>
  );
}

type Own = { milestone: MilestoneView };

/** The due date of now, and the granted one struck beside it where it is another. */
function Due({ milestone: { dueOn, dueOnByMunicipality, granted } }: Own) {
  const { line: say } = words.value;
  const { cell } = messages.value;
  const differing = Object.keys(dueOnByMunicipality).length;
  const now = dueOn ? showDate(dueOn) : cell.noDue;
  return (
    <span>
      {granted && granted.dueOn !== dueOn ? (
        <>
          {words.value.granted} <s>{granted.dueOn ? showDate(granted.dueOn) : cell.noDue}</s> →{" "}
          {say.dueOn} <strong>{now}</strong>
        </>
      ) : dueOn ? (
        `${say.dueOn} ${now}`
      ) : (
        now
      )}
      {differing > 0 && ` (${plural(differing, say.dueDiffers)})`}
    </span>
  );
}

function Goal({ milestone: { goal, unit, granted } }: Own) {
  const { cell } = messages.value;
  if (goal === null) return null;
  const differs = granted && granted.goal !== null && granted.goal !== goal;
  return (
    <span lang="fi">
      {differs && (
        <>
          {words.value.granted} <s>{showNumber(granted.goal ?? goal)}</s> →{" "}
        </>
      )}
      {cell.goal(showNumber(goal), unit ?? "")}
    </span>
  );
}

function Relations({
  label,
  numbers,
  milestones,
}: {
  label: string;
  numbers: readonly number[];
  milestones: readonly MilestoneView[];
}) {
  if (numbers.length === 0) return null;
  return (
    <p class="small">
      <span class="soft">{label}:</span> <Links milestones={milestones} numbers={numbers} />
    </p>
  );
}

function Prose({ milestone: { description, verification, evidenceKinds, measure } }: Own) {
  const { line: say } = words.value;
  const more = words.value;
  return (
    <>
      {description && (
        <p class="plan-text" lang="fi">
          {description}
        </p>
      )}
      {verification && (
        <p class="plan-text small">
          <span class="soft">{say.verification}:</span> <span lang="fi">{verification}</span>
        </p>
      )}
      {evidenceKinds.length > 0 && (
        <p class="plan-text small">
          <span class="soft">{more.evidenceKinds}:</span>{" "}
          {evidenceKinds.map((kind) => more.evidence[kind]).join(", ")}
        </p>
      )}
      {measure && (
        <p class="plan-text small">
          <span class="soft">{more.measure}:</span> {more.measureOf(String(measure.milestone))}
        </p>
      )}
    </>
  );
}
