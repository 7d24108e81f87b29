import { and, eq } from "drizzle-orm";
import { canonical } from "../../kernel/canonical.ts";
import { digest } from "../../kernel/digest.ts";
import type { Language } from "../../kernel/language.ts";
import { runBatch } from "../../platform/database.ts";
import type { AskedDeps } from "../../platform/env.ts";
import { keepFile, openFile } from "../../platform/files.ts";
import { countTowards } from "../../platform/limits.ts";
import { logged } from "../../use-log/record.ts";
import type { ReportDocument } from "../contract/document.ts";
import { makeReport } from "../formats/report/make.ts";
import { loadDocument } from "../queries/document.ts";
import { type ReportPlace, seesDrafts } from "../queries/reports.ts";
import { reportFiles } from "../tables.ts";
import type { ReportFormat } from "../terms.ts";

/** A file of a report. `digest` is its SHA-256; null for a preview, which is not kept. */
export type ReportFile = {
  readonly body: ReadableStream | Uint8Array<ArrayBuffer>;
  readonly digest: string | null;
  readonly edition: number | null;
  /** The date, in Helsinki, of its figures. */
  readonly date: string;
};

type Asked = { readonly edition: number | null; readonly format: ReportFormat };

/**
 * A report as a file, and the line in the log of disclosures that says who took it (Act 906/2019
 * § 17). Of an edition the file that was made first is given out ever after. Refuses with
 * `not_found`, `forbidden` and `rate_limited`.
 */
export async function takeReportFile(
  deps: AskedDeps,
  at: ReportPlace,
  { edition, format }: Asked,
): Promise<ReportFile> {
  await countTowards(deps, "exported", deps.actor.id);
  const { document, fingerprint } = await loadDocument(deps, at, edition);
  const file =
    fingerprint === null
      ? await preview(document, format, deps.language)
      : await keptFile(deps, { document, fingerprint, format });
  const detail = `${at.number} ${format}`;
  await runBatch(deps.db, [logged(deps, { kind: "report_received", project: at.project, detail })]);
  return { ...file, edition: document.edition, date: document.date };
}

/**
 * A report as a document. To who has no part in writing it that is a disclosure like a file, and
 * leaves a line in the log (Act 906/2019 § 17). Refuses with `not_found`, `forbidden` and
 * `rate_limited`.
 */
export async function takeReportDocument(
  deps: AskedDeps,
  at: ReportPlace,
  edition: number | null,
): Promise<ReportDocument> {
  if (seesDrafts(deps, at.project)) return (await loadDocument(deps, at, edition)).document;
  await countTowards(deps, "exported", deps.actor.id);
  const { document } = await loadDocument(deps, at, edition);
  const detail = `${at.number} document`;
  await runBatch(deps.db, [logged(deps, { kind: "report_received", project: at.project, detail })]);
  return document;
}

async function preview(document: ReportDocument, format: ReportFormat, language: Language) {
  const bytes =
    format === "json"
      ? new TextEncoder().encode(canonical(document))
      : await makeReport(format, document, { language, fingerprint: null });
  return { body: Uint8Array.from(bytes), digest: null };
}

type Frozen = {
  readonly document: ReportDocument;
  readonly fingerprint: string;
  readonly format: ReportFormat;
};

/**
 * The file of an edition in a format and the language of who asks, made and kept where nobody has
 * asked for it yet. For who has been found to receive the report; leaves no line in the log.
 */
export async function keptFile(
  deps: Pick<AskedDeps, "db" | "files" | "now" | "language">,
  { document, fingerprint, format }: Frozen,
): Promise<{ readonly body: ReadableStream; readonly digest: string }> {
  const { files, language } = deps;
  if (format === "json") return { body: await openFile(files, fingerprint), digest: fingerprint };
  const place = {
    project: document.project.slug,
    report: document.report.number,
    // A frozen report is an edition.
    edition: document.edition ?? 0,
    format,
    language,
  };
  const known = await findFile(deps, place);
  if (known) return { body: await openFile(files, known.digest), digest: known.digest };
  const bytes = Uint8Array.from(await makeReport(format, document, { language, fingerprint }));
  const made = await digest(bytes);
  await keepFile(files, { digest: made, bytes });
  await deps.db
    .insert(reportFiles)
    .values({ ...place, digest: made, size: bytes.length, madeAt: deps.now })
    .catch(() => null);
  // Two can make it at once: the first is the one.
  const { digest: kept } = (await findFile(deps, place)) ?? { digest: made };
  return { body: await openFile(files, kept), digest: kept };
}

type Place = Omit<typeof reportFiles.$inferSelect, "digest" | "size" | "madeAt">;

async function findFile({ db }: Pick<AskedDeps, "db">, place: Place) {
  const [found] = await db
    .select()
    .from(reportFiles)
    .where(
      and(
        eq(reportFiles.project, place.project),
        eq(reportFiles.report, place.report),
        eq(reportFiles.edition, place.edition),
        eq(reportFiles.format, place.format),
        eq(reportFiles.language, place.language),
      ),
    );
  return found;
}
