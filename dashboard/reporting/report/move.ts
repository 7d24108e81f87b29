import type { ReportDetail, ReportView } from "../../../worker/reporting/contract/reports.ts";
import type { ReportMove } from "../../../worker/reporting/terms.ts";
import { send } from "../../shared/api.ts";
import { refresh } from "../../shared/query.ts";

/** Moves a report on, and reads again what shows it: the report, the lists, the calendar. */
export async function moveReport(
  { project, number, version }: ReportDetail,
  move: ReportMove,
  body?: object,
): Promise<void> {
  const path = `/api/projects/${project}/report`;
  const write = { version, ...(body && { body }) };
  await send<ReportView>("POST", `${path}s/${number}/${move}`, write);
  await refresh(path);
}

/** What a dialog that moves a report is given. */
export type Moving = {
  report: ReportDetail;
  onDone: (said: string) => void;
  onClose: () => void;
};
