import { and, desc, eq, gt, lt, max } from "drizzle-orm";
import { factsOf } from "../../history/queries.ts";
import type { FactKind } from "../../history/terms.ts";
import { namesOfPeople } from "../../identity/queries/people.ts";
import { assertMay, may } from "../../kernel/permissions.ts";
import { pick } from "../../kernel/pick.ts";
import { notFound } from "../../kernel/refusal.ts";
import type { Deps } from "../../platform/env.ts";
import { loadProject } from "../../projects/queries/projects.ts";
import type {
  EditionView,
  ReportEntry,
  ReportState,
  ReportView,
  SectionVersion,
} from "../contract/reports.ts";
import { reportEditions, reports, reportTexts } from "../tables.ts";
import { subjectOf, turnOf } from "../terms.ts";

type Reading = Pick<Deps, "db" | "actor">;
export type ReportPlace = { readonly project: string; readonly number: number };
type Row = typeof reports.$inferSelect;

/** Who works on reports sees them as they are written, the funder what was submitted. */
export const seesDrafts = ({ actor }: Pick<Deps, "actor">, project: string) =>
  may(actor, "report.export", { project });

/** A page of the reports of a project, newest first; drafts only for those who see the figures. */
export async function listReports(
  reading: Reading,
  slug: string,
  { below, limit }: { readonly below: number; readonly limit: number },
): Promise<ReportView[]> {
  await loadProject(reading, slug);
  assertMay(reading.actor, "report.view", { project: slug });
  const isTeam = seesDrafts(reading, slug);
  const found = await reading.db
    .select({ row: reports, edition: reportEditions })
    .from(reports)
    .leftJoin(
      reportEditions,
      and(
        eq(reportEditions.project, reports.project),
        eq(reportEditions.report, reports.number),
        eq(reportEditions.edition, reports.edition),
      ),
    )
    .where(
      and(
        eq(reports.project, slug),
        lt(reports.number, below),
        isTeam ? undefined : gt(reports.edition, 0),
      ),
    )
    .orderBy(desc(reports.number))
    .limit(limit);
  return found.map(({ row, edition }) =>
    viewOf(isTeam || !edition ? row : asSubmitted(row, edition)),
  );
}

/** What a funder may know of a report whose next edition may be under way. */
function asSubmitted(row: Row, edition: typeof reportEditions.$inferSelect): Row {
  const { name, message } = edition;
  const isCorrecting = row.state === "correcting";
  return {
    ...row,
    name,
    message,
    budget: null,
    correction: isCorrecting ? null : edition.correction,
    state: isCorrecting ? "accepted" : row.state,
  };
}

/** A report as lists show it. */
export function viewOf({ hash: _hash, sections: _sections, ...row }: Row): ReportView {
  return { ...row, turn: turnOf(row.state) };
}

/**
 * A report as it may be shown, with its head. Refuses with `not_found`, also one of which nothing
 * is for the actor.
 */
export async function loadReport(reading: Reading, at: ReportPlace): Promise<Row> {
  const row = await loadReportAsItIs(reading, at);
  if (seesDrafts(reading, at.project)) return row;
  return asSubmitted(row, await loadEdition(reading, at, row.edition));
}

/** A report as the actor may be shown it, with the version of its row. */
export async function shownOf(reading: Reading, row: Row): Promise<ReportView> {
  const { project, number } = row;
  if (seesDrafts(reading, project)) return viewOf(row);
  return viewOf(asSubmitted(row, await loadEdition(reading, { project, number }, row.edition)));
}

/** The row itself, for commands. Refuses with `not_found` where the actor sees no reports. */
export async function loadReportAsItIs(
  reading: Reading,
  { project, number }: ReportPlace,
): Promise<Row> {
  await loadProject(reading, project);
  assertMay(reading.actor, "report.view", { project });
  const [row] = await reading.db
    .select()
    .from(reports)
    .where(and(eq(reports.project, project), eq(reports.number, number)));
  const isHidden = row?.edition === 0 && !seesDrafts(reading, project);
  if (!row || isHidden) throw notFound();
  return row;
}

/** Refuses with `not_found`. For who may see the report. */
export async function loadEdition(
  { db }: Pick<Deps, "db">,
  { project, number }: ReportPlace,
  edition: number,
) {
  const [found] = await db
    .select()
    .from(reportEditions)
    .where(
      and(
        eq(reportEditions.project, project),
        eq(reportEditions.report, number),
        eq(reportEditions.edition, edition),
      ),
    );
  if (!found) throw notFound();
  return found;
}

/** The number of a report's last correction, 0 where there is none. */
export async function lastCorrection(
  { db }: Pick<Deps, "db">,
  { project, number }: ReportPlace,
): Promise<number> {
  const rows = await db
    .select({ correction: reportEditions.correction })
    .from(reportEditions)
    .where(and(eq(reportEditions.project, project), eq(reportEditions.report, number)));
  return Math.max(0, ...rows.map(({ correction }) => correction?.number ?? 0));
}

/** The newest text of every section of a report, with its head. */
export async function textsOf({ db }: Pick<Deps, "db">, { project, number }: ReportPlace) {
  return db
    .select()
    .from(reportTexts)
    .where(and(eq(reportTexts.project, project), eq(reportTexts.report, number)));
}

