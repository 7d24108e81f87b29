import { writeCsv } from "hucre/csv";
import { harmless } from "../../kernel/harmless.ts";
import { dateInHelsinki } from "../../kernel/instant.ts";
import type { Language } from "../../kernel/language.ts";
import type { StandingView } from "../../progress/contract/standing.ts";
import type { ExportRow } from "../contract/exports.ts";
import type { Delimiter } from "../terms.ts";
import { WORDS } from "../words/exports.ts";
import { COLUMNS, inWords } from "./columns.ts";
import { finnishDate, finnishNumber } from "./csv.ts";

type Row = Omit<ExportRow, "reason" | "unblock">;

/** The columns of the status export, without what people wrote: that is a project's own to give. */
const KEYS = COLUMNS.flatMap(({ key, type }) =>
  key === "reason" || key === "unblock" ? [] : { key, type },
);

/**
 * The cells of a municipality in all projects, a row each, beginning with the project: for Finnish
 * Excel in words, for machines in codes.
 */
export function municipalityCsv(
  view: StandingView,
  language: Language,
  delimiter: Delimiter,
): string {
  const forPeople = delimiter === "semicolon";
  const { columns } = WORDS[language];
  const rows = view.projects.flatMap(({ project, ...part }) =>
    rowsOf(view, part).map((row) => [
      harmless(project.name),
      ...KEYS.map(({ key, type }) => {
        const value = row[key];
        if (value === null) return null;
        if (typeof value === "number") return forPeople ? finnishNumber(value, type) : `${value}`;
        if (!forPeople) return harmless(value);
        return harmless(type === "date" ? finnishDate(value) : inWords(key, value, language));
      }),
      view.asOf,
    ]),
  );
  const keys = ["project", ...KEYS.map(({ key }) => key), "asOf"] as const;
  const headers = keys.map((key) => (forPeople ? columns[key] : key));
  return writeCsv([headers, ...rows], { delimiter: forPeople ? ";" : ",", bom: forPeople });
}

type Part = Pick<StandingView["projects"][number], "phases" | "milestones" | "cells">;

function rowsOf({ municipality }: StandingView, { phases, milestones, cells }: Part): Row[] {
  const known = new Map(milestones.map((one) => [one.number, one]));
  const names = new Map(phases.map(({ number, name }) => [number, name]));
  return cells.flatMap((cell) => {
    const milestone = known.get(cell.milestone);
    if (!milestone) return [];
    const { title, kind, phase, unit, baseline, goal } = milestone;
    const confirmedOn = cell.confirmedAt === null ? null : dateInHelsinki(cell.confirmedAt);
    const municipalityName = municipality.name;
    const told = { title, kind, phase, unit, baseline, goal, municipalityName, confirmedOn };
    return { ...cell, ...told, phaseName: names.get(phase) ?? "" };
  });
}
