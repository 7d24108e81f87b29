import { once } from "node:events";
import { createServer, type IncomingMessage, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { base64url, decodeJwt } from "jose";
import { type Configuration, Provider } from "oidc-provider";
import PostalMime from "postal-mime";
import { SMTPServer } from "smtp-server";
import type { TestProject } from "vitest/node";
import { receiver } from "./receiver.ts";

declare module "vitest" {
  // oxlint-disable-next-line consistent-type-definitions -- only an interface can be added to
  interface ProvidedContext {
    readonly outside: Outside;
  }
}

/** What a deployment stands among: the county's sign-in and a mail server, both on loopback. */
export type Outside = {
  /** An OpenID provider that passes the foundation's conformance tests. */
  readonly issuer: string;
  /** Stands before that provider, and changes what its tokens say without signing them anew. */
  readonly forger: string;
  readonly smtp: string;
  /** `GET /?to=` gives the letters of an address, newest first; `PUT /claims` says who signs in. */
  readonly control: string;
  /** Takes webhooks: `receiver.ts`. */
  readonly receiver: string;
};

/** Who signs in next, and how the provider says that they did. */
export type Claims = {
  readonly sub: string;
  readonly email?: string;
  readonly email_verified?: boolean;
  readonly acr?: string;
  readonly amr?: readonly string[];
  /** Whether the address stands in the ID token, or in userinfo alone. */
  readonly inIdToken?: boolean;
};

export type Received = { readonly from: string; readonly subject: string; readonly text: string };

/** Starts them for the tests of the Worker, and ends them. */
export default async function setup(project: TestProject): Promise<() => void> {
  const letters: (Received & { readonly to: string })[] = [];
  let claims: Claims = { sub: "nobody" };
  const smtp = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    onData(stream, { envelope }, done) {
      const take = async () => {
        const letter = await receive(stream);
        letters.unshift(...envelope.rcptTo.map(({ address }) => ({ ...letter, to: address })));
        done();
      };
      void take();
    },
  });
  const smtpServer = smtp.listen(0, "127.0.0.1");
  await once(smtpServer, "listening");

  const control = await listening(
    createServer((request, response) => {
      const to = new URL(request.url ?? "/", "http://control").searchParams.get("to");
      const answer = async () => {
        if (request.method === "PUT") claims = JSON.parse(await textOf(request)) as Claims;
        response.setHeader("content-type", "application/json");
        response.end(JSON.stringify(letters.filter((letter) => letter.to === to)));
      };
      void answer();
    }),
  );
  const oidc = await startProvider(() => claims);
  const forger = await listening(forging(urlOf(oidc)));
  const webhooks = await listening(receiver());
  project.provide("outside", {
    receiver: urlOf(webhooks),
    issuer: urlOf(oidc),
    forger: urlOf(forger),
    smtp: `smtp://127.0.0.1:${portOf(smtpServer)}`,
    control: urlOf(control),
  });
  return () => {
    // One that hangs is hung up on.
    webhooks.closeAllConnections();
    for (const server of [oidc, forger, control, webhooks]) server.close();
    smtp.close();
  };
}

async function receive(stream: AsyncIterable<unknown>): Promise<Received> {
  const { from, subject = "", text = "" } = await PostalMime.parse(await textOf(stream));
  return { from: from?.address ?? "", subject, text };
}

/** Signs in whoever the tests say, without asking. */
async function startProvider(who: () => Claims): Promise<Server> {
  const server = await listening(createServer());
  const configuration: Configuration = {
    clients: [
      {
        client_id: "etappi",
        client_secret: "a-secret-of-the-tests",
        redirect_uris: ["https://etappi.test/api/sign-in/callback/oidc"],
        token_endpoint_auth_method: "client_secret_post",
      },
    ],
    claims: { openid: ["sub", "acr", "amr"], email: ["email", "email_verified"] },
    acrValues: ["0", "mfa"],
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_context, { uid }) => `/interaction/${uid}` },
    findAccount: (_context, id) => ({
      accountId: id,
      claims: (use) => {
        const { inIdToken = true, acr: _acr, amr: _amr, ...claims } = who();
        return use === "id_token" && !inIdToken ? { sub: id } : { ...claims, sub: id };
      },
    }),
    conformIdTokenClaims: false,
    cookies: { keys: ["a-key-of-the-tests"] },
  };
  const provider = new Provider(urlOf(server), configuration);
  const handle = provider.callback();
  server.on("request", (request, response) => {
    if (!request.url?.startsWith("/interaction/")) return void handle(request, response);
    void (async () => {
      const { prompt, params } = await provider.interactionDetails(request, response);
      const { sub, acr, amr } = who();
      const grant = new provider.Grant({ accountId: sub, clientId: String(params["client_id"]) });
      grant.addOIDCScope("openid email profile");
      const result =
        prompt.name === "login"
          ? { login: { accountId: sub, ...(acr && { acr }), ...(amr && { amr: [...amr] }) } }
          : { consent: { grantId: await grant.save() } };
      await provider.interactionFinished(request, response, result);
    })().catch((error: unknown) => response.writeHead(500).end(String(error)));
  });
  return server;
}

/** Passes everything on, and puts another subject and address into the ID token. */
function forging(issuer: string): Server {
  return createServer((request, response) => {
    void (async () => {
      const body = request.method === "POST" ? await textOf(request) : undefined;
      const type = request.headers["content-type"];
      const answer = await fetch(`${issuer}${request.url}`, {
        method: request.method ?? "GET",
        ...(body !== undefined && { body, headers: { "content-type": type ?? "" } }),
        redirect: "manual",
      });
      const text = await answer.text();
      response.writeHead(answer.status, { "content-type": "application/json" });
      response.end(
        request.url === "/.well-known/openid-configuration"
          ? text.replaceAll(`"token_endpoint":"${issuer}`, `"token_endpoint":"${ownUrl(request)}`)
          : forged(text),
      );
    })();
  });
}

const ownUrl = ({ headers }: IncomingMessage) => `http://${headers.host}`;

function forged(text: string): string {
  const answer = JSON.parse(text) as { id_token?: string };
  if (answer.id_token === undefined) return text;
  const [head = "", , signature = ""] = answer.id_token.split(".");
  const changed = {
    ...decodeJwt(answer.id_token),
    sub: "victim",
    email: "victim@etappi.test",
    email_verified: true,
  };
  const payload = base64url.encode(JSON.stringify(changed));
  return JSON.stringify({ ...answer, id_token: `${head}.${payload}.${signature}` });
}

async function listening(server: Server): Promise<Server> {
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return server;
}

const portOf = (server: { address(): AddressInfo | string | null }) => {
  const address = server.address();
  return typeof address === "object" && address !== null ? address.port : 0;
};
const urlOf = (server: Server) => `http://127.0.0.1:${portOf(server)}`;

async function textOf(request: AsyncIterable<unknown>): Promise<string> {
  let text = "";
  for await (const chunk of request) text += String(chunk);
  return text;
}
