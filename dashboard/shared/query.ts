import { QueryClient, QueryObserver } from "@tanstack/query-core";
import { useEffect, useReducer, useState } from "preact/hooks";
import { get, Problem } from "./api.ts";

/** What the page has read. It is read again when the window is looked at anew. */
export const queries = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 15_000,
      retry: (count, error) => error instanceof Problem && error.code === "offline" && count < 2,
    },
  },
});

type Read<View> = { readonly data: View | undefined; readonly error: Problem | null };

queries.mount();

/**
 * Reads an address and keeps it current: the view, an error, or neither yet. Null reads nothing.
 * `held` keeps what the same page showed with other parameters until the new has come.
 */
export function useRead<View>(path: string | null, held = false): Read<View> {
  const options = queries.defaultQueryOptions<View, Problem, View, View, [string]>({
    queryKey: [path ?? ""],
    queryFn: () => get<View>(path ?? ""),
    enabled: path !== null,
    placeholderData: (shown, before) =>
      held && pageOf(before?.queryKey[0]) === pageOf(path) ? shown : undefined,
  });
  const [observer] = useState(() => new QueryObserver(queries, options));
  const [, redraw] = useReducer((count: number) => count + 1, 0);
  useEffect(() => observer.subscribe(() => redraw(undefined)), [observer]);
  // oxlint-disable-next-line react-hooks/exhaustive-deps -- the options are made from the path
  useEffect(() => observer.setOptions(options), [observer, path]);
  const { data, error } = observer.getOptimisticResult(options);
  return { data, error };
}

const pageOf = (path: string | null | undefined) => path?.split("?")[0];

/** Reads everything again whose address begins so, for instance after a write. */
export function refresh(prefix: string): Promise<void> {
  return queries.invalidateQueries({
    predicate: ({ queryKey }) => String(queryKey[0]).startsWith(prefix),
  });
}
