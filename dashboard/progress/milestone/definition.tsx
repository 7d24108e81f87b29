import type { ComponentChildren } from "preact";
import { WORDS as EVIDENCE_WORDS } from "../../../worker/evidence/words.ts";
import type { MilestoneView } from "../../../worker/projects/contract/plan.ts";
import { useAsOf } from "../../shared/as-of/use-as-of.ts";
import { language, showNumber } from "../../shared/i18n.ts";
import { Related, useAmendment } from "./ended.tsx";
import { words } from "./words.ts";

type Shown = {
  project: string;
  milestone: MilestoneView;
  milestones: readonly MilestoneView[];
};

/** What the plan says of a milestone: what is aimed at, how it is verified, what it came of. */
export function Definition({ project, milestone, milestones }: Shown) {
  const say = words.value;
  const { description, verification, predecessors, successors, state } = milestone;
  return (
    <section class="card milestone-definition" aria-labelledby="definition-title">
      <div>
        <h2 id="definition-title">{say.definition}</h2>
        <p class={description ? "" : "soft"} lang={description ? "fi" : undefined}>
          {description || say.noDescription}
        </p>
        <h3>{say.verification}</h3>
        <p class={verification ? "" : "soft"} lang={verification ? "fi" : undefined}>
          {verification || say.noVerification}
        </p>
      </div>
      <dl class="milestone-facts">
        <Facts project={project} milestone={milestone} />
        <Amended project={project} milestone={milestone} />
      </dl>
      <div class="milestone-related">
        <Related
          project={project}
          label={say.earlier}
          numbers={predecessors}
          milestones={milestones}
        />
        {state === "active" && (
          <Related
            project={project}
            label={say.later}
            numbers={successors}
            milestones={milestones}
          />
        )}
      </div>
    </section>
  );
}

function Fact({ label, children }: { label: string; children: ComponentChildren }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}

type Own = { project: string; milestone: MilestoneView };

function Facts({ project, milestone }: Own) {
  const say = words.value;
  const { kinds } = EVIDENCE_WORDS[language.value];
  const { first } = useAsOf();
  const { goal, baseline, unit, granted, measure, weight, evidenceKinds } = milestone;
  const isOther = granted !== null && granted.goal !== null && granted.goal !== goal;
  return (
    <>
      {goal !== null && (
        <Fact label={say.goal}>
          <strong class="milestone-goal">{showNumber(goal)}</strong> <span lang="fi">{unit}</span>
          {isOther && (
            <span class="soft"> ({say.goalGranted(showNumber(granted.goal ?? goal))})</span>
          )}
        </Fact>
      )}
      {baseline !== null && (
        <Fact label={say.baseline}>
          {showNumber(baseline)} <span lang="fi">{unit}</span>
        </Fact>
      )}
      {measure && (
        <Fact label={say.measure}>
          <a href={`/projects/${project}/milestones/${measure.milestone}${first}`}>
            {say.measureOf(measure.milestone)}
          </a>
        </Fact>
      )}
      <Fact label={say.evidenceKinds}>
        {evidenceKinds.length === 0
          ? say.anyEvidence
          : evidenceKinds.map((kind) => kinds[kind]).join(", ")}
        {evidenceKinds.length > 1 && <span class="soft"> ({say.allNeeded})</span>}
      </Fact>
      <Fact label={say.weight}>{showNumber(weight)}</Fact>
    </>
  );
}

function Amended({ project, milestone }: Own) {
  const say = words.value;
  const { first } = useAsOf();
  const amendment = useAmendment(project, milestone.amendment);
  if (!amendment) return null;
  return (
    <Fact label={say.amendedBy}>
      <a href={`/projects/${project}/plan${first}#amendment-${amendment.number}`} lang="fi">
        {say.amendment(amendment.number, amendment.title)}
      </a>
    </Fact>
  );
}
