import type { Choice } from "../search/choices.ts";
import { asked } from "../shared/asked.ts";
import { chooseLanguage, language, LANGUAGES, messages } from "../shared/i18n.ts";
import { queries } from "../shared/query.ts";
import { mayDo, session, signOut } from "../shared/session.ts";
import { hasUnsent } from "../shared/unsent.ts";
import { type Destination, pagesOfCounty, pagesOfProject } from "./destinations.ts";
import { words } from "./words.ts";

type Here = {
  readonly project: string | null;
  /** The past moment that the page shows, if one. */
  readonly asOf: string | null;
  readonly go: (href: string) => void;
};

/** Where one can go and what one may do from here. */
export function commandsOf(here: Here): Choice[] {
  const { project } = here;
  const { commands: say } = words.value;
  return [
    ...(project === null ? [] : pagesOfProject(project).map(asChoice("here"))),
    ...(project === null ? [] : meetingOf(project, here.asOf)),
    ...pagesOfCounty(say).map(asChoice("pages")),
    { id: "/api-docs/", group: "pages", title: messages.value.nav.apiDocs, href: "/api-docs/" },
    ...(project === null ? [] : filesOf(project, here.asOf)),
    ...deeds(here),
  ];
}

const asChoice =
  (group: Choice["group"]) =>
  ({ href, title, letter }: Destination): Choice => ({
    id: href,
    group,
    title,
    href,
    ...(letter && { keys: `G ${letter.toUpperCase()}` }),
  });

/** The project on the wall of a meeting, and on its paper. */
function meetingOf(project: string, asOf: string | null): Choice[] {
  if (!mayDo("progress.view", { project })) return [];
  const { commands: say } = words.value;
  return (["meeting", "pack"] as const).map((page) => {
    const path = `/projects/${project}/${page}`;
    return {
      id: path,
      group: "here",
      title: say[page],
      href: asOf ? `${path}?asOf=${asOf}` : path,
    };
  });
}

/** The status of the project as files, and bringing one in. */
function filesOf(project: string, asOf: string | null): Choice[] {
  const { project: say } = messages.value;
  const { commands } = words.value;
  const more = `${asOf ? `&asOf=${asOf}` : ""}&lang=${language.value}`;
  const files = [
    { query: "format=xlsx", form: say.exportXlsx },
    { query: "format=csv", form: say.exportCsv },
    { query: "format=json", form: say.exportJson },
  ].map(({ query, form }) => ({
    id: `/api/projects/${project}/export?${query}`,
    group: "actions" as const,
    title: commands.file(form),
    also: commands.fileAlso,
    href: `/api/projects/${project}/export?${query}${more}`,
    isFile: true,
  }));
  const imports = {
    id: `/projects/${project}/import`,
    group: "actions" as const,
    title: say.import,
    href: `/projects/${project}/import`,
  };
  return [
    ...(mayDo("report.export", { project }) ? files : []),
    ...(mayImport(project) ? [imports] : []),
  ];
}

/** Contacts bring in what is of their own municipalities. */
function mayImport(project: string): boolean {
  const isContact = session.value?.actor?.memberships.some(
    (one) => one.project === project && one.role === "contact",
  );
  return mayDo("progress.declare", { project }) || isContact === true;
}

function deeds({ go }: Here): Choice[] {
  const { commands: say, unsentLost } = words.value;
  const { languageNames, portfolio } = messages.value;
  const create: Choice = {
    id: "/projects/new",
    group: "actions",
    title: portfolio.newProject,
    href: "/projects/new",
  };
  const languages = LANGUAGES.filter((one) => one !== language.value).map((one): Choice => ({
    id: `language-${one}`,
    group: "actions",
    title: say.language(languageNames[one]),
    also: say.languageAlso,
    act: async () => {
      await chooseLanguage(one);
      await queries.invalidateQueries();
    },
  }));
  return [
    ...(mayDo("project.create") ? [create] : []),
    // When the search has closed: it would be on the paper.
    { id: "print", group: "actions", title: say.print, act: () => void setTimeout(print) },
    ...languages,
    {
      id: "keys",
      group: "actions",
      title: say.keys,
      also: say.keysAlso,
      keys: "?",
      act: () => {
        asked.value = "keys";
      },
    },
    {
      id: "sign-out",
      group: "actions",
      title: say.signOut,
      act: async () => {
        if (hasUnsent() && !window.confirm(unsentLost)) return;
        await signOut();
        go("/sign-in");
      },
    },
  ];
}
