import { OpenAPIHono } from "@hono/zod-openapi";
import { describe, expect, test } from "vitest";
import * as z from "zod";
import { digest } from "../../../worker/kernel/digest.ts";
import { Refusal } from "../../../worker/kernel/refusal.ts";
import { SAY } from "../../../worker/kernel/sentences/say.ts";
import { fileSizeMax } from "../../../worker/kernel/sizes.ts";
import type { AppEnv } from "../../../worker/platform/env.ts";
import { identityOf, readUpload } from "../../../worker/platform/forms.ts";
import { upload, uploadBody, uploadWith } from "../../../worker/platform/uploads.ts";

const address = "https://etappi.test/api/projects/demo/evidence";
const Fields = z.strictObject({ title: z.string().max(5), milestone: z.coerce.number().int() });

type Part = readonly [name: string, value: string | File];

function formOf(...parts: readonly Part[]): FormData {
  const form = new FormData();
  for (const [name, value] of parts) form.append(name, value);
  return form;
}

const file = (text = "%PDF", name = "a.pdf") => new File([text], name);
const post = (body: BodyInit, headers: Record<string, string> = {}, path = address) =>
  new Request(path, { method: "POST", body, headers });
const read = async (...parts: readonly Part[]) => readUpload(post(formOf(...parts)));
const whole = [
  ["title", "Näyt"],
  ["milestone", "3"],
  ["file", file()],
] as const;

/** What a route that takes a form answers: the fields and the file, or the refusal in English. */
async function answerTo(request: Request) {
  const app = new OpenAPIHono<AppEnv>();
  app.onError((error, c) =>
    error instanceof Refusal
      ? c.json({
          code: error.code,
          problems: error.problems.map(({ path, message }) => [path, message(SAY.en)]),
        })
      : c.json({ code: `${error}` }),
  );
  app.use("/api/*", upload);
  app.post("/api/*", (c) => {
    const sent = uploadWith(c, Fields);
    return c.json(sent && { fields: sent.fields, name: sent.file.name, digest: sent.file.digest });
  });
  return (await app.fetch(request)).json();
}

describe("a form", () => {
  test("gives its fields by their schema, and its file with the digest of its bytes", async () => {
    expect(await answerTo(post(formOf(...whole)))).toEqual({
      fields: { title: "Näyt", milestone: 3 },
      name: "a.pdf",
      digest: await digest("%PDF"),
    });
  });

  test("keeps every byte of the file", async () => {
    const bytes = Uint8Array.from({ length: 70_000 }, (_, index) => (index * 7) % 256);
    const { file: sent } = await read(["file", new File([bytes], "x")]);
    expect(sent?.bytes).toEqual(bytes);
    expect(sent?.digest).toBe(await digest(bytes));
  });

  test("says all that is wrong with it at once", async () => {
    const parts = [
      ["title", "far too long"],
      ["title", "again"],
      ["other", "1"],
      ["attachment", file()],
      ["__proto__", "x"],
    ] as const;
    expect(await answerTo(post(formOf(...parts)))).toEqual({
      code: "invalid",
      problems: expect.arrayContaining([
        ["title", "The same field is given twice."],
        ["attachment", "Unknown field."],
        ["__proto__", "Unknown field."],
        ["other", "Unknown field."],
        ["milestone", "This is missing."],
        ["file", "This is missing."],
      ]),
    });
  });

  test.each([
    ["no file", [], "This is missing."],
    ["a text where the file belongs", [["file", "x"]], "This is missing."],
    ["a browser's empty choice", [["file", file("", "")]], "This is missing."],
    ["an empty file", [["file", file("")]], "The file is empty."],
    [
      "two files",
      [
        ["file", file()],
        ["file", file("x", "b.pdf")],
      ],
      "The same field is given twice.",
    ],
  ] as const)("with %s is refused", async (_, files, message) => {
    const answer = await answerTo(post(formOf(...whole.slice(0, 2), ...files)));
    expect(answer).toMatchObject({
      code: "invalid",
      problems: expect.arrayContaining([["file", message]]),
    });
  });

  test("with text that is no UTF-8 is refused by the field's name", async () => {
    const head = '--x\r\nContent-Disposition: form-data; name="title"\r\n\r\n';
    const body = new Uint8Array([
      ...new TextEncoder().encode(head),
      0xff,
      ...new TextEncoder().encode("\r\n--x--\r\n"),
    ]);
    const type = { "content-type": "multipart/form-data; boundary=x" };
    const { problems } = await readUpload(post(body, type));
    expect(problems.map(({ path }) => path)).toEqual(["title"]);
  });

  test.each([
    ["without a boundary", "multipart/form-data", "--x--"],
    [
      "that is cut off",
      "multipart/form-data; boundary=x",
      '--x\r\nContent-Disposition: form-data; name="a"',
    ],
    ["that is none", "multipart/form-data; boundary=x", "{}"],
    ["that is empty", "multipart/form-data; boundary=x", ""],
  ])("%s is refused", async (_, type, body) => {
    expect(await answerTo(post(body, { "content-type": type }))).toMatchObject({ code: "invalid" });
  });

  test("of too many parts is refused", async () => {
    const parts = Array.from({ length: 41 }, (_, index) => [`f${index}`, ""] as const);
    expect(await answerTo(post(formOf(...parts)))).toMatchObject({ code: "invalid" });
  });

  test("sent as JSON is none", async () => {
    const type = { "content-type": "application/json" };
    expect(await answerTo(post("{}", type))).toBe(null);
  });

  test("is not looked at where none may be sent", async () => {
    const elsewhere = "https://etappi.test/api/projects/demo/milestones";
    expect(await answerTo(post(formOf(...whole), {}, elsewhere))).toBe(null);
  });
});

