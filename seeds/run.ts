import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { getPlatformProxy } from "wrangler";
import { openDatabase } from "../worker/platform/database.ts";
import { settingsOf } from "../worker/platform/settings.ts";
import { isPlayed, play } from "./play.ts";

const environment = "demonstration";
/** Where `npm start` answers: the links of letters lead there. */
const site = "http://localhost:8787/";

/**
 * Makes the local database of the demonstration ready: migrates it, and plays the story into it
 * when it is empty. `--persist-to <folder>` names another place for it than `.wrangler/state`.
 */
async function run(folder: string): Promise<void> {
  migrate(folder);
  // Wrangler itself adds the "v3" to the folder that it is told.
  const persist = { path: join(folder, "v3") };
  const proxy = await getPlatformProxy<Env>({ environment, persist, remoteBindings: false });
  try {
    const db = openDatabase(proxy.env.DB);
    const stage = { db, files: proxy.env.FILES, settings: settingsOf(proxy.env, site) };
    if (!(await isPlayed(db))) await play(stage).catch(unfinished(folder));
  } finally {
    await proxy.dispose();
  }
}

const unfinished = (folder: string) => (cause: unknown) => {
  const advice = `Remove ${folder} and start again.`;
  throw new Error(`The story could not be played to its end. ${advice}`, { cause });
};

function migrate(folder: string): void {
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
const { values } = parseArgs({ options: { "persist-to": { type: "string" } } });
await run(values["persist-to"] ?? join(".wrangler", "state"));
