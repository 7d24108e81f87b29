import type { ComponentChildren } from "preact";
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import type { ProgrammeView } from "../../worker/projects/contract/programmes.ts";
import type { ProjectView } from "../../worker/projects/contract/projects.ts";
import { language, messages, showDate } from "../shared/i18n.ts";
import { useRead } from "../shared/query.ts";
import { mayDo } from "../shared/session.ts";
import { useTitle } from "../shared/title.ts";
import { Emblem } from "../shared/ui/emblem.tsx";
import { Skeleton } from "../shared/ui/skeleton.tsx";
import { Failure } from "../shared/ui/state.tsx";
import "./project-shell.css";

export const TABS = [
  { tab: "status", path: "", action: "progress.view" },
  { tab: "progress", path: "/progress", action: "progress.view" },
  { tab: "attention", path: "/attention", action: "progress.view" },
  { tab: "changes", path: "/changes", action: "progress.view" },
  { tab: "risks", path: "/risks", action: "risk.view" },
  { tab: "evidence", path: "/evidence", action: "evidence.view" },
  { tab: "plan", path: "/plan", action: "plan.view" },
  { tab: "reports", path: "/reports", action: "report.view" },
  { tab: "members", path: "/members", action: "member.view" },
  { tab: "about", path: "/about", action: "project.view" },
  { tab: "history", path: "/history", action: "history.view" },
] as const;

export type Tab = (typeof TABS)[number]["tab"];

/** What stands above every page of a project: its name, who pays, and its views. */
export function ProjectShell({
  project,
  tab,
  page,
  tools,
  missing,
  children,
}: {
  project: string;
  tab: Tab;
  /** What the page is called, where it is not the tab's own. */
  page?: string;
  tools?: ComponentChildren;
  /** What stands below the words that there is no such project. */
  missing?: ComponentChildren;
  children: ComponentChildren;
}) {
  const found = useRead<ProjectView>(`/api/projects/${project}`);
  const programmes = useRead<{ items: ProgrammeView[] }>(
    mayDo("programme.view") ? "/api/programmes?limit=500" : null,
  );
  const { project: say } = messages.value;
  const programme = programmes.data?.items.find(({ slug }) => slug === found.data?.programme);
  useTitle(found.data && `${found.data.name}: ${page ?? say[tab]}`);
  const failure = found.data ? !programmes.data && programmes.error : found.error;
  if (failure) {
    return (
      <>
        <Failure error={failure} />
        {failure.code === "not_found" && missing}
      </>
    );
  }
  // The children read meanwhile; all is shown at once, so that nothing is pushed down.
  const ready = found.data && programme;
  return (
    <>
      {!ready && <Skeleton height="90vh" />}
      <div class="project" hidden={!ready}>
        <div class="project-top">
          <header class="project-head">
            {ready && <Head project={found.data} programme={programme} />}
            {tools && <div class="project-tools">{tools}</div>}
          </header>
          {ready && <Tabs project={project} tab={tab} />}
        </div>
        {children}
      </div>
    </>
  );
}

function Head({ project, programme }: { project: ProjectView; programme: ProgrammeView }) {
  const say = messages.value;
  return (
    <div class="project-words">
      <p class="soft small" lang="fi">
        {programme.name}
      </p>
      <h1 lang="fi">{project.name}</h1>
      <p class="project-meta small">
        <span class="project-funding">
          {programme.emblem === "eu" && <Emblem />}
          {programme.visibilityText[language.value]}
        </span>
        <span class="soft">
          {showDate(project.startsOn)}–{showDate(project.endsOn)}
        </span>
        <span class="soft">{say.stages[project.stage]}</span>
        <span class="soft" lang="fi">
          {project.leadOrganisation}
        </span>
      </p>
    </div>
  );
}

/** The views of a project in one row. Where they do not fit they scroll, and it shows on which side. */
function Tabs({ project, tab }: { project: string; tab: Tab }) {
  const { project: say } = messages.value;
  const row = useRef<HTMLElement>(null);
  const [more, setMore] = useState("");
  const look = () => {
    const { scrollLeft = 0, scrollWidth = 0, clientWidth = 0 } = row.current ?? {};
    const isRight = scrollLeft + clientWidth < scrollWidth - 1;
    setMore(`${scrollLeft > 1 ? " left" : ""}${isRight ? " right" : ""}`);
  };
  useLayoutEffect(() => {
    const element = row.current;
    const here = element?.querySelector<HTMLElement>("[aria-current]");
    if (element && here) {
      element.scrollLeft = here.offsetLeft - (element.clientWidth - here.offsetWidth) / 2;
    }
    look();
    addEventListener("resize", look);
    return () => removeEventListener("resize", look);
  }, [tab, say]);
  return (
    <nav class={`tabs${more}`} aria-label={say.views} ref={row} onScroll={look}>
      {TABS.filter(({ action }) => mayDo(action, { project })).map((one) => (
        <a
          key={one.tab}
          href={`/projects/${project}${one.path}`}
          aria-current={one.tab === tab ? "page" : undefined}
        >
          {say[one.tab]}
        </a>
      ))}
    </nav>
  );
}
