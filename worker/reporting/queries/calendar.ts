import { and, asc, eq, inArray, isNotNull, type SQL, sql } from "drizzle-orm";
import { dateInHelsinki } from "../../kernel/instant.ts";
import { assertMay, assertPerson, may } from "../../kernel/permissions.ts";
import { Refusal } from "../../kernel/refusal.ts";
import type { Deps } from "../../platform/env.ts";
import { loadProject } from "../../projects/queries/projects.ts";
import { programmes, projects } from "../../projects/tables.ts";
import type { CalendarAsked, DueReport } from "../contract/reports.ts";
import { byDueDate, dueReports, isAsked } from "../domain/calendar.ts";
import { reports } from "../tables.ts";
import { calendarProjectsMax } from "../terms.ts";
import { seesDrafts } from "./reports.ts";

type Reading = Pick<Deps, "db" | "actor" | "now">;
type Part = { readonly after: number; readonly limit: number };

/**
 * A page of what the calendar asks of a project, by due date. Costs the project, its programme and
 * its reports. Refuses with `not_found` and `forbidden`.
 */
export async function listProjectCalendar(
  reading: Reading,
  slug: string,
  { part, ...asked }: CalendarAsked & { readonly part: Part },
) {
  await loadProject(reading, slug);
  assertMay(reading.actor, "report.view", { project: slug });
  return partOf(await read(reading, [slug], asked), part);
}

/**
 * A page of the same for all projects whose reports the actor may see. Costs a row for each of
 * them, for each programme and for each of their reports. Refuses with `forbidden`, and with
 * `too_large` where there are more projects than one list may have.
 */
export async function listCalendar(
  reading: Reading,
  { part, ...asked }: CalendarAsked & { readonly part: Part },
) {
  return partOf(await wholeCalendar(reading, asked), part);
}

/** All of it, for a file. Refuses as `listCalendar` does. */
export async function wholeCalendar(reading: Reading, asked: CalendarAsked): Promise<DueReport[]> {
  const { actor } = reading;
  assertPerson(actor, "project.list");
  const slugs = [...new Set(actor.memberships.map(({ project }) => project))].filter((project) =>
    may(actor, "report.view", { project }),
  );
  return read(reading, actor.admin ? null : slugs, asked);
}

const partOf = (all: readonly DueReport[], { after, limit }: Part) => ({
  items: all.slice(after, after + limit),
  next: after + limit < all.length ? after + limit : null,
});

/** Of these projects, or of all. */
async function read(
  reading: Reading,
  slugs: readonly string[] | null,
  asked: CalendarAsked,
): Promise<DueReport[]> {
  const [found, written] = await readRows(reading, slugs, asked);
  if (found.length > calendarProjectsMax) {
    throw new Refusal("too_large", (say) => say.calendarTooLong(calendarProjectsMax));
  }
  const today = dateInHelsinki(reading.now);
  const reportsOf = Map.groupBy(written, ({ project }) => project);
  const dated = ({ asOf, ...one }: (typeof written)[number]) => ({
    ...one,
    submittedOn: asOf === null ? null : dateInHelsinki(asOf),
  });
  return found
    .flatMap((one) => {
      const isForFunder = !seesDrafts(reading, one.project);
      const known = (reportsOf.get(one.project) ?? []).map(dated);
      return dueReports({ ...one, reports: known, isForFunder }, today);
    })
    .filter((report) => isAsked(report, asked))
    .toSorted(byDueDate);
}

/** The projects with their calendars, and the reports that answer to a calendar. */
function readRows(
  { db }: Reading,
  slugs: readonly string[] | null,
  { programme, project }: CalendarAsked,
) {
  const among = (column: typeof projects.slug | typeof reports.project): SQL | undefined =>
    and(
      slugs === null
        ? undefined
        : inArray(column, sql`(SELECT value FROM json_each(${JSON.stringify(slugs)}))`),
      project === undefined ? undefined : eq(column, project),
    );
  const isOfProgramme = programme === undefined ? undefined : eq(projects.programme, programme);
  return db.batch([
    db
      .select({
        project: projects.slug,
        projectName: projects.name,
        programme: projects.programme,
        startsOn: projects.startsOn,
        endsOn: projects.endsOn,
        periods: programmes.reportPeriods,
      })
      .from(projects)
      .innerJoin(programmes, eq(programmes.slug, projects.programme))
      .where(and(among(projects.slug), isOfProgramme))
      .orderBy(asc(projects.slug))
      .limit(calendarProjectsMax + 1),
    db
      .select({
        project: reports.project,
        number: reports.number,
        state: reports.state,
        edition: reports.edition,
        period: reports.period,
        correction: reports.correction,
        asOf: reports.asOf,
      })
      .from(reports)
      .where(and(among(reports.project), isNotNull(reports.period)))
      .orderBy(asc(reports.project), asc(reports.number)),
  ]);
}
