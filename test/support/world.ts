import { env, exports } from "cloudflare:workers";
import { addDemoPerson } from "../../worker/identity/commands.ts";
import { sessions } from "../../worker/identity/tables.ts";
import { sessionCookie } from "../../worker/identity/terms.ts";
import { digest } from "../../worker/kernel/digest.ts";
import type { Actor, Membership } from "../../worker/kernel/permissions.ts";
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

export const admin: Actor = { id: "admin", admin: true, memberships: [] };

/** A role in a project. */
export const holds = (
  role: Membership["role"],
  project: string,
  municipalities: readonly string[] = [],
): Membership => ({ project, role, municipalities });

/** A person who is added to the world and signed in, with a session as signing in makes it. */
export async function signIn(person: Person): Promise<Client> {
  const db = database();
  await addDemoPerson(db, { admin: false, memberships: [], ...person });
  const token = `token-of-${person.id}`;
  await db.insert(sessions).values({
    tokenHash: await digest(token),
    person: person.id,
    createdAt: "2024-01-01T00:00:00.000Z",
    expiresAt: "2099-01-01T00:00:00.000Z",
  });
  return client(`${sessionCookie}=${token}`);
}

export function client(cookie: string): Client {
  const headers = { cookie, "accept-language": "en" };
  return {
    cookie,
    get: (path, more) => request(path, { headers: { ...headers, ...more } }),
    send: (method, path, body, { version, key, headers: more } = {}) =>
      request(path, {
        method,
        headers: {
          ...headers,
          ...(body !== undefined && { "content-type": "application/json" }),
          ...(version !== undefined && { "if-match": `"${version}"` }),
          ...(key !== undefined && { "idempotency-key": key }),
          ...more,
        },
        ...(body !== undefined && { body: typeof body === "string" ? body : JSON.stringify(body) }),
      }),
  };
}

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

/** The project `demo` with its plan, and everyone who has a role in it. */
export async function aWorld() {
  const people = {
    admin: await signIn({ id: "admin", admin: true }),
    lead: await signIn({ id: "lead", memberships: [holds("lead", "demo")] }),
    contact: await signIn({ id: "contact-837", memberships: [holds("contact", "demo", ["837"])] }),
    steering: await signIn({ id: "steering", memberships: [holds("steering", "demo")] }),
    funder: await signIn({ id: "funder", memberships: [holds("funder", "demo")] }),
  };
  await aProject(people.admin);
  for (const milestone of plan) {
    await people.admin.send("POST", "/api/projects/demo/milestones", milestone);
  }
  return people;
}
