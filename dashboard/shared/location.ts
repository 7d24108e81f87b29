import { useLocation } from "preact-iso";

type Changes = Readonly<Record<string, string | null>>;

/** The parameters of the page's address, and how to set several at once; null takes one away. */
export function useParameters() {
  const { path, query, route } = useLocation();
  const change = (changes: Changes) => route(addressOf(path, query, changes), true);
  // An address need not have any of them.
  return [query as Readonly<Record<string, string | undefined>>, change] as const;
}

type SetParameter = (value: string | null, kept?: "in history" | "in place") => void;

/** One parameter of the page's address, and how to set it; null takes it away. */
export function useParameter(name: string): [string | null, SetParameter] {
  const { path, query, route } = useLocation();
  const set = (value: string | null, kept: "in history" | "in place" = "in place") => {
    // Pushed by hand: the router would scroll to the top.
    if (kept === "in history") history.pushState(null, "", location.href);
    route(addressOf(path, query, { [name]: value }), true);
  };
  return [query[name] ?? null, set];
}

function addressOf(path: string, query: Readonly<Record<string, string>>, changes: Changes) {
  const next = new URLSearchParams(query);
  for (const [name, value] of Object.entries(changes)) {
    if (value === null) next.delete(name);
    else next.set(name, value);
  }
  const search = next.toString();
  return search ? `${path}?${search}` : path;
}
