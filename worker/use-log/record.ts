import type { Statement } from "../platform/database.ts";
import type { AskedDeps } from "../platform/env.ts";
import { networkOf } from "../platform/network.ts";
import { uses } from "./tables.ts";
import { detailLengthMax, type UseKind } from "./terms.ts";

type Asking = Pick<AskedDeps, "db" | "now" | "address"> & {
  readonly actor: { readonly id: string };
};
type Use = {
  readonly kind: UseKind;
  readonly detail: string;
  readonly project?: string | null;
  /** Whose use it is, where that is not the actor: signing in makes one. */
  readonly person?: string | null;
};

/** The statement that writes one line of the log; it goes into the batch of what it tells of. */
export function logged({ db, now, address, actor }: Asking, use: Use): Statement {
  return db.insert(uses).values({
    at: now,
    kind: use.kind,
    person: use.person ?? (actor.id === "" ? null : actor.id),
    project: use.project ?? null,
    detail: use.detail.slice(0, detailLengthMax),
    network: networkOf(address),
  });
}
