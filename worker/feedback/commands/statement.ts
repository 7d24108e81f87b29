import { happened, record } from "../../history/record.ts";
import { COUNTY_SCOPE } from "../../history/terms.ts";
import { assertMay } from "../../kernel/permissions.ts";
import { retrying } from "../../platform/database.ts";
import type { Deps } from "../../platform/env.ts";
import { type Answer, commit } from "../../platform/requests.ts";
import { assertVersion } from "../../platform/versions.ts";
import type { ApproveStatement, StatementView } from "../contract/statement.ts";
import { findStatement } from "../queries.ts";
import { writeStatement } from "../record.ts";
import { statementSlug } from "../terms.ts";

/**
 * Approves the statement as it is given, and so publishes it: there is no second, hidden version.
 * The version 0 is the draft that nobody has approved. Refuses with `forbidden` and `stale`.
 */
export async function approveStatement(
  deps: Deps,
  expected: number,
  after: ApproveStatement,
): Promise<Answer<StatementView>> {
  const role = assertMay(deps.actor, "statement.manage");
  return retrying(async () => {
    const before = await findStatement(deps);
    assertVersion(before ?? { version: 0 }, expected);
    const fact = await happened(deps, before, {
      scope: COUNTY_SCOPE,
      subject: `statement:${statementSlug}`,
      kind: "statement.approved",
      role,
      before: before && saidIn(before),
      after,
    });
    const firstApprovedAt = before?.firstApprovedAt ?? deps.now;
    const body = { ...after, version: fact.version, firstApprovedAt, approvedAt: deps.now };
    return commit(deps, { status: 200, body, version: body.version }, [
      ...record([fact]),
      writeStatement(deps.db, after, fact),
    ]);
  });
}

/** What people wrote, without what the service adds. */
function saidIn(row: NonNullable<Awaited<ReturnType<typeof findStatement>>>): ApproveStatement {
  const {
    slug: _slug,
    firstApprovedAt: _first,
    approvedAt: _at,
    version: _version,
    hash: _hash,
    ...said
  } = row;
  return said;
}
