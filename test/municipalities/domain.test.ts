import { readFileSync } from "node:fs";
import { DatabaseSync } from "node:sqlite";
import { parseCsv } from "hucre/csv";
import { describe, expect, test } from "vitest";

const rowsOf = (file: string): Record<string, string>[] => {
  const [headers = [], ...rows] = parseCsv(readFileSync(`seeds/reference/${file}`, "utf8"));
  return rows.map((row) =>
    Object.fromEntries(
      headers.map((name, at): [string, string] => [String(name), String(row[at])]),
    ),
  );
};
const listed = rowsOf("municipalities.csv");
const ended = rowsOf("ended-municipalities.csv");

const db = new DatabaseSync(":memory:");
for (const migration of ["0000_foundation", "0001_guards", "0002_register"]) {
  db.exec(readFileSync(`drizzle/${migration}.sql`, "utf8"));
}
const select = (sql: string) => db.prepare(sql).all();

describe("the register", () => {
  test("holds exactly the 308 municipalities of the source, field by field", () => {
    expect(listed).toHaveLength(308);
    const expected = listed.map((row) => ({
      code: row["code"],
      name_fi: row["name_fi"],
      name_sv: row["name_sv"],
      county: row["wellbeing_county_code"],
      population: Number(row["population_2022"]),
      lon: Number(row["lon"]),
      lat: Number(row["lat"]),
      tile_column: Number(row["tile_column"]),
      tile_row: Number(row["tile_row"]),
    }));
    const columns = Object.keys(expected[0] ?? {}).join(", ");
    const found = select(
      `SELECT ${columns} FROM municipalities WHERE valid_to IS NULL ORDER BY code`,
    );
    expect(found).toEqual(expected);
  });

  test("holds exactly the counties of the source, with as many municipalities as it says", () => {
    const expected = rowsOf("wellbeing-counties.csv").map((row) => ({
      code: row["code"],
      name_fi: row["name_fi"],
      name_sv: row["name_sv"],
      name_en: row["name_en"],
      municipalities: Number(row["municipality_count_2025"]),
    }));
    expect(expected).toHaveLength(23);
    const found = select(`
      SELECT c.*, (SELECT count(*) FROM municipalities m
        WHERE m.county = c.code AND m.valid_to IS NULL) AS municipalities
      FROM counties c ORDER BY c.code`);
    expect(found).toEqual(expected);
  });

  test("keeps Pertunmaa, which ended, with Mäntyharju after it", () => {
    expect(ended).toHaveLength(1);
    const found = select(`
      SELECT m.code, m.name_fi, m.name_sv, m.county AS wellbeing_county_code, m.valid_to, m.successor
      FROM municipalities m WHERE valid_to IS NOT NULL`);
    expect(found).toEqual(ended);
    expect(found[0]).toMatchObject({ name_fi: "Pertunmaa", successor: "507" });
    expect(select("SELECT name_fi FROM municipalities WHERE code = '507'")).toEqual([
      { name_fi: "Mäntyharju" },
    ]);
  });

  test("gives no two municipalities of a county the same tile", () => {
    const shared = select(`
      SELECT county, tile_column, tile_row FROM municipalities WHERE valid_to IS NULL
      GROUP BY county, tile_column, tile_row HAVING count(*) > 1`);
    expect(shared).toEqual([]);
  });

  test("places every tile on a whole number from zero", () => {
    const wrong = select(`
      SELECT code FROM municipalities WHERE valid_to IS NULL
      AND (typeof(tile_column) <> 'integer' OR typeof(tile_row) <> 'integer'
        OR tile_column < 0 OR tile_row < 0)`);
    expect(wrong).toEqual([]);
  });

  test("has the 23 municipalities of Pirkanmaa", () => {
    expect(
      select("SELECT code FROM municipalities WHERE county = '08' AND valid_to IS NULL"),
    ).toHaveLength(23);
  });

  test("writes every name in NFC without blanks at its ends", () => {
    const names = select("SELECT name_fi, name_sv FROM municipalities").flatMap((row) =>
      Object.values(row).map(String),
    );
    expect(names.filter((name) => name !== name.normalize("NFC").trim())).toEqual([]);
  });
});
