import { sql } from "drizzle-orm";
import {
  foreignKey,
  index,
  integer,
  primaryKey,
  real,
  sqliteTable,
  text,
} from "drizzle-orm/sqlite-core";
import { municipalities } from "../municipalities/tables.ts";
import type { AmendmentView, MilestoneView } from "./contract/plan.ts";
import type { CreateProgramme } from "./contract/programmes.ts";
import type { CreateProject } from "./contract/projects.ts";
import {
  EMBLEMS,
  type EvidenceKind,
  MILESTONE_KINDS,
  MILESTONE_STATES,
  SCOPES,
  type PublicPart,
  STAGES,
  VISIBILITIES,
} from "./terms.ts";

/** Version and hash of the newest fact: a trigger lets a row change only together with it. */
const head = { version: integer().notNull(), hash: text().notNull() };

export const programmes = sqliteTable("programmes", {
  slug: text().primaryKey(),
  name: text().notNull(),
  funder: text().notNull(),
  funderClass: text().notNull(),
  visibilityText: text({ mode: "json" }).$type<CreateProgramme["visibilityText"]>().notNull(),
  emblem: text({ enum: EMBLEMS }).notNull(),
  reportPeriods: text({ mode: "json" }).$type<CreateProgramme["reportPeriods"]>().notNull(),
  reportSections: text({ mode: "json" })
    .$type<CreateProgramme["reportSections"]>()
    .notNull()
    .default([]),
  retainUntil: text(),
  retentionBasis: text().notNull(),
  createdAt: text().notNull(),
  changedAt: text().notNull(),
  ...head,
});

export const projects = sqliteTable("projects", {
  slug: text().primaryKey(),
  programme: text()
    .notNull()
    .references(() => programmes.slug),
  county: text().notNull(),
  name: text().notNull(),
  summary: text().notNull(),
  leadOrganisation: text().notNull(),
  grantReference: text(),
  place: text().notNull(),
  startsOn: text().notNull(),
  endsOn: text().notNull(),
  stage: text({ enum: STAGES }).notNull(),
  /** Whether there is a public page of it. */
  visibility: text({ enum: VISIBILITIES }).notNull(),
  publicParts: text({ mode: "json" }).$type<PublicPart[]>().notNull().default([]),
  freshnessDays: integer().notNull(),
  description: text({ mode: "json" }).$type<CreateProject["description"]>().notNull(),
  topics: text({ mode: "json" }).$type<string[]>().notNull(),
  phenomena: text({ mode: "json" }).$type<string[]>().notNull(),
  authorRole: text().notNull(),
  contactRole: text().notNull(),
  /** The date of the decision that granted the plan, which is frozen since; null before. */
  grantedOn: text(),
  createdAt: text().notNull(),
  changedAt: text().notNull(),
  ...head,
});

const project = text()
  .notNull()
  .references(() => projects.slug);

export const participations = sqliteTable(
  "participations",
  {
    project,
    municipality: text()
      .notNull()
      .references(() => municipalities.code),
  },
  (t) => [primaryKey({ columns: [t.project, t.municipality] })],
);

export const phases = sqliteTable(
  "phases",
  {
    project,
    number: integer().notNull(),
    name: text().notNull(),
    startsOn: text().notNull(),
    endsOn: text().notNull(),
  },
  (t) => [primaryKey({ columns: [t.project, t.number] })],
);

export const milestones = sqliteTable(
  "milestones",
  {
    project,
    number: integer().notNull(),
    phase: integer().notNull(),
    kind: text({ enum: MILESTONE_KINDS }).notNull(),
    scope: text({ enum: SCOPES }).notNull(),
    title: text().notNull(),
    description: text().notNull(),
    verification: text().notNull(),
    dueOn: text(),
    dueOnByMunicipality: text({ mode: "json" }).$type<Record<string, string>>().notNull(),
    weight: real().notNull(),
    unit: text(),
    baseline: real(),
    goal: real(),
    evidenceKinds: text({ mode: "json" }).$type<EvidenceKind[]>().notNull().default([]),
    measure: text({ mode: "json" }).$type<MilestoneView["measure"]>(),
    /** What was granted of its dates and goal; null where nothing is granted yet. */
    granted: text({ mode: "json" }).$type<MilestoneView["granted"]>(),
    state: text({ enum: MILESTONE_STATES }).notNull().default("active"),
    predecessors: text({ mode: "json" }).$type<number[]>().notNull().default([]),
    successors: text({ mode: "json" }).$type<number[]>().notNull().default([]),
    /** The newest amendment that touched it, by number. */
    amendment: integer(),
    ...head,
  },
  (t) => [
    primaryKey({ columns: [t.project, t.number] }),
    foreignKey({
      columns: [t.project, t.phase],
      foreignColumns: [phases.project, phases.number],
    }),
  ],
);

/** A numbered change of a granted plan. Written once. */
export const amendments = sqliteTable(
  "amendments",
  {
    project,
    number: integer().notNull(),
    title: text().notNull(),
    reason: text().notNull(),
    reference: text(),
    decidedOn: text().notNull(),
    changes: text({ mode: "json" }).$type<AmendmentView["changes"]>().notNull(),
    createdAt: text().notNull(),
    ...head,
  },
  (t) => [primaryKey({ columns: [t.project, t.number] })],
);

/**
 * One row a project holds all that its views read, so that a view costs one row at any size:
 * `plan` is kept by this context, `cells` by progress, `evidence` by evidence, and `reported`, what
 * the newest submitted report said of the dates, by reporting. `publication`, also of this context,
 * is what the public page says beside, null where there is none. All can be computed again from
 * the other tables, and a test does so.
 */
export const boards = sqliteTable(
  "boards",
  {
    project: text()
      .primaryKey()
      .references(() => projects.slug),
    plan: text().notNull(),
    cells: text().notNull(),
    evidence: text().notNull().default("{}"),
    reported: text(),
    publication: text(),
  },
  (t) => [
    index("boards_published")
      .on(t.project)
      .where(sql`publication IS NOT NULL`),
  ],
);
