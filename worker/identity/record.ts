import type { Head } from "../history/record.ts";
import { membersScope } from "../history/terms.ts";
import type { Role } from "../kernel/permissions.ts";
import type { Database, Statement } from "../platform/database.ts";
import type { Held, HeldRow } from "./contract/held.ts";
import { memberships } from "./tables.ts";

/** The fact that a role was given, changed or taken away, for `allHappened`. */
export function membershipHappened(
  before: HeldRow | null,
  after: Held,
  said: { readonly role: Role; readonly reason?: string },
) {
  const { version: _version, hash: _hash, ...was } = before ?? { version: 0, hash: "" };
  const held = before !== null && before.endedAt === null;
  const kind =
    after.endedAt !== null ? "member.removed" : held ? "member.changed" : ("member.added" as const);
  return {
    head: before === null || before.version === 0 ? null : before,
    happening: {
      scope: membersScope(after.project),
      subject: `membership:${after.project}:${after.person}:${after.role}`,
      kind,
      before: before === null ? null : was,
      after,
      ...said,
    } as const,
  };
}

/** The statement that makes the role's row what its fact says. */
export function writeMembership(db: Database, after: Held, head: Head): Statement {
  const row = {
    ...after,
    municipalities: [...after.municipalities],
    deputyFor: [...after.deputyFor],
    version: head.version,
    hash: head.hash,
  };
  const { person: _person, project: _project, role: _role, ...set } = row;
  return db
    .insert(memberships)
    .values(row)
    .onConflictDoUpdate({
      target: [memberships.person, memberships.project, memberships.role],
      set,
    });
}
