import * as z from "zod";
import { moment, page } from "../../kernel/shapes.ts";
import { asOfInstant, numberedPageOf } from "../../platform/http.ts";
import type { CellLink } from "../contract.ts";
import type { Asked } from "../queries/register.ts";

export const params = z.object({ project: z.string().max(60) });
export const numberParams = params.extend({ number: z.string().regex(/^[1-9]\d{0,3}$/) });
export const historyQuery = z.object({ ...page, asOf: moment.optional() });

/** What narrows a list, beside its states. */
export const narrowing = {
  ...page,
  asOf: moment.optional(),
  cell: z
    .string()
    .regex(/^[1-9]\d{0,3}-(\d{3}|all)$/)
    .optional()
    .meta({ description: "Those linked to this cell", example: "5-837" }),
};

type Query<State> = {
  readonly limit?: number | undefined;
  readonly cursor?: string | undefined;
  readonly asOf?: string | undefined;
  readonly cell?: string | undefined;
  readonly state?: State | undefined;
};

/** A list as its query asks for it, with one row more than the page holds. */
export function askedBy<State>(query: Query<State>, now: string) {
  const { after, limit } = numberedPageOf(query);
  const asked: Asked<State> = {
    state: query.state,
    cell: query.cell === undefined ? null : cellNamed(query.cell),
    after: after ?? 0,
    limit: limit + 1,
    asOf: asOfInstant(query.asOf, now),
  };
  return { asked, limit };
}

function cellNamed(name: string): CellLink {
  const [milestone = "", municipality = ""] = name.split("-");
  return { milestone: Number(milestone), municipality };
}

const newest = 2_000_000_000;

/** A page of a history, newest first, with one entry more than the page holds. */
export function entriesAsked(query: z.infer<typeof historyQuery>, now: string) {
  const { after, limit } = numberedPageOf(query);
  const until = asOfInstant(query.asOf, now);
  return { asked: { below: after ?? newest, limit: limit + 1, until }, limit };
}

export const placeOf = ({ project, number }: z.infer<typeof numberParams>) => ({
  project,
  number: Number(number),
});
