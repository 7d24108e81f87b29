import { useState } from "preact/hooks";
import type { ReportDocument } from "../../../worker/reporting/contract/document.ts";
import type {
  Decision as Decided,
  EditionView,
  ReportDetail,
  ToldList,
} from "../../../worker/reporting/contract/reports.ts";
import { showDate, showDay, showMoment } from "../../shared/i18n.ts";
import { mayDo } from "../../shared/session.ts";
import { Nearness } from "../nearness.tsx";
import { TurnWords } from "../state-chip.tsx";
import { Deeds } from "./deeds.tsx";
import { Outcome } from "./editions.tsx";
import { Prose } from "./prose.tsx";
import { Stepper } from "./stepper.tsx";
import { words } from "./words.ts";

/** The head of a report: what it is, where it stands, who can do what with it now. */
export function ReportHead({
  report,
  edition,
  decided,
  told,
  document,
}: {
  report: ReportDetail;
  /** The edition that is looked at, where it was chosen. */
  edition: number | null;
  /** What was decided of that, where it has been read. */
  decided: EditionView | undefined;
  told: ToldList | undefined;
  document: ReportDocument | undefined;
}) {
  const say = words.value;
  const { project, number, name, period } = report;
  const shown = document?.edition ?? null;
  return (
    <header class="report-head">
      <nav class="report-trail small" aria-label={say.trail}>
        <a href={`/projects/${project}/reports`}>{say.back}</a>
      </nav>
      <div class="section-head">
        <div>
          <h2 id="report-title" lang="fi">
            {name}
          </h2>
          <p class="soft small">
            {say.number(number)}
            {period &&
              ` · ${say.kinds[period.kind]}, ${say.period(showDate(period.startsOn), showDate(period.endsOn))} · ${say.due(showDate(period.dueOn))}`}
            {document &&
              ` · ${shown === null ? say.asOfNow : `${say.edition(shown)}, ${say.asOf(showMoment(document.asOf))}`}`}
          </p>
        </div>
        <button type="button" class="button" onClick={() => print()}>
          {say.print}
        </button>
      </div>
      {edition === null ? (
        <Standing report={report} told={told} />
      ) : (
        decided && <StandingThen report={report} edition={decided} />
      )}
      {edition !== null && <Older report={report} edition={edition} />}
      {edition === null && document && shown === null && <p class="notice">{say.preview}</p>}
      <Decision
        decision={edition === null ? report.decision : decisionOf(decided)}
        isOpen={edition === null && report.state === "returned"}
        told={told}
      />
      {report.message !== "" && (
        <section class="report-message" aria-labelledby="message-title">
          <h3 id="message-title">{say.message}</h3>
          <Prose text={report.message} />
        </section>
      )}
    </header>
  );
}

/** Where the report stands now, and what can be done with it. */
function Standing({ report, told }: { report: ReportDetail; told: ToldList | undefined }) {
  const say = words.value;
  const [done, setDone] = useState("");
  const { project, period, state, turn, accepted, correction } = report;
  return (
    <>
      <Stepper report={report} />
      <div class="card report-standing">
        <p>
          <TurnWords turn={turn} /> · {say.waits[state]}{" "}
          {period && <Nearness dueOn={period.dueOn} state={state} />}
        </p>
        <p class="report-lock">{say.locks[roleIn(project)][state]}</p>
        {correction && <Corrects {...correction} />}
        {accepted && state !== "accepted" && (
          <p>{say.inForce(accepted.edition, showDay(accepted.at))}</p>
        )}
        <Deeds report={report} told={told} onDone={setDone} />
        <p role="status" class="report-done">
          {done}
        </p>
      </div>
    </>
  );
}

/** What became of the edition that is looked at: what the report waits for now is not of it. */
function StandingThen({
  report: { accepted },
  edition,
}: {
  report: ReportDetail;
  edition: EditionView;
}) {
  const say = words.value;
  return (
    <div class="card report-standing">
      <p>
        <strong>
          {say.editions.edition} {edition.edition}:
        </strong>{" "}
        <Outcome edition={edition} inForce={accepted?.edition ?? null} />
      </p>
      {edition.correction && <Corrects {...edition.correction} />}
      {accepted && accepted.edition !== edition.edition && (
        <p>{say.inForce(accepted.edition, showDay(accepted.at))}</p>
      )}
    </div>
  );
}

function Corrects({ number, edition, reason }: NonNullable<EditionView["correction"]>) {
  return (
    <p>
      <strong>{words.value.correction(number, edition)}:</strong> <span lang="fi">{reason}</span>
    </p>
  );
}

/** The decision on an edition; null while it waits for one. */
function decisionOf(decided: EditionView | undefined): Decided | null {
  if (!decided || decided.outcome === "waiting" || decided.decidedAt === null) return null;
  const { outcome, decidedAt: at, edition, note, sections } = decided;
  return { outcome, at, edition, note, sections };
}

/** Whose sentences are said: of who writes, of who decides, of who reads. */
function roleIn(project: string): "writer" | "funder" | "reader" {
  if (mayDo("report.write", { project })) return "writer";
  return mayDo("report.decide", { project }) ? "funder" : "reader";
}

function Older({ report, edition }: { report: ReportDetail; edition: number }) {
  const say = words.value;
  return (
    <p class="notice">
      {say.older(edition, report.edition)}{" "}
      <a href={`/projects/${report.project}/reports/${report.number}`}>{say.toNewest}</a>
    </p>
  );
}

/** What the funder decided, with what they noted of sections. */
function Decision({
  decision,
  isOpen,
  told,
}: {
  decision: Decided | null;
  /** Whether the project has yet to do what the funder asks for. */
  isOpen: boolean;
  told: ToldList | undefined;
}) {
  const say = words.value;
  if (!decision) return null;
  const { outcome, at, note, edition, sections } = decision;
  if (note === "" && outcome === "accepted") return null;
  return (
    <section
      class={isOpen ? "notice report-decision" : "report-decision"}
      aria-labelledby="decision-title"
    >
      <h3 id="decision-title">{say.decision[outcome](showDay(at))}</h3>
      {note !== "" && <Prose text={note} />}
      <p class="soft small">{say.decision.edition(edition)}</p>
      {sections.length > 0 && (
        <p class="row small">
          <span>{say.decision.sections}:</span>
          {sections.map(({ section }) => (
            <a key={section} href={`#section-${section}`}>
              {told?.items.find(({ key }) => key === section)?.title ?? section}
            </a>
          ))}
        </p>
      )}
    </section>
  );
}
