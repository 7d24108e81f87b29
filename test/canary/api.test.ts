import { readXlsx } from "hucre/xlsx";
import { beforeEach, describe, expect, test } from "vitest";
import { ok } from "../support/answers.ts";
import { filledIn, operationsOf, served } from "../support/document.ts";
import { aWorld, type Client, holds, project, signIn } from "../support/world.ts";

const inNote = "kanarialintu-muistiinpanossa";
const inProject = "kanarialintu-hankkeessa";
const cell = "/api/projects/demo/progress/1/837";
const formats = ["format=json", "format=xlsx", "format=csv", "format=csv&delimiter=comma"];

/** Every text of the project is a canary, and the notes are one of their own. */
async function aWorldOfCanaries() {
  const people = await aWorld();
  const { lead, contact } = people;
  const texts = {
    name: inProject,
    summary: inProject,
    leadOrganisation: inProject,
    grantReference: inProject,
    place: inProject,
    description: { purpose: inProject },
    topics: [inProject],
    authorRole: inProject,
  };
  await ok(await lead.send("PATCH", "/api/projects/demo", texts, { version: 1 }));
  const milestone = { title: inProject, description: inProject, verification: inProject };
  await ok(await lead.send("PATCH", "/api/projects/demo/milestones/1", milestone, { version: 1 }));
  const paused = { declared: "paused", reason: inProject, unblock: inProject, note: inNote };
  await ok(await lead.send("PATCH", cell, paused, { version: 0, key: "kanaria" }));
  await ok(await contact.send("PATCH", cell, { note: `${inNote} taas` }, { version: 1 }));
  return people;
}

/** Every text that a person can come by: all reads, all formats, now and then, and refused writes. */
async function allThatIsReadBy(person: Client): Promise<string> {
  const reads = operationsOf(await served())
    .filter(({ method, path }) => method === "GET" && !path.endsWith("/export"))
    .map(({ path }) => filledIn(path));
  const exports = formats.map((query) => `/api/projects/demo/export?${query}`);
  const now = new Date(Date.now() - 1).toISOString();
  const past = ["progress", "summary", "export"].map(
    (view) => `/api/projects/demo/${view}?format=json&asOf=${now}`,
  );
  const answers = await Promise.all(
    [...reads, ...exports, ...past, "/api/projects/demo/progress/2/837"].flatMap((path) => [
      person.get(path),
      person.get(`${path}${path.includes("?") ? "&" : "?"}lang=sv`),
    ]),
  );
  const batch = [{ milestone: 1, municipality: "837", version: 0, declared: "done" }];
  const writes = await Promise.all([
    person.send("PATCH", cell, { declared: "done" }, { version: 0 }),
    person.send("PATCH", cell, { declared: "done" }, { version: 0, key: "kanaria" }),
    person.send("POST", `${cell}/confirm`),
    person.send("POST", "/api/projects/demo/progress/batch", batch),
    person.send("PATCH", "/api/projects/demo", { name: "x" }, { version: 0 }),
  ]);
  expect(writes.every(({ status }) => status >= 400)).toBe(true);
  return (await Promise.all([...answers, ...writes].map(textOf))).join("\n");
}

/** All that an answer says: headers, and the body, unpacked where it is a workbook. */
async function textOf(answer: Response): Promise<string> {
  const headers = JSON.stringify([...answer.headers]);
  if (!answer.headers.get("content-type")?.includes("spreadsheet"))
    return headers + (await answer.text());
  const workbook = await readXlsx(new Uint8Array(await answer.arrayBuffer()));
  return headers + JSON.stringify(workbook);
}

let people: Awaited<ReturnType<typeof aWorldOfCanaries>>;

beforeEach(async () => {
  people = await aWorldOfCanaries();
});

describe("a canary", () => {
  test("in a note is seen by those who may read notes", async () => {
    const read = await people.steering.get(cell);
    expect(await read.text()).toContain(inNote);
  });

  test("in a note never reaches a funder, by any route, though they read everything else", async () => {
    const read = await allThatIsReadBy(people.funder);
    expect(read).toContain(inProject);
    expect(read).not.toContain(inNote);
  });

  test("in a note never reaches an export, whoever makes it", async () => {
    for (const person of [people.admin, people.lead, people.contact, people.steering]) {
      for (const query of formats) {
        const text = await textOf(await person.get(`/api/projects/demo/export?${query}`));
        expect(text).toContain(inProject);
        expect(text).not.toContain(inNote);
      }
    }
  });

  test("in any text of a project never reaches the lead of another, nor one who is in none", async () => {
    await people.admin.send("POST", "/api/projects", { ...project, slug: "other" });
    const otherLead = await signIn({ id: "other-lead", memberships: [holds("lead", "other")] });
    const nobody = await signIn({ id: "nobody" });
    for (const person of [otherLead, nobody]) {
      expect(await allThatIsReadBy(person)).not.toContain("kanarialintu");
    }
  });
});
