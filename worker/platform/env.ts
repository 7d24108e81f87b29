import type { Language } from "../kernel/language.ts";
import type { Actor } from "../kernel/permissions.ts";
import type { Database, Statement } from "./database.ts";
import type { Files } from "./files.ts";
import type { Upload } from "./forms.ts";
import type { Mailer } from "./mail.ts";
import type { Settings } from "./settings.ts";

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
  /** Fails the batch that it stands in when the actor's roles are no longer what was read. */
  readonly guard?: Statement;
};

/** What a request brings besides: for the commands that sign in, write letters, count or log. */
type Surroundings = {
  readonly settings: Settings;
  /** Null where the deployment sends no letters. */
  readonly mailer: Mailer | null;
  readonly files: Files;
  /** The address that the request came from; it is never kept whole. */
  readonly address: string;
  /** The session's own name, or null for a stranger and for a script. */
  readonly sessionId: string | null;
  /** The API token's own name, where a script asks. */
  readonly tokenId: string | null;
};

export type AskedDeps = Deps & Surroundings;

/** What a handler may reach: bindings, and what the middleware put on the request. */
export type AppEnv = {
  Bindings: Env;
  Variables: { -readonly [Key in keyof AskedDeps]: AskedDeps[Key] } & {
    /** The form that was sent, where one may be. */
    upload: Upload | null;
  };
};
