import { describe, expect, test } from "vitest";
import { app } from "../../worker/app.ts";
import {
  type Action,
  type Actor,
  may,
  type Membership,
  PERMISSIONS,
  TOKEN_SCOPES,
} from "../../worker/kernel/permissions.ts";
import { apiDocument } from "../../worker/platform/openapi.ts";
import { factCount, ok, refusal } from "../support/answers.ts";
import { type Ask, askFor, type Asker } from "../support/asks.ts";
import {
  type Document,
  filledIn,
  nameOf,
  type Operation,
  operationsOf,
  served,
} from "../support/document.ts";
import {
  aWorld,
  type Client,
  giveToken,
  holds,
  project,
  signIn,
  stranger,
} from "../support/world.ts";

// What the app serves at `/api/openapi.json`: a test below holds the two together.
const OPERATIONS = operationsOf(JSON.parse(JSON.stringify(apiDocument(app, ""))) as Document);

const nobody: Actor = { id: "", admin: false, memberships: [] };
const member = (id: string, ...memberships: readonly Membership[]): Actor => ({
  id,
  admin: false,
  memberships,
});
const lead = member("lead", holds("lead", "demo"));

/**
 * Everyone who can ask, in relation to the project `demo` and its municipality 837. The one who
 * made the project leads it, so another administrator asks, who has no role in any project.
 */
const PERSONS = {
  administrator: { id: "administrator", admin: true, memberships: [] },
  lead,
  "the lead of another project": member("other-lead", holds("lead", "other")),
  contact: member("contact-837", holds("contact", "demo", ["837"])),
  "the contact of another municipality": member(
    "contact-536",
    holds("contact", "demo", ["536"]),
    holds("contact", "other", ["837"]),
  ),
  deputy: member("deputy", holds("contact", "demo", [], ["837"])),
  steering: member("steering", holds("steering", "demo")),
  funder: member("funder", holds("funder", "demo")),
  "one without roles": member("nobody"),
  stranger: nobody,
  "a script of the lead for reports": { ...lead, scope: "reports" },
  "a script of the lead that reads": { ...lead, scope: "read" },
  "a script of the lead that writes": { ...lead, scope: "write" },
} as const satisfies Record<string, Actor>;
type Name = keyof typeof PERSONS;
// The names are the keys of that list.
const NAMES = Object.keys(PERSONS) as Name[];

/** Actions that are asked for within an operation, beside the one that it goes by. */
const WITHIN: readonly Action[] = ["member.leave", "comment.remove"];

/** Open operations that there is nothing behind where no provider is set. */
const WITHOUT_PROVIDER = ["POST /api/sign-in/oidc", "GET /api/sign-in/callback/oidc"];

/** Operations on a draft: it is there for those alone who see the figures of the project. */
const ON_DRAFT = [
  "PATCH /api/projects/{project}/reports/{number}",
  "PUT /api/projects/{project}/reports/{number}/sections/{section}",
  "POST /api/projects/{project}/reports/{number}/submit",
];

/** What the table says that this person is answered. */
function expected(operation: Operation, actor: Actor): number {
  const { path, permission, responses } = operation;
  const success = Number(responses.find((status) => status.startsWith("2")));
  if (permission === "open" || !isAction(permission)) return success;
  if (actor === nobody) return 401;
  // The history is asked for with its project in the query; evidence is found by its id.
  const isInProject = /^\/api\/(?:projects\/\{project\}|evidence\/\{id\}|history)/.test(path);
  const place = isInProject ? { project: "demo", municipality: "837" } : {};
  const isDraft = ON_DRAFT.includes(nameOf(operation));
  const isSeen =
    may(actor, "project.view", place) && (!isDraft || may(actor, "report.export", place));
  if (isInProject && !isSeen) return 404;
  return may(actor, permission, place) ? success : 403;
}

const isAction = (permission: string | undefined): permission is Action =>
  permission !== undefined && Object.hasOwn(PERMISSIONS, permission);

/** Everybody in the world `demo`, and the project `other` beside it. */
async function everyone() {
  const { admin, lead: session, contact, steering, funder } = await aWorld();
  await ok(await admin.send("POST", "/api/projects", { ...project, slug: "other" }), 201);
  const known: Partial<Record<Name, Client>> = { lead: session, contact, steering, funder };
  const askers = new Map<Name, Asker>();
  for (const name of NAMES) {
    const actor: Actor = PERSONS[name];
    const { id, scope } = actor;
    if (actor === nobody) {
      askers.set(name, { id: "lead", client: stranger, session });
    } else if (scope !== undefined) {
      askers.set(name, { id, client: await giveToken(id, `script-${scope}`, scope), session });
    } else {
      const client = known[name] ?? (await signIn(actor));
      askers.set(name, { id, client, session: client });
    }
  }
  return { admin, askers };
}

function send({ client }: Asker, { method, path }: Operation, ask: Ask): Promise<Response> {
  const { params, query, body, version, headers } = ask;
  const at = `${filledIn(path, params)}${query === undefined ? "" : `?${query}`}`;
  return client.send(method, at, body, {
    ...(version !== undefined && { version }),
    ...(headers && { headers }),
  });
}

