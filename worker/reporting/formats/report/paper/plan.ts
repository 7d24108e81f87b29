import { WORDS as STATUS } from "../../../../progress/words/status.ts";
import { WHOLE_PROJECT } from "../../../../projects/terms.ts";
import type { DocumentCell } from "../../../contract/document.ts";
import { WORDS as EXPORTS } from "../../../words/exports.ts";
import { filled } from "../../../words/pdf/words.ts";
import { doneOf } from "../written.ts";
import { flow, heading, INK, type Paper, STYLES } from "./paper.ts";
import { table } from "./table.ts";

/** Cells of one milestone, in the order of the report. */
function cellsByMilestone({ report }: Paper): Map<number, DocumentCell[]> {
  return Map.groupBy(report.cells, ({ milestone }) => milestone);
}

/** The phases with their figures, and the milestones of each: how far they have come. */
export function writePlan(paper: Paper): void {
  const { report, say, written, frame } = paper;
  const { columns } = EXPORTS[frame.language];
  const figures = [
    { title: say.done, share: 1, align: "right" },
    { title: say.late, share: 1, align: "right" },
    { title: say.atRisk, share: 1.15, align: "right" },
  ] as const;
  heading(paper, say.phases, 120);
  table(paper, {
    columns: [
      { title: say.phase, share: 4, isHead: true },
      { title: say.projectPeriod, share: 2.2 },
      ...figures,
    ],
    rows: report.phases.map((phase) => [
      `${phase.number}. ${phase.name}`,
      `${written.date(phase.startsOn)} – ${written.date(phase.endsOn)}`,
      written.percent(phase.figures.percent),
      counted(phase.figures.late, "late"),
      counted(phase.figures.atRisk, "risk"),
    ]),
  });
  if (report.milestones.length === 0) flow(paper, say.noMilestones, STYLES.body);
  const cells = cellsByMilestone(paper);
  for (const phase of report.phases) {
    const milestones = report.milestones.filter((one) => one.phase === phase.number);
    if (milestones.length === 0) continue;
    heading(paper, `${phase.number}. ${phase.name}`, 110);
    table(paper, {
      columns: [
        { title: columns.milestone, share: 0.6, align: "right" },
        { title: columns.title, share: 4.4, isHead: true },
        { title: columns.dueOn, share: 1.2, align: "right" },
        { title: say.done, share: 1.1, align: "right" },
        ...figures.slice(1),
      ],
      rows: milestones.map(({ number, title, dueOn }) => {
        const own = cells.get(number) ?? [];
        const { done, counted: of } = doneOf(own);
        return [
          String(number),
          title,
          written.date(dueOn),
          filled(say.reachedIn, { reached: done, counted: of }),
          counted(own.filter(({ schedule }) => schedule === "late").length, "late"),
          counted(own.filter(({ schedule }) => schedule === "at_risk").length, "risk"),
        ];
      }),
    });
  }
}

/** A count that stands out where there is anything to count. */
export function counted(count: number, as: "late" | "risk") {
  return count === 0
    ? { text: "0", colour: INK.soft }
    : { text: String(count), colour: INK[as], isBold: true };
}

/** What a place is called; one that has left the project as it was called before. */
export function placesOf({ report, say, frame }: Paper): (code: string, before?: string) => string {
  const names = new Map(
    report.municipalities.map(({ code, nameFi, nameSv }) => [
      code,
      frame.language === "sv" ? nameSv : nameFi,
    ]),
  );
  return (code, before = "") =>
    code === WHOLE_PROJECT ? say.whole : (names.get(code) ?? (before || code));
}

/** Cells that need a word: late ones first, then those at risk, then those that are paused. */
export function needingWord(cells: readonly DocumentCell[]): DocumentCell[] {
  const isOf = [
    ({ schedule }: DocumentCell) => schedule === "late",
    ({ schedule }: DocumentCell) => schedule === "at_risk",
    ({ declared }: DocumentCell) => declared === "paused",
  ];
  return isOf.flatMap((is, index) =>
    cells.filter((cell) => is(cell) && !isOf.slice(0, index).some((before) => before(cell))),
  );
}

/** The status and schedule of a cell as a row of a table. */
export function rowOf(paper: Paper, placeOf: (code: string) => string) {
  const { report, written, frame } = paper;
  const { declared, schedule } = STATUS[frame.language];
  const titles = new Map(report.milestones.map(({ number, title }) => [number, title]));
  return (cell: DocumentCell) => [
    `${cell.milestone}. ${titles.get(cell.milestone) ?? ""}`,
    placeOf(cell.municipality),
    declared[cell.declared],
    {
      text: schedule[cell.schedule],
      ...(cell.schedule === "late" ? { colour: INK.late, isBold: true } : {}),
      ...(cell.schedule === "at_risk" ? { colour: INK.risk, isBold: true } : {}),
    },
    written.date(cell.dueOn),
    written.date(cell.doneOn ?? cell.forecastOn),
  ];
}
