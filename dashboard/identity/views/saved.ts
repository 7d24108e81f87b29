import { useLocation } from "preact-iso";
import type { SavedView } from "../../../worker/identity/contract/views.ts";
import { isKeepable } from "../../../worker/identity/terms.ts";
import { language } from "../../shared/i18n.ts";
import { useRead } from "../../shared/query.ts";

export const viewsPath = "/api/account/views";

/** The views that one has saved, by name, or undefined until they are read; null reads nothing. */
export function useViews(isAsked = true): readonly SavedView[] | undefined {
  const views = useRead<{ items: SavedView[] }>(isAsked ? viewsPath : null);
  const byName = new Intl.Collator(language.value, { numeric: true });
  return views.data?.items.toSorted((one, other) => byName.compare(one.name, other.name));
}

/** The address of the page that is looked at, as a view keeps it; null where none can. */
export function useHere(): string | null {
  const { path, query } = useLocation();
  const parameters = new URLSearchParams(query);
  const here = parameters.size > 0 ? `${path}?${parameters}` : path;
  return isKeepable(here) ? here : null;
}

/** What the page calls itself in the browser's title, before the product. */
export const nameOfPage = () => document.title.split(" · ")[0] ?? "";
