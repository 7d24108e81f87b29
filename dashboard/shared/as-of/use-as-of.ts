import { useParameter } from "../location.ts";

/** The past moment that the page shows, from its address; null for now. */
export function useAsOf() {
  const [asOf, setAsOf] = useParameter("asOf");
  /** What an address of the service needs to show the same, as its first parameter or a later. */
  return { asOf, setAsOf, first: asOf ? `?asOf=${asOf}` : "", more: asOf ? `&asOf=${asOf}` : "" };
}
