/** @jsxImportSource hono/jsx */
import type { FC } from "hono/jsx";
import type { Language } from "../../kernel/language.ts";
import type { PublicProjectHead, PublicProjectList } from "../contract.ts";
import { WORDS, written } from "../words.ts";
import { Ribbon } from "./figures.tsx";
import { Frame, Funding, html, type Site, told } from "./frame.tsx";

/** The projects that are public. */
export function listPage(list: PublicProjectList, site: Site): Promise<string> {
  const { language, path } = site;
  const say = WORDS[language];
  const shared = { title: say.listTitle, description: say.listLead };
  return html(
    <Frame site={site} shared={shared} body="page">
      <section class="opening" aria-labelledby="title">
        <h1 id="title">{say.listTitle}</h1>
        <p class="lead">{list.items.length === 0 ? say.listEmpty : say.listLead}</p>
      </section>
      <ul class="projects">
        {list.items.map((project) => (
          <Line project={project} language={language} />
        ))}
      </ul>
      {list.nextCursor !== null && (
        <p>
          <a href={`${path}?lang=${language}&cursor=${list.nextCursor}`}>{say.listMore}</a>
        </p>
      )}
    </Frame>,
  );
}

const Line: FC<{ project: PublicProjectHead; language: Language }> = ({ project, language }) => {
  const say = WORDS[language];
  const { date, percent } = written(language);
  return (
    <li class="card">
      <p class="over" lang={told(language)}>
        {project.programme.name}
      </p>
      <h2>
        <a href={`/public/${project.slug}?lang=${language}`} lang={told(language)}>
          {project.name}
        </a>
      </h2>
      <p class="soft">
        {`${date(project.startsOn)}–${date(project.endsOn)} · ${say.stages[project.stage]} · `}
        <span lang={told(language)}>{project.leadOrganisation}</span>
      </p>
      {project.percent !== null && (
        <p class="line-percent">
          <strong>{percent(project.percent)}</strong> {say.done}
        </p>
      )}
      {project.phases !== null && (
        <Ribbon phases={project.phases} date={project.date} language={language} isSmall />
      )}
      <Funding programme={project.programme} language={language} />
    </li>
  );
};

/** A page that is not there, or cannot be shown: what happened, and the way to those that are. */
export function missingPage(site: Site, sentence?: string): Promise<string> {
  const say = WORDS[site.language];
  const title = sentence === undefined ? say.missingTitle : say.failedTitle;
  return html(
    <Frame site={site} shared={{ title, description: say.service }} body="page">
      <section class="opening missing" aria-labelledby="title">
        <h1 id="title">{title}</h1>
        <p class="lead">{sentence ?? say.missing}</p>
        <p>
          <a href={`/public?lang=${site.language}`}>{say.allProjects}</a>
        </p>
      </section>
    </Frame>,
  );
}
