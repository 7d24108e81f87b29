import { execFile } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import type { TestProject } from "vitest/node";

/** Where the demonstration lies as it is deployed: the dashboard's files, the Worker's, its data. */
export type Built = { readonly pages: string; readonly worker: string; readonly state: string };

declare module "vitest" {
  // oxlint-disable-next-line consistent-type-definitions -- only an interface can be added to
  interface ProvidedContext {
    readonly built: Built;
  }
}

const run = promisify(execFile);
export const wrangler = join("node_modules", "wrangler", "bin", "wrangler.js");
const vite = join("node_modules", "vite", "bin", "vite.js");
export const env = {
  ...process.env,
  CLOUDFLARE_CF_FETCH_ENABLED: "false",
  WRANGLER_SEND_METRICS: "false",
};

/** Builds the dashboard and the Worker, and seeds a database, once for all tests in the browser. */
export default async function setup(project: TestProject): Promise<() => void> {
  const folder = mkdtempSync(join(tmpdir(), "etappi-built-"));
  const forget = () => rmSync(folder, { recursive: true, force: true });
  try {
    const [pages, worker, state] = [
      join(folder, "dashboard"),
      join(folder, "worker"),
      join(folder, "state"),
    ] as const;
    const built = { pages, worker, state };
    await Promise.all([
      bundle(built),
      run(process.execPath, ["seeds/run.ts", "--persist-to", state]),
    ]);
    project.provide("built", built);
    return forget;
  } catch (error) {
    forget();
    throw error;
  }
}

export function demonstration({ pages }: Built): string[] {
  const environment = ["--config", "wrangler.toml", "--env", "demonstration"];
  return [...environment, "--assets", pages];
}

/** What is tested is a copy: neither an edit nor a demonstration that is running comes between. */
async function bundle(built: Built): Promise<void> {
  // By itself, as it is deployed: within a test it would be built for one.
  const dashboard = ["build", "--logLevel", "error", "--outDir", built.pages];
  await run(process.execPath, [vite, ...dashboard], { env: { ...env, NODE_ENV: "production" } });
  const dryRun = ["deploy", "--dry-run", "--outdir", built.worker, ...demonstration(built)];
  await run(process.execPath, [wrangler, ...dryRun], { env });
}
