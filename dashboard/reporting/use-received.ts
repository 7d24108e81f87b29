import { useEffect, useState } from "preact/hooks";
import type { ReportList, ReportView } from "../../worker/reporting/contract/reports.ts";
import { get, Problem } from "../shared/api.ts";
import { queries } from "../shared/query.ts";

/** Of so many projects the reports are read for the first page: one read each. */
export const receivedProjectsMax = 40;

type Received = { readonly data: ReportView[] | undefined; readonly error: Problem | null };

/** The newest reports of several projects, for one who funds them. */
export function useReceived(projects: readonly string[]): Received {
  const [received, setReceived] = useState<Received>({ data: undefined, error: null });
  const asked = projects.slice(0, receivedProjectsMax).join();
  useEffect(() => {
    let isShown = true;
    const paths = asked.split(",").filter((slug) => slug !== "");
    const reads = paths.map((slug) => {
      const path = `/api/projects/${slug}/reports`;
      return queries.fetchQuery({ queryKey: [path], queryFn: () => get<ReportList>(path) });
    });
    const show = (found: Received) => {
      if (isShown) setReceived(found);
    };
    Promise.all(reads).then(
      (lists) => show({ data: lists.flatMap(({ items }) => items), error: null }),
      (error: unknown) => {
        if (error instanceof Problem) show({ data: undefined, error });
        else console.error(error);
      },
    );
    return () => {
      isShown = false;
    };
  }, [asked]);
  return received;
}
