import type { DeviationView, RiskView } from "../../../worker/risks/contract.ts";
import { bandOf } from "../../../worker/risks/terms.ts";
import type { Problem } from "../../shared/api.ts";
import { useRead } from "../../shared/query.ts";
import { rowsMax } from "./terms.ts";

export type Register = {
  readonly risks: readonly RiskView[];
  readonly deviations: readonly DeviationView[];
};

/** The open risks that are high or moderate, the highest first, and the open deviations. */
export function useRegister(project: string, asOf: string) {
  const query = `state=open&limit=${rowsMax}&asOf=${asOf}`;
  const home = `/api/projects/${project}`;
  const risks = useRead<{ items: RiskView[] }>(`${home}/risks?${query}`);
  const deviations = useRead<{ items: DeviationView[] }>(`${home}/deviations?${query}`);
  const error: Problem | null = risks.error ?? deviations.error;
  if (!risks.data || !deviations.data) return { data: undefined, error };
  const data: Register = {
    risks: risks.data.items
      .filter(({ level }) => bandOf(level) !== "low")
      .toSorted((one, other) => other.level - one.level),
    deviations: deviations.data.items,
  };
  return { data, error: null };
}
