import { and, desc, eq, gte, lt, lte } from "drizzle-orm";
import { assertMay } from "../../kernel/permissions.ts";
import type { Deps } from "../../platform/env.ts";
import { uses } from "../../use-log/tables.ts";
import type { UseQuery, UseView } from "../contract/uses.ts";
import { people } from "../tables.ts";

type Reading = Pick<Deps, "db" | "actor">;

/** A page of the log of use and disclosure, newest first, for the administrator. */
export async function listUses(
  { db, actor }: Reading,
  {
    kind,
    person,
    since,
    until,
    below,
    limit,
  }: Omit<UseQuery, "limit" | "cursor"> & {
    readonly below: number;
    readonly limit: number;
  },
): Promise<UseView[]> {
  assertMay(actor, "use.view");
  const rows = await db
    .select({ use: uses, name: people.name })
    .from(uses)
    .leftJoin(people, eq(people.id, uses.person))
    .where(
      and(
        lt(uses.seq, below),
        kind === undefined ? undefined : eq(uses.kind, kind),
        person === undefined ? undefined : eq(uses.person, person),
        since === undefined ? undefined : gte(uses.at, since),
        until === undefined ? undefined : lte(uses.at, until),
      ),
    )
    .orderBy(desc(uses.seq))
    .limit(limit);
  return rows.map(({ use: { seq, ...use }, name }) => ({ number: seq, ...use, personName: name }));
}