/** The highest number so far, 0 where there is none. */
export async function lastReportNumber({ db }: Pick<Deps, "db">, slug: string): Promise<number> {
  const [row] = await db
    .select({ last: max(reports.number) })
    .from(reports)
    .where(eq(reports.project, slug));
  return row?.last ?? 0;
}

/** The report on a period, or null. Costs the project's reports. */
export async function reportOnPeriod(
  { db }: Pick<Deps, "db">,
  slug: string,
  period: NonNullable<ReportState["period"]>,
) {
  const rows = await db
    .select({ number: reports.number, period: reports.period })
    .from(reports)
    .where(eq(reports.project, slug));
  const isSame = (other: ReportState["period"]) =>
    other?.kind === period.kind &&
    other.startsOn === period.startsOn &&
    other.endsOn === period.endsOn;
  return rows.find((row) => isSame(row.period)) ?? null;
}

/** The edition of the project that was accepted last up to a moment, or null. Costs its reports. */
export async function lastAccepted({ db }: Pick<Deps, "db">, slug: string, until: string) {
  const rows = await db
    .select({ number: reports.number, name: reports.name, accepted: reports.accepted })
    .from(reports)
    .where(eq(reports.project, slug));
  const [last] = rows
    .flatMap(({ number, name, accepted }) =>
      accepted && accepted.asOf < until ? [{ report: number, name, ...accepted }] : [],
    )
    .toSorted((one, other) => other.asOf.localeCompare(one.asOf));
  return last ?? null;
}

/** Facts of one report: more than it can have moves. Changes of its head can be more. */
const entriesMax = 1000;

/** Facts of a report, newest first: of these kinds, or all, where the oldest may be left out. */
async function entriesOf({ db }: Reading, at: ReportPlace, kinds: readonly FactKind[] | null) {
  const facts = await factsOf(db, subjectOf(at), {
    below: Number.MAX_SAFE_INTEGER,
    limit: entriesMax,
    until: null,
    kinds,
  });
  return facts.map((fact) => ({
    fact,
    // Facts of a report are written by this context's commands alone, with this shape.
    after: (JSON.parse(fact.detail) as { after: ReportState }).after,
  }));
}

/** The editions of a report, newest first, with what the funder said of each. */
export async function listEditions(reading: Reading, at: ReportPlace): Promise<EditionView[]> {
  await loadReport(reading, at);
  const [rows, entries] = await Promise.all([
    reading.db
      .select()
      .from(reportEditions)
      .where(and(eq(reportEditions.project, at.project), eq(reportEditions.report, at.number)))
      .orderBy(desc(reportEditions.edition)),
    entriesOf(reading, at, DECISIONS),
  ]);
  const decisions = new Map(
    entries.flatMap(({ after: { decision } }) => (decision ? [[decision.edition, decision]] : [])),
  );
  return rows.map((row) => {
    const decision = decisions.get(row.edition);
    return {
      ...pick(row, "edition", "asOf", "fingerprint", "size", "correction"),
      outcome: decision?.outcome ?? "waiting",
      decidedAt: decision?.at ?? null,
      note: decision?.note ?? "",
      sections: decision?.sections ?? [],
    };
  });
}

const DECISIONS: readonly FactKind[] = ["report.returned", "report.accepted"];
const TOLD_TO_FUNDER: readonly FactKind[] = ["report.submitted", ...DECISIONS];

/** What happened to a report, newest first; to a funder, from its submissions on. */
export async function listReportHistory(reading: Reading, at: ReportPlace): Promise<ReportEntry[]> {
  await loadReport(reading, at);
  const isTeam = seesDrafts(reading, at.project);
  const entries = await entriesOf(reading, at, isTeam ? null : TOLD_TO_FUNDER);
  const names = await namesOfPeople(reading.db, [
    ...new Set(entries.map(({ fact }) => fact.actor)),
  ]);
  return entries.map(({ fact, after }) => ({
    version: fact.version,
    kind: fact.kind,
    at: fact.at,
    actor: fact.actor,
    actorName: names.get(fact.actor) ?? "",
    // One of the roles: commands wrote it.
    role: fact.role as ReportEntry["role"],
    edition: after.edition ?? 0,
    note: noteOf(fact.kind, after),
  }));
}

function noteOf(kind: string, { decision, correction }: ReportState): string {
  if (kind === "report.reopened") return correction?.reason ?? "";
  return kind === "report.returned" || kind === "report.accepted" ? (decision?.note ?? "") : "";
}

/** What was written in a section, newest first. Refuses with `not_found` and `forbidden`. */
export async function listSectionVersions(
  reading: Reading,
  at: ReportPlace & { readonly section: string },
  { below, limit }: { readonly below: number; readonly limit: number },
): Promise<SectionVersion[]> {
  await loadReport(reading, at);
  assertMay(reading.actor, "report.export", { project: at.project });
  const facts = await factsOf(reading.db, sectionSubject(at), { below, limit, until: null });
  const names = await namesOfPeople(reading.db, [...new Set(facts.map(({ actor }) => actor))]);
  return facts.map(({ version, at: when, actor, role, detail }) => ({
    version,
    at: when,
    actor,
    actorName: names.get(actor) ?? "",
    // As above.
    role: role as SectionVersion["role"],
    text: (JSON.parse(detail) as { after: { text: string } }).after.text,
  }));
}

export const sectionSubject = (at: ReportPlace & { readonly section: string }) =>
  `section:${at.project}:${at.number}:${at.section}`;
