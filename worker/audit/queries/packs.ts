import { and, asc, desc, eq } from "drizzle-orm";
import { evidence } from "../../evidence/tables.ts";
import { assertMay } from "../../kernel/permissions.ts";
import { notFound } from "../../kernel/refusal.ts";
import { municipalities } from "../../municipalities/tables.ts";
import type { Database } from "../../platform/database.ts";
import type { Deps } from "../../platform/env.ts";
import { loadWithProgramme } from "../../projects/queries/projects.ts";
import { milestones, participations } from "../../projects/tables.ts";
import { reportEditions, reportFiles } from "../../reporting/tables.ts";
import type { PackAbout } from "../contract/packs.ts";
import { packForm, packItemsMax, packVersion } from "../terms.ts";

export type PackPlace = {
  readonly project: string;
  readonly report: number;
  readonly edition: number | undefined;
};

/**
 * What a pack is of: an edition, its files, and all evidence of the project, with what milestones
 * and municipalities are called. Refuses with `forbidden`, and with `not_found` what was not submitted.
 */
export async function loadPack(deps: Deps, at: PackPlace) {
  const { db, actor } = deps;
  const place = { project: at.project };
  const { project, programme } = await loadWithProgramme(deps, at.project, null);
  for (const action of ["evidence.view", "history.view", "progress.notes"] as const) {
    assertMay(actor, action, place);
  }
  const edition = await findEdition(db, at);
  if (!edition) throw notFound();
  const [files, items, titles, places] = await rowsOf(db, at, edition.edition);
  const { retainUntil, retentionBasis } = programme;
  const about = {
    form: packForm,
    version: packVersion,
    project: at.project,
    projectName: project.name,
    report: at.report,
    reportName: edition.name,
    edition: edition.edition,
    asOf: edition.asOf,
    fingerprint: edition.fingerprint,
    retention: { class: "funding_evidence", until: retainUntil, basis: retentionBasis },
    files,
  } satisfies Omit<PackAbout, "service" | "parts">;
  return {
    about,
    size: edition.size,
    items,
    milestones: new Map(titles.map(({ number, title }) => [number, title])),
    municipalities: new Map(places.map(({ code, name }) => [code, name])),
  };
}
/** The edition that is asked for, else the newest. */
async function findEdition(db: Database, { project, report, edition }: PackPlace) {
  const [found] = await db
    .select()
    .from(reportEditions)
    .where(
      and(
        eq(reportEditions.project, project),
        eq(reportEditions.report, report),
        edition === undefined ? undefined : eq(reportEditions.edition, edition),
      ),
    )
    .orderBy(desc(reportEditions.edition))
    .limit(1);
  return found;
}

function rowsOf(db: Database, { project, report }: PackPlace, edition: number) {
  const { format, language, digest, size } = reportFiles;
  return db.batch([
    db
      .select({ format, language, digest, size })
      .from(reportFiles)
      .where(
        and(
          eq(reportFiles.project, project),
          eq(reportFiles.report, report),
          eq(reportFiles.edition, edition),
        ),
      )
      .orderBy(asc(reportFiles.format), asc(reportFiles.language)),
    db
      .select()
      .from(evidence)
      .where(eq(evidence.project, project))
      .orderBy(asc(evidence.milestone), asc(evidence.addedAt), asc(evidence.id))
      .limit(packItemsMax),
    db
      .select({ number: milestones.number, title: milestones.title })
      .from(milestones)
      .where(eq(milestones.project, project)),
    db
      .select({ code: municipalities.code, name: municipalities.nameFi })
      .from(participations)
      .innerJoin(municipalities, eq(municipalities.code, participations.municipality))
      .where(eq(participations.project, project)),
  ]);
}

export type Pack = Awaited<ReturnType<typeof loadPack>>;
