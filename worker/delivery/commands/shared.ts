import { eq, sql } from "drizzle-orm";
import { notFound, Refusal } from "../../kernel/refusal.ts";
import { runBatch } from "../../platform/database.ts";
import type { AskedDeps } from "../../platform/env.ts";
import { countTowards } from "../../platform/limits.ts";
import { neighbourhoodOf } from "../../platform/network.ts";
import type { ReportDocument } from "../../reporting/contract/document.ts";
import { loadDocument } from "../../reporting/queries/document.ts";
import type { ReportFormat } from "../../reporting/terms.ts";
import { logged } from "../../use-log/record.ts";
import type { LinkToken, SharedReport, TakeShared } from "../contract/links.ts";
import { openLink } from "../queries/links.ts";
import { holderOf, loadShared, sharedView } from "../queries/shared.ts";
import { reportLinks } from "../tables.ts";

/** Makes a file of an edition, or finds the one that was made: `reporting` does. */
export type Make<File> = (
  deps: AskedDeps,
  frozen: {
    readonly document: ReportDocument;
    readonly fingerprint: string;
    readonly format: ReportFormat;
  },
) => Promise<File>;

/**
 * What a link opens. Refuses with `not_found`, the same for a token that is unknown, one that has
 * run out and one that was revoked, and with `rate_limited` after many such.
 */
export async function lookAtShared(deps: AskedDeps, token: LinkToken): Promise<SharedReport> {
  return sharedView(deps, await opened(deps, token));
}

/** Counts what opens nothing, so that nobody is kept from a right link by their neighbours. */
async function opened(deps: AskedDeps, token: LinkToken) {
  try {
    return await openLink(deps, token);
  } catch (error) {
    await countTowards(deps, "linkTried", neighbourhoodOf(deps.address));
    throw error;
  }
}

/**
 * Takes a file with a link: counted on the link, and a line in the log of disclosures (Act 906/2019
 * § 17) that names the link. Refuses as looking does, with `not_found` a format that was not
 * shared, and with `rate_limited`.
 */
export async function takeShared<File>(
  asked: AskedDeps,
  { token, format }: TakeShared,
  make: Make<File>,
): Promise<{ readonly file: File; readonly document: ReportDocument }> {
  const link = await opened(asked, { token });
  const { id, project, report: number } = link;
  if (!link.formats.includes(format)) {
    throw new Refusal("not_found", (say) => say.linkUnknown());
  }
  await countTowards(asked, "exported", id);
  const deps = { ...asked, actor: holderOf(project) };
  const { edition } = await loadShared(deps, link);
  const { document, fingerprint } = await loadDocument(deps, { project, number }, edition);
  if (fingerprint === null) throw notFound();
  const file = await make(deps, { document, fingerprint, format });
  const detail = `${number}.${edition} ${format} ${id}`;
  await runBatch(deps.db, [
    deps.db
      .update(reportLinks)
      .set({ times: sql`${reportLinks.times} + 1`, usedAt: deps.now })
      .where(eq(reportLinks.id, id)),
    logged(deps, { kind: "report_received", project, detail }),
  ]);
  return { file, document };
}
