import { type Tab, TABS } from "../projects/project-shell.tsx";
import { messages } from "../shared/i18n.ts";
import { mayDo, session } from "../shared/session.ts";

/** A page that can be gone to by `g` and a letter. */
export type Destination = {
  readonly href: string;
  readonly title: string;
  readonly letter: string | null;
};

/** The letters stay the same in every language, so that a habit does too. */
const LETTERS: Readonly<Partial<Record<Tab, string>>> = {
  status: "s",
  progress: "t",
  attention: "a",
  changes: "c",
  risks: "r",
  evidence: "e",
  plan: "l",
  reports: "o",
  members: "m",
  about: "i",
  history: "h",
};

/** The slug of the project whose pages one is on. */
export function projectIn(path: string): string | null {
  const [, projects, slug] = path.split("/");
  return projects === "projects" && slug && slug !== "new" ? decodeURIComponent(slug) : null;
}

/** The pages of a project that one may see; none of a project that one may not. */
export function pagesOfProject(project: string): Destination[] {
  const { project: say } = messages.value;
  return TABS.filter(({ action }) => mayDo(action, { project })).map(({ tab, path }) => ({
    href: `/projects/${project}${path}`,
    title: say[tab],
    letter: LETTERS[tab] ?? null,
  }));
}

type CountyWords = { readonly countyHistory: string; readonly reportCalendar: string };

/** The pages above all projects. */
export function pagesOfCounty({ countyHistory, reportCalendar }: CountyWords): Destination[] {
  const { nav } = messages.value;
  const actor = session.value?.actor;
  const works = actor?.admin || actor?.memberships.some(({ role }) => role !== "funder");
  const all = [
    { href: "/", title: nav.projects, letter: "p", isSeen: true },
    { href: "/municipalities", title: nav.municipalities, letter: "k", isSeen: works === true },
    { href: "/programmes", title: nav.programmes, letter: "b", isSeen: mayDo("programme.view") },
    { href: "/reports", title: reportCalendar, letter: null, isSeen: mayDo("programme.view") },
    { href: "/people", title: nav.people, letter: "n", isSeen: mayDo("person.manage") },
    { href: "/log", title: nav.log, letter: null, isSeen: mayDo("use.view") },
    { href: "/history", title: countyHistory, letter: null, isSeen: mayDo("use.view") },
    { href: "/feedback", title: nav.feedback, letter: null, isSeen: mayDo("feedback.manage") },
    { href: "/accessibility", title: nav.accessibility, letter: null, isSeen: true },
    { href: "/account", title: nav.account, letter: "u", isSeen: true },
  ];
  return all.flatMap(({ isSeen, ...page }) => (isSeen ? [page] : []));
}