describe("the size of a file", () => {
  const ofSize = (size: number) => new File([new Uint8Array(size)], "a");

  test("is at most 10 MiB", async () => {
    expect((await read(["file", ofSize(fileSizeMax)])).file?.bytes.byteLength).toBe(fileSizeMax);
    await expect(read(["file", ofSize(fileSizeMax + 1)])).rejects.toMatchObject({
      code: "too_large",
    });
  });

  test("is counted while it arrives, and no more is read than may come", async () => {
    let sent = 0;
    const endless = new ReadableStream<Uint8Array>({
      pull(controller) {
        sent += 1_000_000;
        controller.enqueue(new Uint8Array(1_000_000));
      },
    });
    const init = {
      method: "POST",
      body: endless,
      headers: { "content-type": "multipart/form-data; boundary=x", "content-length": "3" },
      duplex: "half",
    };
    await expect(readUpload(new Request(address, init))).rejects.toMatchObject({
      code: "too_large",
    });
    expect(sent).toBeLessThan(fileSizeMax + 3_000_000);
  });
});

test("a form is the same form whatever stands between its parts, and another with another file", async () => {
  const [first, again] = [await read(...whole), await read(...whole)];
  const swapped = await read(whole[2], whole[1], whole[0]);
  const others = [
    await read(["title", "Muu"], whole[1], whole[2]),
    await read(whole[0], whole[1], ["file", file("%PDF-")]),
    await read(whole[0], whole[1], ["file", file("%PDF", "b.pdf")]),
    await read(whole[0], whole[1]),
  ].map((one) => JSON.stringify(identityOf(one)));
  const identity = JSON.stringify(identityOf(first));
  expect(JSON.stringify(identityOf(again))).toBe(identity);
  expect(JSON.stringify(identityOf(swapped))).toBe(identity);
  expect(new Set([identity, ...others]).size).toBe(5);
});

test("the document tells the fields of a form, and its file", () => {
  expect(uploadBody(Fields).schema).toMatchObject({
    type: "object",
    properties: {
      title: { type: "string", maxLength: 5 },
      file: { type: "string", format: "binary" },
    },
    required: ["title", "milestone", "file"],
    additionalProperties: false,
  });
});
