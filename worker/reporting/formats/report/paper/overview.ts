import { DECLARED } from "../../../../progress/terms.ts";
import { WORDS as MOVES } from "../../../../progress/words/changes.ts";
import { WORDS as STATUS } from "../../../../progress/words/status.ts";
import { WORDS as EXPORTS } from "../../../words/exports.ts";
import { filled } from "../../../words/pdf/words.ts";
import { WORDS as REPORT } from "../../../words/report.ts";
import { drawBars, drawSlices } from "./charts.ts";
import {
  decorate,
  drawLine,
  flow,
  heading,
  INK,
  LEFT,
  need,
  type Paper,
  part,
  STYLES,
  tag,
  WIDTH,
} from "./paper.ts";
import { writeText } from "./sections.ts";

/** Municipalities that are drawn one by one; more of them are drawn by how much is done. */
const barsMax = 40;

const COLOURS = {
  done: INK.accent,
  in_progress: INK.progress,
  paused: INK.paused,
  not_started: "#aab6be",
  no_data: INK.line,
  cancelled: "#c9bfae",
  not_applicable: "#e9e4da",
} as const;

/** Figures and charts on one page: where the project stands, and what has changed. */
export function writeOverview(paper: Paper): void {
  const { report, say, written, frame } = paper;
  part(paper, say.overview);
  if (report.report.message !== "") {
    flow(paper, say.message, STYLES.label);
    writeText(paper, report.report.message);
    paper.y += 8;
  }
  writeTiles(paper);
  const { noData, cancelled, notApplicable } = report.total.leftOut;
  flow(paper, filled(say.leftOut, { noData, cancelled, notApplicable }), STYLES.note);
  writeStates(paper);
  // Without anything that counts there would be bars of nothing.
  if (report.total.counted === 0) {
    paper.y += 8;
    flow(paper, REPORT[frame.language].nothingCounted(written.date(report.date)), STYLES.body);
  } else {
    writePhases(paper);
    writeMunicipalities(paper);
  }
  writeMoved(paper);
}

function writeStates(paper: Paper): void {
  const { report, say, frame } = paper;
  if (report.cells.length === 0) return;
  heading(paper, say.states);
  const { declared } = STATUS[frame.language];
  const order = ["done", "in_progress", "paused", "not_started", "no_data"] as const;
  const rest = DECLARED.filter((status) => !order.some((one) => one === status));
  drawSlices(
    paper,
    say.states,
    [...order, ...rest].map((status) => ({
      label: declared[status],
      count: report.total.counts[status],
      colour: COLOURS[status],
    })),
  );
  writeSchedules(paper);
}

const SCHEDULE_COLOURS = {
  done_on_time: INK.accent,
  done_late: "#5f86a8",
  on_time: INK.progress,
  upcoming: INK.line,
  at_risk: "#e0a64a",
  late: INK.late,
  none: "#f0ede6",
} as const;

function writeSchedules(paper: Paper): void {
  const { report, frame } = paper;
  const { schedule } = STATUS[frame.language];
  const title = EXPORTS[frame.language].columns.schedule;
  const order = [
    "done_on_time",
    "done_late",
    "on_time",
    "upcoming",
    "at_risk",
    "late",
    "none",
  ] as const;
  heading(paper, title);
  drawSlices(
    paper,
    title,
    order.map((one) => ({
      label: schedule[one],
      count: report.total.schedules[one],
      colour: SCHEDULE_COLOURS[one],
    })),
  );
}

type Tile = { readonly label: string; readonly value: string; readonly note?: string };

function tilesOf({ report, say, written }: Paper): Tile[] {
  const { total, changes, targets, budget } = report;
  const before = changes?.before;
  const was = (value: string) => filled(say.before, { before: value });
  const reached = targets.filter(({ reached: in_, counted }) => counted > 0 && in_ === counted);
  const note = (value: number | undefined) =>
    value === undefined ? {} : { note: was(String(value)) };
  return [
    {
      label: filled(say.doneOf, { done: total.done, counted: total.counted }),
      value: written.percent(total.percent),
      ...(before ? { note: was(written.percent(before.percent)) } : {}),
    },
    { label: say.late, value: String(total.late), ...note(before?.late) },
    { label: say.atRisk, value: String(total.atRisk), ...note(before?.atRisk) },
    { label: say.stale, value: String(total.stale), ...note(before?.stale) },
    { label: say.noData, value: String(total.leftOut.noData) },
    { label: say.accepted, value: String(total.evidence.accepted) },
    { label: say.targets, value: `${reached.length} / ${targets.length}` },
    ...(budget && budget.granted > 0
      ? [
          {
            label: say.used,
            value: written.percent((budget.used / budget.granted) * 100),
            note: `${written.euros(budget.used)} / ${written.euros(budget.granted)}`,
          },
        ]
      : []),
  ];
}

