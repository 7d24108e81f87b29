import { listMunicipalities } from "../../worker/municipalities/queries.ts";
import { declareMany } from "../../worker/progress/commands.ts";
import { CellBatch } from "../../worker/progress/contract/progress.ts";
import { batchMax } from "../../worker/progress/terms.ts";
import { addMilestone } from "../../worker/projects/commands/milestones.ts";
import { createProgramme } from "../../worker/projects/commands/programmes.ts";
import { createProject } from "../../worker/projects/commands/projects.ts";
import { CreateMilestone } from "../../worker/projects/contract/plan.ts";
import { CreateProgramme } from "../../worker/projects/contract/programmes.ts";
import { CreateProject } from "../../worker/projects/contract/projects.ts";
import { at, database, programme, project } from "./world.ts";

/** What a project is as large as. */
export type Size = {
  readonly municipalities: readonly string[];
  readonly milestones: number;
  /** How many times every cell changes. */
  readonly changes: number;
};

const begunAt = "2023-01-02T08:00:00.000Z";
const firstChangeAt = "2023-02-01T10:00:00.000Z";
const dayMs = 86_400_000;

/** The codes of the first so many municipalities of the country. */
export async function codesOf(count: number): Promise<string[]> {
  const page = { county: undefined, ended: false, after: "", limit: count };
  return (await listMunicipalities(database(), page)).map(({ code }) => code);
}

/** The programme that projects are in. */
export const aProgramme = () => createProgramme(at(begunAt), CreateProgramme.parse(programme));

/**
 * A project of a size with its whole history, by the real commands: the changes go over its cells
 * in batches, each on a day of its own.
 */
export async function aProjectOf(slug: string, size: Size): Promise<void> {
  const { municipalities } = size;
  await createProject(at(begunAt), CreateProject.parse({ ...project, slug, municipalities }));
  const milestones = Array.from({ length: size.milestones }, (_, index) => index + 1);
  for (const number of milestones) {
    const milestone = { phase: 1, title: `Välitavoite ${number}`, dueOn: "2023-11-30" };
    await addMilestone(at(begunAt), slug, CreateMilestone.parse(milestone));
  }
  const places = municipalities.flatMap((municipality) =>
    milestones.map((milestone) => ({ municipality, milestone })),
  );
  let now = Date.parse(firstChangeAt);
  for (let version = 0; version < size.changes; version += 1) {
    for (let from = 0; from < places.length; from += batchMax) {
      const batch = places.slice(from, from + batchMax).map((place) => ({
        ...place,
        version,
        ...SAID[(version + place.milestone) % SAID.length],
      }));
      await declareMany(at(new Date(now).toISOString()), slug, CellBatch.parse(batch));
      now += dayMs;
    }
  }
}

const SAID = [
  { declared: "not_started" },
  { declared: "in_progress", note: "Alkoi" },
  { declared: "paused", reason: "Päätös puuttuu", unblock: "Kunnanhallitus päättää" },
  { declared: "done" },
  { declared: "cancelled", reason: "Ei enää tarpeen" },
] as const;
