import { env } from "cloudflare:workers";
import { beforeEach, describe, expect, test } from "vitest";
import { sessionCookie } from "../../worker/identity/terms.ts";
import { ok } from "../support/answers.ts";
import { filledIn, type Operation, operationsOf, served } from "../support/document.ts";
import { aDeviation, aRisk } from "../support/risks.ts";
import { unzip } from "../support/unzip.ts";
import { aWorld, type Client, client, holds, project, signIn, stranger } from "../support/world.ts";

const inNote = "kanarialintu-muistiinpanossa";
const inComment = "kanarialintu-kommentissa";
const inProject = "kanarialintu-hankkeessa";
const email = "kanarialintu@kunta.example";
const name = "Kanarialintu Nimessä";
const inRequest = "kanarialintu-pyynnössä";
const demo = "/api/projects/demo";
const cell = `${demo}/progress/1/837`;
const formats = ["format=json", "format=xlsx", "format=csv", "format=csv&delimiter=comma"];
const filesOf: Readonly<Record<string, readonly string[]>> = {
  export: formats,
  "reports/1/export": ["json", "xlsx", "csv", "docx", "iati"].map((format) => `format=${format}`),
};

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
  await ok(await lead.send("PATCH", demo, texts, { version: 1 }));
  const milestone = { title: inProject, description: inProject, verification: inProject };
  await ok(await lead.send("PATCH", `${demo}/milestones/1`, milestone, { version: 1 }));
  const paused = { declared: "paused", reason: inProject, unblock: inProject, note: inNote };
  await ok(await lead.send("PATCH", cell, paused, { version: 0, key: "kanaria" }));
  await ok(await contact.send("PATCH", cell, { note: `${inNote} taas` }, { version: 1 }));
  const comment = { text: inComment };
  await ok(await lead.send("POST", `${demo}/milestones/1/comments`, comment), 201);
  const risk = { title: inProject, description: inProject, mitigation: inProject };
  await ok(await lead.send("POST", `${demo}/risks`, aRisk({ ...risk, owner: inProject })), 201);
  const deviation = { title: inProject, cause: inProject, effect: inProject, owner: inProject };
  await ok(await lead.send("POST", `${demo}/deviations`, aDeviation(deviation)), 201);
  const report = { name: "Väliraportti", message: inProject };
  await ok(await lead.send("POST", `${demo}/reports`, report, { key: "raportti" }), 201);
  await ok(await lead.send("POST", `${demo}/reports/1/submit`, undefined, { version: 1 }));
  return { ...people, ...(await aPersonOfCanaries(people.lead)) };
}

type Link = { readonly id: string; readonly link: string };
const tokenIn = ({ link }: Link) => link.split("#")[1] ?? "";

/**
 * One who is invited, signs in with a code and takes the role; a token of the lead's; and all that
 * is secret in it. Whatever can carry a key does: what was answered is kept for who asks again.
 */
async function aPersonOfCanaries(lead: Client) {
  const offer = { email, role: "contact", municipalities: ["536"] };
  const invited = await lead.send("POST", `${demo}/invitations`, offer, { key: "kutsu" });
  const first = await ok<Link>(invited, 201);
  const send = `${demo}/invitations/${first.id}/send`;
  const second = await ok<Link>(await lead.send("POST", send, undefined, { key: "uudestaan" }));
  const { person, ...signedIn } = await signInByCode();
  const accepted = { token: tokenIn(second) };
  await ok(await person.send("POST", "/api/invitations/accept", accepted, { key: "suostumus" }));
  const account = await ok<{ id: string; version: number }>(await person.get("/api/account"));
  await ok(await person.send("PATCH", "/api/account", { name }, { ...account, key: "nimi" }));
  const asked = { project: "demo", role: "steering", message: inRequest };
  const request = await person.send("POST", "/api/access-requests", asked, { key: "pyynto" });
  const { id } = await ok<{ id: string }>(request, 201);
  const decision = { decision: "declined", answer: inRequest };
  const decide = `${demo}/access-requests/${id}/decision`;
  await ok(await lead.send("POST", decide, decision, { key: "ei" }));
  const member = `${demo}/members/${account.id}/contact`;
  const more = { deputyFor: ["837"] };
  await ok(await lead.send("PATCH", member, more, { version: 1, key: "varalla" }));
  const script = { name: "Skripti", scope: "write" };
  const made = await lead.send("POST", "/api/account/tokens", script, { key: "tunniste" });
  const { token } = await ok<{ token: string }>(made, 201);
  const headers = { authorization: `Bearer ${token}` };
  expect((await stranger.get(cell, headers)).status).toBe(200);
  expect((await stranger.get("/api/people", headers)).status).toBe(403);
  return {
    ids: { person: account.id, role: "contact", id: first.id, number: "1" },
    secrets: {
      "an invitation's token": [tokenIn(first), tokenIn(second)],
      "an API token": [token, token.replace("etappi_", "")],
      "a session's token": [signedIn.session],
      "the secret of a browser that signs in": [signedIn.browser],
      "a code": [signedIn.code],
    },
  };
}

