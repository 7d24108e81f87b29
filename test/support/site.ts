import { type ChildProcess, spawn, type SpawnOptions } from "node:child_process";
import { once } from "node:events";
import { cpSync, mkdtempSync, openSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { afterAll, beforeAll, inject } from "vitest";
import { type Built, demonstration, env, wrangler } from "./built.ts";

const startsWithinMs = 60_000;

/**
 * The demonstration for one file of tests, with a database of its own: what one file changes, no
 * other meets, in whatever order they run.
 *
 * @returns where it answers, once the tests of the file run
 */
export function ownSite(): () => string {
  const folder = mkdtempSync(join(tmpdir(), "etappi-site-"));
  let site = "";
  let server: ChildProcess | undefined;
  beforeAll(async () => {
    const built = inject("built");
    cpSync(built.state, folder, { recursive: true });
    const port = await freePort();
    server = serve(built, folder, port);
    site = `http://localhost:${port}`;
    if (await answers(site, server)) return;
    throw new Error(`The site does not answer.\n${readFileSync(logIn(folder), "utf8")}`);
  });
  afterAll(async () => {
    await end(server);
    rmSync(folder, { recursive: true, force: true });
  });
  return () => site;
}

const logIn = (folder: string) => join(folder, "log");

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  return typeof address === "object" && address !== null ? address.port : 0;
}

/** `wrangler dev` with its own process group, so that the runtime it starts ends with it. */
function serve(built: Built, folder: string, port: number): ChildProcess {
  const script = join(built.worker, "index.js");
  const dev = ["dev", script, "--no-bundle", ...demonstration(built)];
  const own = ["--persist-to", folder, "--ip", "127.0.0.1", "--port", `${port}`];
  const log = openSync(logIn(folder), "w");
  const options: SpawnOptions = { detached: true, stdio: ["ignore", log, log], env };
  return spawn(process.execPath, [wrangler, ...dev, ...own], options);
}

async function answers(site: string, server: ChildProcess): Promise<boolean> {
  const until = Date.now() + startsWithinMs;
  while (Date.now() < until && server.exitCode === null) {
    const answer = await fetch(`${site}/api/health`).catch(() => null);
    if (answer?.ok) return true;
    await delay(200);
  }
  return false;
}

async function end(server: ChildProcess | undefined): Promise<void> {
  if (server?.pid === undefined || server.exitCode !== null) return;
  const ended = once(server, "exit");
  process.kill(-server.pid, "SIGTERM");
  await ended;
}
