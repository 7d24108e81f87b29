import { and, asc, eq, gt, inArray, isNull, sql } from "drizzle-orm";
import type { Database } from "../platform/database.ts";
import type { MunicipalityView } from "./contract.ts";
import { counties, municipalities } from "./tables.ts";

/** A page of the register by code: those that exist today, and if asked those that have ended. */
export async function listMunicipalities(
  db: Database,
  {
    county,
    ended,
    after,
    limit,
  }: { county: string | undefined; ended: boolean; after: string; limit: number },
): Promise<MunicipalityView[]> {
  const rows = await db
    .select()
    .from(municipalities)
    .innerJoin(counties, eq(counties.code, municipalities.county))
    .where(
      and(
        gt(municipalities.code, after),
        county === undefined ? undefined : eq(municipalities.county, county),
        ended ? undefined : isNull(municipalities.validTo),
      ),
    )
    .orderBy(asc(municipalities.code))
    .limit(limit);
  return rows.map(
    ({ municipalities: { lon: _lon, lat: _lat, validFrom: _from, ...own }, ...row }) => ({
      ...own,
      county: row.counties,
    }),
  );
}

/** Which of these codes are municipalities that exist today. */
export async function knownCodes(db: Database, codes: readonly string[]): Promise<Set<string>> {
  const rows = await db
    .select({ code: municipalities.code })
    .from(municipalities)
    .where(
      and(
        inArray(municipalities.code, sql`(SELECT value FROM json_each(${JSON.stringify(codes)}))`),
        isNull(municipalities.validTo),
      ),
    );
  return new Set(rows.map(({ code }) => code));
}

/** The codes of a county's municipalities that exist today. Empty for an unknown county. */
export async function codesOfCounty(db: Database, county: string): Promise<string[]> {
  const rows = await db
    .select({ code: municipalities.code })
    .from(municipalities)
    .where(and(eq(municipalities.county, county), isNull(municipalities.validTo)))
    .orderBy(asc(municipalities.code));
  return rows.map(({ code }) => code);
}

/** Names and tile places by code, of the municipalities asked for. */
export async function namesOf(db: Database, codes: readonly string[]) {
  return db
    .select({
      code: municipalities.code,
      nameFi: municipalities.nameFi,
      nameSv: municipalities.nameSv,
      population: municipalities.population,
      tileColumn: municipalities.tileColumn,
      tileRow: municipalities.tileRow,
    })
    .from(municipalities)
    .where(
      inArray(municipalities.code, sql`(SELECT value FROM json_each(${JSON.stringify(codes)}))`),
    );
}

/** A municipality of the register, also one that has ended; null for an unknown code. One row. */
export async function findMunicipality(db: Database, code: string) {
  const [found] = await db
    .select({
      code: municipalities.code,
      nameFi: municipalities.nameFi,
      nameSv: municipalities.nameSv,
      population: municipalities.population,
    })
    .from(municipalities)
    .where(eq(municipalities.code, code))
    .limit(1);
  return found ?? null;
}
