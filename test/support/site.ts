import { type ChildProcess, execFile, spawn, type SpawnOptions } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, openSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { promisify } from "node:util";
import type { TestProject } from "vitest/node";

declare module "vitest" {
  // oxlint-disable-next-line consistent-type-definitions -- only an interface can be added to
  interface ProvidedContext {
    /** Where the seeded demonstration answers, for the tests in the browser. */
    readonly site: string;
    /** Where its files lie as they are deployed: the dashboard's and the Worker's. */
    readonly built: { readonly pages: string; readonly worker: string };
  }
}

const run = promisify(execFile);
const wrangler = join("node_modules", "wrangler", "bin", "wrangler.js");
const vite = join("node_modules", "vite", "bin", "vite.js");
const env = {
  ...process.env,
  CLOUDFLARE_CF_FETCH_ENABLED: "false",
  WRANGLER_SEND_METRICS: "false",
};
const startsWithinMs = 60_000;

/** Builds the dashboard and serves the seeded demonstration from a database of its own. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = mkdtempSync(join(tmpdir(), "etappi-site-"));
  const forget = () => rmSync(folder, { recursive: true, force: true });
  try {
    const seeds = ["seeds/run.ts", "--persist-to", folder];
    await Promise.all([bundle(folder), run(process.execPath, seeds)]);
    const port = await freePort();
    const server = serve(folder, port);
    const site = `http://localhost:${port}`;
    if (!(await answers(site, server))) {
      await end(server);
      throw new Error(`The site does not answer.\n${readFileSync(logIn(folder), "utf8")}`);
    }
    project.provide("site", site);
    project.provide("built", { pages: pagesIn(folder), worker: workerIn(folder) });
    return () => end(server).finally(forget);
  } catch (error) {
    forget();
    throw error;
  }
}

const pagesIn = (folder: string) => join(folder, "dashboard");
const workerIn = (folder: string) => join(folder, "worker");
const logIn = (folder: string) => join(folder, "log");

function demonstration(folder: string): string[] {
  const environment = ["--config", "wrangler.toml", "--env", "demonstration"];
  return [...environment, "--assets", pagesIn(folder)];
}

/** What is tested is a copy: neither an edit nor a demonstration that is running comes between. */
async function bundle(folder: string): Promise<void> {
  // By itself, as it is deployed: within a test it would be built for one.
  const built = ["build", "--logLevel", "error", "--outDir", pagesIn(folder)];
  await run(process.execPath, [vite, ...built], { env: { ...env, NODE_ENV: "production" } });
  const dryRun = ["deploy", "--dry-run", "--outdir", workerIn(folder), ...demonstration(folder)];
  await run(process.execPath, [wrangler, ...dryRun], { env });
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
  const dev = ["dev", join(workerIn(folder), "index.js"), "--no-bundle", ...demonstration(folder)];
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

async function end(server: ChildProcess): Promise<void> {
  if (server.pid === undefined || server.exitCode !== null) return;
  const ended = once(server, "exit");
  process.kill(-server.pid, "SIGTERM");
  await ended;
}
