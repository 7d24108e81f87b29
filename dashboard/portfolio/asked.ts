import { useLocation } from "preact-iso";
import {
  PORTFOLIO_ONLY,
  PORTFOLIO_ORDERS,
  type PortfolioAsked,
} from "../../worker/progress/terms.ts";
import { STAGES } from "../../worker/projects/terms.ts";

/** Parameters of the page's address that narrow the portfolio. */
const NARROWING = ["programme", "stage", "only", "search"] as const;

const oneOf = <Word extends string>(words: readonly Word[], text: string | undefined) =>
  words.find((word) => word === text);

/** What the page's address asks of the portfolio; what it does not know it leaves out. */
export function useAsked() {
  const { path, query, route } = useLocation();
  const { programme, search } = query;
  const asked: PortfolioAsked = {
    programme,
    search,
    stage: oneOf(STAGES, query["stage"]),
    only: oneOf(PORTFOLIO_ONLY, query["only"]),
    order: oneOf(PORTFOLIO_ORDERS, query["order"]),
  };
  const isNarrowed = NARROWING.some((name) => asked[name] !== undefined);
  /** Shows all projects again, in the same order and form. */
  const clear = () => {
    const kept = new URLSearchParams(query);
    for (const name of NARROWING) kept.delete(name);
    route(kept.size > 0 ? `${path}?${kept}` : path, true);
  };
  return { asked, isNarrowed, isTable: query["view"] === "table", clear };
}

/** The same as parameters of the file. */
export function parametersOf(asked: PortfolioAsked, more: Readonly<Record<string, string>>) {
  const parameters = new URLSearchParams(more);
  for (const [name, value] of Object.entries(asked)) if (value) parameters.set(name, value);
  return parameters;
}
