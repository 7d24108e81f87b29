import { dayAfter } from "../../../kernel/instant.ts";
import type { Language } from "../../../kernel/language.ts";
import { isOpen } from "../../../progress/terms.ts";
import { WHOLE_PROJECT } from "../../../projects/terms.ts";
import type { DocumentCell, DocumentMilestone, ReportDocument } from "../../contract/document.ts";
import { WORDS } from "../../words/ics.ts";
import { lineOf, textLine } from "./lines.ts";
import { nameIn } from "./tables/progress.ts";
import type { Frame } from "./told.ts";

/** What falls on a day. */
type Event = {
  /** Stays the same from report to report, so that a calendar moves what it already has. */
  readonly id: string;
  readonly on: string;
  readonly summary: string;
  readonly about: string;
  readonly path: string;
  readonly category: keyof (typeof WORDS)["fi"]["categories"];
};

/**
 * A calendar (RFC 5545) of what a report has ahead: when open milestones fall due, phases end and
 * the report itself is due. A milestone has an event for each of its dates, which names the
 * municipalities that it holds for. Its sequence is the moment
 * of the report, for its events are those of the project: a later report moves what an earlier one
 * told, whatever the editions of each.
 */
export async function reportCalendar(document: ReportDocument, frame: Frame): Promise<Uint8Array> {
  const { language, fingerprint } = frame;
  const { project, report, programme } = document;
  const words = WORDS[language];
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Etappi//Report//EN",
    "CALSCALE:GREGORIAN",
    "METHOD:PUBLISH",
    textLine("NAME", `${project.name}: ${report.name}`, language),
    textLine("X-WR-CALNAME", `${project.name}: ${report.name}`),
    textLine(
      "DESCRIPTION",
      [
        ...(fingerprint === null ? [words.preview] : []),
        programme.visibilityText[language],
        ...markOf(document, frame),
      ].join("\n"),
      language,
    ),
    ...eventsOf(document, language).flatMap((event) => eventLines(event, document, frame)),
    "END:VCALENDAR",
  ];
  return new TextEncoder().encode(lines.map(lineOf).join(""));
}

/** Which figures these are: their moment, and what they can be checked by. */
function markOf({ asOf, edition, service }: ReportDocument, { language, fingerprint }: Frame) {
  const words = WORDS[language];
  return [
    `${words.asOf}: ${asOf}`,
    ...(edition === null ? [] : [`${words.edition}: ${edition}`]),
    ...(fingerprint === null ? [] : [`${words.fingerprint}: ${fingerprint}`, `${service}/check`]),
  ];
}

function eventsOf(document: ReportDocument, language: Language): Event[] {
  const words = WORDS[language];
  const { report, phases, project, milestones } = document;
  return [
    ...milestones.flatMap((milestone) => dueEvents(milestone, document, language)),
    ...phases.map(({ number, name, endsOn }): Event => ({
      id: `phase-${number}`,
      on: endsOn,
      summary: words.phaseEnd(number, name),
      about: project.name,
      path: "/plan",
      category: "phase",
    })),
    ...(report.period === null
      ? []
      : [
          {
            id: `report-${report.number}`,
            on: report.period.dueOn,
            summary: words.reportDue(report.name),
            about: report.period.name,
            path: `/reports/${report.number}`,
            category: "report",
          } as const,
        ]),
  ];
}

/** An event for each date of a milestone that is still open somewhere. */
function dueEvents(
  milestone: DocumentMilestone,
  { cells, municipalities }: ReportDocument,
  language: Language,
): Event[] {
  const { number, title, dueOn } = milestone;
  const names = new Map(municipalities.map((one) => [one.code, nameIn(one, language)]));
  const open = cells.filter((cell) => cell.milestone === number && isOpen(cell.declared));
  const dates = [...new Set(open.map((cell) => cell.dueOn))].filter((date) => date !== null);
  const { whole, municipalities: heading } = WORDS[language];
  const nameOf = ({ municipality }: DocumentCell) =>
    municipality === WHOLE_PROJECT ? whole : (names.get(municipality) ?? municipality);
  return dates.toSorted().map((on): Event => {
    const places = open.filter((cell) => cell.dueOn === on).map(nameOf);
    return {
      // What falls due with the plan keeps its name when the plan moves; others have their date.
      id: on === dueOn ? `milestone-${number}` : `milestone-${number}-${on}`,
      on,
      summary: `${number}. ${title}`,
      about: `${heading}: ${places.join(", ")}`,
      path: `/milestones/${number}`,
      category: "due",
    };
  });
}

/** Whole minutes since 1970, which fit into the number that calendars compare (§ 3.3.8). */
const minutesOf = (instant: string) => Math.floor(Date.parse(instant) / 60_000);

function eventLines(event: Event, document: ReportDocument, frame: Frame): string[] {
  const { language, fingerprint } = frame;
  const { project, programme, service, asOf } = document;
  const address = `${service}/projects/${project.slug}`;
  const about = [event.about, programme.visibilityText[language], ...markOf(document, frame)];
  return [
    "BEGIN:VEVENT",
    `UID:${project.slug}-${event.id}@${new URL(service).host}`,
    `DTSTAMP:${asOf.replace(/\.\d+/, "").replace(/[-:]/g, "")}`,
    `SEQUENCE:${fingerprint === null ? 0 : minutesOf(asOf)}`,
    `DTSTART;VALUE=DATE:${event.on.replaceAll("-", "")}`,
    `DTEND;VALUE=DATE:${dayAfter(event.on).replaceAll("-", "")}`,
    textLine("SUMMARY", event.summary, language),
    textLine("DESCRIPTION", about.join("\n"), language),
    textLine("CATEGORIES", WORDS[language].categories[event.category], language),
    `URL:${address}${event.path}`,
    `STATUS:${fingerprint === null ? "TENTATIVE" : "CONFIRMED"}`,
    "TRANSP:TRANSPARENT",
    "END:VEVENT",
  ];
}
