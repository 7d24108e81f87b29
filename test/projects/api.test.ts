import { env } from "cloudflare:workers";
import { describe, expect, test } from "vitest";
import { SAY } from "../../worker/kernel/sentences/say.ts";
import { factCount, ok, pathsOf, refusal } from "../support/answers.ts";
import { aProject, aWorld, holds, programme, project, signIn, stranger } from "../support/world.ts";

type Project = {
  slug: string;
  version: number;
  municipalities: string[];
  phases: { number: number }[];
};
const { slug: _slug, ...nameless } = project;

async function asAdmin() {
  const admin = await signIn({ id: "admin", admin: true });
  await admin.send("POST", "/api/programmes", programme);
  return admin;
}

describe("creating a project", () => {
  test("answers 201 with the project, where it is and its version", async () => {
    const admin = await asAdmin();
    const answer = await admin.send("POST", "/api/projects", project);
    expect(answer.headers.get("location")).toBe("/api/projects/demo");
    expect(answer.headers.get("etag")).toBe('"1"');
    const created = await ok(answer, 201);
    expect(created).toMatchObject({
      slug: "demo",
      municipalities: ["536", "837"],
      phases: [{ number: 1 }, { number: 2 }],
      county: "08",
      stage: "planned",
      visibility: "internal",
      freshnessDays: 90,
      version: 1,
    });
    expect(await ok(await admin.get("/api/projects/demo"))).toEqual(created);
  });

  test("makes the slug from the name", async () => {
    const admin = await asAdmin();
    const answer = await admin.send("POST", "/api/projects", {
      ...nameless,
      name: "Nuorten Äänet 2024!",
    });
    expect(answer.headers.get("location")).toBe("/api/projects/nuorten-aanet-2024");
  });

  test("is refused when the name gives no slug", async () => {
    const admin = await asAdmin();
    const answer = await admin.send("POST", "/api/projects", { ...nameless, name: "!!!" });
    expect(pathsOf(await refusal(answer, 400, "invalid"))).toEqual(["slug"]);
  });

  test("is refused when the slug is taken, given or made from the name", async () => {
    const admin = await asAdmin();
    await admin.send("POST", "/api/projects", project);
    await refusal(await admin.send("POST", "/api/projects", project), 409, "conflict");
    const made = await admin.send("POST", "/api/projects", { ...nameless, name: "Demo" });
    await refusal(made, 409, "conflict");
  });

  test("is refused when the slug means something else in an address, given or made from the name", async () => {
    const admin = await asAdmin();
    const given = await admin.send("POST", "/api/projects", { ...project, slug: "new" });
    const { detail } = await refusal(given, 409, "conflict");
    expect(detail).toBe(SAY.en.slugTaken());
    const made = await admin.send("POST", "/api/projects", { ...nameless, name: "New" });
    await refusal(made, 409, "conflict");
    await ok(await admin.send("POST", "/api/projects", project), 201);
    const taken = await admin.send("POST", "/api/projects", project);
    expect((await refusal(taken, 409, "conflict")).detail).toBe(SAY.en.slugTaken());
  });

  test("without municipalities takes the whole county as it is today", async () => {
    const admin = await asAdmin();
    const { municipalities: _, ...whole } = project;
    const created = await ok<Project>(await admin.send("POST", "/api/projects", whole), 201);
    expect(created.municipalities).toHaveLength(23);
    const south = { ...whole, slug: "south-savo", county: "10" };
    const other = await ok<Project>(await admin.send("POST", "/api/projects", south), 201);
    expect(other.municipalities).not.toContain("588");
  });

  test("by a lead of another project makes them the lead of this one", async () => {
    await asAdmin();
    const lead = await signIn({ id: "lead", memberships: [holds("lead", "other")] });
    await ok(await lead.send("POST", "/api/projects", project), 201);
    const answer = await lead.send("PATCH", "/api/projects/demo", { name: "Uusi" }, { version: 1 });
    expect(answer.status).toBe(200);
  });

  test.each(["contact", "steering", "funder"] as const)("is refused to a %s", async (role) => {
    await asAdmin();
    const person = await signIn({ id: role, memberships: [holds(role, "other", ["837"])] });
    const facts = await factCount();
    await refusal(await person.send("POST", "/api/projects", project), 403, "forbidden");
    expect(await factCount()).toBe(facts);
  });

  test("is refused with every unknown thing and every broken rule at once", async () => {
    const admin = await asAdmin();
    const facts = await factCount();
    const answer = await admin.send("POST", "/api/projects", {
      ...project,
      programme: "none",
      county: "99",
      municipalities: ["837", "999", "837", "588"],
      phases: [{ name: "Pilotti", startsOn: "2023-01-02", endsOn: "2024-12-31" }],
    });
    expect(pathsOf(await refusal(answer, 400, "invalid"))).toEqual([
      "county",
      "municipalities.1",
      "municipalities.2",
      "municipalities.3",
      "phases.0.startsOn",
      "programme",
    ]);
    expect(await factCount()).toBe(facts);
  });

  test("is refused with every malformed field at once", async () => {
    const admin = await asAdmin();
    const answer = await admin.send("POST", "/api/projects", {
      slug: "-x",
      programme: "rrp",
      name: "x".repeat(121),
      leadOrganisation: null,
      startsOn: "2023-02-29",
      endsOn: 20241231,
      municipalities: ["83", "8377"],
      phases: [{ name: "A", startsOn: "2023-01-01", endsOn: "2024-12-31", gate: true }],
      freshnessDays: 0.5,
      description: { purpose: "Hyvä", budget: "1 €" },
      version: 3,
    });
    expect(pathsOf(await refusal(answer, 400, "invalid"))).toEqual([
      "description.budget",
      "endsOn",
      "freshnessDays",
      "leadOrganisation",
      "municipalities.0",
      "municipalities.1",
      "name",
      "phases.0.gate",
      "slug",
      "startsOn",
      "version",
    ]);
  });

  test("stores text in NFC and trimmed", async () => {
    const admin = await asAdmin();
    const answer = await admin.send("POST", "/api/projects", {
      ...nameless,
      name: "  A\u0308a\u0308net  ",
    });
    expect(await ok(answer, 201)).toMatchObject({ name: "Äänet", slug: "aanet" });
  });
});

