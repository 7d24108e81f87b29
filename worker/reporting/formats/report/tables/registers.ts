import type { Language } from "../../../../kernel/language.ts";
import type { ReportDocument } from "../../../contract/document.ts";
import { toldOf } from "../told.ts";
import { valuesOf } from "./progress.ts";
import { type Column, column, type Plain, type Table } from "./table.ts";

/** The sections, a row for each sentence of the service and each line that the team wrote. */
export function sectionsTable(document: ReportDocument, language: Language): Table {
  return {
    name: "sections",
    columns: [
      column("section", "text", 16),
      column("sections.kind", "code", 26, "sectionKind"),
      column("sections.title", "text", 28),
      column("part", "code", 24, "part"),
      column("line", "integer", 7),
      column("sections.text", "text", 100),
    ],
    rows: toldOf(document, language).flatMap(({ key, kind, title, sentences, text }) => {
      const lines = text === "" ? [] : text.split("\n");
      const parts: (readonly [part: string, line: number | null, text: string | null])[] = [
        ...sentences.map((sentence, index) => ["service", index + 1, sentence] as const),
        ...lines.map((line, index) => ["team", index + 1, line] as const),
        ...(lines.length === 0 ? [["nobody", null, null] as const] : []),
      ];
      return parts.map((part): Plain[] => [key, kind, title, ...part]);
    }),
  };
}

/** Evidence: what shows where a milestone is, without what was withdrawn. */
export function evidenceTable({ evidence }: ReportDocument): Table {
  const columns: readonly Column[] = [
    column("milestone", "integer", 7),
    column("municipalities", "text", 20),
    column("evidence.kind", "code", 18, "evidenceKind"),
    column("evidence.title", "text", 44),
    column("url", "text", 40),
    column("fileName", "text", 30),
    column("digest", "text", 66),
    column("size", "integer", 14),
    column("evidence.state", "code", 20, "evidenceState"),
    column("addedOn", "date", 12),
    column("id", "text", 38),
  ];
  const rows = evidence.map(({ municipalities, ...item }) =>
    valuesOf(columns, { ...item, municipalities: municipalities.join(" ") }),
  );
  return { name: "evidence", columns, rows };
}

/** The risks, with the level that sorts them. */
export function risksTable({ risks }: ReportDocument): Table {
  const columns: readonly Column[] = [
    column("number", "integer", 7),
    column("risks.title", "text", 36),
    column("description", "text", 50),
    column("likelihood", "integer", 16),
    column("significance", "integer", 14),
    column("level", "integer", 9),
    column("mitigation", "text", 50),
    column("owner", "text", 24),
    column("reviewedOn", "date", 13),
    column("reviewDueOn", "date", 16),
    column("reviewOverdue", "flag", 16),
    column("risks.state", "code", 12, "riskState"),
    column("closedBecause", "text", 36),
    column("links", "text", 24),
  ];
  const rows = risks.map(({ links, ...risk }) =>
    valuesOf(columns, { ...risk, links: placesOf(links) }),
  );
  return { name: "risks", columns, rows };
}

/** The deviations. */
export function deviationsTable({ deviations }: ReportDocument): Table {
  const columns: readonly Column[] = [
    column("number", "integer", 7),
    column("deviations.title", "text", 36),
    column("cause", "text", 44),
    column("effect", "text", 44),
    column("correctiveAction", "text", 44),
    column("owner", "text", 24),
    column("noticedOn", "date", 13),
    column("resolvedOn", "date", 13),
    column("deviations.state", "code", 12, "deviationState"),
    column("risk", "integer", 16),
    column("links", "text", 24),
  ];
  const rows = deviations.map(({ links, ...deviation }) =>
    valuesOf(columns, { ...deviation, links: placesOf(links) }),
  );
  return { name: "deviations", columns, rows };
}

/** How the granted plan was changed, a row for each change of an amendment. */
export function amendmentsTable({ amendments }: ReportDocument): Table {
  const columns: readonly Column[] = [
    column("number", "integer", 7),
    column("amendments.title", "text", 32),
    column("decidedOn", "date", 12),
    column("reference", "text", 20),
    column("amendments.reason", "text", 50),
    column("amendments.kind", "code", 18, "amendment"),
    column("from", "text", 40),
    column("into", "text", 40),
    column("fields", "codes", 34, "amended"),
  ];
  const rows = amendments.flatMap(({ changes, ...amendment }) =>
    changes.map(({ kind, from, into, fields }) =>
      valuesOf(columns, {
        ...amendment,
        kind,
        from: namesOf(from),
        into: namesOf(into),
        fields: fields.join(" "),
      }),
    ),
  );
  return { name: "amendments", columns, rows };
}

type Link = ReportDocument["risks"][number]["links"][number];
type Named = ReportDocument["amendments"][number]["changes"][number]["from"][number];

const placesOf = (links: readonly Link[]) =>
  links.map(({ milestone, municipality }) => `${milestone}/${municipality}`).join(" ");

const namesOf = (milestones: readonly Named[]) =>
  milestones.map(({ number, title }) => `${number}. ${title}`).join("; ");
