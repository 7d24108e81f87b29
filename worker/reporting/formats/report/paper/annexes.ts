import { WORDS as KINDS } from "../../../../evidence/words.ts";
import { DECLARED } from "../../../../progress/terms.ts";
import { WORDS as MOVES } from "../../../../progress/words/changes.ts";
import { WORDS as STATUS } from "../../../../progress/words/status.ts";
import type { DocumentCell } from "../../../contract/document.ts";
import { pdfCellsMax, pdfListMax } from "../../../terms.ts";
import { WORDS as EXPORTS } from "../../../words/exports.ts";
import { filled } from "../../../words/pdf/words.ts";
import { flow, heading, INK, type Paper, part, STYLES } from "./paper.ts";
import { counted, needingWord, placesOf, rowOf } from "./plan.ts";
import { type Cell, table } from "./table.ts";

/** Says how much of a list is shown, where that is not all; gives what is shown. */
function bounded<Item>(paper: Paper, items: readonly Item[]): readonly Item[] {
  if (items.length > pdfListMax) {
    const counts = { shown: pdfListMax, all: paper.written.number(items.length) };
    flow(paper, filled(paper.say.more, counts), STYLES.warning);
    paper.y += 5;
  }
  return items.slice(0, pdfListMax);
}

/** Each municipality with its figures. */
export function writeMunicipalities(paper: Paper): void {
  const { report, say, written } = paper;
  part(paper, say.municipalities);
  if (report.municipalities.length === 0) {
    flow(paper, say.noMunicipalities, STYLES.body);
    return;
  }
  const placeOf = placesOf(paper);
  const rows = report.municipalities
    .map(({ code, figures }) => ({ name: placeOf(code), figures }))
    .toSorted((a, b) => written.compare(a.name, b.name));
  table(paper, {
    columns: [
      { title: EXPORTS[paper.frame.language].columns.municipalityName, share: 3, isHead: true },
      { title: say.done, share: 1, align: "right" },
      { title: say.cellsDone, share: 1.2, align: "right" },
      { title: say.late, share: 1.1, align: "right" },
      { title: say.atRisk, share: 1.3, align: "right" },
      { title: say.stale, share: 1.3, align: "right" },
      { title: say.noData, share: 1, align: "right" },
    ],
    rows: rows.map(({ name, figures }) => [
      name,
      written.percent(figures.percent),
      filled(say.reachedIn, { reached: figures.done, counted: figures.counted }),
      counted(figures.late, "late"),
      counted(figures.atRisk, "risk"),
      String(figures.stale),
      String(figures.leftOut.noData),
    ]),
  });
}

/** Milestones side by side in one table; more of them come in another below. */
const columnsMax = 16;

const FILLS: Readonly<Partial<Record<DocumentCell["declared"], string>>> = {
  done: INK.progress,
  paused: INK.paused,
};

/** Every cell in one or two signs: however large the project, all of its cells are told. */
export function writeMatrix(paper: Paper): void {
  const { report, say, frame, written } = paper;
  const milestones = report.milestones.filter(({ scope }) => scope === "municipality");
  if (milestones.length === 0 || report.municipalities.length === 0) return;
  part(paper, say.matrix, false);
  const { declared } = STATUS[frame.language];
  const signs = DECLARED.map((status) => `${say.letters[status]} ${declared[status]}`);
  const key = [...signs, `! ${say.isLate}`, `? ${say.isAtRisk}`].join(" · ");
  flow(paper, `${say.matrixKey} ${key}.`, STYLES.note);
  paper.y += 6;
  const known = new Map(
    report.cells.map((cell) => [`${cell.milestone}:${cell.municipality}`, cell]),
  );
  const placeOf = placesOf(paper);
  const places = report.municipalities
    .map(({ code }) => ({ code, name: placeOf(code) }))
    .toSorted((a, b) => written.compare(a.name, b.name));
  for (let from = 0; from < milestones.length; from += columnsMax) {
    const some = milestones.slice(from, from + columnsMax);
    table(paper, {
      style: { ...STYLES.cell, size: 8, leading: 9.6 },
      columns: [
        { title: EXPORTS[frame.language].columns.municipalityName, share: 5, isHead: true },
        ...some.map(({ number }) => ({
          title: String(number),
          share: some.length < 8 ? 2 : 1.2,
          align: "center" as const,
        })),
      ],
      rows: places.map(({ code, name }) => [
        name,
        ...some.map(({ number }) => signOf(paper, known.get(`${number}:${code}`))),
      ]),
    });
  }
}

function signOf({ say }: Paper, cell: DocumentCell | undefined): Cell {
  if (cell === undefined) return "";
  const letter = say.letters[cell.declared];
  if (cell.schedule === "late") {
    return { text: `${letter}!`, fill: INK.lateSoft, colour: INK.late, isBold: true };
  }
  if (cell.schedule === "at_risk") {
    return { text: `${letter}?`, fill: INK.riskSoft, colour: INK.risk, isBold: true };
  }
  const fill = FILLS[cell.declared];
  return fill === undefined ? letter : { text: letter, fill };
}

