import { join } from "node:path";
import { parseArgs } from "node:util";
import { withLocal } from "../drizzle/local.ts";
import { openDatabase } from "../worker/platform/database.ts";
import { settingsOf } from "../worker/platform/settings.ts";
import { isPlayed, play } from "./play.ts";

/** Where `npm start` answers: the links of letters lead there. */
const site = "http://localhost:8787/";

/**
 * Makes the local database of the demonstration ready: migrates it, and plays the story into it
 * when it is empty. `--persist-to <folder>` names another place for it than `.wrangler/state`.
 */
async function run(folder: string): Promise<void> {
  await withLocal({ folder, environment: "demonstration" }, async (env) => {
    const db = openDatabase(env.DB);
    const stage = { db, files: env.FILES, settings: settingsOf(env, site) };
    if (!(await isPlayed(db))) await play(stage).catch(unfinished(folder));
  });
}

const unfinished = (folder: string) => (cause: unknown) => {
  const advice = `Remove ${folder} and start again.`;
  throw new Error(`The story could not be played to its end. ${advice}`, { cause });
};

const { values } = parseArgs({ options: { "persist-to": { type: "string" } } });
await run(values["persist-to"] ?? join(".wrangler", "state"));
