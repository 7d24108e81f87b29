import type { ComponentChildren } from "preact";
import type { ProgrammeView, ProjectView } from "../../worker/projects/contract.ts";
import { language, messages, showDate } from "../shared/i18n.ts";
import { useRead } from "../shared/query.ts";
import { useTitle } from "../shared/title.ts";
import { Emblem } from "../shared/ui/emblem.tsx";
import { Reading, Skeleton } from "../shared/ui/state.tsx";
import "./project-shell.css";

const TABS = [
  { tab: "status", path: "" },
  { tab: "plan", path: "/plan" },
  { tab: "about", path: "/about" },
] as const;

/** What stands above every page of a project: its name, who pays, and its views. */
export function ProjectShell({
  project,
  tab,
  tools,
  children,
}: {
  project: string;
  tab: (typeof TABS)[number]["tab"];
  tools?: ComponentChildren;
  children: ComponentChildren;
}) {
  const found = useRead<ProjectView>(`/api/projects/${project}`);
  const { project: say } = messages.value;
  useTitle(found.data && `${found.data.name}: ${say[tab]}`);
  if (!found.data && found.error?.code === "not_found")
    return (
      <Reading of={found} height="0">
        {() => null}
      </Reading>
    );
  return (
    <>
      <header class="project-head">
        <Reading of={found} height="7.5rem">
          {(view) => <Head project={view} />}
        </Reading>
        {tools && <div class="project-tools">{tools}</div>}
      </header>
      <nav class="tabs" aria-label={say.views}>
        {TABS.map((one) => (
          <a
            key={one.tab}
            href={`/projects/${project}${one.path}`}
            aria-current={one.tab === tab ? "page" : undefined}
          >
            {say[one.tab]}
          </a>
        ))}
      </nav>
      {children}
    </>
  );
}

function Head({ project }: { project: ProjectView }) {
  const say = messages.value;
  const programme = useRead<ProgrammeView>(`/api/programmes/${project.programme}`);
  return (
    <div>
      <p class="soft">
        <span lang="fi">{programme.data?.name ?? "\u00a0"}</span>
      </p>
      <h1 lang="fi">{project.name}</h1>
      <p class="project-meta soft">
        <span>
          {showDate(project.startsOn)}–{showDate(project.endsOn)}
        </span>
        <span>{say.stages[project.stage]}</span>
        <span lang="fi">{project.leadOrganisation}</span>
      </p>
      <div class="project-funding">
        {programme.data ? (
          <>
            {programme.data.emblem === "eu" && <Emblem />}
            <span>{programme.data.visibilityText[language.value]}</span>
          </>
        ) : (
          <Skeleton height="1.5rem" />
        )}
      </div>
    </div>
  );
}
