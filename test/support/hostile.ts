import type { Operation, Schema } from "./document.ts";

/** Numbers that look random and are the same every time. */
export function dice(seed: number) {
  let state = seed;
  const roll = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  const pick = <Item>(items: readonly [Item, ...Item[]]): Item =>
    items[Math.floor(roll() * items.length)] ?? items[0];
  return { roll, pick, chance: (share: number) => roll() < share };
}
type Dice = ReturnType<typeof dice>;

const oddTexts = [
  "",
  " ",
  "=1+1",
  "\0",
  "\uD800",
  "ä".repeat(130),
  "x".repeat(6000),
  "__proto__",
  "2024-02-30",
  "2024-06-30",
  "837",
  "999",
  "all",
  "demo",
  "rrp",
  "'; DROP TABLE facts; --",
  "%ff",
  "../..",
  "\u202E",
  "1e400",
  "null",
  "👩‍👧",
  "lead",
  "@county",
  "session-of-funder",
] as const;
const oddNumbers = [0, -1, 1, 2, 0.1, 1e21, -1e21, 2 ** 53, 501, 1e-300] as const;
const oddValues = [null, true, [], {}, [[]], "x", 0, -1] as const;
const oddBodies = [
  "",
  "{",
  "null",
  "[]",
  "{}",
  '{"a":1,"a":2}',
  `${"[".repeat(33)}${"]".repeat(33)}`,
  '{"value":1e400}',
  '{"__proto__":{"x":1}}',
  '"\\ud800"',
  "\uFEFF{}",
  "true",
] as const;
const oddHeaders = {
  "if-match": ["*", "x", '"-1"', '"1"', '"0"', '"2"', 'W/"1"', '"99999999999"'],
  "idempotency-key": ["", "k", "k".repeat(201), "a\tb", "same", "same", "same"],
} as const;

/** A request that an operation's own schemas suggest, mostly wrong in some way. */
export function hostileRequest(
  { path, parameters, body, method }: Operation,
  schemas: Readonly<Record<string, Schema>>,
  random: Dice,
) {
  const { chance, pick } = random;
  const make = (schema: Schema) => valueOf(schema, schemas, { random, depth: 0 });
  const names = {
    programme: "rrp",
    project: "demo",
    number: "1",
    municipality: "837",
    // One who is not playing: what they lose is missed by nobody.
    person: "steering",
    role: "steering",
    id: pick(["none", "session-of-lead", "session-of-admin"]),
  };
  const filled = Object.entries(names).reduce(
    (so, [name, good]) => so.replace(`{${name}}`, encode(chance(0.7) ? good : pick(oddTexts))),
    path,
  );
  const query = parameters
    .filter((one) => one.in === "query" && chance(one.required ? 0.9 : 0.4))
    .flatMap(({ name, schema }) => {
      const once = `${name}=${encode(String(chance(0.6) ? make(schema) : pick(oddTexts)))}`;
      return chance(0.05) ? [once, once] : [once];
    });
  if (chance(0.1)) query.push(`lang=${pick(["fi", "sv", "en", "xx"])}`);
  const headers: Record<string, string> = {};
  const isVersioned = parameters.some((one) => one.in === "header" && one.name === "if-match");
  if (isVersioned && chance(0.9)) {
    headers["if-match"] = chance(0.6) ? `"${pick([0, 1, 2, 3])}"` : pick(oddHeaders["if-match"]);
  }
  if (method !== "GET" && chance(0.3))
    headers["idempotency-key"] = pick(oddHeaders["idempotency-key"]);
  if (method !== "GET" && chance(0.03)) headers["origin"] = "https://paha.example";
  if (method === "GET" && chance(0.1)) headers["if-none-match"] = pick(["*", '"1"', "x"]);
  if (body && chance(0.95)) {
    headers["content-type"] = chance(0.95)
      ? "application/json"
      : pick(["text/plain", "application/json;", "x"]);
  }
  const text = body && (chance(0.85) ? JSON.stringify(make(body)) : pick(oddBodies));
  return {
    method,
    path: `${filled}${query.length > 0 ? `?${query.join("&")}` : ""}`,
    headers,
    text,
  };
}

/** Lone surrogates have no place in an address. */
const encode = (text: string) => encodeURIComponent(text.toWellFormed());

/** A value that mostly fits a schema. */
function valueOf(
  schema: Schema,
  schemas: Readonly<Record<string, Schema>>,
  { random, depth }: { readonly random: Dice; readonly depth: number },
): unknown {
  const { chance, pick, roll } = random;
  const inner = (one: Schema) => valueOf(one, schemas, { random, depth: depth + 1 });
  if (schema.$ref) return inner(schemas[schema.$ref.split("/").at(-1) ?? ""] ?? {});
  if (chance(0.04)) return pick(oddValues);
  if (schema.const !== undefined) return schema.const;
  const [first, ...others] = schema.anyOf ?? schema.oneOf ?? [];
  if (first) return inner(pick([first, ...others]));
  const [value, ...values] = schema.enum ?? [];
  if (schema.enum) return pick([value, ...values]);
  const type = Array.isArray(schema.type)
    ? pick([schema.type[0] ?? "", ...schema.type])
    : schema.type;
  switch (type) {
    case "object":
      return Object.fromEntries(
        Object.entries(schema.properties ?? { [pick(oddTexts)]: {} })
          .filter(([name]) => chance(schema.required?.includes(name) ? 0.97 : 0.4))
          .map(([name, one]): [string, unknown] => [
            chance(0.98) ? name : pick(oddTexts),
            inner(one),
          ]),
      );
    case "array":
      return Array.from({ length: Math.floor(roll() * 4) }, () => inner(schema.items ?? {}));
    case "integer":
    case "number":
      return chance(0.7) ? Math.floor(roll() * 3) + (schema.minimum ?? 0) : pick(oddNumbers);
    case "boolean":
      return chance(0.5);
    case "null":
      return null;
    default:
      return chance(0.7) ? textLike(schema, random) : pick(oddTexts);
  }
}

function textLike({ format, pattern }: Schema, { pick }: Dice): string {
  if (format === "date") return pick(["2023-06-30", "2024-02-29", "2024-12-31", "2023-01-01"]);
  if (format === "email") return pick(["lead@etappi.example", "Uusi@kunta.example", "a@b", "@"]);
  if (pattern?.includes("{43}")) return pick(["a".repeat(43), "a".repeat(42), "-".repeat(43)]);
  if (pattern?.includes("{3}")) return pick(["837", "536", "980", "588"]);
  if (pattern?.includes("{2}")) return pick(["08", "10"]);
  return pick(["Teksti", "rrp", "demo", "a", "Pitkähkö teksti, jossa on ääkkösiä"]);
}
