import { useEffect, useState } from "preact/hooks";
import type { SearchView } from "../../worker/search/contract.ts";
import type { Problem } from "../shared/api.ts";
import { linksOf, searchPath } from "../shared/found.ts";
import { useRead } from "../shared/query.ts";
import { type Choice, choiceOf } from "./choices.ts";

const foundMax = 20;
/** Asked when the hands have rested for so long. */
const restMs = 150;

export type FoundChoices = {
  readonly choices: readonly Choice[];
  readonly view: SearchView | undefined;
  readonly error: Problem | null;
  /** Whether what is shown is not yet what was typed. */
  readonly isSearching: boolean;
};

/** What the service finds by what is typed; until it has come, what it found before. */
export function useFound(query: string, project: string | null): FoundChoices {
  const [rested, setRested] = useState(query);
  useEffect(() => {
    const timer = setTimeout(() => setRested(query), restMs);
    return () => clearTimeout(timer);
  }, [query]);
  const [last, setLast] = useState<SearchView>();
  const { data, error } = useRead<SearchView>(rested === "" ? null : searchPath(rested, foundMax));
  useEffect(() => {
    if (data) setLast(data);
  }, [data]);
  const isSearching = query !== "" && (rested !== query || (!data && !error));
  const view = query === "" || error ? undefined : (data ?? last);
  const links = (view?.items ?? []).flatMap((one) => linksOf(one, project));
  return {
    choices: links.map(choiceOf),
    view,
    error: isSearching ? null : error,
    isSearching,
  };
}
