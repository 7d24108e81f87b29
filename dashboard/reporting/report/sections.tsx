import { useState } from "preact/hooks";
import type {
  EditionView,
  ReportDetail,
  SectionView,
  ToldList,
  ToldSection,
} from "../../../worker/reporting/contract/reports.ts";
import { Budget } from "./budget.tsx";
import { Editor } from "./editor.tsx";
import { Left } from "./left.tsx";
import { Prose } from "./prose.tsx";
import { VersionsDialog } from "./versions-dialog.tsx";
import { words } from "./words.ts";

type Shown = {
  report: ReportDetail;
  told: ToldList;
  /** Whether who looks writes here, now. */
  writes: boolean;
  /** The older edition that is looked at. */
  edition: number | null;
  /** What was decided of that, where it has been read. */
  decided: EditionView | undefined;
  budget: ReportDetail["budget"];
};

/** The sections of a report: what the service knows of each, and what the team writes. */
export function Sections({ report, told, writes, edition, decided, budget }: Shown) {
  const say = words.value;
  const notes = notesOf(edition === null ? notedNow(report) : decided?.sections);
  const hasCosts = told.items.some(({ kind }) => kind === "costs");
  return (
    <section class="report-sections" aria-labelledby="sections-title">
      <h3 id="sections-title">{say.sections}</h3>
      {told.items.length === 0 && <p class="card">{say.noSections}</p>}
      {told.items.length > 0 && (
        <nav class="report-contents small" aria-label={say.contents}>
          <ol>
            {told.items.map(({ key, title }) => (
              <li key={key}>
                <a href={`#section-${key}`}>{title}</a>
              </li>
            ))}
            <li>
              <a href="#report-figures">{say.figures.title}</a>
            </li>
            <li>
              <a href="#report-changes">{say.changes.title}</a>
            </li>
          </ol>
        </nav>
      )}
      {told.items.map((one) => (
        <Section
          key={one.key}
          report={report}
          told={one}
          writes={writes}
          own={edition === null ? report.sections.find(({ key }) => key === one.key) : undefined}
          note={notes.get(one.key)}
        >
          {one.kind === "costs" && <Budget report={report} budget={budget} writes={writes} />}
        </Section>
      ))}
      {!hasCosts && <Budget report={report} budget={budget} writes={writes} />}
    </section>
  );
}

/** What the funder noted of sections: shown until what was noted has been accepted. */
const notedNow = ({ decision, state }: ReportDetail) =>
  state === "accepted" ? [] : decision?.sections;

const notesOf = (noted: EditionView["sections"] = []) =>
  new Map(noted.map(({ section, note }) => [section, note]));

function Section({
  report: { project, number },
  told,
  writes,
  own,
  note,
  children,
}: {
  report: ReportDetail;
  told: ToldSection;
  writes: boolean;
  own: SectionView | undefined;
  note: string | undefined;
  children: preact.ComponentChildren;
}) {
  const say = words.value;
  const [isLooking, setLooking] = useState(false);
  const { key, title, guidance, sentences, isUnknown, text } = told;
  const titleId = `section-${key}-title`;
  const hasVersions = own !== undefined && own.version > 0;
  return (
    <section id={`section-${key}`} class="card report-section" aria-labelledby={titleId}>
      <div class="report-section-head">
        <h4 id={titleId}>
          {title}
          {own?.required && writes && <span class="soft small"> ({say.required})</span>}
        </h4>
        {writes && hasVersions && (
          <button
            type="button"
            class="button plain"
            aria-label={say.versions.openOf(title)}
            onClick={() => setLooking(true)}
          >
            {say.versions.open}
          </button>
        )}
      </div>
      {guidance !== null && (
        <p class="report-guidance">
          <span class="soft small">{say.guidance}: </span>
          {guidance}
        </p>
      )}
      {note !== undefined && (
        <div class="notice report-noted">
          <h5>{say.noted}</h5>
          <Prose text={note} />
        </div>
      )}
      {sentences.length > 0 && (
        <div class="report-told">
          <p class="soft small">{say.told}</p>
          <ul>
            {sentences.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </div>
      )}
      {isUnknown && <p class="report-unknown small">{writes ? say.unknown : say.unknownRead}</p>}
      {children}
      {writes && own ? (
        <Editor project={project} number={number} section={own} title={title} />
      ) : (
        <Written text={own?.text ?? text} />
      )}
      {!writes && <Left project={project} number={number} section={key} />}
      {isLooking && (
        <VersionsDialog
          project={project}
          number={number}
          section={key}
          title={title}
          onClose={() => setLooking(false)}
        />
      )}
    </section>
  );
}

function Written({ text }: { text: string }) {
  return text.trim() === "" ? <p class="soft">{words.value.noText}</p> : <Prose text={text} />;
}
