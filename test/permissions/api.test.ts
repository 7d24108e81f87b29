import { env } from "cloudflare:workers";
import { describe, expect, test } from "vitest";
import { app } from "../../worker/app.ts";
import { factCount, ok, refusal } from "../support/answers.ts";
import { filledIn, nameOf, operationsOf, served } from "../support/document.ts";
import {
  aWorld,
  type Client,
  holds,
  programme,
  project,
  signIn,
  stranger,
} from "../support/world.ts";

/**
 * Everyone who can ask, in relation to the project `demo` and its municipality 837: its lead and
 * the lead of another project, the contact of 837 and the contact of another municipality.
 */
const PERSONS = [
  "admin",
  "lead",
  "otherLead",
  "contact",
  "otherContact",
  "steering",
  "funder",
  "stranger",
] as const;
type PersonName = (typeof PERSONS)[number];

/** What each of them is answered, in that order. An operation without a row fails. */
const TABLE: Readonly<Record<string, string>> = {
  //                                                      admin lead other contact other steering funder stranger
  "GET /api/health": "200 200 200 200 200 200 200 200",
  "GET /api/municipalities": "200 200 200 200 200 200 200 200",
  "GET /api/schemas/status-export-1.json": "200 200 200 200 200 200 200 200",
  "GET /api/session": "200 200 200 200 200 200 200 200",
  "DELETE /api/session": "204 204 204 204 204 204 204 204",
  "POST /api/demo/session": "204 204 204 204 204 204 204 204",
  "GET /api/programmes": "200 200 200 200 200 200 200 401",
  "POST /api/programmes": "201 403 403 403 403 403 403 401",
  "GET /api/programmes/{programme}": "200 200 200 200 200 200 200 401",
  "PATCH /api/programmes/{programme}": "200 403 403 403 403 403 403 401",
  "GET /api/portfolio": "200 200 200 200 200 200 200 401",
  "GET /api/projects": "200 200 200 200 200 200 200 401",
  "POST /api/projects": "201 201 201 403 403 403 403 401",
  "GET /api/projects/{project}": "200 200 404 200 200 200 200 401",
  "PATCH /api/projects/{project}": "200 200 404 403 403 403 403 401",
  "GET /api/projects/{project}/milestones": "200 200 404 200 200 200 200 401",
  "POST /api/projects/{project}/milestones": "201 201 404 403 403 403 403 401",
  "GET /api/projects/{project}/milestones/{number}": "200 200 404 200 200 200 200 401",
  "PATCH /api/projects/{project}/milestones/{number}": "200 200 404 403 403 403 403 401",
  "GET /api/projects/{project}/progress": "200 200 404 200 200 200 200 401",
  "GET /api/projects/{project}/summary": "200 200 404 200 200 200 200 401",
  "POST /api/projects/{project}/progress/batch": "200 200 404 200 403 403 403 401",
  "GET /api/projects/{project}/progress/{number}/{municipality}": "200 200 404 200 200 200 200 401",
  "PATCH /api/projects/{project}/progress/{number}/{municipality}":
    "200 200 404 200 403 403 403 401",
  "POST /api/projects/{project}/progress/{number}/{municipality}/confirm":
    "200 200 404 200 403 403 403 401",
  "GET /api/projects/{project}/progress/{number}/{municipality}/history":
    "200 200 404 200 200 200 403 401",
  "GET /api/projects/{project}/export": "200 200 404 200 200 200 200 401",
};

/** A body that only the asker's role can be wrong with. */
const BODIES: Readonly<Record<string, (at: { name: string; version: number }) => unknown>> = {
  "POST /api/demo/session": () => ({ person: "lead" }),
  "POST /api/programmes": ({ name }) => ({ ...programme, slug: name.toLowerCase() }),
  "PATCH /api/programmes/{programme}": ({ name }) => ({ name }),
  "POST /api/projects": ({ name }) => ({ ...project, slug: name.toLowerCase() }),
  "PATCH /api/projects/{project}": ({ name }) => ({ name }),
  "POST /api/projects/{project}/milestones": ({ name }) => ({ phase: 1, title: name }),
  "PATCH /api/projects/{project}/milestones/{number}": ({ name }) => ({ title: name }),
  "POST /api/projects/{project}/progress/batch": ({ name, version }) => [
    { milestone: 1, municipality: "837", version, declared: "in_progress", note: name },
  ],
  "PATCH /api/projects/{project}/progress/{number}/{municipality}": ({ name }) => ({ note: name }),
};

