import type { ComponentChildren } from "preact";
import { Discussion } from "./comments/discussion.tsx";
import { MilestoneEvidence } from "./evidence/milestone-evidence.tsx";
import type { CellOf } from "./progress/board.ts";
import { MilestonePage } from "./progress/milestone/milestone-page.tsx";
import { ProjectShell } from "./projects/project-shell.tsx";
import { MilestoneRisks } from "./risks/milestone-risks.tsx";
import { useAsOf } from "./shared/as-of/use-as-of.ts";
import type { MilestoneSection } from "./shared/cell-sections.ts";
import { milestonesPath } from "./shared/milestones.ts";
import { useRead } from "./shared/query.ts";

type Shown = {
  project: string;
  number: number;
  Cell: CellOf;
  /** What stands where there is no such project. */
  missing: ComponentChildren;
};

/** One milestone under its project's head, with what each feature says of it. */
export function Milestone({ project, number, Cell, missing }: Shown) {
  const { more } = useAsOf();
  const plan = useRead<{ items: { number: number; title: string }[] }>(
    milestonesPath(project, more),
    true,
  );
  const title = plan.data?.items.find((one) => one.number === number)?.title;
  return (
    <ProjectShell
      project={project}
      tab="plan"
      missing={missing}
      {...(title !== undefined && { page: `${number}. ${title}` })}
    >
      <MilestonePage
        project={project}
        number={number}
        Cell={Cell}
        Risks={MilestoneRisks}
        Rest={Rest}
      />
    </ProjectShell>
  );
}

/** What stands between where the municipalities stand and what was said of them. */
function Rest(section: MilestoneSection) {
  const { matrix, milestone } = section;
  const isByMunicipality = milestone.scope === "municipality" && milestone.state === "active";
  return (
    <>
      <MilestoneEvidence {...section} />
      <Discussion
        key={milestone.number}
        project={matrix.project.slug}
        milestone={milestone.number}
        places={isByMunicipality ? matrix.municipalities : []}
      />
    </>
  );
}
