import { createServer, type IncomingMessage, type Server } from "node:http";
import { text } from "node:stream/consumers";

/** What a receiver of webhooks was sent, oldest first. */
export type Message = {
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
};

/**
 * A receiver of webhooks: `/fine` takes everything, `/fails` nothing, `/once` the second message of
 * each id, `/away` sends elsewhere, `/hangs` never answers. `GET /sent?to=` gives what came under a
 * path that ends so.
 */
export function receiver(): Server {
  const sent: Message[] = [];
  return createServer((request, response) => {
    void (async () => {
      const url = new URL(request.url ?? "/", "http://receiver");
      if (request.method === "GET") {
        const to = url.searchParams.get("to") ?? "";
        response.setHeader("content-type", "application/json");
        response.end(JSON.stringify(sent.filter(({ path }) => path.endsWith(to))));
        return;
      }
      const message = { path: url.pathname, ...(await read(request)) };
      sent.push(message);
      const id = message.headers["webhook-id"];
      const times = sent.filter(({ headers }) => headers["webhook-id"] === id).length;
      const [, how] = url.pathname.split("/");
      if (how === "hangs") return;
      if (how === "away") response.setHeader("location", "http://127.0.0.1:1/");
      const statuses: Readonly<Record<string, number>> = { fails: 503, away: 302 };
      response.writeHead(how === "once" && times === 1 ? 500 : (statuses[how ?? ""] ?? 204)).end();
    })();
  });
}

async function read(request: IncomingMessage) {
  const headers = Object.fromEntries(
    Object.entries(request.headers).map(([name, value]) => [name, String(value)]),
  );
  return { headers, body: await text(request) };
}
