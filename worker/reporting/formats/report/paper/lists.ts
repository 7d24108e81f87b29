import { WORDS as AMENDMENTS } from "../../../../projects/words/amendments.ts";
import { WORDS as RISKS } from "../../../../risks/words.ts";
import { WORDS as EXPORTS } from "../../../words/exports.ts";
import { filled } from "../../../words/pdf/words.ts";
import { writeFacts } from "./cover.ts";
import { flow, heading, need, type Paper, STYLES } from "./paper.ts";
import { table } from "./table.ts";

/** Each target with its baseline, its goal, and how far it has come. */
export function writeTargets(paper: Paper): void {
  const { report, say, written, frame } = paper;
  const { columns } = EXPORTS[frame.language];
  if (report.targets.length === 0) {
    flow(paper, say.nothingThere, STYLES.note);
    return;
  }
  table(paper, {
    columns: [
      { title: columns.milestone, share: 0.6, align: "right" },
      { title: columns.title, share: 3.6, isHead: true },
      { title: columns.unit, share: 1.3 },
      { title: columns.baseline, share: 1.1, align: "right" },
      { title: columns.goal, share: 1.2, align: "right" },
      { title: columns.value, share: 1.1, align: "right" },
      { title: say.reached, share: 1.5 },
    ],
    rows: report.targets.map((target) => {
      const reached = filled(say.reachedIn, { reached: target.reached, counted: target.counted });
      const without = filled(say.without, { count: target.unknown });
      return [
        String(target.milestone),
        target.title,
        target.unit ?? "–",
        written.number(target.baseline),
        written.number(target.goal),
        written.number(target.value),
        target.unknown > 0 ? `${reached} (${without})` : reached,
      ];
    }),
  });
}

/** What went otherwise than planned, one by one. */
export function writeDeviations(paper: Paper): void {
  const { report, say, written, frame } = paper;
  const { deviationStates, deviationColumns: columns } = RISKS[frame.language];
  if (report.deviations.length === 0) flow(paper, say.nothingThere, STYLES.note);
  for (const one of report.deviations) {
    heading(paper, `${one.number}. ${one.title}`);
    const told = [
      deviationStates[one.state],
      filled(say.noticed, { date: written.date(one.noticedOn) }),
      ...(one.resolvedOn === null
        ? []
        : [filled(say.resolved, { date: written.date(one.resolvedOn) })]),
      one.owner,
    ];
    flow(paper, told.join(" · "), STYLES.note);
    paper.y += 3;
    writeSaid(paper, [
      [columns.cause, one.cause],
      [columns.effect, one.effect],
      [columns.correctiveAction, one.correctiveAction],
    ]);
  }
}

/** What could go otherwise than planned, one by one. */
export function writeRisks(paper: Paper): void {
  const { report, say, written, frame } = paper;
  const { riskStates, riskColumns: columns } = RISKS[frame.language];
  if (report.risks.length === 0) flow(paper, say.nothingThere, STYLES.note);
  for (const one of report.risks) {
    heading(paper, `${one.number}. ${one.title}`);
    const { level, likelihood, significance } = one;
    const told = [
      riskStates[one.state],
      filled(say.level, { level, likelihood, significance }),
      filled(say.reviewed, { date: written.date(one.reviewedOn) }),
      ...(one.reviewOverdue ? [say.overdue] : []),
      one.owner,
    ];
    flow(paper, told.join(" · "), STYLES.note);
    paper.y += 3;
    writeSaid(paper, [
      [columns.description, one.description],
      [columns.mitigation, one.mitigation],
      [columns.closedBecause, one.closedBecause ?? ""],
    ]);
  }
}

/** How the granted plan was changed, one by one. */
export function writeAmendments(paper: Paper): void {
  const { report, say, written, frame } = paper;
  const { kinds, fields } = AMENDMENTS[frame.language];
  const { columns } = EXPORTS[frame.language].amendments;
  if (report.amendments.length === 0) flow(paper, say.nothingThere, STYLES.note);
  for (const one of report.amendments) {
    heading(paper, `${one.number}. ${one.title}`);
    const told = [
      filled(say.decided, { date: written.date(one.decidedOn) }),
      ...(one.reference === null ? [] : [one.reference]),
    ];
    flow(paper, told.join(" · "), STYLES.note);
    paper.y += 3;
    writeSaid(paper, [[columns.reason, one.reason]]);
    table(paper, {
      columns: [
        { title: columns.kind, share: 1.2, isHead: true },
        { title: columns.from, share: 3 },
        { title: columns.into, share: 3 },
        { title: columns.fields, share: 2 },
      ],
      rows: one.changes.map((change) => [
        kinds[change.kind],
        named(change.from),
        named(change.into),
        change.fields.map((field) => fields[field]).join(", "),
      ]),
    });
  }
}

function named(list: readonly { readonly number: number; readonly title: string }[]): string {
  return list.map(({ number, title }) => `${number}. ${title}`).join("; ");
}

/** Labelled texts, without those that are empty. */
function writeSaid(paper: Paper, said: readonly (readonly [label: string, text: string])[]): void {
  for (const [label, text] of said) {
    if (text === "") continue;
    need(paper, 42);
    flow(paper, label, STYLES.label);
    flow(paper, text, STYLES.body);
    paper.y += 3;
  }
}

/** What is corrected, and why: a page that only a correction has. */
export function writeCorrection(paper: Paper): void {
  const { report, say, written } = paper;
  const { correction } = report.report;
  if (correction === null) return;
  flow(paper, say.correctionNote, STYLES.body);
  paper.y += 10;
  writeFacts(paper, [
    [
      say.correction,
      filled(say.correctionOf, { number: correction.number, edition: correction.edition }),
    ],
    [say.correctionAt, written.moment(correction.at)],
  ]);
  paper.y += 10;
  flow(paper, say.correctionReason, STYLES.label);
  flow(paper, correction.reason, STYLES.body);
}
