import type { Actor } from "../../kernel/permissions.ts";
import { notFound } from "../../kernel/refusal.ts";
import type { Deps } from "../../platform/env.ts";
import { projectName } from "../../projects/queries/projects.ts";
import { listEditions, loadReport } from "../../reporting/queries/reports.ts";
import type { SharedReport } from "../contract/links.ts";
import type { reportLinks } from "../tables.ts";

type LinkRow = typeof reportLinks.$inferSelect;
type Of = Pick<LinkRow, "project" | "report" | "edition">;

/** Who has a link sees of its project what a funder would: what was submitted, and nothing else. */
export const holderOf = (project: string): Actor => ({
  id: "",
  admin: false,
  memberships: [{ project, role: "funder", municipalities: [], deputyFor: [] }],
});

/**
 * The edition that a link stands for at this moment: the one that was chosen, else the newest that
 * was submitted. Refuses with `not_found`.
 */
export async function loadShared(
  { db }: Pick<Deps, "db">,
  { project, report, edition: chosen }: Of,
) {
  const reading = { db, actor: holderOf(project) };
  const at = { project, number: report };
  const { name } = await loadReport(reading, at);
  const editions = await listEditions(reading, at);
  const newest = Math.max(...editions.map(({ edition }) => edition));
  const found = editions.find(({ edition }) => edition === (chosen ?? newest));
  if (!found) throw notFound();
  return { ...found, reportName: name, newest: found.edition === newest };
}

/** What the holder of a link sees of it. Refuses with `not_found`. */
export async function sharedView(deps: Pick<Deps, "db">, link: LinkRow): Promise<SharedReport> {
  const { reportName, newest, edition, outcome, asOf, fingerprint } = await loadShared(deps, link);
  const { report, expiresAt } = link;
  const projectNamed = await projectName(deps, link.project);
  return {
    projectName: projectNamed,
    reportName,
    report,
    edition,
    newest,
    outcome,
    asOf,
    fingerprint,
    formats: [...link.formats],
    expiresAt,
  };
}
