import type { ReportState } from "../../worker/reporting/terms.ts";
import { plural, today } from "../shared/i18n.ts";
import { words } from "./words.ts";

const dayMs = 86_400_000;

/** In these a report has still to be sent; one that is corrected was there in time or not. */
const AWAITED: readonly (ReportState | "missing")[] = ["missing", "draft", "returned"];

/** How many days there are left to send a report, or how many it is late. */
export function Nearness({ dueOn, state }: { dueOn: string; state: ReportState | "missing" }) {
  const say = words.value;
  if (!AWAITED.includes(state)) return null;
  const days = Math.round((Date.parse(dueOn) - Date.parse(today())) / dayMs);
  if (days < 0) return <span class="chip late">{plural(-days, say.lateBy)}</span>;
  return <span class="soft small">{days === 0 ? say.dueToday : plural(days, say.dueIn)}</span>;
}
