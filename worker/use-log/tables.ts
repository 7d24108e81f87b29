import { index, integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { USE_KINDS } from "./terms.ts";

/**
 * Who used what, and what was disclosed to whom (Act 906/2019 § 17). Never a secret, a name or a
 * whole network address. Triggers refuse to change a line, and to remove one that is still kept.
 */
export const uses = sqliteTable(
  "uses",
  {
    seq: integer().primaryKey({ autoIncrement: true }),
    at: text().notNull(),
    kind: text({ enum: USE_KINDS }).notNull(),
    /** A pseudonym; null where nobody was signed in. */
    person: text(),
    project: text(),
    /** What it was about: a method of signing in, a format, a path without its query. */
    detail: text().notNull(),
    /** The network that it came from, without the part that names a device. */
    network: text().notNull(),
  },
  (t) => [
    index("uses_person").on(t.person),
    index("uses_kind").on(t.kind),
    index("uses_at").on(t.at),
  ],
);
