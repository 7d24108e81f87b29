import { and, isNull } from "drizzle-orm";
import { assertPerson } from "../../kernel/permissions.ts";
import { runBatch } from "../../platform/database.ts";
import type { AskedDeps, Deps } from "../../platform/env.ts";
import { countTowards } from "../../platform/limits.ts";
import { type Answer, commit } from "../../platform/requests.ts";
import { logged } from "../../use-log/record.ts";
import type { CommentView } from "../contract.ts";
import { allComments, ownMentions } from "../queries/mentions.ts";
import { mentions } from "../tables.ts";

/**
 * The comments of a project, and the line in the log of disclosures that says who took them (Act
 * 906/2019 § 17). Refuses with `not_found`, `forbidden` and `rate_limited`.
 */
export async function takeComments(deps: AskedDeps, slug: string): Promise<CommentView[]> {
  await countTowards(deps, "exported", deps.actor.id);
  const items = await allComments(deps, slug);
  await runBatch(deps.db, [
    logged(deps, { kind: "exported", project: slug, detail: "comments csv" }),
  ]);
  return items;
}

/** One has looked at where one is named: all of it until now. */
export async function seeMentions(deps: Deps): Promise<Answer<{ readonly unseen: number }>> {
  assertPerson(deps.actor, "mention.view");
  return commit(deps, { status: 200, body: { unseen: 0 }, version: null }, [
    deps.db
      .update(mentions)
      .set({ seenAt: deps.now })
      .where(and(ownMentions(deps.actor), isNull(mentions.seenAt))),
  ]);
}
