import type { MilestoneView } from "../../worker/projects/contract/plan.ts";
import { milestonesMax } from "../../worker/projects/terms.ts";
import { useAsOf } from "./as-of/use-as-of.ts";
import { useRead } from "./query.ts";

/** Where all milestones of a plan are read, also those that have ended; `more` chooses the moment. */
export const milestonesPath = (project: string, more: string) =>
  `/api/projects/${project}/milestones?limit=${milestonesMax}${more}`;

type Known = { readonly number: number; readonly title: string };

/**
 * What the milestones of a project are called, by number: also those that an amendment has ended,
 * which no matrix knows. These are read only where one of them is asked for.
 */
export function useMilestoneTitles(
  project: string,
  known: readonly Known[] | undefined,
  asked: readonly number[],
): (number: number) => string {
  const { more } = useAsOf();
  const titles = new Map(known?.map(({ number, title }) => [number, title]));
  const isMissing = known !== undefined && asked.some((number) => !titles.has(number));
  const all = useRead<{ items: MilestoneView[] }>(isMissing ? milestonesPath(project, more) : null);
  for (const { number, title } of all.data?.items ?? []) titles.set(number, title);
  return (number) => titles.get(number) ?? "";
}
