import type { ReportDocument } from "../../../contract/document.ts";
import type { Frame } from "../told.ts";
import { aboutTable } from "./about.ts";
import { codesTable, columnsTable } from "./codebook.ts";
import { cellsTable, changesTable, figuresTable, planTable, targetsTable } from "./progress.ts";
import {
  amendmentsTable,
  deviationsTable,
  evidenceTable,
  risksTable,
  sectionsTable,
} from "./registers.ts";
import type { Table } from "./table.ts";

/** A report as tables, with the code book behind them: the same in every format that has tables. */
export function tablesOf(document: ReportDocument, frame: Frame): Table[] {
  const { language } = frame;
  const tables = [
    aboutTable(document, frame),
    figuresTable(document, language),
    cellsTable(document, language),
    planTable(document),
    targetsTable(document),
    changesTable(document, language),
    sectionsTable(document, language),
    evidenceTable(document),
    risksTable(document),
    deviationsTable(document),
    amendmentsTable(document),
  ];
  return [...tables, columnsTable(tables, language), codesTable(language)];
}
