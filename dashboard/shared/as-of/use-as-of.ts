import { useParameter } from "../location.ts";

/** A date or an instant as addresses hold it, or null for what is neither. */
export function asMoment(text: string | null | undefined): string | null {
  if (!text || !/^\d{4}-\d{2}-\d{2}(T[\d:.]+Z)?$/.test(text)) return null;
  const instant = new Date(text);
  const isReal = !Number.isNaN(instant.getTime());
  return isReal && instant.toISOString().startsWith(text.slice(0, 10)) ? text : null;
}

/** The past moment that the page shows, from its address; null for now. */
export function useAsOf() {
  const [asked, setAsOf] = useParameter("asOf");
  const asOf = asMoment(asked);
  /** What an address of the service needs to show the same, as its first parameter or a later. */
  return { asOf, setAsOf, first: asOf ? `?asOf=${asOf}` : "", more: asOf ? `&asOf=${asOf}` : "" };
}
