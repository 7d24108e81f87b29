import { eq } from "drizzle-orm";
import { addDemoPerson } from "../worker/identity/commands.ts";
import { people } from "../worker/identity/tables.ts";
import type { Actor, Membership } from "../worker/kernel/permissions.ts";
import type { Database } from "../worker/platform/database.ts";
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

const stories: readonly ProjectStory[] = [hoppu, yhdessa, tukenasi, lastensuojelu, opiskeluhuolto];

const admin: Actor = { id: "admin", admin: true, memberships: [] };

/** The roles of the demonstration: pseudonyms, one contact person a municipality. */
const cast: readonly Actor[] = [
  person("lead", stories.map(membership("lead"))),
  person("steering", stories.map(membership("steering"))),
  person("funder", stories.map(membership("funder"))),
  ...Array.from(new Set(stories.flatMap(({ project }) => project.municipalities)), (code) =>
    person(
      `contact-${code}`,
      stories
        .filter(({ project }) => project.municipalities.includes(code))
        .map(membership("contact", [code])),
    ),
  ),
];

function person(id: string, memberships: readonly Membership[]): Actor {
  return { id, admin: false, memberships };
}

function membership(role: Membership["role"], municipalities: readonly string[] = []) {
  return ({ project }: ProjectStory): Membership => ({
    project: project.slug,
    role,
    municipalities,
  });
}

/** Whether the story has been played to its end: its last act is that the administrator enters. */
export async function isPlayed(db: Database): Promise<boolean> {
  const found = await db.select().from(people).where(eq(people.id, admin.id));
  return found.length > 0;
}

/** Plays the founding documents through the real commands, each in its place in time. */
export async function play(db: Database): Promise<void> {
  for (const { at, programme } of programmes) {
    await createProgramme(moment(db, admin, at), programme);
  }
  for (const one of cast) await addDemoPerson(db, one);
  for (const story of stories) await playProject(db, story);
  await addDemoPerson(db, admin);
}

async function playProject(db: Database, story: ProjectStory): Promise<void> {
  const { slug, name } = story.project;
  const as = (id: string, at: string) => moment(db, member(id), at);
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
  console.log(`${name}: ${story.updates.length} updates`);
}

function member(id: string): Actor {
  const found = cast.find((one) => one.id === id);
  if (!found) throw new Error(`Nobody in the story is called ${id}.`);
  return found;
}

function moment(db: Database, actor: Actor, now: string): Deps {
  return { db, actor, now, language: "fi", keyed: null };
}