/** The cells that need a word, with their reasons; of a small project, all cells besides. */
export function writeCells(paper: Paper): void {
  const { report, say, written, frame } = paper;
  const { columns } = EXPORTS[frame.language];
  const place = [
    { title: columns.title, share: 2.7, isHead: true },
    { title: columns.municipalityName, share: 1.9 },
    { title: columns.declared, share: 1.4 },
    { title: columns.schedule, share: 1.6 },
    { title: columns.dueOn, share: 1.3, align: "right" },
    {
      title: `${columns.doneOn} / ${columns.forecastOn.toLowerCase()}`,
      share: 1.4,
      align: "right",
    },
  ] as const;
  const row = rowOf(paper, placesOf(paper));
  part(paper, say.attention, false);
  const attention = needingWord(report.cells);
  if (attention.length === 0) flow(paper, say.nothingThere, STYLES.body);
  else {
    table(paper, {
      columns: [...place, { title: columns.reason, share: 3 }],
      rows: bounded(paper, attention).map((cell) => [
        ...row(cell),
        [cell.reason, cell.unblock].filter((one) => one !== null).join(" "),
      ]),
    });
  }
  if (report.cells.length === 0 || report.cells.length > pdfCellsMax) return;
  part(paper, say.cells, false);
  const { evidence } = STATUS[frame.language];
  table(paper, {
    columns: [
      ...place,
      { title: columns.confirmedOn, share: 1.3, align: "right" },
      { title: columns.evidence, share: 1.5 },
    ],
    rows: report.cells.map((cell) => [
      ...row(cell),
      written.date(cell.confirmedOn),
      evidence[cell.evidence],
    ]),
  });
}

/** What moved since the accepted report, cell by cell. */
export function writeChanges(paper: Paper): void {
  const { report, say, frame, written } = paper;
  const { changes } = report;
  if (changes === null) return;
  part(paper, say.moved, false);
  const { name, edition, since } = changes;
  flow(paper, filled(say.since, { name, edition, date: written.moment(since) }), STYLES.body);
  paper.y += 8;
  if (changes.moves.length === 0) {
    flow(paper, say.nothingMoved, STYLES.body);
    return;
  }
  const { columns, kinds } = MOVES[frame.language];
  const placeOf = placesOf(paper);
  const { declared } = STATUS[frame.language];
  const side = (one: (typeof changes.moves)[number]["before"]) =>
    one === null
      ? "–"
      : [declared[one.declared], one.value === null ? "" : written.number(one.value), dayOf(one)]
          .filter((said) => said !== "")
          .join(", ");
  const dayOf = (one: { readonly dueOn: string | null; readonly doneOn: string | null }) =>
    (one.doneOn ?? one.dueOn) === null ? "" : written.date(one.doneOn ?? one.dueOn);
  table(paper, {
    columns: [
      { title: columns.title, share: 3.2, isHead: true },
      { title: columns.name, share: 1.8 },
      { title: columns.kind, share: 1.8 },
      { title: columns.before, share: 2 },
      { title: columns.after, share: 2 },
    ],
    rows: bounded(paper, changes.moves).map((move) => [
      `${move.milestone}. ${move.title}`,
      placeOf(move.municipality, move.name),
      kinds[move.kind],
      side(move.before),
      side(move.after),
    ]),
  });
}

/** What shows where milestones are; hashes shortened, and below it in full. */
export function writeEvidence(paper: Paper): void {
  const { report, say, frame, written } = paper;
  part(paper, say.evidence, false);
  if (report.evidence.length === 0) {
    flow(paper, say.nothingThere, STYLES.body);
    return;
  }
  const { columns, kinds, states } = KINDS[frame.language];
  const placeOf = placesOf(paper);
  const items = bounded(paper, report.evidence);
  table(paper, {
    columns: [
      { title: columns.milestone, share: 0.6, align: "right" },
      { title: columns.title, share: 3.4, isHead: true },
      { title: EXPORTS[frame.language].columns.municipalityName, share: 2 },
      { title: columns.kind, share: 1.2 },
      { title: columns.state, share: 1.4 },
      { title: say.addedOn, share: 1.2, align: "right" },
      { title: columns.digest, share: 1.5 },
    ],
    rows: items.map((item) => [
      String(item.milestone),
      [item.title, item.url ?? ""].filter((said) => said !== "").join(" "),
      item.municipalities.map((code) => placeOf(code)).join(", "),
      kinds[item.kind],
      states[item.state],
      written.date(item.addedOn),
      item.digest === null ? "–" : `${item.digest.slice(0, 12)}…`,
    ]),
  });
  const files = items.filter(({ digest }) => digest !== null);
  if (files.length === 0) return;
  heading(paper, say.hashes, 90);
  table(paper, {
    style: { ...STYLES.cell, size: 7.6, leading: 10 },
    columns: [
      { title: columns.milestone, share: 0.5, align: "right" },
      { title: say.file, share: 2.6, isHead: true },
      { title: say.hash, share: 5 },
    ],
    rows: files.map((item) => [
      String(item.milestone),
      item.fileName ?? item.title,
      item.digest ?? "",
    ]),
  });
}
