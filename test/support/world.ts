import { env, exports } from "cloudflare:workers";
import { addDemoPerson } from "../../worker/identity/commands/people.ts";
import { sessions, tokens } from "../../worker/identity/tables.ts";
import { sessionCookie, tokenPrefix } from "../../worker/identity/terms.ts";
import { digest } from "../../worker/kernel/digest.ts";
import type { Actor, Membership, TokenScope } from "../../worker/kernel/permissions.ts";
import { openDatabase } from "../../worker/platform/database.ts";
import type { Deps } from "../../worker/platform/env.ts";

export const origin = "https://etappi.test";

export type Person = Partial<Actor> & Pick<Actor, "id">;

type Options = {
  readonly headers?: Record<string, string>;
  readonly version?: number;
  readonly key?: string;
};

/** One person's requests to the real Worker: through HTTP, with their own session cookie. */
export type Client = {
  readonly cookie: string;
  get(path: string, headers?: Record<string, string>): Promise<Response>;
  send(method: string, path: string, body?: unknown, options?: Options): Promise<Response>;
};

export const database = () => openDatabase(env.DB);

export async function request(path: string, init: RequestInit = {}): Promise<Response> {
  return exports.default.fetch(new Request(`${origin}${path}`, init));
}

/** Nobody: requests without a session. */
export const stranger: Client = client("");

const admin: Actor = { id: "admin", admin: true, memberships: [] };

/** A role in a project. */
export const holds = (
  role: Membership["role"],
  project: string,
  municipalities: readonly string[] = [],
  deputyFor: readonly string[] = [],
): Membership => ({ project, role, municipalities, deputyFor });

/** A person who is added to the world and signed in, with a session as signing in makes it. */
export async function signIn(person: Person): Promise<Client> {
  const since = "2023-01-01T00:00:00.000Z";
  await addDemoPerson({ db: database(), now: since }, { admin: false, memberships: [], ...person });
  await openSession(person.id, tokenOf(person.id), `session-of-${person.id}`);
  return signedIn(person.id);
}

/** A session of a person, as signing in makes it. */
export async function openSession(person: string, token: string, id: string): Promise<void> {
  await database()
    .insert(sessions)
    .values({
      tokenHash: await digest(token),
      person,
      id,
      createdAt: "2024-01-01T00:00:00.000Z",
      // So late that no request writes it down anew.
      usedAt: "2099-01-01T00:00:00.000Z",
      expiresAt: "2099-01-01T00:00:00.000Z",
    });
}

/** An API token of a person, as making one makes it; and what a script sends with it. */
export async function giveToken(person: string, id: string, scope: TokenScope): Promise<Client> {
  const token = `${tokenPrefix}${id.padEnd(43, "-")}`;
  await database()
    .insert(tokens)
    .values({
      id,
      person,
      name: "Skripti",
      tokenHash: await digest(token),
      scope,
      project: null,
      createdAt: "2024-01-01T00:00:00.000Z",
      expiresAt: "2099-01-01T00:00:00.000Z",
      usedAt: "2099-01-01T00:00:00.000Z",
    });
  return client("", { authorization: `Bearer ${token}` });
}

const tokenOf = (id: string) => `token-of-${id}`;
const signedIn = (id: string) => client(`${sessionCookie}=${tokenOf(id)}`);

export function client(cookie: string, always: Record<string, string> = {}): Client {
  const headers = { cookie, "accept-language": "en", ...always };
  return {
    cookie,
    get: (path, more) => request(path, { headers: { ...headers, ...more } }),
    send: (method, path, body, { version, key, headers: more } = {}) =>
      request(path, {
        method,
        headers: {
          ...headers,
          // A form says itself where its parts begin.
          ...(body !== undefined &&
            !(body instanceof FormData) && { "content-type": "application/json" }),
          ...(version !== undefined && { "if-match": `"${version}"` }),
          ...(key !== undefined && { "idempotency-key": key }),
          ...more,
        },
        ...(body !== undefined && { body: asSent(body) }),
      }),
  };
}

