import { sql } from "drizzle-orm";
import { factAsOf, statesBetween } from "../../history/queries.ts";
import { facts } from "../../history/tables.ts";
import { assertMay } from "../../kernel/permissions.ts";
import { notFound } from "../../kernel/refusal.ts";
import type { Deps } from "../../platform/env.ts";
import type { AmendmentState, PlanMunicipality } from "../../projects/contract/plan.ts";
import type { ProjectState } from "../../projects/contract/projects.ts";
import { planAmong, stateIn } from "../../projects/queries/projects.ts";
import type { TrendRow, TrendView } from "../contract/trend.ts";
import { trendRows, trendView } from "../domain/trend-view.ts";
import { momentsOf, type Said, standingsOf, type Track } from "../domain/trend.ts";
import { type AsOf, boardNow, pastCells, readingOf } from "./board.ts";

type Asked = {
  readonly asOf: AsOf;
  /** A code, for the figures of this municipality alone. */
  readonly municipality: string | undefined;
};

/**
 * How a project has come along, at the moments of `momentsOf`, now or up to a moment. Refuses with
 * `not_found`, `forbidden`, and `invalid` for a municipality that does not take part. Costs the
 * board, and the project's facts up to the moment once, however many points there are.
 */
export async function loadTrend(deps: Deps, slug: string, asked: Asked): Promise<TrendView> {
  const track = await loadTrack(deps, slug, asked.asOf);
  return trendView(track, readingOf(deps, asked.asOf), asked.municipality);
}

/** The same as rows, as an export carries them: at each point the whole, then each municipality. */
export async function loadTrendRows(deps: Deps, slug: string, asked: Asked): Promise<TrendRow[]> {
  const track = await loadTrack(deps, slug, asked.asOf);
  return trendRows(track, readingOf(deps, asked.asOf), asked.municipality);
}

async function loadTrack(deps: Deps, slug: string, asOf: AsOf): Promise<Track> {
  const { plan } = await boardNow(deps, slug);
  assertMay(deps.actor, "progress.view", { project: slug });
  const moment = asOf ?? deps.now;
  const startsOn = asOf === null ? plan.project.startsOn : await startThen(deps, slug, asOf);
  const moments = momentsOf(startsOn, moment);
  const parts = await statesBetween(deps.db, slug, { moments, kinds, detail });
  // Nobody leaves a project, so its board has the names of all who ever took part.
  return trackOf(
    moments.map((at, index) => ({ at, facts: parts[index] ?? [] })),
    plan.municipalities,
  );
}

async function startThen({ db }: Deps, slug: string, at: string): Promise<string> {
  const fact = await factAsOf(db, `project:${slug}`, { at });
  if (!fact) throw notFound();
  // Facts of a project are written by its context's commands alone, with this shape.
  return (stateIn(fact) as ProjectState).startsOn;
}

const kinds = ["project", "milestone", "amendment", "cell"];

/** Of a cell only what was declared: of its texts nothing is needed, and there are many cells. */
const detail = sql<string>`CASE WHEN ${facts.subject} LIKE 'cell:%'
  THEN json_object('after', json_object('declared', ${facts.detail} ->> '$.after.declared'))
  ELSE ${facts.detail} END`;

type Fact = Awaited<ReturnType<typeof statesBetween>>[number][number];
type Part = { readonly at: string; readonly facts: readonly Fact[] };

/** Takes the facts in part by part, and looks at the project where each part ends. */
function trackOf(parts: readonly Part[], names: readonly PlanMunicipality[]): Track {
  const newest = new Map<string, Fact>();
  const said = new Map<string, Said>();
  const points: Track["points"][number][] = [];
  let plan: Track["plan"] | null = null;
  for (const { at, facts: told } of parts) {
    // A fact can bear an earlier moment than the one before it of the same subject.
    const taken = told.filter(({ subject, version }) => version > versionOf(newest.get(subject)));
    for (const fact of taken) newest.set(fact.subject, fact);
    for (const { key, state } of pastCells(taken)) said.set(key, state);
    if (taken.some(({ subject }) => !subject.startsWith("cell:"))) {
      plan = planAmong([...newest.values()], names);
    }
    const amendments = amendmentsIn(taken);
    if (plan) points.push({ at, ...standingsOf({ plan, said }, at), amendments });
  }
  if (!plan) throw notFound();
  return { plan, points };
}

const versionOf = (fact: Fact | undefined) => fact?.version ?? 0;

function amendmentsIn(told: readonly Fact[]) {
  return told
    .filter(({ subject }) => subject.startsWith("amendment:"))
    .map((fact) => {
      // Facts of an amendment are written by its context's commands alone, with this shape.
      const { number, title } = stateIn(fact) as AmendmentState;
      return { number, title, at: fact.at };
    })
    .toSorted((one, other) => one.number - other.number);
}
