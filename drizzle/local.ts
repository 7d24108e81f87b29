import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { getPlatformProxy } from "wrangler";

/** Brings the local database in a folder to the newest migration, and works with it. */
export async function withLocal(
  { folder, environment }: { readonly folder: string; readonly environment: string },
  work: (env: Env) => Promise<void>,
): Promise<void> {
  migrate(folder, environment);
  // Wrangler itself adds the "v3" to the folder that it is told.
  const persist = { path: join(folder, "v3") };
  const proxy = await getPlatformProxy<Env>({ environment, persist, remoteBindings: false });
  try {
    await work(proxy.env);
  } finally {
    await proxy.dispose();
  }
}

function migrate(folder: string, environment: string): void {
  const migrations = ["d1", "migrations", "apply", "DB", "--local"];
  const options = ["--env", environment, "--persist-to", folder];
  const wrangler = join("node_modules", "wrangler", "bin", "wrangler.js");
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [wrangler, ...migrations, ...options],
    { encoding: "utf8" },
  );
  if (status !== 0) throw new Error(`Migrations failed.\n${stdout}\n${stderr}`);
}

// Works without network: Wrangler would otherwise ask Cloudflare where it is, and tell how it is used.
process.env["CLOUDFLARE_CF_FETCH_ENABLED"] ??= "false";
process.env["WRANGLER_SEND_METRICS"] ??= "false";
