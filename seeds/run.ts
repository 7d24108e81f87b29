import { spawnSync } from "node:child_process";
import { count } from "drizzle-orm";
import { getPlatformProxy } from "wrangler";
import { addDemoPerson } from "../worker/identity/commands.ts";
import { people } from "../worker/identity/tables.ts";
import type { Actor, Membership } from "../worker/kernel/permissions.ts";
import { type Database, openDatabase } from "../worker/platform/database.ts";
import type { Deps } from "../worker/platform/env.ts";
import { declareMany } from "../worker/progress/commands.ts";
import { addMilestone } from "../worker/projects/commands/milestones.ts";
import { createProgramme } from "../worker/projects/commands/programmes.ts";
import { createProject } from "../worker/projects/commands/projects.ts";
import { hoppu } from "./story/hoppu.ts";
import { tukenasi, yhdessa } from "./story/networks.ts";
import { programmes } from "./story/programmes.ts";
import type { ProjectStory } from "./story/story.ts";
import { lastensuojelu, opiskeluhuolto } from "./story/training-and-survey.ts";

const environment = "demonstration";
const stories = [hoppu, yhdessa, tukenasi, lastensuojelu, opiskeluhuolto];

/**
 * Makes the local database of the demonstration ready: migrates it, and plays the story into it
 * through the real commands when it is empty.
 */
async function run(): Promise<void> {
  migrate();
  const proxy = await getPlatformProxy<Env>({ environment });
  try {
    const db = openDatabase(proxy.env.DB);
    const [seeded] = await db.select({ people: count() }).from(people);
    if (seeded?.people === 0) await play(db);
  } finally {
    await proxy.dispose();
  }
}

function migrate(): void {
  const wrangler = ["d1", "migrations", "apply", "DB", "--local", "--env", environment];
  const { status, stdout, stderr } = spawnSync("wrangler", wrangler, { encoding: "utf8" });
  if (status !== 0) throw new Error(`Migrations failed.\n${stdout}\n${stderr}`);
}

async function play(db: Database): Promise<void> {
  const slugs = stories.map(({ project }) => project.slug ?? "");
  const admin = { id: "admin", admin: true, memberships: [] };
  await addDemoPerson(db, admin);
  for (const story of programmes) {
    await createProgramme(moment(db, admin, story.at), story.programme);
  }
  for (const person of cast(slugs)) await addDemoPerson(db, person);
  for (const story of stories) await playProject(db, story);
}

const moment = (db: Database, actor: Actor, now: string): Deps => ({
  db,
  actor,
  now,
  language: "fi",
  keyed: null,
});

/** The roles of the demonstration: pseudonyms, one contact person a municipality. */
function cast(slugs: readonly string[]): Actor[] {
  const everywhere = (role: Membership["role"]) =>
    slugs.map((project) => ({ project, role, municipalities: [] }));
  const codes = [...new Set(stories.flatMap(({ project }) => project.municipalities ?? []))];
  return [
    { id: "lead", admin: false, memberships: everywhere("lead") },
    { id: "steering", admin: false, memberships: everywhere("steering") },
    { id: "funder", admin: false, memberships: everywhere("funder") },
    ...codes.map((code) => ({
      id: `contact-${code}`,
      admin: false,
      memberships: stories
        .filter(({ project }) => project.municipalities?.includes(code))
        .map(({ project }): Membership => ({
          project: project.slug ?? "",
          role: "contact",
          municipalities: [code],
        })),
    })),
  ];
}

async function playProject(db: Database, story: ProjectStory): Promise<void> {
  const slug = story.project.slug ?? "";
  const people = new Map(cast(stories.map(({ project }) => project.slug ?? "")).map((one) => [one.id, one]));
  const as = (id: string, at: string) => {
    const actor = people.get(id);
    if (!actor) throw new Error(`${slug}: nobody is called ${id}`);
    return moment(db, actor, at);
  };
  await createProject(as("lead", story.at), story.project);
  for (const milestone of story.milestones) {
    await addMilestone(as("lead", story.at), slug, milestone);
  }
  const versions = new Map<string, number>();
  for (const { at, by, cells } of story.updates) {
    const batch = cells.map((cell) => {
      const key = `${cell.milestone}/${cell.municipality}`;
      const version = versions.get(key) ?? 0;
      versions.set(key, version + 1);
      return { ...cell, version };
    });
    await declareMany(as(by, at), slug, batch);
  }
  console.log(`${story.project.name}: ${story.updates.length} päivitystä`);
}

await run();
