import * as z from "zod";
import { listOf } from "../../kernel/shapes.ts";
import { DECLARED, EVIDENCE, MOVES, SCHEDULES } from "../terms.ts";

/** What is compared of a cell. */
const Side = z.object({
  declared: z.enum(DECLARED),
  schedule: z.enum(SCHEDULES),
  evidence: z.enum(EVIDENCE),
  value: z.number().nullable(),
  dueOn: z.string().nullable(),
  forecastOn: z.string().nullable(),
  doneOn: z.string().nullable(),
});
export type Side = z.infer<typeof Side>;

export const CellMove = z
  .object({
    milestone: z.number().int(),
    title: z.string(),
    municipality: z.string().meta({ description: "3-digit code, or `all`" }),
    name: z.string().meta({ description: "Of the municipality; empty for the whole project" }),
    kind: z.enum(MOVES).meta({ description: "What the move comes to: the weightiest that holds" }),
    before: Side.nullable().meta({ description: "Null where there was no such cell" }),
    after: Side.nullable().meta({
      description: "Null where an amendment has taken the milestone out of the plan",
    }),
  })
  .meta({ id: "CellMove" });
export type CellMove = z.infer<typeof CellMove>;

export const Standing = z.object({
  percent: z.number().nullable(),
  done: z.number().int(),
  late: z.number().int(),
  atRisk: z.number().int(),
  stale: z.number().int(),
});
export type Standing = z.infer<typeof Standing>;

export const ChangesView = z
  .object({
    since: z.string(),
    until: z.string(),
    before: Standing.nullable().meta({ description: "Null where the project was not there yet" }),
    after: Standing,
    municipalities: z
      .array(
        z.object({
          municipality: z.string(),
          name: z.string(),
          before: z.number().nullable(),
          after: z.number().nullable(),
        }),
      )
      .meta({ description: "Percent done at both moments" }),
    moved: z.number().int().meta({ description: "Cells that differ, whatever the page" }),
    kinds: z
      .array(z.object({ kind: z.enum(MOVES), count: z.number().int() }))
      .meta({ description: "How many of them come to what, whatever the filter" }),
    items: z.array(CellMove),
    nextCursor: z.string().nullable(),
  })
  .meta({ id: "Moves" });
export type ChangesView = z.infer<typeof ChangesView>;

const Moment = z
  .object({
    day: z.string().meta({ description: "A date in Europe/Helsinki, to be asked for as `asOf`" }),
    at: z.string().meta({ description: "When something last happened on that day" }),
  })
  .meta({ id: "Moment" });
export type Moment = z.infer<typeof Moment>;

export const MomentsView = listOf(Moment).meta({ id: "Moments" });
export type MomentsView = z.infer<typeof MomentsView>;
