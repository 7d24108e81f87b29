import type { Role } from "../../kernel/permissions.ts";

/** A role that somebody holds or has held. */
export type Held = {
  readonly person: string;
  /** A project's slug, or the scope of the county for an administrator. */
  readonly project: string;
  readonly role: Role;
  readonly municipalities: readonly string[];
  readonly deputyFor: readonly string[];
  readonly since: string;
  readonly endedAt: string | null;
};

/** The same with the version and the hash of its newest fact. */
export type HeldRow = Held & { readonly version: number; readonly hash: string };
