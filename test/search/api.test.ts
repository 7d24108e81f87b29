import { describe, expect, test } from "vitest";
import type { SearchView } from "../../worker/search/contract.ts";
import { ok, refusal } from "../support/answers.ts";
import { costOf, isSession, sumOf } from "../support/meter.ts";
import { aWorld, type Client, giveToken, project, signIn, stranger } from "../support/world.ts";

const path = (query: string) => `/api/search?q=${encodeURIComponent(query)}`;
const look = async (person: Client, query: string, more = "") =>
  ok<SearchView>(await person.get(path(query) + more));

/** What was found, as `kind name`. */
async function found(person: Client, query: string): Promise<string[]> {
  const { items } = await look(person, query);
  return items.map((one) => {
    switch (one.kind) {
      case "project":
        return `project ${one.project.slug}`;
      case "municipality":
        return `municipality ${one.code} of ${one.projects.map(({ slug }) => slug).join()}`;
      case "milestone":
        return `milestone ${one.project.slug} ${one.number}`;
      case "programme":
        return `programme ${one.programme.slug}`;
    }
  });
}

async function twoProjects() {
  const people = await aWorld();
  const secret = { ...project, slug: "salainen", name: "Kanarialintu", municipalities: ["837"] };
  await ok(await people.admin.send("POST", "/api/projects", secret), 201);
  const milestone = { phase: 1, title: "Kanarialinnun välitavoite" };
  await ok(await people.admin.send("POST", "/api/projects/salainen/milestones", milestone), 201);
  return people;
}

describe("a search", () => {
  test("finds projects, municipalities by either name, milestones by title and number, programmes", async () => {
    const { steering } = await aWorld();
    expect(await found(steering, "esimerkki")).toContain("project demo");
    expect(await found(steering, "Tammerfors")).toEqual(["municipality 837 of demo"]);
    expect(await found(steering, "TAMPERE")).toEqual(["municipality 837 of demo"]);
    expect((await found(steering, "valittu pilotti"))[0]).toBe("milestone demo 1");
    expect((await found(steering, "3"))[0]).toBe("milestone demo 3");
    expect(await found(steering, "demo loppuraportti")).toEqual(["milestone demo 3"]);
    expect(await found(steering, "rrp")).toEqual(["programme rrp"]);
  });

  test("tells of a municipality once, with the projects that one sees it in", async () => {
    const { admin, steering } = await twoProjects();
    expect(await found(admin, "tampere")).toEqual(["municipality 837 of demo,salainen"]);
    expect(await found(steering, "tampere")).toEqual(["municipality 837 of demo"]);
  });

  test("gives nobody what they may not see", async () => {
    const { admin, lead, contact, steering, funder } = await twoProjects();
    expect(await found(admin, "kanarialin")).toEqual(["project salainen", "milestone salainen 1"]);
    for (const person of [lead, contact, steering, funder]) {
      expect((await look(person, "kanarialin")).items).toEqual([]);
      // Nor by what differs by a letter.
      expect(JSON.stringify(await look(person, "kanaraili"))).not.toContain("analin");
    }
  });

  test("gives a funder the names of their projects and programmes, and nothing of the plan", async () => {
    const { funder } = await aWorld();
    expect(await found(funder, "demo")).toEqual(["project demo"]);
    expect(await found(funder, "ohjelma")).toEqual(["programme rrp"]);
    for (const query of ["pilotti", "tampere", "837", "1", "loppuraportti"]) {
      expect(await found(funder, query), query).toEqual([]);
    }
  });

  test("gives one without roles nothing, and is nobody's who is not signed in", async () => {
    await aWorld();
    const nobody = await signIn({ id: "nobody" });
    expect(await look(nobody, "demo")).toEqual({
      items: [],
      near: false,
      more: false,
      whole: true,
    });
    await refusal(await stranger.get(path("demo")), 401, "signed_out");
  });

  test("is of one to a hundred characters, for one to fifty finds", async () => {
    const { lead } = await aWorld();
    const asked = ["", "?q=", "?q=%20", `?q=${"a".repeat(101)}`, "?q=a&limit=0", "?q=a&limit=51"];
    for (const query of asked) {
      await refusal(await lead.get(`/api/search${query}`), 400, "invalid");
    }
    expect((await look(lead, "a".repeat(100))).items).toEqual([]);
    expect(await look(lead, "i", "&limit=1")).toMatchObject({ items: [{}], more: true });
  });

  test("offers what is written almost so", async () => {
    const { lead } = await aWorld();
    expect(await look(lead, "esimrekki")).toMatchObject({
      near: true,
      items: [{ kind: "project", project: { slug: "demo" } }],
    });
  });

  test("reads a row a project and a row a programme, whoever asks", async () => {
    const { admin, lead, funder } = await twoProjects();
    for (const [person, rows] of [
      [admin, 3],
      [lead, 2],
    ] as const) {
      const cost = await costOf(person, path("pilotti"));
      expect(sumOf(cost, (sql) => !isSession(sql)).read).toBe(rows);
    }
    const cost = await costOf(funder, path("pilotti"));
    expect(sumOf(cost, (sql) => !isSession(sql)).read).toBeLessThanOrEqual(6);
  });

  test("leaves a script for reports the names, and gives one that reads all that its owner sees", async () => {
    await aWorld();
    const reports = await giveToken("lead", "raportit", "reports");
    expect(await found(reports, "demo")).toEqual(["project demo"]);
    expect(await found(reports, "pilotti")).toEqual([]);
    const reads = await giveToken("lead", "luku", "read");
    expect(await found(reads, "pilotti")).toEqual(["milestone demo 1"]);
  });
});
