import type { AmendmentView, MilestoneView } from "../../../worker/projects/contract/plan.ts";
import { useAsOf } from "../../shared/as-of/use-as-of.ts";
import { showDate } from "../../shared/i18n.ts";
import { milestonesPath } from "../../shared/milestones.ts";
import { useRead } from "../../shared/query.ts";
import { Worded } from "../../shared/ui/worded.tsx";
import { ready, words } from "./words.ts";
import "./milestone-page.css";

type Shown = {
  project: string;
  milestone: MilestoneView;
  milestones: readonly MilestoneView[];
};

/** What became of a milestone that an amendment has ended; nothing of one that has not. */
export function Ended({ project, milestone, milestones }: Shown) {
  const say = words.value;
  const amendment = useAmendment(
    project,
    milestone.state === "active" ? null : milestone.amendment,
  );
  if (milestone.state === "active") return null;
  const by = amendment ? say.byAmendment(amendment.number, showDate(amendment.decidedOn)) : "";
  return (
    <div class="notice milestone-ended">
      <p>
        <strong>{say.ended[milestone.state](by)}</strong> {say.endedHelp}
      </p>
      {amendment && <p lang="fi">{amendment.reason}</p>}
      <Related
        project={project}
        label={say.later}
        numbers={milestone.successors}
        milestones={milestones}
      />
    </div>
  );
}

/** The amendment that touched a milestone last. */
export function useAmendment(project: string, number: number | null): AmendmentView | undefined {
  const { more } = useAsOf();
  const found = useRead<{ items: AmendmentView[] }>(
    number === null ? null : `/api/projects/${project}/amendments?limit=500${more}`,
  );
  return found.data?.items.find((one) => one.number === number);
}

/** Milestones that this one came of, or that came of it, each with the way to it. */
export function Related({
  project,
  label,
  numbers,
  milestones,
}: {
  project: string;
  label: string;
  numbers: readonly number[];
  milestones: readonly MilestoneView[];
}) {
  const { first } = useAsOf();
  if (numbers.length === 0) return null;
  return (
    <p>
      <span class="soft">{label}:</span>{" "}
      {numbers.map((number, index) => (
        <span key={number}>
          {index > 0 && ", "}
          <a href={`/projects/${project}/milestones/${number}${first}`} lang="fi">
            {number}. {milestones.find((one) => one.number === number)?.title}
          </a>
        </span>
      ))}
    </p>
  );
}

/** Says what became of a milestone whose cell an address asks for, and leads to its page. */
export function EndedCell({ project, cell }: { project: string; cell: string }) {
  return (
    <Worded by={{ ready }} height="4rem">
      <Gone project={project} number={Number(cell.split("-")[0])} />
    </Worded>
  );
}

function Gone({ project, number }: { project: string; number: number }) {
  const say = words.value;
  const { first, more } = useAsOf();
  const plan = useRead<{ items: MilestoneView[] }>(milestonesPath(project, more));
  const milestone = plan.data?.items.find((one) => one.number === number);
  if (!plan.data || !milestone) return null;
  return (
    <section class="card milestone-gone" aria-labelledby="gone-title">
      <h2 id="gone-title">{say.goneTitle}</h2>
      <p lang="fi">
        {milestone.number}. {milestone.title}
      </p>
      <Ended project={project} milestone={milestone} milestones={plan.data.items} />
      <p>
        <a class="button" href={`/projects/${project}/milestones/${number}${first}`}>
          {say.toPage}
        </a>
      </p>
    </section>
  );
}