describe("changing a project", () => {
  test("lets municipalities join and not leave", async () => {
    const { lead } = await aWorld();
    const send = (municipalities: string[], version: number) =>
      lead.send("PATCH", "/api/projects/demo", { municipalities }, { version });
    const joined = await ok<Project>(await send(["536", "837", "980"], 1));
    expect(joined.municipalities).toEqual(["536", "837", "980"]);
    const left = await refusal(await send(["980"], 2), 400, "invalid");
    expect(pathsOf(left)).toEqual(["municipalities", "municipalities"]);
  });

  test("keeps a municipality that has ended since, and lets none such join", async () => {
    const { admin, lead } = await aWorld();
    await env.DB.prepare(
      "UPDATE municipalities SET valid_to = '2025-12-31' WHERE code IN ('536', '980')",
    ).run();
    const send = (municipalities: string[]) =>
      lead.send("PATCH", "/api/projects/demo", { municipalities }, { version: 1 });
    const ended = await refusal(await send(["536", "837", "980"]), 400, "invalid");
    expect(pathsOf(ended)).toEqual(["municipalities.2"]);
    const kept = await ok<Project>(await send(["536", "837", "211"]));
    expect(kept.municipalities).toEqual(["211", "536", "837"]);
    expect(await ok(await admin.get("/api/projects/demo/progress/1/536"))).toMatchObject({
      version: 0,
    });
  });

  test("shows both sides when someone else was first", async () => {
    const { admin, lead } = await aWorld();
    await admin.send("PATCH", "/api/projects/demo", { name: "Ensin" }, { version: 1 });
    const late = await lead.send("PATCH", "/api/projects/demo", { name: "Sitten" }, { version: 1 });
    const { current } = await refusal(late, 412, "stale");
    expect(current).toMatchObject({ name: "Ensin", version: 2 });
    expect(current).not.toHaveProperty("hash");
  });

  test("needs If-Match", async () => {
    const { lead } = await aWorld();
    const answer = await lead.send("PATCH", "/api/projects/demo", { name: "Uusi" });
    await refusal(answer, 428, "precondition_required");
  });

  test("keeps the phases that have milestones", async () => {
    const { lead } = await aWorld();
    const phases = [{ name: "Kaikki", startsOn: "2023-01-01", endsOn: "2024-12-31" }];
    const answer = await lead.send("PATCH", "/api/projects/demo", { phases }, { version: 1 });
    expect(pathsOf(await refusal(answer, 400, "invalid"))).toEqual(["phases"]);
  });

  test("drops a phase without milestones from every view", async () => {
    const admin = await signIn({ id: "admin", admin: true });
    await aProject(admin);
    const phases = [{ name: "Kaikki", startsOn: "2023-01-01", endsOn: "2024-12-31" }];
    await ok(await admin.send("PATCH", "/api/projects/demo", { phases }, { version: 1 }));
    const one = [{ number: 1, ...phases[0] }];
    expect(await ok(await admin.get("/api/projects/demo"))).toMatchObject({ phases: one });
    expect(await ok(await admin.get("/api/projects/demo/progress"))).toMatchObject({ phases: one });
  });

  test("is refused with unknown municipalities and broken rules at once", async () => {
    const { lead } = await aWorld();
    const change = { municipalities: ["536", "999"], endsOn: "2022-01-01" };
    const answer = await lead.send("PATCH", "/api/projects/demo", change, { version: 1 });
    expect(pathsOf(await refusal(answer, 400, "invalid"))).toEqual([
      "endsOn",
      "municipalities",
      "municipalities.1",
      "phases.1.endsOn",
    ]);
  });

  test("is refused to those who only see it, and hidden from those who do not", async () => {
    const { contact, steering, funder } = await aWorld();
    const outsider = await signIn({ id: "outsider", memberships: [holds("lead", "other")] });
    for (const person of [contact, steering, funder]) {
      const answer = await person.send(
        "PATCH",
        "/api/projects/demo",
        { name: "Oma" },
        { version: 1 },
      );
      await refusal(answer, 403, "forbidden");
    }
    const hidden = await outsider.send(
      "PATCH",
      "/api/projects/demo",
      { name: "Oma" },
      { version: 1 },
    );
    await refusal(hidden, 404, "not_found");
  });
});

