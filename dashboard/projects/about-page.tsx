import { useState } from "preact/hooks";
import type { ProgrammeView } from "../../worker/projects/contract/programmes.ts";
import type { ProjectView } from "../../worker/projects/contract/projects.ts";
import { SECTIONS } from "../../worker/projects/terms.ts";
import { language, messages, showDate, showDay } from "../shared/i18n.ts";
import { useMunicipalityNames } from "../shared/municipalities.ts";
import { useRead } from "../shared/query.ts";
import { mayDo } from "../shared/session.ts";
import { Reading } from "../shared/ui/state.tsx";
import { Worded } from "../shared/ui/worded.tsx";
import { EditProject } from "./edit-project.tsx";
import { ready, words } from "./words.ts";
import "./plan/plan-page.css";

/** What a project tells of itself. */
export function AboutPage({ project }: { project: string }) {
  const view = useRead<ProjectView>(`/api/projects/${project}`);
  return (
    <Worded by={{ ready }}>
      <Reading of={view} height="60vh">
        {(found) => <About project={found} />}
      </Reading>
    </Worded>
  );
}

function About({ project }: { project: ProjectView }) {
  const { about: say } = words.value;
  const { edit } = messages.value;
  const [editing, setEditing] = useState(false);
  const told = SECTIONS.filter((section) => project.description[section]);
  return (
    <div class="about">
      <article class="card about-text">
        <div class="section-head">
          <h2>{say.title}</h2>
          {mayDo("project.change", { project: project.slug }) && (
            <button type="button" class="button" onClick={() => setEditing(true)}>
              {edit}
            </button>
          )}
        </div>
        {project.summary && (
          <p class="lead" lang="fi">
            {project.summary}
          </p>
        )}
        {told.map((section) => (
          <section key={section}>
            <h3>{say.sections[section]}</h3>
            <p lang="fi">{project.description[section]}</p>
          </section>
        ))}
      </article>
      <Facts project={project} />
      {editing && <EditProject project={project} onClose={() => setEditing(false)} />}
    </div>
  );
}

const byName = (a: string, b: string) => a.localeCompare(b, language.value);

function Facts({ project }: { project: ProjectView }) {
  const { about: say } = words.value;
  const { stages } = messages.value;
  const programme = useRead<ProgrammeView>(`/api/programmes/${project.programme}`);
  const nameOf = useMunicipalityNames(project.county);
  const names = project.municipalities.map(nameOf).toSorted(byName).join(", ");
  const facts = [
    [say.programme, programme.data?.name],
    [say.funder, programme.data && `${programme.data.funder} (${programme.data.funderClass})`],
    [say.leadOrganisation, project.leadOrganisation],
    [say.grantReference, project.grantReference],
    [say.period, `${showDate(project.startsOn)}–${showDate(project.endsOn)}`],
    [say.place, project.place],
    [say.stage, stages[project.stage]],
    [say.visibility, say.visibilities[project.visibility]],
    [say.topics, project.topics.join(", ")],
    [say.phenomena, project.phenomena.join(", ")],
    [say.authorRole, project.authorRole],
    [say.contactRole, project.contactRole],
    [say.municipalities, names],
    [say.freshnessDays, String(project.freshnessDays)],
    [say.created, showDay(project.createdAt)],
    [say.changed, showDay(project.changedAt)],
  ].filter((fact): fact is [string, string] => Boolean(fact[1]));
  return (
    <aside class="card" aria-label={say.title}>
      <dl class="about-facts">
        {facts.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {mayDo("progress.view", { project: project.slug }) && (
        <p>
          <a href={`/projects/${project.slug}/publication`}>{say.publication}</a>
        </p>
      )}
    </aside>
  );
}