async function everyone(): Promise<Record<PersonName, Client>> {
  const { admin, lead, contact, steering, funder } = await aWorld();
  const otherLead = await signIn({ id: "other-lead", memberships: [holds("lead", "other")] });
  const otherContact = await signIn({
    id: "contact-536",
    memberships: [holds("contact", "demo", ["536"]), holds("contact", "other", ["837"])],
  });
  await admin.send("POST", "/api/projects", { ...project, slug: "other" });
  const cell = "/api/projects/demo/progress/1/837";
  await ok(await lead.send("PATCH", cell, { declared: "in_progress" }, { version: 0 }));
  return { admin, lead, otherLead, contact, otherContact, steering, funder, stranger };
}

describe("who may do what", () => {
  test("is decided for every operation of the document, and for nothing else", async () => {
    const operations = operationsOf(await served()).map(nameOf);
    expect(Object.keys(TABLE).toSorted()).toEqual(operations.toSorted());
  });

  test("is decided for every route of the app: each of them is in the document", async () => {
    const routes = app.routes
      .filter(({ method }) => method !== "ALL")
      .map(({ method, path }) => `${method} ${path.replaceAll(/:(\w+)/g, "{$1}")}`);
    const operations = operationsOf(await served()).map(nameOf);
    const undocumented = ["GET /api/openapi.json"];
    expect([...new Set(routes)].toSorted()).toEqual([...operations, ...undocumented].toSorted());
  });

  test.each(Object.entries(TABLE))("%s: %s", async (operation, row) => {
    const people = await everyone();
    const [method = "", path = ""] = operation.split(" ");
    const answers: number[] = [];
    for (const name of PERSONS) {
      const query = path.endsWith("/export") ? "?format=json" : "";
      // A cell is read for its version, which is also the version of the batch's one cell.
      const versioned = path.endsWith("/batch") ? path.replace("/batch", "/1/837") : path;
      const version = await versionOf(people.admin, filledIn(versioned));
      const body = BODIES[operation]?.({ name, version });
      const facts = await factCount();
      const answer = await people[name].send(method, `${filledIn(path)}${query}`, body, {
        ...(method === "PATCH" && { version }),
      });
      answers.push(answer.status);
      if (answer.status === 401) await refusal(answer, 401, "signed_out");
      if (answer.status === 403) await refusal(answer, 403, "forbidden");
      if (answer.status === 404) await refusal(answer, 404, "not_found");
      if (answer.status >= 400) expect(await factCount(), name).toBe(facts);
    }
    expect(answers.join(" ")).toBe(row);
  });
});

async function versionOf(admin: Client, path: string): Promise<number> {
  if (!/\/(rrp|demo|milestones\/1|1\/837)$/.test(path)) return 0;
  return (await ok<{ version: number }>(await admin.get(path))).version;
}

test("a role that is taken away works no more on the next request", async () => {
  const { lead } = await aWorld();
  expect((await lead.get("/api/projects/demo")).status).toBe(200);
  await env.DB.prepare("DELETE FROM memberships WHERE person = 'lead'").run();
  await refusal(await lead.get("/api/projects/demo"), 404, "not_found");
  const write = await lead.send(
    "PATCH",
    "/api/projects/demo/progress/1/837",
    { declared: "done" },
    { version: 0 },
  );
  await refusal(write, 404, "not_found");
});

test("what is missing and what is forbidden to know of look the same to an outsider", async () => {
  const { otherLead } = await everyone();
  for (const rest of [
    "",
    "/milestones",
    "/progress",
    "/summary",
    "/export?format=csv",
    "/progress/1/837",
  ]) {
    const [hidden, missing] = await Promise.all([
      otherLead.get(`/api/projects/demo${rest}`),
      otherLead.get(`/api/projects/none${rest}`),
    ]);
    expect(await refusal(hidden, 404, "not_found")).toEqual(
      await refusal(missing, 404, "not_found"),
    );
  }
});
