import type { ProjectView } from "../../worker/projects/contract/projects.ts";
import { messages, showDate } from "../shared/i18n.ts";
import { useRead } from "../shared/query.ts";
import { mayDo } from "../shared/session.ts";
import { useTitle } from "../shared/title.ts";
import { Reading } from "../shared/ui/state.tsx";
import { Worded } from "../shared/ui/worded.tsx";
import { Received } from "./received.tsx";
import { ready, words } from "./words.ts";
import "./reports-page.css";

/** The projects whose reports one receives; below the portfolio of who also works in others. */
export function FundedPage({ alone }: { alone: boolean }) {
  return <Worded by={{ ready }}>{alone ? <Alone /> : <Beside />}</Worded>;
}

function Alone() {
  const { funded: say } = words.value;
  useTitle(say.title);
  return (
    <>
      <div>
        <h1>{say.title}</h1>
        <p class="lead">{say.intro}</p>
      </div>
      <Projects heading="h2" />
    </>
  );
}

function Beside() {
  const { funded: say } = words.value;
  return (
    <section class="fields" aria-labelledby="funded-title">
      <h2 id="funded-title">{say.also}</h2>
      <Projects heading="h3" />
    </section>
  );
}

type Heading = "h2" | "h3";

function Projects({ heading: Title }: { heading: Heading }) {
  const { funded: say } = words.value;
  const below = Title === "h2" ? "h3" : "h4";
  const projects = useRead<{ items: ProjectView[] }>("/api/projects?limit=500");
  return (
    <Reading of={projects} height="40vh">
      {({ items }) => {
        const funded = items.filter(({ slug }) => !mayDo("progress.view", { project: slug }));
        if (funded.length === 0) return <p class="card">{say.empty}</p>;
        return (
          <>
            <Received projects={funded} heading={Title} />
            <section class="fields" aria-labelledby="funded-projects">
              <Title id="funded-projects">{say.projects}</Title>
              <ul class="funded">
                {funded.map((project) => (
                  <ProjectCard key={project.slug} heading={below} project={project} />
                ))}
              </ul>
            </section>
          </>
        );
      }}
    </Reading>
  );
}

function ProjectCard({ heading: Title, project }: { heading: "h3" | "h4"; project: ProjectView }) {
  const { funded: say } = words.value;
  const { stages } = messages.value;
  return (
    <li class="card">
      <p class="soft small">
        {showDate(project.startsOn)}–{showDate(project.endsOn)} · {stages[project.stage]}
      </p>
      <Title lang="fi">
        <a href={`/projects/${project.slug}/reports`}>{project.name}</a>
      </Title>
      <p class="soft" lang="fi">
        {project.leadOrganisation}
      </p>
      <p>
        <a href={`/projects/${project.slug}/reports`} aria-label={`${say.open}: ${project.name}`}>
          {say.open}
        </a>
      </p>
    </li>
  );
}