const CODES = { 401: "signed_out", 403: "forbidden", 404: "not_found" } as const;

/** That an answer is this refusal in the contract's words. */
async function refusedAs(answer: Response, status: number): Promise<void> {
  if (status === 401 || status === 403 || status === 404) {
    await refusal(answer, status, CODES[status]);
  }
}

describe("the table", () => {
  test("names for every operation an action that it knows, or that it is open", () => {
    const unknown = OPERATIONS.filter(
      ({ permission }) => permission !== "open" && !isAction(permission),
    );
    expect(unknown.map(nameOf)).toEqual([]);
    const goneBy = [...new Set(OPERATIONS.map(({ permission }) => `${permission}`))];
    const actions = [...Object.keys(PERMISSIONS).filter((action) => !isWithin(action)), "open"];
    expect(goneBy.toSorted()).toEqual(actions.toSorted());
  });

  test("stands in the document that is served, as it is asked for here", async () => {
    expect(operationsOf(await served())).toEqual(OPERATIONS);
  });

  test("goes for every route of the app: each of them is an operation of the document", () => {
    const routes = app.routes
      .filter(({ method }) => method !== "ALL")
      .map(({ method, path }) => `${method} ${path.replaceAll(/:(\w+)/g, "{$1}")}`);
    // Files and pages for anybody; the preview is asked for by its own test.
    const undocumented = [
      "GET /.well-known/security.txt",
      "GET /api/openapi.json",
      "GET /public",
      "GET /public/*",
      "GET /public/sitemap.xml",
      "GET /public/{project}",
      "GET /public/{project}/picture.png",
      "GET /public/{project}/preview",
      "GET /public/{project}/widget",
      "GET /robots.txt",
    ];
    expect([...new Set(routes)].toSorted()).toEqual(
      [...OPERATIONS.map(nameOf), ...undocumented].toSorted(),
    );
  });

  test("leaves nothing open but what is public, and what has to be asked before signing in", () => {
    const open = OPERATIONS.filter(({ permission }) => permission === "open");
    expect(open.map(nameOf).toSorted()).toEqual([
      "DELETE /api/session",
      "GET /api/accessibility",
      "GET /api/demo/letters",
      "GET /api/fingerprints/{fingerprint}",
      "GET /api/health",
      "GET /api/municipalities",
      "GET /api/public/projects",
      "GET /api/public/projects/{project}",
      "GET /api/schemas/report-1.json",
      "GET /api/schemas/status-export-1.json",
      "GET /api/session",
      "GET /api/sign-in/callback/oidc",
      "POST /api/demo/session",
      "POST /api/feedback",
      "POST /api/invitations/look",
      "POST /api/shared/file",
      "POST /api/shared/look",
      "POST /api/sign-in/code",
      "POST /api/sign-in/code/check",
      "POST /api/sign-in/oidc",
    ]);
  });
});

const isWithin = (action: string) => WITHIN.some((one) => one === action);
const isOpen = ({ permission }: Operation) => permission === "open";
const named = (operation: Operation) => [nameOf(operation), operation] as const;

describe("everyone is answered by the table", () => {
  test.each(OPERATIONS.filter((one) => !isOpen(one)).map(named))("%s", async (name, operation) => {
    const { admin, askers } = await everyone();
    for (const [person, by] of askers) {
      const ask = await askFor(name, { admin, by });
      const facts = await factCount();
      const answer = await send(by, operation, ask);
      const status = expected(operation, PERSONS[person]);
      expect({ person, status: answer.status, body: await answer.clone().text() }).toMatchObject({
        person,
        status,
      });
      await refusedAs(answer, status);
      if (status >= 400) expect(await factCount(), person).toBe(facts);
    }
  });

  test("so that each operation can be done by somebody, and not by everybody", () => {
    const answers = OPERATIONS.filter((one) => !isOpen(one)).map((operation) => ({
      name: nameOf(operation),
      statuses: NAMES.map((person) => expected(operation, PERSONS[person])),
    }));
    for (const { name, statuses } of answers) {
      expect(statuses.filter((status) => status < 300).length, name).toBeGreaterThan(0);
      expect(statuses.filter((status) => status >= 400).length, name).toBeGreaterThan(0);
    }
  });
});

describe("what is open answers the same to everyone", () => {
  test.each(OPERATIONS.filter(isOpen).map(named))("%s", async (name, operation) => {
    const { admin, askers } = await everyone();
    const bodies = new Set<string>();
    for (const [person, by] of askers) {
      const ask = await askFor(name, { admin, by });
      const facts = await factCount();
      const answer = await send(by, operation, ask);
      const status = WITHOUT_PROVIDER.includes(name) ? 404 : expected(operation, nobody);
      expect({ person, status: answer.status }).toEqual({ person, status });
      // Nobody changes by it what the history tells of.
      expect(await factCount(), person).toBe(facts);
      bodies.add(await answer.text());
    }
    // Who asks, what they were sent, the reference that each is given, and what is called how: names
    // are for those who may see the report. A link is a new one each time, to a report of its own.
    const ownAnswers = [
      "GET /api/session",
      "POST /api/invitations/look",
      "POST /api/feedback",
      "GET /api/fingerprints/{fingerprint}",
      "POST /api/shared/look",
      "POST /api/shared/file",
    ];
    if (!ownAnswers.includes(name)) expect(bodies.size).toBe(1);
  });
});

