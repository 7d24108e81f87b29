import { addDays } from "date-fns";
import { sql } from "drizzle-orm";
import { happened, record } from "../../history/record.ts";
import { digest } from "../../kernel/digest.ts";
import { assertMay } from "../../kernel/permissions.ts";
import { Refusal } from "../../kernel/refusal.ts";
import { retrying, runBatch } from "../../platform/database.ts";
import type { AskedDeps, Deps } from "../../platform/env.ts";
import { countTowards } from "../../platform/limits.ts";
import { type Answer, commit, failsWhere } from "../../platform/requests.ts";
import { randomId, randomToken } from "../../platform/secrets.ts";
import { loadProject } from "../../projects/queries/projects.ts";
import type { CreateLink, LinkMade } from "../contract/links.ts";
import { stateOf } from "../domain/links.ts";
import { countOpenLinks, linkView, loadLink } from "../queries/links.ts";
import { loadShared } from "../queries/shared.ts";
import { linkSubject, saidOfLink, writeLink } from "../record.ts";
import { reportLinks } from "../tables.ts";
import { openLinksMax } from "../terms.ts";

/**
 * Makes a link to a report that has been submitted. Its token is in this one answer and kept as a
 * hash. Refuses with `not_found` (also a report or edition that nobody submitted), `forbidden`,
 * `locked` (too many are open) and `rate_limited`.
 */
export async function shareReport(
  deps: AskedDeps,
  project: string,
  { days, ...input }: CreateLink,
): Promise<Answer<LinkMade>> {
  const { db, actor, now, settings } = deps;
  await loadProject(deps, project);
  const role = assertMay(actor, "delivery.manage", { project });
  await loadShared(deps, { project, ...input });
  if ((await countOpenLinks(deps, project)) >= openLinksMax) {
    throw new Refusal("locked", (say) => say.linksFull(openLinksMax));
  }
  await countTowards(deps, "linkMade", actor.id);
  return retrying(async () => {
    const token = randomToken();
    const row = {
      ...input,
      id: randomId("l"),
      project,
      tokenHash: await digest(token),
      createdAt: now,
      expiresAt: addDays(now, days).toISOString(),
      revokedAt: null,
      times: 0,
      usedAt: null,
      version: 1,
      hash: "",
    };
    const fact = await happened(deps, null, {
      scope: project,
      subject: linkSubject(row),
      kind: "link.shared",
      role,
      before: null,
      after: saidOfLink(row),
    });
    const kept = { ...linkView(row, now), link: null };
    // The token stands after `#`: no server, log or referrer ever sees it.
    const body = { ...kept, link: `${settings.origin}/shared#${token}` };
    return commit<LinkMade>(deps, { status: 201, body, kept, version: 1 }, [
      ...record([fact]),
      writeLink(db, row, fact),
      failsWhere(sql`(SELECT count(*) FROM ${reportLinks} WHERE project = ${project}
        AND revoked_at IS NULL AND expires_at > ${now}) > ${openLinksMax}`),
    ]);
  });
}

/** Revokes a link: it opens nothing from now on. Twice is as once. Refuses with `not_found`. */
export async function revokeLink(deps: Deps, project: string, id: string): Promise<void> {
  await retrying(async () => {
    const { db, actor, now, guard } = deps;
    const before = await loadLink(deps, project, id);
    if (stateOf(before, now) === "revoked") return;
    const after = { ...before, revokedAt: now };
    const fact = await happened(deps, before, {
      scope: project,
      subject: linkSubject(before),
      kind: "link.revoked",
      role: assertMay(actor, "delivery.manage", { project }),
      before: saidOfLink(before),
      after: saidOfLink(after),
    });
    await runBatch(db, [...(guard ? [guard] : []), ...record([fact]), writeLink(db, after, fact)]);
  });
}
