import { amendmentsMax, milestonesMax } from "../../worker/projects/terms.ts";
import { ahead, aheadOfOne } from "../pages.tsx";
import { type Tab, TABS } from "../projects/project-shell.tsx";
import { get } from "../shared/api.ts";
import { queries } from "../shared/query.ts";

/** A pointer that only passes over a link fetches nothing. */
const restMs = 60;

const MILESTONES = `/milestones?limit=${milestonesMax}`;

/** What the pages of a project read first, as they read it. */
const VIEWS: Readonly<Partial<Record<Tab, readonly string[]>>> = {
  status: ["/progress", "/summary"],
  attention: ["/attention"],
  risks: ["/progress", "/risks?limit=500", "/deviations?limit=500"],
  plan: [MILESTONES, `/amendments?limit=${amendmentsMax}`],
  reports: ["/reports"],
  members: ["/members"],
};

/** A page of a project: how it is loaded, and what it reads first. */
type Ahead = {
  readonly load: (() => Promise<unknown>) | undefined;
  readonly views: readonly string[];
};

/** The page that stands there under a project; null where none does. */
function pageAt(rest: string): Ahead | null {
  if (/^\/municipalities\/\d{3}$/.test(rest)) {
    return { load: aheadOfOne.municipality, views: VIEWS.status ?? [] };
  }
  if (/^\/milestones\/\d+$/.test(rest)) {
    return { load: aheadOfOne.milestone, views: ["/progress", MILESTONES] };
  }
  const tab = TABS.find(({ path }) => path === rest)?.tab;
  return tab === undefined ? null : { load: ahead.get(tab), views: VIEWS[tab] ?? [] };
}

/**
 * Fetches a page of a project, its code and its view, when the pointer rests on a link to it or
 * the focus comes there, and gives how to end that. Who saves data is left alone.
 */
export function fetchAhead(): () => void {
  let timer = 0;
  const look = ({ type, target }: Event) => {
    clearTimeout(timer);
    const link = target instanceof Element ? target.closest("a") : null;
    if (!link || link.origin !== location.origin || link.download) return;
    timer = window.setTimeout(() => fetchPage(new URL(link.href)), type === "focusin" ? 0 : restMs);
  };
  const kinds = ["pointerover", "focusin", "touchstart"] as const;
  for (const kind of kinds) addEventListener(kind, look, { passive: true });
  return () => {
    clearTimeout(timer);
    for (const kind of kinds) removeEventListener(kind, look);
  };
}

function fetchPage({ pathname, searchParams }: URL): void {
  if (!navigator.onLine || savesData()) return;
  const [, project, rest = ""] = /^\/projects\/([a-z0-9-]+)(\/.*)?$/.exec(pathname) ?? [];
  if (project === undefined || project === "new") return;
  const page = pageAt(rest);
  if (!page) return;
  void page.load?.();
  // What a page shows of another moment, it reads itself.
  const views = searchParams.has("asOf") ? [] : page.views;
  for (const view of ["", ...views]) {
    const path = `/api/projects/${project}${view}`;
    void queries.prefetchQuery({ queryKey: [path], queryFn: () => get(path) });
  }
}

/** What the browser tells of the connection; not all do. */
function savesData(): boolean {
  const { connection } = navigator as { connection?: { readonly saveData?: boolean } };
  return connection?.saveData === true;
}
