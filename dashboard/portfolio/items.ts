import type { NextDate, PortfolioView } from "../../worker/progress/contract/portfolio.ts";
import { countOfSign, dueSoonDays, type Sign, SIGNS } from "../../worker/progress/terms.ts";
import { dayOf } from "../shared/i18n.ts";

export type Item = PortfolioView["items"][number];

const dayMs = 86_400_000;

/** The signs that a project carries, the weightiest first, with how many cells do. */
export function signsOf({ total }: Pick<Item, "total">): { sign: Sign; count: number }[] {
  return SIGNS.map((sign) => ({ sign, count: countOfSign(total, sign) })).filter(
    ({ count }) => count > 0,
  );
}

/** How often each sign is carried by all of these projects together. */
export function signsOfAll(items: readonly Item[]) {
  return SIGNS.map((sign) => ({
    sign,
    count: items.reduce((sum, { total }) => sum + countOfSign(total, sign), 0),
  })).filter(({ count }) => count > 0);
}

/** Whole days from the moment that is shown to a date. */
export const daysTo = (on: string, asOf: string) =>
  Math.round((Date.parse(on) - Date.parse(dayOf(asOf))) / dayMs);

export const isSoon = ({ on }: Pick<NextDate, "on">, asOf: string) =>
  daysTo(on, asOf) <= dueSoonDays;

export type DateOfProject = NextDate & { readonly project: Item["project"] };

/** What lies ahead of all of these projects, the next first. */
export function aheadOf(items: readonly Item[]): DateOfProject[] {
  return items
    .flatMap(({ project, nextDates }) => nextDates.map((next) => ({ ...next, project })))
    .toSorted((one, other) => (one.on === other.on ? 0 : one.on < other.on ? -1 : 1));
}
