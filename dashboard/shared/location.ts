import { useLocation } from "preact-iso";

/** One parameter of the page's address, and how to set it; null takes it away. */
export function useParameter(name: string): [string | null, (value: string | null) => void] {
  const { path, query, route } = useLocation();
  const set = (value: string | null) => {
    const next = new URLSearchParams(query);
    if (value === null) next.delete(name);
    else next.set(name, value);
    const search = next.toString();
    route(search ? `${path}?${search}` : path, true);
  };
  return [query[name] ?? null, set];
}
