import { integer, real, sqliteTable, text } from "drizzle-orm/sqlite-core";

/** The wellbeing services counties, Helsinki (90) and Åland (91). */
export const counties = sqliteTable("counties", {
  code: text().primaryKey(),
  nameFi: text().notNull(),
  nameSv: text().notNull(),
  nameEn: text().notNull(),
});

/** The register. A municipality that ended keeps its row, with the one that followed it. */
export const municipalities = sqliteTable("municipalities", {
  code: text().primaryKey(),
  nameFi: text().notNull(),
  nameSv: text().notNull(),
  county: text()
    .notNull()
    .references(() => counties.code),
  /** On 31 December 2022. Null for those that ended, whose people are counted in the successor. */
  population: integer(),
  /** Degrees. */
  lon: real(),
  lat: real(),
  /** Place on the county's tile map, from 0 at the top left. */
  tileColumn: integer(),
  tileRow: integer(),
  validFrom: text(),
  validTo: text(),
  successor: text(),
});
