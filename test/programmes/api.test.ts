import { describe, expect, test } from "vitest";
import { factCount, ok, pathsOf, refusal } from "../support/answers.ts";
import { holds, programme, signIn, stranger } from "../support/world.ts";

const asAdmin = () => signIn({ id: "admin", admin: true });
const period = {
  name: "Kevät 2024",
  kind: "interim",
  startsOn: "2024-01-01",
  endsOn: "2024-06-30",
  dueOn: "2024-08-31",
};

describe("creating a programme", () => {
  test("answers 201 with the programme, where it is and its version", async () => {
    const admin = await asAdmin();
    const answer = await admin.send("POST", "/api/programmes", {
      ...programme,
      reportPeriods: [period],
    });
    expect(answer.headers.get("location")).toBe("/api/programmes/rrp");
    expect(answer.headers.get("etag")).toBe('"1"');
    const created = await ok(answer, 201);
    expect(created).toMatchObject({
      ...programme,
      reportPeriods: [period],
      version: 1,
      emblem: "none",
    });
    expect(await ok(await admin.get("/api/programmes/rrp"))).toEqual(created);
  });

  test("is refused to everyone but the administrator", async () => {
    const lead = await signIn({ id: "lead", memberships: [holds("lead", "demo")] });
    const facts = await factCount();
    await refusal(await lead.send("POST", "/api/programmes", programme), 403, "forbidden");
    await refusal(await stranger.send("POST", "/api/programmes", programme), 401, "signed_out");
    expect(await factCount()).toBe(facts);
  });

  test("is refused when the slug is taken", async () => {
    const admin = await asAdmin();
    await admin.send("POST", "/api/programmes", programme);
    const facts = await factCount();
    await refusal(await admin.send("POST", "/api/programmes", programme), 409, "conflict");
    expect(await factCount()).toBe(facts);
  });

  test("is refused with a report period that ends before it starts", async () => {
    const admin = await asAdmin();
    const reportPeriods = [{ ...period, endsOn: "2023-12-31" }];
    const answer = await admin.send("POST", "/api/programmes", { ...programme, reportPeriods });
    expect(pathsOf(await refusal(answer, 400, "invalid"))).toEqual(["reportPeriods.0.endsOn"]);
  });

  test("is refused with every malformed field at once", async () => {
    const admin = await asAdmin();
    const facts = await factCount();
    const answer = await admin.send("POST", "/api/programmes", {
      slug: "Isot Kirjaimet",
      name: "",
      funder: 7,
      visibilityText: { fi: "Rahoitettu", de: "Gefördert" },
      emblem: "moon",
      retainUntil: "2032-02-30",
      colour: "blue",
    });
    expect(pathsOf(await refusal(answer, 400, "invalid"))).toEqual([
      "colour",
      "emblem",
      "funder",
      "funderClass",
      "name",
      "retainUntil",
      "slug",
      "visibilityText.de",
      "visibilityText.en",
      "visibilityText.sv",
    ]);
    expect(await factCount()).toBe(facts);
  });
});

describe("changing a programme", () => {
  test("gives the next version and keeps the rest", async () => {
    const admin = await asAdmin();
    await admin.send("POST", "/api/programmes", programme);
    const answer = await admin.send(
      "PATCH",
      "/api/programmes/rrp",
      { name: "Uusi" },
      { version: 1 },
    );
    expect(answer.headers.get("etag")).toBe('"2"');
    expect(await ok(answer)).toMatchObject({ ...programme, name: "Uusi", version: 2 });
  });

  test("needs If-Match, and the newest version in it", async () => {
    const admin = await asAdmin();
    await admin.send("POST", "/api/programmes", programme);
    const facts = await factCount();
    const change = { name: "Uusi" };
    const path = "/api/programmes/rrp";
    await refusal(await admin.send("PATCH", path, change), 428, "precondition_required");
    await admin.send("PATCH", path, change, { version: 1 });
    const stale = await refusal(
      await admin.send("PATCH", path, { name: "Toinen" }, { version: 1 }),
      412,
      "stale",
    );
    expect(stale.current).toMatchObject({ name: "Uusi", version: 2 });
    expect(stale.current).not.toHaveProperty("hash");
    expect(await factCount()).toBe(facts + 1);
  });

  test("is refused to a lead, who sees it", async () => {
    const admin = await asAdmin();
    const lead = await signIn({ id: "lead", memberships: [holds("lead", "demo")] });
    await admin.send("POST", "/api/programmes", programme);
    const answer = await lead.send("PATCH", "/api/programmes/rrp", { name: "Oma" }, { version: 1 });
    await refusal(answer, 403, "forbidden");
    expect((await lead.get("/api/programmes/rrp")).status).toBe(200);
  });

  test("of nothing, of the slug, and of a programme that is not there are refused", async () => {
    const admin = await asAdmin();
    await admin.send("POST", "/api/programmes", programme);
    const facts = await factCount();
    const send = (path: string, body: object) => admin.send("PATCH", path, body, { version: 1 });
    await refusal(await send("/api/programmes/rrp", {}), 400, "invalid");
    const renamed = await refusal(
      await send("/api/programmes/rrp", { slug: "uusi" }),
      400,
      "invalid",
    );
    expect(pathsOf(renamed)).toEqual(["slug"]);
    await refusal(await send("/api/programmes/none", { name: "Uusi" }), 404, "not_found");
    expect(await factCount()).toBe(facts);
  });
});

describe("the list of programmes", () => {
  test("is empty in an empty world", async () => {
    const admin = await asAdmin();
    expect(await ok(await admin.get("/api/programmes"))).toEqual({ items: [], nextCursor: null });
  });

  test("is refused to those who are in no project, and to strangers", async () => {
    const nobody = await signIn({ id: "nobody" });
    await refusal(await nobody.get("/api/programmes"), 403, "forbidden");
    await refusal(await stranger.get("/api/programmes"), 401, "signed_out");
  });

  test("can be walked page by page, each programme once", async () => {
    const admin = await asAdmin();
    const slugs = ["a", "b", "c", "d", "e"];
    for (const slug of slugs) await admin.send("POST", "/api/programmes", { ...programme, slug });
    type List = { items: { slug: string }[]; nextCursor: string | null };
    const seen: string[] = [];
    const sizes: number[] = [];
    let cursor: string | null = "";
    while (cursor !== null) {
      const path: string = `/api/programmes?limit=2${cursor && `&cursor=${cursor}`}`;
      const page: List = await ok<List>(await admin.get(path));
      seen.push(...page.items.map(({ slug }) => slug));
      sizes.push(page.items.length);
      cursor = page.nextCursor;
    }
    expect(seen).toEqual(slugs);
    expect(sizes).toEqual([2, 2, 1]);
  });
});