describe("a role of one's own", () => {
  const inDemo: readonly (readonly [Name, Membership["role"]])[] = [
    ["lead", "lead"],
    ["contact", "contact"],
    ["the contact of another municipality", "contact"],
    ["deputy", "contact"],
    ["steering", "steering"],
    ["funder", "funder"],
  ];
  const own = ({ id }: Asker, role: string, slug = "demo") =>
    `/api/projects/${slug}/members/${id}/${role}`;
  const leave = (by: Asker, path: string) =>
    by.client.send("DELETE", path, undefined, { version: 1 });

  test.each(inDemo)("can be left by the %s, and is gone at once", async (name, role) => {
    const { askers } = await everyone();
    const by = askers.get(name);
    if (!by) throw new Error(`There is no ${name}.`);
    expect(may(PERSONS[name], "member.leave", { project: "demo" })).toBe(true);
    const facts = await factCount();
    await ok(await leave(by, own(by, role)));
    expect(await factCount()).toBeGreaterThan(facts);
    await refusal(await by.client.get("/api/projects/demo"), 401, "signed_out");
  });

  test("can be left by nobody else who may not manage members", async () => {
    const { askers } = await everyone();
    const steering = askers.get("steering");
    if (!steering) throw new Error("There is no steering group.");
    for (const [name, by] of askers) {
      const actor: Actor = PERSONS[name];
      if (name === "steering" || may(actor, "member.manage", { project: "demo" })) continue;
      const facts = await factCount();
      const sees = may(actor, "project.view", { project: "demo" });
      const status = actor === nobody ? 401 : sees ? 403 : 404;
      await refusedAs(await leave(by, own(steering, "steering")), status);
      expect(await factCount(), name).toBe(facts);
    }
    expect((await steering.client.get("/api/projects/demo")).status).toBe(200);
  });

  test.each(TOKEN_SCOPES)("is not left by a script with the scope %s", async (scope) => {
    const { askers } = await everyone();
    const [by] = [...askers].flatMap(([name, asker]) => {
      const actor: Actor = PERSONS[name];
      return actor.scope === scope ? [asker] : [];
    });
    if (!by) throw new Error(`There is no script for ${scope}.`);
    const facts = await factCount();
    await refusal(await leave(by, own(by, "lead")), 403, "forbidden");
    expect(await factCount()).toBe(facts);
  });

  test("that is not there is left by nobody, and a project that is not one's own is not there", async () => {
    const { askers } = await everyone();
    for (const name of ["administrator", "one without roles", "lead"] as const) {
      const by = askers.get(name);
      if (!by) throw new Error(`There is no ${name}.`);
      const facts = await factCount();
      await refusal(await leave(by, own(by, "steering", "other")), 404, "not_found");
      await refusal(await leave(by, own(by, "steering", "none")), 404, "not_found");
      expect(await factCount()).toBe(facts);
    }
  });
});

test("a role that is taken away works no more on the next request", async () => {
  const { admin, lead: client } = await aWorld();
  expect((await client.get("/api/projects/demo")).status).toBe(200);
  // The session that ends with the role is one thing; a token goes on and finds the role gone.
  const script = await giveToken("lead", "script", "write");
  expect((await script.get("/api/projects/demo")).status).toBe(200);
  const role = "/api/projects/demo/members/lead/lead";
  await ok(await admin.send("DELETE", role, undefined, { version: 1 }));
  await refusal(await client.get("/api/projects/demo"), 401, "signed_out");
  await refusal(await script.get("/api/projects/demo"), 404, "not_found");
  const write = await script.send(
    "PATCH",
    "/api/projects/demo/progress/1/837",
    { declared: "done" },
    { version: 0 },
  );
  await refusal(write, 404, "not_found");
});

test("what is missing and what is forbidden to know of look the same to an outsider", async () => {
  const { admin, askers } = await everyone();
  const by = askers.get("the lead of another project");
  if (!by) throw new Error("There is no other lead.");
  const inProject = OPERATIONS.filter(({ path }) => path.startsWith("/api/projects/{project}"));
  expect(inProject.length).toBeGreaterThan(20);
  for (const operation of inProject) {
    const name = nameOf(operation);
    const ask = await askFor(name, { admin, by });
    const missing = { ...ask, params: { ...ask.params, project: "none" } };
    const [hidden, absent] = [await send(by, operation, ask), await send(by, operation, missing)];
    expect(await refusal(hidden, 404, "not_found"), name).toEqual(
      await refusal(absent, 404, "not_found"),
    );
  }
});
