import { env } from "cloudflare:workers";
import { beforeEach, describe, expect, test } from "vitest";
import { app } from "../../../worker/app.ts";
import type { EvidenceView } from "../../../worker/evidence/contract.ts";
import { digest } from "../../../worker/kernel/digest.ts";
import { fileSizeMax } from "../../../worker/kernel/sizes.ts";
import { factCount, ok, pathsOf, refusal } from "../../support/answers.ts";
import { aForm, FILES, joined, REFUSED, WITH_MACROS } from "../../support/files.ts";
import { aWorld, type Client, origin, request, stranger } from "../../support/world.ts";

const path = "/api/projects/demo/evidence";
const files = async () => (await env.FILES.list()).objects.map(({ key }) => key);
const rowsOf = async (table: string) =>
  env.DB.prepare(`SELECT count(*) AS n FROM ${table}`).first<number>("n");

let world: Awaited<ReturnType<typeof aWorld>>;
beforeEach(async () => {
  world = await aWorld();
});

const send = async (form: FormData, person: Client = world.lead, key?: string) =>
  person.send("POST", path, form, key === undefined ? {} : { key });
const sent = async (...asked: Parameters<typeof send>) =>
  ok<EvidenceView>(await send(...asked), 201);

describe("a file that is sent", () => {
  test("is evidence of its cells, and comes back byte for byte, to be saved", async () => {
    const item = await sent(aForm({ note: "Ohjausryhmän pöytäkirja" }), world.contact);
    expect(item).toMatchObject({
      kind: "file",
      title: "Näyttö 1.pdf",
      fileName: "Näyttö 1.pdf",
      mediaType: "application/pdf",
      size: FILES.pdf.byteLength,
      digest: await digest(FILES.pdf),
      state: "submitted",
      municipalities: ["837"],
      addedBy: "contact-837",
      version: 1,
    });
    const answer = await world.steering.get(`/api/evidence/${item.id}/file`);
    expect(answer.status).toBe(200);
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      "content-type": "application/pdf",
      "content-length": String(FILES.pdf.byteLength),
      "content-disposition": `attachment; filename="Naytto 1.pdf"; filename*=UTF-8''N%C3%A4ytt%C3%B6%201.pdf`,
      "content-security-policy": "default-src 'none'; frame-ancestors 'none'; sandbox",
      "x-content-type-options": "nosniff",
      "cross-origin-resource-policy": "same-origin",
      "cache-control": "private, no-store",
      "repr-digest": expect.stringMatching(/^sha-256=:[A-Za-z0-9+/]{43}=:$/),
    });
    expect(answer.headers.get("etag")).toBeNull();
    expect(new Uint8Array(await answer.arrayBuffer())).toEqual(FILES.pdf);
  });

  test.each(Object.entries(FILES))("may be a %s", async (ending, bytes) => {
    const item = await sent(aForm({}, { bytes, name: `a.${ending}` }));
    const answer = await world.lead.get(`/api/evidence/${item.id}/file`);
    expect(answer.headers.get("content-type")?.split(";")[0]).toBe(item.mediaType);
    expect(new Uint8Array(await answer.arrayBuffer())).toEqual(bytes);
  });

  test("is kept once, however many items show it", async () => {
    const first = await sent(aForm());
    const second = await sent(aForm({ milestone: "2", municipalities: "536" }, { name: "b.pdf" }));
    await Promise.all(Array.from({ length: 4 }, async () => sent(aForm())));
    expect(second.digest).toBe(first.digest);
    expect(await files()).toEqual([first.digest]);
    expect(await rowsOf("files")).toBe(1);
    expect(await rowsOf("evidence")).toBe(6);
    const named = await world.lead.get(`/api/evidence/${second.id}/file`);
    await named.arrayBuffer();
    expect(named.headers.get("content-disposition")).toContain('filename="b.pdf"');
  });

  test("with the same key is one item, though the form is written anew", async () => {
    const facts = await factCount();
    const first = await sent(aForm(), world.lead, "kerran");
    const again = await send(aForm(), world.lead, "kerran");
    expect(again.headers.get("idempotent-replayed")).toBe("true");
    expect(again.headers.get("location")).toBe(`/api/evidence/${first.id}`);
    expect(await ok(again, 201)).toEqual(first);
    expect(await factCount()).toBe(facts + 1);
    const other = aForm({}, { bytes: joined(FILES.pdf, "\n") });
    await refusal(await send(other, world.lead, "kerran"), 409, "conflict");
    expect(await factCount()).toBe(facts + 1);
  });

  test("by twins at the same time is one item", async () => {
    const facts = await factCount();
    const all = await Promise.all(
      Array.from({ length: 6 }, async () => sent(aForm(), world.lead, "kaksoset")),
    );
    expect(new Set(all.map(({ id }) => id)).size).toBe(1);
    expect(await factCount()).toBe(facts + 1);
  });

  test("can stand for a decision, in many municipalities at once", async () => {
    const form = aForm({ kind: "decision", municipalities: "837, 536", title: "Päätös 12 §" });
    expect(await sent(form)).toMatchObject({
      kind: "decision",
      title: "Päätös 12 §",
      municipalities: ["536", "837"],
      fileName: "Näyttö 1.pdf",
    });
  });
});

