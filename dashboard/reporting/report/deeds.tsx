import { useEffect, useState } from "preact/hooks";
import type { ReportDetail, ToldList } from "../../../worker/reporting/contract/reports.ts";
import { REPORT_MOVES, type ReportMove } from "../../../worker/reporting/terms.ts";
import { mayDo } from "../../shared/session.ts";
import { CorrectDialog } from "./correct-dialog.tsx";
import { AcceptDialog, ReturnDialog } from "./decide-dialogs.tsx";
import { DetailsDialog } from "./details-dialog.tsx";
import { SubmitDialog } from "./submit-dialog.tsx";
import { words } from "./words.ts";

/** What who looks may do with a report now. */
export function Deeds({
  report,
  told,
  onDone,
}: {
  report: ReportDetail;
  told: ToldList | undefined;
  onDone: (said: string) => void;
}) {
  const say = words.value;
  const [open, setOpen] = useState<ReportMove | "details" | null>(null);
  const [place, setPlace] = useState<string | null>(null);
  useEffect(() => {
    if (place === null) return;
    goTo(place);
    setPlace(null);
  }, [place]);
  const go = (to: string) => {
    setOpen(null);
    setPlace(to);
  };
  const { project, state } = report;
  const isDue = (move: ReportMove) =>
    REPORT_MOVES[move].from.some((one) => one === state) &&
    mayDo(REPORT_MOVES[move].action, { project });
  const dialog = { report, onDone, onClose: () => setOpen(null) };
  const sections = told?.items ?? [];
  const labels: Readonly<Record<ReportMove, string>> = {
    submit: state === "draft" ? say.submit.open : say.submit.again,
    accept: say.decide.accept,
    return: say.decide.return,
    correct: say.correct.open,
  };
  const moves = (["submit", "accept", "return", "correct"] as const).filter(isDue);
  if (moves.length === 0) return null;
  return (
    <div class="row report-deeds">
      {moves.map((move, index) => (
        <button
          key={move}
          type="button"
          class={index === 0 && move !== "correct" ? "button primary" : "button"}
          onClick={() => setOpen(move)}
        >
          {labels[move]}
        </button>
      ))}
      {isDue("submit") && (
        <button type="button" class="button" onClick={() => setOpen("details")}>
          {say.details.open}
        </button>
      )}
      {open === "submit" && <SubmitDialog {...dialog} sections={sections} onGo={go} />}
      {open === "accept" && <AcceptDialog {...dialog} />}
      {open === "return" && <ReturnDialog {...dialog} sections={sections} />}
      {open === "correct" && <CorrectDialog {...dialog} />}
      {open === "details" && <DetailsDialog report={report} onClose={dialog.onClose} />}
    </div>
  );
}

/** Goes to a place of the page, and begins where one can do something in it. */
function goTo(id: string): void {
  const place = document.getElementById(id);
  place?.scrollIntoView();
  place?.querySelector<HTMLElement>("textarea, button")?.focus({ preventScroll: true });
}
