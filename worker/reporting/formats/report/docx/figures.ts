import { WORDS as CHANGE_WORDS } from "../../../../progress/words/changes.ts";
import { WORDS as STATUS_WORDS } from "../../../../progress/words/status.ts";
import type { DocumentCell, PlainFigures } from "../../../contract/document.ts";
import { documentRowsMax } from "../../../terms.ts";
import { WORDS as EXPORT_WORDS } from "../../../words/exports.ts";
import { doneOf } from "../written.ts";
import { type Block, heading, paragraph, STYLES } from "./blocks.ts";
import type { Reading } from "./reading.ts";
import { type Column, facts, table } from "./tables.ts";

/** Rows as far as a document to be read holds them, and how many there are besides. */
export function listed<Row>(
  { words }: Reading,
  rows: readonly Row[],
  write: (rows: readonly Row[]) => Block[],
): Block[] {
  if (rows.length === 0) return [paragraph(STYLES.guidance, words.none)];
  const shown = rows.slice(0, documentRowsMax);
  const isCut = shown.length < rows.length;
  return [
    ...write(shown),
    ...(isCut ? [paragraph(STYLES.guidance, words.cut(shown.length, rows.length))] : []),
  ];
}

export function totalFigures({ document, language, words, written }: Reading): Block[] {
  const { total } = document;
  const { summary } = EXPORT_WORDS[language];
  return [
    facts(words.total, [
      [words.done, `${written.percent(total.percent)} (${words.doneOf(total)})`],
      [
        words.doneWeight,
        `${written.number(total.doneWeight)} / ${written.number(total.countedWeight)}`,
      ],
      [summary.late, String(total.late)],
      [summary.atRisk, String(total.atRisk)],
      [summary.stale, String(total.stale)],
      [summary.disagreeing, String(total.disagreeing)],
      [words.noData, String(total.counts.no_data)],
      [words.confirmed, total.lastConfirmedAt && written.moment(total.lastConfirmedAt)],
    ]),
  ];
}

/** The plan, a table a phase: of each milestone how many of its cells are where. */
export function milestonesByPhase(reading: Reading): Block[] {
  const { document, words, written } = reading;
  const cells = Map.groupBy(document.cells, ({ milestone }) => milestone);
  const known = new Set(document.phases.map(({ number }) => number));
  const groups = [
    ...document.phases.map(({ number, name, startsOn, endsOn }) => ({
      title: `${words.phase(number, name)}, ${written.dates(startsOn, endsOn)}`,
      milestones: document.milestones.filter(({ phase }) => phase === number),
    })),
    {
      title: words.otherPhase,
      milestones: document.milestones.filter(({ phase }) => !known.has(phase)),
    },
  ];
  return groups
    .filter(({ milestones }) => milestones.length > 0)
    .flatMap(({ title, milestones }) => [
      heading(3, title),
      table({
        name: title,
        columns: planColumns(reading),
        rows: milestones.map((milestone) =>
          planRow(reading, milestone, cells.get(milestone.number) ?? []),
        ),
      }),
    ]);
}

function planColumns({ language, words }: Reading): Column[] {
  const { columns, summary } = EXPORT_WORDS[language];
  return [
    { title: columns.milestone, share: 6, isFigure: true },
    { title: columns.title, share: 28 },
    { title: columns.dueOn, share: 16 },
    { title: columns.declared, share: 14 },
    { title: words.done, share: 12, isFigure: true },
    { title: summary.late, share: 13, isFigure: true },
    { title: words.noData, share: 11, isFigure: true },
  ];
}

function planRow(
  { language, words, written }: Reading,
  milestone: Reading["document"]["milestones"][number],
  cells: readonly DocumentCell[],
): string[] {
  const { declared } = STATUS_WORDS[language];
  const [only] = cells;
  const states = new Set(cells.map((cell) => cell.declared));
  const dates = [...new Set(cells.map(({ dueOn }) => dueOn ?? ""))].toSorted();
  const [first = "", last = first] = [dates[0], dates.at(-1)];
  return [
    String(milestone.number),
    milestone.title,
    first === last || first === ""
      ? written.date(milestone.dueOn ?? (last === "" ? null : last))
      : written.dates(first, last),
    only !== undefined && states.size === 1 ? declared[only.declared] : "",
    words.doneOf(doneOf(cells)),
    String(cells.filter(({ schedule }) => schedule === "late").length),
    String(cells.filter(({ declared: told }) => told === "no_data").length),
  ];
}

