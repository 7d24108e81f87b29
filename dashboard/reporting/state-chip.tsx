import type { ReportState, Turn } from "../../worker/reporting/terms.ts";
import { words } from "./words.ts";
import "./state-chip.css";

/** Where a report is: a sign, its word and its colour say the same. */
export function StateChip({ state }: { state: ReportState | "missing" }) {
  return <span class={`chip report-state ${state}`}>{words.value.states[state]}</span>;
}

/** Who has to do something next. */
export function TurnWords({ turn }: { turn: Turn }) {
  return <span class={turn === "nobody" ? "soft" : "report-turn"}>{words.value.turns[turn]}</span>;
}
