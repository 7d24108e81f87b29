import type { Schema } from "./document.ts";

const either = new Intl.ListFormat("en-GB", { type: "disjunction" });

const FORMATS: Readonly<Record<string, string>> = {
  date: "a date (YYYY-MM-DD)",
  "date-time": "an instant (ISO 8601)",
  binary: "a file",
  uri: "an address (URI)",
};

/** What a value can be: its type or its possible values, with code between backticks. */
export function kindInWords(schema: Schema): string {
  const values = schema.const === undefined ? schema.enum : [schema.const];
  if (values) return either.format(values.map(valueInWords));
  return either.format(schema.type === undefined ? ["any JSON"] : [schema.type].flat());
}

/** What bounds a value, in words, with code between backticks. */
export function limitsInWords(schema: Schema): string[] {
  const { format, pattern, uniqueItems, additionalProperties: rest } = schema;
  return [
    format === undefined ? "" : (FORMATS[format] ?? `format ${format}`),
    between(schema.minLength, schema.maxLength, "character"),
    between(schema.minItems, schema.maxItems, "item"),
    between(schema.minimum, schema.maximum, ""),
    schema.exclusiveMinimum === undefined ? "" : `more than ${schema.exclusiveMinimum}`,
    schema.exclusiveMaximum === undefined ? "" : `less than ${schema.exclusiveMaximum}`,
    uniqueItems === true ? "no two alike" : "",
    pattern === undefined ? "" : `matching \`${pattern}\``,
    rest === false ? "no other properties" : "",
    rest === true ? "any other properties" : "",
    schema.default === undefined ? "" : `default ${valueInWords(schema.default)}`,
    schema.example === undefined ? "" : `for example ${valueInWords(schema.example)}`,
  ].filter((words) => words !== "");
}

function valueInWords(value: unknown): string {
  if (value === null) return "null";
  return `\`${typeof value === "string" && value !== "" ? value : JSON.stringify(value)}\``;
}

function between(min: number | undefined, max: number | undefined, unit: string): string {
  const counted = (count: number) =>
    unit === "" ? `${count}` : `${count} ${unit}${count === 1 ? "" : "s"}`;
  if (min !== undefined && max !== undefined) {
    return min === max ? `exactly ${counted(min)}` : `${min} to ${counted(max)}`;
  }
  if (max !== undefined) return `at most ${counted(max)}`;
  return min === undefined ? "" : `at least ${counted(min)}`;
}

export type Field = {
  /** The objects and arrays that it stands in: `phases[].` */
  readonly within: string;
  readonly name: string;
  readonly required: boolean;
  readonly schema: Schema;
};

/** Every property of a schema, and of what has no name of its own inside it, in its order. */
export function fieldsOf(schema: Schema, place = ""): Field[] {
  const { items, properties = {}, required = [], additionalProperties: rest } = schema;
  const within = place === "" ? "" : `${place}.`;
  const variants = [...(schema.anyOf ?? []), ...(schema.oneOf ?? []), ...(schema.allOf ?? [])];
  return [
    ...variants.flatMap((variant) => fieldsOf(variant, place)),
    ...(items ? fieldsOf(items, `${place}[]`) : []),
    ...Object.entries(properties).flatMap(([name, property]) => [
      { within, name, required: required.includes(name), schema: property },
      ...fieldsOf(property, `${within}${name}`),
    ]),
    ...(typeof rest === "object" ? fieldsOf(rest, `${within}*`) : []),
  ];
}
