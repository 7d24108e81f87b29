import { SQLiteAsyncDialect } from "drizzle-orm/sqlite-core";
import type { Statement } from "../worker/platform/database.ts";

const dialect = new SQLiteAsyncDialect({ casing: "snake_case" });

/** A statement as one text, its values in their places: for a database that takes only a script. */
export function inlined(statement: Statement): string {
  const { sql, params } = dialect.sqlToQuery(statement.getSQL());
  const values = params.values();
  // What stands in quotes is text, and a question mark in it no place for a value.
  return sql.replaceAll(/'(?:[^']|'')*'|"[^"]*"|\?/g, (part) =>
    part === "?" ? literal(values.next().value) : part,
  );
}

function literal(value: unknown): string {
  if (value === null || value === undefined) return "NULL";
  // As D1 binds numbers: as REAL, and a column of integers makes an integer of it.
  if (typeof value === "number") return Number.isSafeInteger(value) ? `${value}.0` : `${value}`;
  if (typeof value === "boolean") return value ? "1" : "0";
  if (typeof value === "string") return `'${value.replaceAll("'", "''")}'`;
  throw new TypeError("A statement binds texts, numbers and nothing else.");
}
