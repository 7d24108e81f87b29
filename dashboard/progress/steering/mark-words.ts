import { messages, words } from "../../shared/i18n.ts";
import type { Mark } from "../board.ts";

/** What is looked for among the cells, in words. */
export function markWords(mark: Mark): string {
  const { declared, schedule } = words.value;
  const { project, stale } = messages.value;
  return {
    late: schedule.late,
    at_risk: schedule.at_risk,
    paused: declared.paused,
    no_data: declared.no_data,
    disagreeing: project.disagreeing,
    stale,
  }[mark];
}
