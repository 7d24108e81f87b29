import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { assertPlainJson, bodySizeMax, readBody } from "../../../worker/platform/json.ts";

const nested = (depth: number) => `${"[".repeat(depth)}${"]".repeat(depth)}`;
const streamOf = (...chunks: readonly Uint8Array<ArrayBuffer>[]) => new Blob([...chunks]).stream();
const bytes = (text: string) => new TextEncoder().encode(text);

describe("plain JSON", () => {
  test.each([
    "{}",
    "null",
    '{"a":1,"b":{"a":1}}',
    '[{"a":1},{"a":2}]',
    '{"a":"\\"a\\":1","b":"{\\"a\\":2}"}',
    '{"a":["a","a"]}',
    '{"\\\\":1,"\\\\\\\\":2}',
    nested(32),
  ])("lets %s pass", (text) => {
    expect(() => assertPlainJson(text)).not.toThrow();
  });

  test.each([
    ["malformed", "{"],
    ["with a comment", "{}//"],
    ["with a trailing comma", '{"a":1,}'],
    ["with NaN", "[NaN]"],
    ["with single quotes", "{'a':1}"],
    ["with a key twice", '{"a":1,"a":2}'],
    ["with a key twice, once escaped", '{"a":1,"\\u0061":2}'],
    ["with a key twice deep inside", '[{"x":{"a":1,"b":2,"a":3}}]'],
    ["with a key twice and blanks before the colon", '{"a" \n:1,"a"\t:2}'],
    ["with __proto__ as a key", '{"a":[{"__proto__":1}]}'],
    ["with __proto__ as a key, escaped", '{"__prot\\u006f__":1}'],
    ["deeper than 32 levels", nested(33)],
    ["as deep as a body can be", nested(bodySizeMax / 2)],
  ])("stops text %s", (_, text) => {
    expect(() => assertPlainJson(text)).toThrow("invalid");
  });

  test("lets everything pass that JavaScript writes", () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 10 }), (text) => {
        fc.pre(!text.includes('"__proto__"'));
        expect(() => assertPlainJson(text)).not.toThrow();
      }),
    );
  });

  test("stops any object with any of its keys written twice", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), fc.json({ maxDepth: 2 }), (key, one) => {
        const twice = `{${JSON.stringify(key)}:${one},${JSON.stringify(key)}:1}`;
        expect(() => assertPlainJson(twice)).toThrow("invalid");
      }),
    );
  });
});

describe("a body", () => {
  test("may be exactly 1 MiB", async () => {
    expect(await readBody(streamOf(new Uint8Array(bodySizeMax).fill(0x20)))).toHaveLength(
      bodySizeMax,
    );
  });

  test("is refused at 1 MiB and a byte, however it is cut", async () => {
    const half = new Uint8Array(bodySizeMax / 2);
    await expect(readBody(streamOf(half, half, bytes("x")))).rejects.toThrow("too_large");
  });

  test("keeps a letter that is cut between two chunks", async () => {
    const letters = bytes("ää");
    const cut = new ReadableStream<Uint8Array>({
      start(controller) {
        controller.enqueue(letters.slice(0, 1));
        controller.enqueue(letters.slice(1));
        controller.close();
      },
    });
    expect(await readBody(cut)).toBe("ää");
  });

  test.each([[[0xff, 0xfe]], [[0xc3]], [[0xed, 0xa0, 0x80]]])(
    "is refused when it is not UTF-8: %j",
    async (raw) => {
      await expect(readBody(streamOf(Uint8Array.from(raw)))).rejects.toThrow("invalid");
    },
  );

  test("of nothing is empty text", async () => {
    expect(await readBody(null)).toBe("");
  });
});
