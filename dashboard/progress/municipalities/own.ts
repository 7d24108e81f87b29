import type { StandingPlace, StandingView } from "../../../worker/progress/contract/standing.ts";

/** A municipality as it stands beside the others, also where it takes part in nothing. */
export function ownOf({ municipality, standing }: StandingView): StandingPlace {
  const { code, name } = municipality;
  return { code, name, tileColumn: null, tileRow: null, ...standing };
}
