import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { factCount, ok, pathsOf, refusal } from "../support/answers.ts";
import { aWorld, type Client, client, request } from "../support/world.ts";

const cell = "/api/projects/demo/progress/1/837";
const milestones = "/api/projects/demo/milestones";
let lead: Client;
let facts: number;

beforeEach(async () => {
  ({ lead } = await aWorld());
  facts = await factCount();
});

/** Whatever is refused leaves nothing behind; what is accepted says so. */
let written = 0;
afterEach(async () => {
  const more = (await factCount()) - facts;
  if (more !== written) throw new Error(`${more} facts were written, and not ${written}.`);
  written = 0;
});

const patch = (body: unknown, headers: Record<string, string> = {}) =>
  lead.send("PATCH", cell, body, { version: 0, headers });

describe("a body", () => {
  test.each([
    ["that is not JSON", "declared=done"],
    ["that is cut off", '{"declared":"do'],
    ["that is two documents", "{}{}"],
    ["with a comment", '{"declared":"done"/*!*/}'],
    ["with single quotes", "{'declared':'done'}"],
    ["with NaN", '{"value":NaN}'],
    ["with a raw line break in text", '{"note":"a\nb"}'],
    ["with a key twice", '{"declared":"done","declared":"in_progress"}'],
    ["with a key twice, once escaped", '{"declared":"done","decl\\u0061red":"in_progress"}'],
    ["40 levels deep", `{"note":${"[".repeat(40)}${"]".repeat(40)}}`],
    ["100,000 levels deep", "[".repeat(100_000) + "]".repeat(100_000)],
    ["that is a list", "[]"],
    ["that is null", "null"],
    ["that is text", '"done"'],
    ["that is a number", "1e400"],
    ["that is empty", ""],
    ["that is blank", " \n\t"],
    ["of nothing but a byte order mark", "\uFEFF"],
    ["of an empty object", "{}"],
  ])("%s is invalid", async (_, body) => {
    await refusal(await patch(body), 400, "invalid");
  });

  test.each([
    [
      "of a wrong type",
      { declared: 1, value: "7", note: {}, doneOn: true },
      ["declared", "doneOn", "note", "value"],
    ],
    [
      "with unknown fields",
      { declared: "done", colour: "red", Declared: "x" },
      ["Declared", "colour"],
    ],
    ["with a status nobody can declare", { declared: "no_data" }, ["declared"]],
    ["with a date that does not exist", { declared: "done", doneOn: "2024-02-30" }, ["doneOn"]],
    ["with a date of another century", { declared: "done", doneOn: "0024-02-01" }, ["doneOn"]],
    ["with an instant for a date", { forecastOn: "2024-06-30T00:00:00Z" }, ["forecastOn"]],
  ])("%s names every fault", async (_, body, paths) => {
    expect(pathsOf(await refusal(await patch(body), 400, "invalid"))).toEqual(paths);
  });

  test.each([
    ["a number beyond all numbers", '{"value":1e400}', ["value"]],
    ["a number below all numbers", '{"value":-1e400}', ["value"]],
    ["a number beyond the bound", '{"value":1000000000001}', ["value"]],
    ["__proto__ as a field", '{"__proto__":{"declared":"done"}}', ["__proto__"]],
    ["constructor as a field", '{"constructor":{"prototype":{}}}', ["constructor"]],
    ["a lone high surrogate", '{"declared":"done","note":"\\ud800"}', ["note"]],
    ["a lone low surrogate", '{"declared":"done","note":"x\\udc00y"}', ["note"]],
    ["surrogates the wrong way round", '{"declared":"done","note":"\\udc00\\ud800"}', ["note"]],
    ["a NUL", '{"declared":"done","note":"a\\u0000b"}', ["note"]],
    ["an escape sequence", '{"declared":"done","note":"\\u001b[31m"}', ["note"]],
    ["a C1 control character", '{"declared":"done","note":"\\u009b"}', ["note"]],
    ["a bell in a field of its own", '{"\\u0007":1}', ["\u0007"]],
  ])("with %s is invalid", async (_, body, paths) => {
    expect(pathsOf(await refusal(await patch(body), 400, "invalid"))).toEqual(paths);
  });

  test("with __proto__ among the due dates is invalid, and pollutes nothing", async () => {
    const dates = '{"phase":1,"title":"x","dueOnByMunicipality":{"__proto__":"2024-01-01"}}';
    await refusal(await lead.send("POST", milestones, dates), 400, "invalid");
    expect({}).not.toHaveProperty("837");
    expect(Object.keys(Object.prototype)).toEqual([]);
  });

  test("of 2 MB of text is too large, said by its length or found out while it is read", async () => {
    const body = JSON.stringify({ note: "x".repeat(2 * 1024 * 1024) });
    await refusal(await patch(body), 413, "too_large");
    const streamed = await request(cell, {
      method: "PATCH",
      headers: { cookie: lead.cookie, "content-type": "application/json", "if-match": '"0"' },
      body: new Blob([body]).stream(),
    });
    await refusal(streamed, 413, "too_large");
  });

  test("just under 1 MiB is read, and its text is too long", async () => {
    const body = JSON.stringify({ note: "x".repeat(1024 * 1024 - 20) });
    expect(pathsOf(await refusal(await patch(body), 400, "invalid"))).toEqual(["note"]);
  });

  test("that is not UTF-8 is invalid", async () => {
    const answer = await request(cell, {
      method: "PATCH",
      headers: { cookie: lead.cookie, "content-type": "application/json", "if-match": '"0"' },
      body: Uint8Array.from([...new TextEncoder().encode('{"note":"'), 0xff, 0xfe, 0x22, 0x7d]),
    });
    await refusal(answer, 400, "invalid");
  });

  test.each([
    "text/plain",
    "text/html",
    "application/x-www-form-urlencoded",
    "multipart/form-data; boundary=x",
    "application/jsonp",
    "application/merge-patch+json",
    "application/octet-stream",
    "",
  ])("of the type %j is not taken", async (type) => {
    await refusal(
      await patch({ declared: "done" }, { "content-type": type }),
      415,
      "unsupported_media_type",
    );
  });

  test.each([
    "application/json",
    "APPLICATION/JSON",
    "application/json; charset=utf-8",
    "application/json ;x=y",
  ])("of the type %j is taken", async (type) => {
    expect(await ok(await patch({ declared: "done" }, { "content-type": type }))).toMatchObject({
      version: 1,
    });
    written = 1;
  });
});