describe("the list of projects", () => {
  test("is empty for those who have none", async () => {
    await aWorld();
    const nobody = await signIn({ id: "nobody" });
    expect(await ok(await nobody.get("/api/projects"))).toEqual({ items: [], nextCursor: null });
  });

  test("holds only what the caller may see", async () => {
    const { admin, funder } = await aWorld();
    await admin.send("POST", "/api/projects", { ...project, slug: "other" });
    const slugs = async (person: typeof admin) =>
      (await ok<{ items: Project[] }>(await person.get("/api/projects"))).items.map(
        ({ slug }) => slug,
      );
    expect(await slugs(admin)).toEqual(["demo", "other"]);
    expect(await slugs(funder)).toEqual(["demo"]);
    await refusal(await stranger.get("/api/projects"), 401, "signed_out");
  });

  test("gives a cursor exactly while there is more", async () => {
    const { admin } = await aWorld();
    await admin.send("POST", "/api/projects", { ...project, slug: "other" });
    type List = { items: Project[]; nextCursor: string | null };
    const first = await ok<List>(await admin.get("/api/projects?limit=1"));
    expect(first.items.map(({ slug }) => slug)).toEqual(["demo"]);
    const next = `/api/projects?limit=1&cursor=${first.nextCursor}`;
    const second = await ok<List>(await admin.get(next));
    expect(second).toMatchObject({ items: [{ slug: "other" }], nextCursor: null });
    expect(await ok<List>(await admin.get("/api/projects?limit=2"))).toMatchObject({
      nextCursor: null,
    });
  });
});