function writeTiles(paper: Paper): void {
  const tiles = tilesOf(paper);
  const perRow = 4;
  const gap = 9;
  const width = (WIDTH - gap * (perRow - 1)) / perRow;
  const height = 66;
  for (let from = 0; from < tiles.length; from += perRow) {
    need(paper, height + gap);
    const row = tiles.slice(from, from + perRow);
    const { y, doc } = paper;
    decorate(paper, () => {
      row.forEach((_, index) =>
        doc
          .roundedRect(LEFT + index * (width + gap), y, width, height, 4)
          .fillColor(INK.accentSoft)
          .fill(),
      );
    });
    row.forEach(({ label, value, note = "" }, index) => {
      const x = LEFT + index * (width + gap) + 9;
      tag(paper, "P", () => {
        drawLine(paper, `${paper.type.clean(value)} `, STYLES.figure, { x, y: y + 6 });
        drawLine(paper, `${paper.type.clean(label)} `, STYLES.label, { x, y: y + 34 });
        drawLine(paper, paper.type.clean(note), STYLES.tiny, { x, y: y + 48 });
      });
    });
    paper.y += height + gap;
  }
  paper.y += 3;
}

function writePhases(paper: Paper): void {
  const { report, say, written } = paper;
  if (report.phases.length === 0) return;
  heading(paper, say.byPhase);
  drawBars(paper, {
    alt: say.byPhase,
    columns: 1,
    bars: report.phases.map(({ number, name, figures }) => ({
      label: paper.type.clean(`${number}. ${name}`),
      share: figures.percent === null ? null : figures.percent / 100,
      value: written.percent(figures.percent),
    })),
  });
}

function writeMunicipalities(paper: Paper): void {
  const { report, say, written, frame } = paper;
  const { municipalities } = report;
  if (municipalities.length === 0) return;
  if (municipalities.length <= barsMax) {
    const bars = municipalities
      .map(({ nameFi, nameSv, figures }) => ({
        label: paper.type.clean(frame.language === "sv" ? nameSv : nameFi),
        share: figures.percent === null ? null : figures.percent / 100,
        value: written.percent(figures.percent),
      }))
      .toSorted((a, b) => written.compare(a.label, b.label));
    heading(paper, say.byMunicipality, Math.min(320, 60 + bars.length * 8));
    drawBars(paper, { alt: say.byMunicipality, columns: 2, bars });
    return;
  }
  const percents = municipalities.map(({ figures }) => figures.percent);
  const steps = [0, 20, 40, 60, 80].map((from) => ({
    label: `${from === 0 ? 0 : from + 0.1}–${from + 20} %`.replace(
      ".",
      frame.language === "en" ? "." : ",",
    ),
    count: percents.filter(
      (one) => one !== null && (one > from || (from === 0 && one === 0)) && one <= from + 20,
    ).length,
  }));
  const unknown = { label: say.unknown, count: percents.filter((one) => one === null).length };
  heading(paper, say.spread, 160);
  drawBars(paper, {
    alt: say.spread,
    columns: 1,
    bars: [...steps, unknown].map(({ label, count }) => ({
      label,
      share: count / municipalities.length,
      value: String(count),
    })),
  });
}

function writeMoved(paper: Paper): void {
  const { report, say, frame, written } = paper;
  const { changes } = report;
  if (changes === null) return;
  heading(paper, say.moved, 110);
  const { name, edition, since } = changes;
  flow(paper, filled(say.since, { name, edition, date: written.moment(since) }), STYLES.note);
  paper.y += 5;
  const most = Math.max(1, ...changes.kinds.map(({ count }) => count));
  if (changes.kinds.length === 0) {
    flow(paper, say.nothingMoved, STYLES.body);
    return;
  }
  drawBars(paper, {
    alt: say.moved,
    columns: 1,
    bars: changes.kinds.map(({ kind, count }) => ({
      label: MOVES[frame.language].kinds[kind],
      share: count / most,
      value: String(count),
    })),
  });
}