describe("text", () => {
  test("in another normal form is stored as NFC, and trimmed", async () => {
    const note = "  A\u030A a\u0308iti\u0301 \u1E9B\u0323 ﬁ\n";
    const stored = await ok<{ note: string }>(await patch({ declared: "in_progress", note }));
    expect(stored.note).toBe("Å äití ẛ̣ ﬁ".normalize("NFC"));
    expect(stored.note).toBe(stored.note.normalize("NFC").trim());
    written = 1;
  });

  test("of every plane, with line breaks and what could be a formula, is carried faithfully", async () => {
    const note =
      "=cmd|'/C calc'!A0\n\t👩‍👧 𐐷 \u202E ‮ </script><b>&amp; '; DROP TABLE facts; -- %s ${x} \uFFFE";
    expect(await ok(await patch({ declared: "in_progress", note }))).toMatchObject({ note });
    expect(await ok(await lead.get(cell))).toMatchObject({ note });
    written = 1;
  });

  test("is as long as it is after trimming, and not a letter longer", async () => {
    const note = `  ${"ä".repeat(2000)}  `;
    expect(await ok(await patch({ declared: "in_progress", note }))).toMatchObject({ version: 1 });
    const longer = await lead.send("PATCH", cell, { note: "ä".repeat(2001) }, { version: 1 });
    expect(pathsOf(await refusal(longer, 400, "invalid"))).toEqual(["note"]);
    written = 1;
  });
});

describe("a request from elsewhere", () => {
  const elsewhere: readonly [string, Record<string, string>][] = [
    ["another origin", { origin: "https://paha.example" }],
    ["the same name by http", { origin: "http://etappi.test" }],
    ["a name that begins alike", { origin: "https://etappi.test.paha.example" }],
    ["an origin that is hidden", { origin: "null" }],
    ["a site that the browser calls foreign", { "sec-fetch-site": "cross-site" }],
    ["a sister site", { "sec-fetch-site": "same-site", origin: "https://etappi.test" }],
  ];

  test.each(elsewhere)("with the cookie, from %s, changes nothing", async (_, headers) => {
    await refusal(await patch({ declared: "done" }, headers), 403, "forbidden");
    const confirm = await lead.send("POST", `${cell}/confirm`, undefined, { headers });
    await refusal(confirm, 403, "forbidden");
    await refusal(
      await lead.send("DELETE", "/api/session", undefined, { headers }),
      403,
      "forbidden",
    );
    expect((await lead.get("/api/projects/demo")).status).toBe(200);
  });

  test("from the service's own pages goes through", async () => {
    const headers = { origin: "https://etappi.test", "sec-fetch-site": "same-origin" };
    expect((await patch({ declared: "done" }, headers)).status).toBe(200);
    written = 1;
  });
});

describe("a cookie", () => {
  test.each(["x", "", "a".repeat(8000), "%00", '"quoted"', "token-of-lead "])(
    "of %j is nobody's",
    async (value) => {
      const nobody = client(`__Host-etappi=${value}x`);
      await refusal(await nobody.get("/api/projects"), 401, "signed_out");
    },
  );

  test("with another name, or without its prefix, is nobody's", async () => {
    for (const name of ["etappi", "__host-etappi", "__Secure-etappi"]) {
      const nobody = client(`${name}=token-of-lead`);
      await refusal(await nobody.get("/api/projects"), 401, "signed_out");
    }
  });
});
