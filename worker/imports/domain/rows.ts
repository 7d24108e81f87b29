import type { PlanMilestone } from "../../projects/contract/plan.ts";
import type { Finding, Sheet } from "../contract.ts";
import { SAID_FIELDS, type SaidField } from "../terms.ts";
import type { Column } from "./columns.ts";
import { type Keyed, milestoneAt, misplacedAt, municipalityAt } from "./keys.ts";
import { cellIn, isNothing, READERS, type Said, type Saying, type Setting } from "./said.ts";
import type { Row } from "./table.ts";
import { isBlank } from "./values.ts";

/** What a sheet says of one cell of the project, and where. */
export type SaidCell = {
  readonly milestone: number;
  readonly municipality: string;
  readonly row: number;
  /** Where each field stands, as a column from 0. */
  readonly columns: Readonly<Partial<Record<SaidField, number>>>;
  readonly said: Said;
};

export type Reading = Keyed & { readonly sheet: Sheet };

type Found = { readonly items: readonly SaidCell[]; readonly findings: readonly Finding[] };

/** A row that says of one cell what its columns hold. */
export function readRow(row: Row, reading: Reading): Found {
  const { layout } = reading;
  const milestone = milestoneAt(row, reading);
  const municipality = municipalityAt(row, reading);
  const fields = fieldsOf(row, milestone.found, reading);
  const findings = [...milestone.findings, ...municipality.findings, ...fields.findings];
  if (!milestone.found || municipality.found === null) return { items: [], findings };
  const misplaced = misplacedAt(milestone.found, municipality.found, row);
  if (misplaced) return { items: [], findings: [...findings, misplaced] };
  const saysNothing = Object.keys(fields.said).length === 0 && layout.empty === "keep";
  const item = {
    milestone: milestone.found.number,
    municipality: municipality.found,
    row: row.number,
    columns: fields.columns,
    said: fields.said,
  };
  return { items: saysNothing ? [] : [item], findings };
}

function fieldsOf(row: Row, milestone: PlanMilestone | null, reading: Reading) {
  const { columns: all, empty } = reading.layout;
  const findings: Finding[] = [];
  const columns: Partial<Record<SaidField, number>> = {};
  const said: Saying = {};
  for (const field of SAID_FIELDS) {
    const index = all.find(({ means }) => means === field)?.index;
    if (index === undefined) continue;
    columns[field] = index;
    const value = row.at(index);
    if (isNothing(field, value)) {
      if (empty === "clear" && field !== "declared") said[field] = null;
      continue;
    }
    const read = READERS[field](value, settingAt(row, index, milestone, reading));
    if ("wrong" in read) findings.push({ row: row.number, column: index, message: read.wrong });
    else Object.assign(said, { [field]: read.value });
  }
  return { columns, said, findings };
}

const settingAt = (
  row: Row,
  column: number,
  milestone: PlanMilestone | null,
  { sheet }: Reading,
): Setting => ({ sheet, marks: row.marks(column), unit: milestone?.unit ?? null });

/** A row whose columns are cells: each a status, with a day or a number and a reason after it. */
export function readAcross(row: Row, across: readonly Column[], reading: Reading): Found {
  const isByMilestone = across.some(({ means }) => means.startsWith("milestone/"));
  const milestone = isByMilestone ? null : milestoneAt(row, reading);
  const municipality = isByMilestone ? municipalityAt(row, reading) : null;
  const findings = [...(milestone?.findings ?? []), ...(municipality?.findings ?? [])];
  if (findings.length > 0) return { items: [], findings };
  const read = across.map((column): Found => {
    const [, place = ""] = column.means.split("/");
    const of = milestone ? milestone.found : reading.places.milestone(place);
    const code = municipality ? municipality.found : place;
    if (!of || code === null || isBlank(row.at(column.index))) return { items: [], findings: [] };
    return readCell(row, column.index, { of, code, reading });
  });
  return {
    items: read.flatMap((one) => one.items),
    findings: read.flatMap((one) => one.findings),
  };
}

type Spot = { readonly of: PlanMilestone; readonly code: string; readonly reading: Reading };

function readCell(row: Row, index: number, { of, code, reading }: Spot): Found {
  const at = { row: row.number, column: index };
  const misplaced = misplacedAt(of, code, row);
  if (misplaced) return { items: [], findings: [{ ...misplaced, ...at }] };
  const read = cellIn(row.at(index), settingAt(row, index, of, reading));
  if ("wrong" in read) return { items: [], findings: [{ ...at, message: read.wrong }] };
  const columns = Object.fromEntries(Object.keys(read.value).map((field) => [field, index]));
  const place = { milestone: of.number, municipality: code, row: row.number };
  return { items: [{ ...place, columns, said: read.value }], findings: [] };
}
