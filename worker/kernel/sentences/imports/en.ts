import type { ImportSentences } from "./fi.ts";

export const en: ImportSentences = {
  fileUnreadable: () =>
    "The file cannot be read. Save it as .xlsx (without a password) or .csv and try again.",
  fileOld: () =>
    "The file is in the old Excel format (.xls) or protected by a password. Save it as .xlsx without a password.",
  fileUnpacksLarge: () =>
    "The workbook is too large when unpacked. Remove its pictures and empty rows, or split the file.",
  sheetEmpty: () => "The sheet has no rows.",
  fileWindows: () =>
    "The file is in Windows-1252. Check that letters such as ä, ö and å come out right.",
  sheetUnknown: () => "The file has no sheet of that name.",
  sheetTooLong: (max) =>
    `The sheet has more than ${max} rows. Remove empty rows at the end, or split the file.`,
  sheetTooWide: (max) => `The sheet has more than ${max} columns.`,
  csvBroken: (row) => `A quotation mark on row ${row} is out of place or does not end.`,
  rowsTooMany: (rows, max) =>
    `There are ${rows} rows; at most ${max} can be brought in at once. Split the file.`,
  cellsTooMany: (max) => `At most ${max} cells can be brought in at once. Split the file.`,
  columnTwice: (address) => `The column that begins at ${address} already tells this.`,
  columnMeaning: (means) => `A column cannot mean this: ${means}.`,
  columnsBothWays: () =>
    "The columns can be either milestones or municipalities, not both at once.",
  columnBeside: () =>
    "Where the columns are milestones or municipalities, all is told in their cells. Do not read this column.",
  columnMissingMilestone: () =>
    "Which column tells the milestone? Choose it, or the milestone that the whole sheet is about.",
  columnMissingMunicipality: () =>
    "Which column tells the municipality? Choose it, or the municipality that the whole sheet is about.",
  columnMissingStatus: () => "No column tells how things stand. Choose where the status is.",
  columnMissingTitle: () => "Which column tells the name of the milestone?",
  rowMilestone: () => "The row names no milestone.",
  rowMunicipality: () => "The row names no municipality.",
  milestoneAbsent: () => "The project has no such milestone.",
  milestoneDiffers: (number, title) =>
    `The name does not go with the number: ${number} is “${title}”. If the name has changed, do not read the column of names.`,
  townUnknown: () => "The project has no such municipality.",
  townDiffers: (code) => `The name of the municipality does not go with the code ${code}.`,
  cellByMunicipality: (milestone) =>
    `Milestone ${milestone} is tracked by municipality: name the municipality.`,
  cellOfProject: (milestone) =>
    `Milestone ${milestone} is tracked for the whole project, not by municipality.`,
  cellAgain: (address) => `Row ${address} already speaks of the same cell.`,
  cellMerged: () =>
    "Merged cells cannot be read here. Unmerge them, so that each row says its own.",
  cellMergedFilled: (rows) => `A merged cell was read for all of its ${rows} rows.`,
  cellFormula: () => "Formula: the value that was saved with it was read.",
  cellUncomputed: () => "The formula has no saved value. Open the file and save it first.",
  cellError: () => "The value of the formula is an error.",
  statusUnknown: () =>
    "Unknown status. Use the words: Not started, In progress, Paused, Done, Cancelled, Not applicable.",
  statusAcross: () =>
    "Write a status, such as “In progress”, “Done 30.6.2024”, “In progress 12” or “Paused: why”.",
  fieldOutlived: () => "Left out: with the status of the row this no longer holds.",
  noDataNever: () =>
    "Something is known already, and it cannot go back to “No data”. Leave the cell empty or correct the status.",
  numberNoDate: () =>
    "A number, not a date. Format the cell as a date, or write for example 30.6.2024.",
  dateForm: () => "Write the date as 30.6.2024 or 2024-06-30.",
  numberForm: () => "Write a number, for example 1234.5.",
  numberAmbiguous: (typed) =>
    `Does ${typed} mean thousands or decimals? Write the number without a thousands separator.`,
  percentUnit: () => "A percentage is for targets whose unit is %.",
  kindUnknown: () => "Write “Milestone” or “Target”.",
  scopeUnknown: () => "Write “By municipality” or “Whole project”.",
  phaseMissing: () => "Give the phase, by number or by name.",
  titleMissing: () => "A milestone must have a name.",
  numberUnknown: (next) =>
    `There is no such number. Leave it empty, and the new one gets number ${next} or the next.`,
  numberAgain: (address) => `Row ${address} already has this number.`,
  kindStays: () => "Kind and tracking cannot be changed afterwards.",
  importStale: () =>
    "Things have changed since you saw the preview. Nothing was saved. Look at the preview again.",
  importNotYours: (municipality) =>
    `You may not speak for this municipality (${municipality}). Leave the row out.`,
};