async function signInByCode() {
  const cookieIn = (answer: Response, cookie: string) =>
    answer.headers
      .getSetCookie()
      .find((line) => line.startsWith(`${cookie}=`))
      ?.split(/[=;]/)[1] ?? "";
  const asked = await stranger.send("POST", "/api/sign-in/code", { email });
  const browser = cookieIn(asked, `${sessionCookie}-sign-in`);
  type Letters = { items: { subject: string }[] };
  const { items } = await ok<Letters>(await stranger.get("/api/demo/letters"));
  const code = items[0]?.subject.match(/\d{8}/)?.[0] ?? "";
  const headers = { cookie: `${sessionCookie}-sign-in=${browser}` };
  const body = { email, code };
  const checked = await stranger.send("POST", "/api/sign-in/code/check", body, { headers });
  expect(checked.status).toBe(204);
  const session = cookieIn(checked, sessionCookie);
  for (const secret of [browser, session, code]) expect(secret.length).toBeGreaterThan(7);
  return { person: client(`${sessionCookie}=${session}`), session, browser, code };
}

/** The letters that a demonstration does not send are open to all: they are its own. */
const isOfDemonstration = ({ path }: Operation) => path.startsWith("/api/demo/");

/** Every text that a person can come by: all reads, all formats, now and then, and refused writes. */
async function allThatIsReadBy(person: Client): Promise<string> {
  const operations = operationsOf(await served()).filter((one) => !isOfDemonstration(one));
  const at = (path: string) => filledIn(path, people.ids);
  const reads = operations
    .filter(({ method, path }) => method === "GET" && !path.endsWith("/export"))
    .flatMap(({ path }) => [at(path), filledIn(path)]);
  const exports = Object.entries(filesOf).flatMap(([file, queries]) =>
    queries.map((query) => `${demo}/${file}?${query}`),
  );
  const found = "/api/search?q=kanarialintu";
  const now = new Date(Date.now() - 1).toISOString();
  const past = ["progress", "summary", "export"].map(
    (view) => `${demo}/${view}?format=json&asOf=${now}`,
  );
  const answers = await Promise.all(
    [...reads, ...exports, ...past, `${demo}/progress/2/837`, found].flatMap((path) => [
      person.get(path),
      person.get(`${path}${path.includes("?") ? "&" : "?"}lang=sv`),
    ]),
  );
  const batch = [{ milestone: 1, municipality: "837", version: 0, declared: "done" }];
  const others = operations.filter(
    ({ method, path }) => method !== "GET" && /^\/api\/(projects|people)\/\{/.test(path),
  );
  const writes = await Promise.all([
    person.send("PATCH", cell, { declared: "done" }, { version: 0 }),
    person.send("PATCH", cell, { declared: "done" }, { version: 0, key: "kanaria" }),
    person.send("POST", `${cell}/confirm`),
    person.send("POST", `${demo}/progress/batch`, batch),
    person.send("PATCH", demo, { name: "x" }, { version: 0 }),
    ...others.map(({ method, path, body }) =>
      person.send(method, at(path), body ? {} : undefined, { version: 1 }),
    ),
  ]);
  expect(writes.every(({ status }) => status >= 400)).toBe(true);
  return (await Promise.all([...answers, ...writes].map(textOf))).join("\n");
}

/** All that an answer says: headers, and the body, unpacked where it is a ZIP or an Office file. */
async function textOf(answer: Response): Promise<string> {
  const headers = JSON.stringify([...answer.headers]);
  if (!/officedocument|zip/.test(answer.headers.get("content-type") ?? "")) {
    return headers + (await answer.text());
  }
  const parts = await unzip(new Uint8Array(await answer.arrayBuffer()));
  return headers + Object.values(parts).join("\n");
}

/** Which of these texts stand in another. */
const seen = (text: string, canaries: readonly string[]) =>
  canaries.filter((canary) => text.includes(canary));

/** Everything in a table, as text. */
async function textIn(table: string): Promise<string> {
  const { results } = await env.DB.prepare(`SELECT * FROM ${table}`).all();
  return JSON.stringify(results);
}

async function tableNames(): Promise<string[]> {
  const { results } = await env.DB.prepare(
    "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE '\\_%' ESCAPE '\\'",
  ).all<{ name: string }>();
  return results.map((table) => table.name);
}

/** The tables that hold one of these texts. */
async function tablesWith(texts: readonly string[]): Promise<string[]> {
  const names = await tableNames();
  const held = await Promise.all(names.map(textIn));
  return names.filter((_, index) => texts.some((text) => held[index]?.includes(text))).toSorted();
}

let people: Awaited<ReturnType<typeof aWorldOfCanaries>>;

beforeEach(async () => {
  people = await aWorldOfCanaries();
});

const secretKinds = [
  "an invitation's token",
  "an API token",
  "a session's token",
  "the secret of a browser that signs in",
  "a code",
] as const;

describe("a canary", () => {
  test("in a note is seen by those who may read notes", async () => {
    const read = await people.steering.get(cell);
    expect(await read.text()).toContain(inNote);
  });

  test("in a note never reaches a funder, by any route, though the report does", async () => {
    const read = await allThatIsReadBy(people.funder);
    expect(read).toContain(inProject);
    expect(seen(read, [inNote])).toEqual([]);
  });

  test("in a comment is in no fact and no log, and never reaches a funder", async () => {
    expect(await (await people.steering.get(`${demo}/milestones/1/comments`)).text()).toContain(
      inComment,
    );
    expect(seen(await allThatIsReadBy(people.funder), [inComment])).toEqual([]);
    for (const table of ["facts", "uses"]) expect(await textIn(table)).not.toContain(inComment);
  });

  test("in a note never reaches an export, whoever makes it", async () => {
    for (const person of [people.admin, people.lead, people.contact, people.steering]) {
      for (const [file, queries] of Object.entries(filesOf)) {
        for (const query of queries) {
          const text = await textOf(await person.get(`${demo}/${file}?${query}`));
          expect(text).toContain(inProject);
          expect(seen(text, [inNote, inComment])).toEqual([]);
        }
      }
    }
  });

  test("in any text of a project or a person never reaches the lead of another, nor one who is in none", async () => {
    await people.admin.send("POST", "/api/projects", { ...project, slug: "other" });
    const otherLead = await signIn({ id: "other-lead", memberships: [holds("lead", "other")] });
    const nobody = await signIn({ id: "nobody" });
    for (const person of [otherLead, nobody, stranger]) {
      const read = (await allThatIsReadBy(person)).toLowerCase();
      expect(seen(read, ["kanarialintu"])).toEqual([]);
    }
  });

  test("in the name, the address and the request of a person never reaches the funder", async () => {
    const read = await allThatIsReadBy(people.funder);
    expect(seen(read, [email, name, inRequest])).toEqual([]);
    // Nor does anybody else's address, but for the funder's own.
    const addresses = read.match(/[\w.-]+@[\w-]+\.example/g) ?? [];
    expect(new Set(addresses)).toEqual(new Set(["funder@etappi.example"]));
  });

  test("in the name and the address of a person is seen by those who manage members", async () => {
    for (const path of [`${demo}/members`, `${demo}/invitations`]) {
      expect(await (await people.lead.get(path)).text(), path).toContain(email);
    }
    expect(await (await people.admin.get("/api/people")).text()).toContain(name);
  });

  // Kept answers name addresses for two days, and lose them when a person is erased.
  test.each(["facts", "uses"])("of a person's address is never in %s", async (table) => {
    const text = await textIn(table);
    expect(text).toContain(people.ids.person);
    // Nor is anybody else's.
    expect(text.match(/[\w.-]+@(etappi|kunta)\.example/g) ?? []).toEqual([]);
  });

  test("of a person's name and what they wrote is never in facts nor in the log", async () => {
    for (const table of ["facts", "uses"]) {
      const text = await textIn(table);
      for (const personal of [name, inRequest]) expect(text, table).not.toContain(personal);
    }
  });

  test("in a note is in its facts, and never in the log", async () => {
    expect(await textIn("facts")).toContain(inNote);
    expect(await textIn("uses")).not.toContain("kanarialintu");
  });

  test("of a person's address is where it is used to reach them, and nowhere else", async () => {
    expect(await tablesWith([email])).toEqual([
      "demo_letters",
      "invitations",
      "people",
      "requests",
    ]);
  });
});

describe("a secret", () => {
  test.each(secretKinds)(
    "is in no table as it is, nor in facts, kept answers or the log: %s",
    async (kind) => {
      const letters = ["an invitation's token", "a code"].includes(kind) ? ["demo_letters"] : [];
      expect(await tablesWith(people.secrets[kind])).toEqual(letters);
    },
  );

  test("is told to nobody once more, whoever asks for whatever", async () => {
    const secrets = Object.values(people.secrets).flat();
    expect(secrets.length).toBeGreaterThan(secretKinds.length);
    for (const person of [people.funder, await signIn({ id: "nobody" }), stranger]) {
      expect(seen(await allThatIsReadBy(person), secrets)).toEqual([]);
    }
    const operations = operationsOf(await served()).filter((one) => !isOfDemonstration(one));
    for (const person of [people.admin, people.lead]) {
      for (const { path } of operations.filter(({ method }) => method === "GET")) {
        const read = await textOf(await person.get(`${filledIn(path, people.ids)}?format=json`));
        expect(seen(read, secrets), path).toEqual([]);
      }
    }
  });
});

test("an answer that is asked for again says all but the secret", async () => {
  const offer = { email, role: "contact", municipalities: ["536"] };
  const again = await people.lead.send("POST", `${demo}/invitations`, offer, { key: "kutsu" });
  expect(await ok(again, 201)).toMatchObject({ id: people.ids.id, link: null });
  const script = { name: "Skripti", scope: "write" };
  const token = await people.lead.send("POST", "/api/account/tokens", script, { key: "tunniste" });
  expect(await ok(token, 201)).toMatchObject({ name: "Skripti", token: null });
});
