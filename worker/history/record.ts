import { sql } from "drizzle-orm";
import { v7 } from "uuid";
import { digest } from "../kernel/digest.ts";
import type { Role } from "../kernel/permissions.ts";
import { jsonChunks, type Statement } from "../platform/database.ts";
import type { Deps } from "../platform/env.ts";
import { facts } from "./tables.ts";
import type { FactKind } from "./terms.ts";

/** The newest fact of a subject, as its versioned row carries it. */
export type Head = { readonly version: number; readonly hash: string };

/** What a command says happened. `before` is null for the first fact of a subject. */
export type Happening = {
  readonly scope: string;
  readonly subject: string;
  readonly kind: FactKind;
  readonly role: Role;
  readonly before: object | null;
  readonly after: object;
  readonly reason?: string | null;
};

export type Fact = {
  readonly scope: string;
  readonly subject: string;
  readonly version: number;
  readonly kind: FactKind;
  readonly actor: string;
  readonly role: Role;
  readonly at: string;
  readonly key: string;
  readonly detail: string;
  readonly previousHash: string;
  readonly hash: string;
};

type Happened = { readonly head: Head | null; readonly happening: Happening };
type Moment = Pick<Deps, "actor" | "now" | "keyed">;

/** The next fact of a subject, linked to the one before it. */
export async function happened(moment: Moment, head: Head | null, happening: Happening) {
  return link(moment, { head, happening }, `${moment.keyed?.key ?? v7()}#0`);
}

/**
 * The next facts of many subjects. Their keys are the request's key and a running number, so a
 * request that comes twice cannot be written twice.
 */
export async function allHappened(moment: Moment, all: readonly Happened[]): Promise<Fact[]> {
  const request = moment.keyed?.key ?? v7();
  return Promise.all(all.map((one, number) => link(moment, one, `${request}#${number}`)));
}

async function link(
  { actor, now }: Moment,
  { head, happening }: Happened,
  key: string,
): Promise<Fact> {
  const { before, after, reason, ...said } = happening;
  const fact = {
    ...said,
    version: (head?.version ?? 0) + 1,
    actor: actor.id,
    at: now,
    key,
    detail: JSON.stringify({ before, after, reason: reason ?? null }),
    previousHash: head?.hash ?? "",
  };
  return { ...fact, hash: await hashOf(fact) };
}

/**
 * SHA-256 over the fact's fields as one JSON array. Computed here and never in SQL, because D1
 * binds JavaScript numbers as REAL.
 */
export function hashOf(fact: Omit<Fact, "hash">): Promise<string> {
  const { previousHash, scope, subject, version, kind, actor, role, at, key, detail } = fact;
  return digest(
    JSON.stringify([previousHash, scope, subject, version, kind, actor, role, at, key, detail]),
  );
}

/** The statements that write facts. They go first in the batch: a stale one fails all of it. */
export function record(written: readonly Fact[]): Statement[] {
  return jsonChunks(written).map(
    (chunk) =>
      sql`
      INSERT INTO ${facts} (scope, subject, version, kind, actor, role, at, key, detail, previous_hash, hash)
      SELECT value ->> 'scope', value ->> 'subject', value ->> 'version', value ->> 'kind',
        value ->> 'actor', value ->> 'role', value ->> 'at', value ->> 'key', value ->> 'detail',
        value ->> 'previousHash', value ->> 'hash'
      FROM json_each(${chunk})`,
  );
}
