import type { Language } from "../kernel/language.ts";
import type { Actor } from "../kernel/permissions.ts";
import type { Database } from "./database.ts";

/** A request that may be sent again: its key within the actor, and a digest of all it asks. */
export type Keyed = { readonly key: string; readonly fingerprint: string };

/** What every query and command takes. `c.var` has this shape, so a route passes it on. */
export type Deps = {
  readonly db: Database;
  readonly actor: Actor;
  /** The moment of the request, an instant. */
  readonly now: string;
  readonly language: Language;
  /** Null where the request carried no `Idempotency-Key`. */
  readonly keyed: Keyed | null;
};

/** What a handler may reach: bindings, and what the middleware put on the request. */
export type AppEnv = {
  Bindings: Env;
  Variables: { -readonly [Key in keyof Deps]: Deps[Key] };
};