describe("a file is refused, and nothing is kept of it,", () => {
  /** That this is refused with a problem of these fields, and leaves nothing. */
  async function refused(form: FormData, paths: readonly string[]) {
    const facts = await factCount();
    const problem = await refusal(await send(form), 400, "invalid");
    expect(pathsOf(problem)).toEqual(paths);
    expect(await factCount()).toBe(facts);
    expect(await files()).toEqual([]);
    return problem;
  }

  test.each(Object.entries({ ...REFUSED, ...WITH_MACROS }))("that is %s", async (_, bytes) => {
    await refused(aForm({}, { bytes, name: "a.pdf" }), ["file"]);
  });

  test("that is a page called .pdf, with what may be sent", async () => {
    const bytes = joined("<!doctype html><script>alert(1)</script>");
    const { errors } = await refused(aForm({}, { bytes, name: "a.pdf" }), ["file"]);
    expect(errors?.[0]?.message).toMatch(/\.pdf, \.png, .*\.docx, .*\.csv/);
  });

  test("that is called something else than it is", async () => {
    const { errors } = await refused(aForm({}, { name: "a.docx" }), ["file"]);
    expect(errors?.[0]?.message).toMatch(/must end in \.pdf/);
  });

  test("with fields that are wrong, all at once", async () => {
    const form = aForm(
      { milestone: "x", municipalities: "837,8", kind: "link" },
      { bytes: joined() },
    );
    form.append("url", "https://etappi.example/");
    await refused(form, ["file", "kind", "milestone", "municipalities.1", "url"]);
  });

  test("for a cell that is not there, with its own problem beside", async () => {
    const form = aForm({ milestone: "9", municipalities: "837,999" }, { name: "a.exe" });
    await refused(form, ["file", "municipalities.0", "municipalities.1"]);
  });

  test("over 10 MiB", async () => {
    const bytes = new Uint8Array(fileSizeMax + 1);
    const problem = await refusal(await send(aForm({}, { bytes })), 413, "too_large");
    expect(problem.detail).toMatch(/10 MiB/);
    const declared = await world.lead.send("POST", path, aForm(), {
      headers: { "content-length": "99999999999" },
    });
    expect([201, 413]).toContain(declared.status);
  });

  test("by a stranger, before it is read", async () => {
    await refusal(await send(aForm(), stranger), 401, "signed_out");
  });

  test("when storage is out of reach: nothing is written, and the same request can be sent again", async () => {
    const down = async () => {
      throw new Error("R2 is away");
    };
    const facts = await factCount();
    const ask = async (bindings: object) =>
      app.fetch(
        new Request(`${origin}${path}`, {
          method: "POST",
          headers: { cookie: world.lead.cookie, "idempotency-key": "uudelleen" },
          body: aForm(),
        }),
        { ...env, ...bindings },
      );
    await refusal(await ask({ FILES: { put: down, get: down } }), 503, "unavailable");
    expect(await factCount()).toBe(facts);
    expect(await rowsOf("evidence")).toBe(0);
    await ok(await ask({}), 201);
  });
});

describe("taking a file", () => {
  test("is logged as a disclosure", async () => {
    const { id } = await sent(aForm());
    await (await world.contact.get(`/api/evidence/${id}/file`)).arrayBuffer();
    expect(await ok(await world.admin.get("/api/uses?kind=exported"))).toMatchObject({
      items: [{ person: "contact-837", project: "demo", detail: `file of ${id}` }],
    });
  });

  test("finds nothing where there is no file, no item, or no right to know", async () => {
    const link = { milestone: 1, municipalities: ["837"], kind: "decision", title: "Päätös" };
    const { id } = await ok<EvidenceView>(await world.lead.send("POST", path, link), 201);
    await refusal(await world.lead.get(`/api/evidence/${id}/file`), 404, "not_found");
    await refusal(await world.lead.get("/api/evidence/none/file"), 404, "not_found");
    const taken = await sent(aForm());
    const change = { state: "withdrawn" };
    const at = `/api/evidence/${taken.id}`;
    await ok(await world.lead.send("PATCH", at, change, { version: 1 }));
    await refusal(await world.lead.get(`${at}/file`), 404, "not_found");
    const file = await sent(aForm());
    await refusal(await world.funder.get(`/api/evidence/${file.id}/file`), 403, "forbidden");
    await refusal(await request(`/api/evidence/${file.id}/file`), 401, "signed_out");
  });

  test("of a file that storage has lost says so, and writes no disclosure", async () => {
    const item = await sent(aForm());
    await env.FILES.delete(item.digest ?? "");
    const answer = await world.lead.get(`/api/evidence/${item.id}/file`);
    await refusal(answer, 503, "unavailable");
    const uses = await ok<{ items: unknown[] }>(await world.admin.get("/api/uses?kind=exported"));
    expect(uses.items).toEqual([]);
  });
});
