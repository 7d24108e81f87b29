import { and, asc, eq } from "drizzle-orm";
import { may } from "../../kernel/permissions.ts";
import { Refusal } from "../../kernel/refusal.ts";
import type { Database } from "../../platform/database.ts";
import type { Deps } from "../../platform/env.ts";
import { projects } from "../../projects/tables.ts";
import { reportEditions, reportFiles, reports } from "../../reporting/tables.ts";
import type { CheckedView } from "../contract/fingerprints.ts";
import { standingOf } from "../domain.ts";

/**
 * Of which report and edition a SHA-256 is: of its canonical JSON, or of a file that was made of
 * it. Names are for those who may see the report, and for anybody where the project is public.
 * Refuses with `not_found` what was never submitted here. Costs a handful of rows.
 */
export async function findFingerprint(
  { db, actor }: Pick<Deps, "db" | "actor">,
  fingerprint: string,
): Promise<CheckedView> {
  const found = (await editionOf(db, fingerprint)) ?? (await fileOf(db, fingerprint));
  if (!found) throw new Refusal("not_found", (say) => say.fingerprintUnknown());
  const { report, edition, project } = found;
  const { standing, by } = standingOf(report, edition.edition);
  const next = by === null ? null : await numbered(db, edition, by);
  const isPublic = project.visibility === "public";
  const sees = isPublic || may(actor, "report.view", { project: project.slug });
  return {
    fingerprint,
    ...found.as,
    edition: edition.edition,
    asOf: edition.asOf,
    standing,
    newest: edition.edition === report.edition,
    supersededBy: next && {
      edition: next.edition,
      asOf: next.asOf,
      fingerprint: next.fingerprint,
    },
    correction: edition.correction && {
      number: edition.correction.number,
      edition: edition.correction.edition,
      at: edition.correction.at,
    },
    of: sees
      ? {
          project: project.slug,
          projectName: project.name,
          report: report.number,
          reportName: edition.name,
          isPublic,
        }
      : null,
  };
}

const columns = { edition: reportEditions, report: reports, project: projects };
const isItsReport = and(
  eq(reports.project, reportEditions.project),
  eq(reports.number, reportEditions.report),
);
const isItsProject = eq(projects.slug, reportEditions.project);

async function editionOf(db: Database, fingerprint: string) {
  const [row] = await db
    .select(columns)
    .from(reportEditions)
    .innerJoin(reports, isItsReport)
    .innerJoin(projects, isItsProject)
    .where(eq(reportEditions.fingerprint, fingerprint))
    .limit(1);
  const as = { kind: "edition", format: "json", language: null } as const;
  return row && { ...row, as: { ...as, size: row.edition.size } };
}

/** The same bytes can be of several languages or editions: then of the first. */
async function fileOf(db: Database, digest: string) {
  const [row] = await db
    .select({ ...columns, file: reportFiles })
    .from(reportFiles)
    .innerJoin(
      reportEditions,
      and(
        eq(reportEditions.project, reportFiles.project),
        eq(reportEditions.report, reportFiles.report),
        eq(reportEditions.edition, reportFiles.edition),
      ),
    )
    .innerJoin(reports, isItsReport)
    .innerJoin(projects, isItsProject)
    .where(eq(reportFiles.digest, digest))
    .orderBy(asc(reportFiles.madeAt))
    .limit(1);
  if (!row) return null;
  const { format, language, size } = row.file;
  return { ...row, as: { kind: "file", format, language, size } as const };
}

async function numbered(
  db: Database,
  { project, report }: { readonly project: string; readonly report: number },
  edition: number,
) {
  const [row] = await db
    .select()
    .from(reportEditions)
    .where(
      and(
        eq(reportEditions.project, project),
        eq(reportEditions.report, report),
        eq(reportEditions.edition, edition),
      ),
    );
  return row ?? null;
}
