import { useLocation } from "preact-iso";

type SetParameter = (value: string | null, kept?: "in history" | "in place") => void;

/** One parameter of the page's address, and how to set it; null takes it away. */
export function useParameter(name: string): [string | null, SetParameter] {
  const { path, query, route } = useLocation();
  const set = (value: string | null, kept: "in history" | "in place" = "in place") => {
    const next = new URLSearchParams(query);
    if (value === null) next.delete(name);
    else next.set(name, value);
    const search = next.toString();
    // Pushed by hand: the router would scroll to the top.
    if (kept === "in history") history.pushState(null, "", location.href);
    route(search ? `${path}?${search}` : path, true);
  };
  return [query[name] ?? null, set];
}