const asSent = (body: unknown): BodyInit =>
  typeof body === "string" || body instanceof FormData ? body : JSON.stringify(body);

/** What a command takes, as this person at this moment: history is written at chosen times. */
export const at = (now: string, actor: Actor = admin): Deps => ({
  db: database(),
  actor,
  now,
  language: "fi",
  keyed: null,
});

export const programme = {
  slug: "rrp",
  name: "Ohjelma",
  funder: "Rahoittaja",
  funderClass: "Muu EU-rahoitus",
  visibilityText: { fi: "Rahoitettu", sv: "Finansierad", en: "Funded" },
};

export const project = {
  slug: "demo",
  name: "Esimerkki",
  programme: "rrp",
  leadOrganisation: "Hyvinvointialue",
  startsOn: "2023-01-01",
  endsOn: "2024-12-31",
  municipalities: ["837", "536"],
  phases: [
    { name: "Pilotti", startsOn: "2023-01-01", endsOn: "2023-12-31" },
    { name: "Laajennus", startsOn: "2024-01-01", endsOn: "2024-12-31" },
  ],
};

/** The plan of `demo`: a milestone and a target by municipality, a milestone of the whole. */
export const plan = [
  { phase: 1, title: "Pilotti valittu", dueOn: "2023-06-30" },
  { phase: 2, title: "Tavattuja nuoria", kind: "target", unit: "henkilöä", goal: 100, weight: 2 },
  { phase: 2, title: "Loppuraportti", scope: "project", dueOn: "2099-12-31" },
];

/** A programme and a project with two municipalities and two phases, and no milestones. */
export async function aProject(by: Client, more: Partial<typeof project> = {}): Promise<void> {
  await by.send("POST", "/api/programmes", programme);
  await by.send("POST", "/api/projects", { ...project, ...more });
}

const cast = [
  { id: "admin", admin: true },
  { id: "lead", memberships: [holds("lead", "demo")] },
  { id: "contact-837", memberships: [holds("contact", "demo", ["837"])] },
  { id: "steering", memberships: [holds("steering", "demo")] },
  { id: "funder", memberships: [holds("funder", "demo")] },
] as const;

/** The project `demo` with its plan, and everyone who has a role in it. */
export async function aWorld() {
  if (!(await putBack())) {
    for (const person of cast) await signIn(person);
    await aProject(signedIn("admin"));
    for (const milestone of plan) {
      await signedIn("admin").send("POST", "/api/projects/demo/milestones", milestone);
    }
    await keep();
  }
  return {
    admin: signedIn("admin"),
    lead: signedIn("lead"),
    contact: signedIn("contact-837"),
    steering: signedIn("steering"),
    funder: signedIn("funder"),
  };
}

/** In an order that foreign keys and the triggers of facts allow. */
const tables = [
  "people",
  "facts",
  "memberships",
  "sessions",
  "programmes",
  "projects",
  "participations",
  "phases",
  "milestones",
  "boards",
];
let kept: readonly { readonly sql: string; readonly values: unknown[] }[] = [];

/** Keeps the rows of a world that the real commands made: making it anew takes most of a test. */
async function keep(): Promise<void> {
  const read = tables.map((table) => env.DB.prepare(`SELECT * FROM ${table}`));
  const results = await env.DB.batch<Record<string, unknown>>(read);
  kept = results.flatMap((result, index) =>
    result.results.map((row) => ({
      sql: `INSERT INTO ${tables[index]} VALUES (${Object.keys(row).fill("?").join(", ")})`,
      values: Object.values(row),
    })),
  );
}

/** Puts the kept rows into the database of another test, if there are any yet. */
async function putBack(): Promise<boolean> {
  const statements = kept.map(({ sql, values }) => env.DB.prepare(sql).bind(...values));
  if (statements.length > 0) await env.DB.batch(statements);
  return statements.length > 0;
}