export function municipalityFigures(reading: Reading): Block[] {
  const { document, language, words, written, placeOf } = reading;
  const { columns, summary } = EXPORT_WORDS[language];
  const row = (name: string, figures: PlainFigures) => [
    name,
    written.percent(figures.percent),
    words.doneOf(figures),
    String(figures.late),
    String(figures.atRisk),
    String(figures.counts.no_data),
  ];
  return listed(reading, document.municipalities, (municipalities) => [
    table({
      name: words.municipalities,
      columns: [
        { title: columns.municipalityName, share: 30 },
        { title: summary.percent, share: 14, isFigure: true },
        { title: words.done, share: 14, isFigure: true },
        { title: summary.late, share: 14, isFigure: true },
        { title: summary.atRisk, share: 16, isFigure: true },
        { title: words.noData, share: 12, isFigure: true },
      ],
      rows: [
        ...municipalities.map(({ code, figures }) => row(placeOf(code), figures)),
        row(words.wholeProject, document.total),
      ],
    }),
  ]);
}

const isOpen = ({ declared, schedule, reason }: DocumentCell) =>
  schedule === "late" || schedule === "at_risk" || declared === "paused" || reason !== null;

/** Cells that are late, may become so, stand still or were left out, with what was said of them. */
export function openCells(reading: Reading): Block[] {
  const { document, language, words, written, placeOf } = reading;
  const { columns } = EXPORT_WORDS[language];
  const status = STATUS_WORDS[language];
  const titles = new Map(document.milestones.map(({ number, title }) => [number, title]));
  return listed(reading, document.cells.filter(isOpen), (cells) => [
    table({
      name: words.open,
      columns: [
        { title: columns.title, share: 24 },
        { title: columns.municipalityName, share: 15 },
        { title: columns.declared, share: 16 },
        { title: columns.dueOn, share: 17 },
        { title: columns.reason, share: 28 },
      ],
      rows: cells.map((cell) => [
        `${cell.milestone}. ${titles.get(cell.milestone) ?? ""}`,
        placeOf(cell.municipality),
        cell.schedule === "none"
          ? status.declared[cell.declared]
          : `${status.declared[cell.declared]}\n${status.schedule[cell.schedule]}`,
        cell.forecastOn === null
          ? written.date(cell.dueOn)
          : `${written.date(cell.dueOn)}\n${columns.forecastOn}: ${written.date(cell.forecastOn)}`,
        [cell.reason, cell.unblock && `${columns.unblock}: ${cell.unblock}`]
          .filter((text) => text !== null && text !== "")
          .join("\n"),
      ]),
    }),
  ]);
}

/** What moved since the newest accepted report, in figures and cell by cell. */
export function changes(reading: Reading): Block[] {
  const { document, language, words, written } = reading;
  const { changes: compared } = document;
  if (compared === null) return [];
  const { kinds, columns } = CHANGE_WORDS[language];
  const { summary } = EXPORT_WORDS[language];
  const { before, after } = compared;
  const rows = [
    [summary.percent, written.percent(before?.percent ?? null), written.percent(after.percent)],
    [words.done, written.number(before?.done ?? null), String(after.done)],
    [summary.late, written.number(before?.late ?? null), String(after.late)],
    [summary.atRisk, written.number(before?.atRisk ?? null), String(after.atRisk)],
    [summary.stale, written.number(before?.stale ?? null), String(after.stale)],
  ];
  return [
    paragraph(
      null,
      words.comparedWith(compared.name, compared.edition, written.moment(compared.since)),
    ),
    table({
      name: words.changes,
      columns: [
        { title: words.change, share: 50 },
        { title: words.before, share: 25, isFigure: true },
        { title: words.now, share: 25, isFigure: true },
      ],
      rows,
    }),
    // Between two tables there is always a line, or Word makes them one.
    paragraph(
      STYLES.label,
      compared.kinds.map(({ kind, count }) => `${kinds[kind]}: ${count}`).join(". "),
    ),
    ...listed(reading, compared.moves, (moves) => [
      table({
        name: columns.kind,
        columns: [
          { title: columns.title, share: 50 },
          { title: columns.name, share: 25 },
          { title: columns.kind, share: 25 },
        ],
        rows: moves.map(({ milestone, title, municipality, name, kind }) => [
          `${milestone}. ${title}`,
          reading.placeOf(municipality, name),
          kinds[kind],
        ]),
      }),
    ]),
  ];
}
