import { type ChildProcess, execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { promisify } from "node:util";
import { build } from "vite";
import type { TestProject } from "vitest/node";

declare module "vitest" {
  // oxlint-disable-next-line consistent-type-definitions -- only an interface can be added to
  interface ProvidedContext {
    /** Where the seeded demonstration answers, for the tests in the browser. */
    readonly site: string;
  }
}

const run = promisify(execFile);
const seeds = ["seeds/run.ts", "--persist-to"];
const startsWithinMs = 60_000;

/** Builds the dashboard and serves the seeded demonstration from a database of its own. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = mkdtempSync(join(tmpdir(), "etappi-site-"));
  const forget = () => rmSync(folder, { recursive: true, force: true });
  try {
    await Promise.all([buildInto(pages(folder)), run(process.execPath, [...seeds, folder])]);
    const port = await freePort();
    const server = serve(folder, port);
    const site = `http://localhost:${port}`;
    await answering(site, server).catch(async (error: unknown) => {
      await end(server);
      throw error;
    });
    project.provide("site", site);
    return () => end(server).finally(forget);
  } catch (error) {
    forget();
    throw error;
  }
}

const pages = (folder: string) => join(folder, "dashboard");

/** Not into dist/, which a demonstration that is running may be serving. */
async function buildInto(outDir: string): Promise<void> {
  await build({ logLevel: "error", build: { outDir } });
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  return typeof address === "object" && address !== null ? address.port : 0;
}

/** `wrangler dev` with its own process group, so that the runtime it starts ends with it. */
function serve(folder: string, port: number): ChildProcess {
  const wrangler = join("node_modules", "wrangler", "bin", "wrangler.js");
  const dev = ["dev", "--env", "demonstration", "--ip", "127.0.0.1", "--port", `${port}`];
  const own = ["--persist-to", folder, "--assets", pages(folder)];
  return spawn(process.execPath, [wrangler, ...dev, ...own], {
    detached: true,
    stdio: "ignore",
    env: { ...process.env, CLOUDFLARE_CF_FETCH_ENABLED: "false", WRANGLER_SEND_METRICS: "false" },
  });
}

async function answering(site: string, server: ChildProcess): Promise<void> {
  const until = Date.now() + startsWithinMs;
  while (Date.now() < until && server.exitCode === null) {
    const answer = await fetch(`${site}/api/health`).catch(() => null);
    if (answer?.ok) return;
    await delay(200);
  }
  throw new Error(`The site did not answer at ${site} within ${startsWithinMs / 1000} seconds.`);
}

async function end(server: ChildProcess): Promise<void> {
  if (server.pid === undefined || server.exitCode !== null) return;
  const ended = once(server, "exit");
  process.kill(-server.pid, "SIGTERM");
  await ended;
}
