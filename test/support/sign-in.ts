import { env } from "cloudflare:workers";
import { inject } from "vitest";
import { app } from "../../worker/app.ts";
import type { Claims, Received } from "./outside.ts";
import { origin } from "./world.ts";

type Vars = Readonly<Record<string, string>>;

/** A county's deployment: signs in by the provider and by codes, and is no demonstration. */
export const county = (): Vars => ({
  DEPLOYMENT: "production",
  ORIGIN: origin,
  AUTH_SECRET: "a secret of the tests, long enough",
  OIDC_ISSUER: inject("outside").issuer,
  OIDC_CLIENT_ID: "etappi",
  OIDC_CLIENT_SECRET: "a-secret-of-the-tests",
  OIDC_NAME: "Alueen tunnus",
  SMTP_URL: inject("outside").smtp,
  MAIL_FROM: "Etappi <etappi@county.test>",
});

/** A browser with its cookies, in front of a deployment. */
export class Browser {
  readonly cookies = new Map<string, string>();
  readonly vars: Vars;
  readonly address: string;

  constructor(vars: Vars = county(), address = "192.0.2.1") {
    this.vars = vars;
    this.address = address;
  }

  async ask(method: string, path: string, body?: object, headers: Record<string, string> = {}) {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join("; ");
    const request = new Request(new URL(path, origin), {
      method,
      headers: {
        "accept-language": "en",
        "cf-connecting-ip": this.address,
        ...(cookie !== "" && { cookie }),
        ...(body && { "content-type": "application/json" }),
        ...(method !== "GET" && { origin }),
        ...headers,
      },
      ...(body && { body: JSON.stringify(body) }),
      redirect: "manual",
    });
    const answer = await app.fetch(request, { ...env, ...this.vars });
    for (const line of answer.headers.getSetCookie()) this.take(line);
    return answer;
  }

  private take(line: string): void {
    const [pair = "", ...attributes] = line.split("; ");
    const [name = "", value = ""] = pair.split(/=(.*)/s);
    // What a browser asks of a `__Host-` cookie, or it is not stored.
    const isHosts = attributes.includes("Path=/") && attributes.includes("Secure");
    if (!isHosts || /Domain=/i.test(line)) throw new Error(`A browser refuses ${line}`);
    if (attributes.includes("Max-Age=0") || value === "") this.cookies.delete(name);
    else this.cookies.set(name, value);
  }

  /** Goes to the provider and back, as whoever `beSomebody` said. */
  async signInWithProvider(returnTo = "/"): Promise<Response> {
    const begun = await this.ask("POST", "/api/sign-in/oidc", { returnTo });
    if (!begun.ok) throw new Error(await begun.text());
    const { url } = await begun.json<{ url: string }>();
    return this.ask("GET", await throughProvider(url));
  }

  async actor() {
    const session = await this.ask("GET", "/api/session");
    return (await session.json<{ actor: { id: string; admin: boolean } | null }>()).actor;
  }
}

/** Follows the provider's own redirects; gives the address that it sends the browser back to. */
export async function throughProvider(url: string): Promise<string> {
  const jar = new Map<string, string>();
  let place = url;
  for (let hop = 0; hop < 10; hop += 1) {
    const answer = await fetch(place, {
      redirect: "manual",
      headers: { cookie: [...jar].map(([name, value]) => `${name}=${value}`).join("; ") },
    });
    for (const line of answer.headers.getSetCookie()) {
      const [name = "", value = ""] = (line.split(";")[0] ?? "").split(/=(.*)/s);
      jar.set(name, value);
    }
    const next = answer.headers.get("location");
    if (next === null) throw new Error(`The provider stopped: ${await answer.text()}`);
    if (next.startsWith(origin)) return next;
    place = new URL(next, place).href;
  }
  throw new Error("The provider goes round in circles.");
}

/** Says who signs in with the provider next. */
export async function beSomebody(claims: Claims): Promise<void> {
  await fetch(inject("outside").control, { method: "PUT", body: JSON.stringify(claims) });
}

/** The letters that a real mail server took for an address, newest first. */
export async function lettersTo(address: string): Promise<Received[]> {
  const answer = await fetch(`${inject("outside").control}/?to=${encodeURIComponent(address)}`);
  return answer.json<Received[]>();
}

/** The code in the newest letter to an address. */
export async function codeFor(address: string): Promise<string> {
  const [letter] = await lettersTo(address);
  return letter?.text.match(/\b\d{8}\b/)?.[0] ?? "";
}
