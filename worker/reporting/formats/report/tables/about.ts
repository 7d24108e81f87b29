import type { ReportDocument } from "../../../contract/document.ts";
import { type AboutItem, WORDS } from "../../../words/sheets/words.ts";
import type { Frame } from "../told.ts";
import { column, type Plain, type Table, type Typed } from "./table.ts";

type Kind = Typed["kind"];
type Line = readonly [item: AboutItem, kind: Kind, value: Plain, list?: Typed["list"]];

/**
 * What the report is, a line each. What there is not, is a line with nothing behind it.
 * Moments are as they are in every other file of the report: to the millisecond, in UTC.
 */
export function aboutTable(document: ReportDocument, frame: Frame): Table {
  const lines: readonly Line[] = [
    ["document", "text", WORDS[frame.language].report],
    ...frameLines(document, frame),
    ...reportLines(document),
    ...projectLines(document),
    ...figureLines(document),
  ];
  return {
    name: "about",
    columns: [column("about.item", "code", 30, "about"), column("about.value", "mixed", 90)],
    rows: lines.map(([item, kind, value, list = null]) => [item, { kind, list, value }]),
  };
}

function frameLines(document: ReportDocument, { language, fingerprint }: Frame): Line[] {
  const { asOf, date, edition, service, programme } = document;
  return [
    ["funding", "text", programme.visibilityText[language]],
    ["asOf", "text", asOf],
    ["date", "date", date],
    ["edition", "integer", edition],
    ["fingerprint", "text", fingerprint ?? WORDS[language].preview],
    ...(fingerprint === null ? [] : [["check", "text", `${service}/check`] as const]),
  ];
}

function reportLines({ report }: ReportDocument): Line[] {
  const { number, name, message, period, correction } = report;
  return [
    ["number", "integer", number],
    ["name", "text", name],
    ["message", "text", message],
    ["period", "text", period?.name ?? null],
    ["periodKind", "code", period?.kind ?? null, "reportKind"],
    ["periodStartsOn", "date", period?.startsOn ?? null],
    ["periodEndsOn", "date", period?.endsOn ?? null],
    ["dueOn", "date", period?.dueOn ?? null],
    ["correction", "integer", correction?.number ?? null],
    ["correctedEdition", "integer", correction?.edition ?? null],
    ["correctionReason", "text", correction?.reason ?? null],
    ["correctedAt", "text", correction?.at ?? null],
  ];
}

function projectLines({ project, programme }: ReportDocument): Line[] {
  return [
    ["project", "text", project.name],
    ["summary", "text", project.summary],
    ["leadOrganisation", "text", project.leadOrganisation],
    ["grantReference", "text", project.grantReference],
    ["projectStartsOn", "date", project.startsOn],
    ["projectEndsOn", "date", project.endsOn],
    ["stage", "code", project.stage, "stage"],
    ["programme", "text", programme.name],
    ["funder", "text", programme.funder],
    ["retainUntil", "date", programme.retainUntil],
    ["retentionBasis", "text", programme.retentionBasis],
  ];
}

function figureLines({ budget, total, changes }: ReportDocument): Line[] {
  return [
    ["granted", "number", budget?.granted ?? null],
    ["used", "number", budget?.used ?? null],
    ["percent", "number", total.percent],
    ["done", "integer", total.done],
    ["counted", "integer", total.counted],
    ["late", "integer", total.late],
    ["atRisk", "integer", total.atRisk],
    ["stale", "integer", total.stale],
    ["disagreeing", "integer", total.disagreeing],
    ["since", "text", changes?.since ?? null],
    ["comparedWith", "text", changes?.name ?? null],
  ];
}
