import { env, exports } from "cloudflare:workers";
import { addDemoPerson } from "../../worker/identity/commands.ts";
import type { Membership } from "../../worker/kernel/permissions.ts";
import { openDatabase } from "../../worker/platform/database.ts";

const origin = "https://etappi.test";

export type Person = {
  readonly id: string;
  readonly admin?: boolean;
  readonly memberships?: readonly Membership[];
};

type Options = { readonly headers?: Record<string, string>; readonly version?: number; readonly key?: string };

/** One person's requests to the real Worker: through HTTP, with their own session cookie. */
export type Client = {
  get(path: string, headers?: Record<string, string>): Promise<Response>;
  send(method: string, path: string, body?: unknown, options?: Options): Promise<Response>;
};

export const database = () => openDatabase(env.DB);

export async function request(path: string, init: RequestInit = {}): Promise<Response> {
  return exports.default.fetch(new Request(`${origin}${path}`, init));
}

/** Nobody: requests without a session. */
export const stranger: Client = client("");

/** A person who is added to the world and signed in. `contact` persons are called contact-NNN. */
export async function signIn(person: Person): Promise<Client> {
  await addDemoPerson(database(), { admin: false, memberships: [], ...person });
  const [who, municipality] = person.id.split("-");
  const opened = await request("/api/demo/session", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ person: who, ...(municipality && { municipality }) }),
  });
  return client(opened.headers.get("set-cookie")?.split(";")[0] ?? "");
}

function client(cookie: string): Client {
  const headers = { cookie, "accept-language": "en" };
  return {
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

/** A programme and a project `demo` with two municipalities and two phases, led by `lead`. */
export async function aProject(admin: Client): Promise<void> {
  await admin.send("POST", "/api/programmes", {
    slug: "rrp",
    name: "Ohjelma",
    funder: "Rahoittaja",
    funderClass: "Muu EU-rahoitus",
    visibilityText: { fi: "Rahoitettu", sv: "Finansierad", en: "Funded" },
  });
  await admin.send("POST", "/api/projects", {
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
  });
}
