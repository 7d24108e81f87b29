import type { ComponentChildren } from "preact";
import type { ReportView } from "../worker/reporting/contract/reports.ts";
import { ProjectShell } from "./projects/project-shell.tsx";
import { ReportPage } from "./reporting/report/report-page.tsx";
import { useRead } from "./shared/query.ts";

type Shown = {
  project: string;
  number: number;
  /** What stands where there is no such project. */
  missing: ComponentChildren;
};

/** One report under its project's head. */
export function Report({ project, number, missing }: Shown) {
  const { data } = useRead<ReportView>(`/api/projects/${project}/reports/${number}`);
  return (
    <ProjectShell
      project={project}
      tab="reports"
      missing={missing}
      {...(data && { page: data.name })}
    >
      <ReportPage project={project} number={number} />
    </ProjectShell>
  );
}
