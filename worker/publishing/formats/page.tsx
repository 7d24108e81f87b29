/** @jsxImportSource hono/jsx */
import type { FC } from "hono/jsx";
import type { Language } from "../../kernel/language.ts";
import type { PublicProject } from "../contract.ts";
import { LICENCE, LICENCE_ADDRESS } from "../terms.ts";
import { withoutPercent, WORDS, written } from "../words.ts";
import { embedCode } from "./embed.ts";
import { Ribbon, Scale, Table, TargetList, Tiles } from "./figures.tsx";
import { Frame, Funding, html, type Site, told } from "./frame.tsx";

type Props = { project: PublicProject; language: Language };

/** What a project has chosen to tell everybody, as a page that reads without scripts. */
export function publicPage(
  project: PublicProject,
  site: Site & { readonly isPreview: boolean },
): Promise<string> {
  const { language, origin } = site;
  const say = WORDS[language];
  const { percent } = written(language);
  const share = project.progress?.percent ?? null;
  const shared = {
    title: project.name,
    description: say.description(project.name, share === null ? null : percent(share)),
    picture: `${origin}/public/${project.slug}/picture.png?lang=${language}`,
  };
  const own = { project, language };
  return html(
    <Frame site={site} shared={shared} body="page">
      {site.isPreview && (
        <p class="preview" role="note">
          {say.preview}
        </p>
      )}
      <Opening {...own} />
      <Progress {...own} />
      <Places {...own} />
      <Ahead {...own} />
      <Counted {...own} isPreview={site.isPreview} />
      {!site.isPreview && <Embed {...own} origin={origin} />}
    </Frame>,
  );
}

const Opening: FC<Props> = ({ project, language }) => {
  const say = WORDS[language];
  const { date } = written(language);
  const { programme, name, startsOn, endsOn, stage, leadOrganisation, contactRole } = project;
  return (
    <section class="opening" aria-labelledby="title">
      <p class="over" lang={told(language)}>
        {programme.name}
      </p>
      <h1 id="title" lang={told(language)}>
        {name}
      </h1>
      {project.summary !== null && (
        <p class="lead" lang={told(language)}>
          {project.summary}
        </p>
      )}
      <dl class="facts">
        <Fact label={say.period}>{`${date(startsOn)}–${date(endsOn)}`}</Fact>
        <Fact label={say.stage}>{say.stages[stage]}</Fact>
        <Fact label={say.leadOrganisation} lang={told(language)}>
          {leadOrganisation}
        </Fact>
        <Fact label={say.funder} lang={told(language)}>
          {programme.funder}
        </Fact>
        {contactRole !== "" && (
          <Fact label={say.contact} lang={told(language)}>
            {contactRole}
          </Fact>
        )}
      </dl>
      <Funding programme={programme} language={language} />
    </section>
  );
};

const Fact: FC<{ label: string; lang?: string | undefined; children: string }> = ({
  label,
  lang,
  children,
}) => (
  <div>
    <dt>{label}</dt>
    <dd lang={lang}>{children}</dd>
  </div>
);

const Progress: FC<Props> = ({ project, language }) => {
  const say = WORDS[language];
  const { percent, number, date } = written(language);
  const { progress } = project;
  if (progress === null) return null;
  return (
    <section class="card" aria-labelledby="progress">
      <div class="card-head">
        <h2 id="progress">{say.progressTitle}</h2>
        <p class="soft">{say.figuresOf(date(project.date))}</p>
      </div>
      <div class="figures">
        <p class="headline">
          <span class="headline-number">{percent(progress.percent)}</span>{" "}
          <span class="headline-word">
            {progress.percent === null
              ? withoutPercent(language, progress.leftOut.noData)
              : say.done}
          </span>
          <span class="headline-note">
            {say.doneOf(number(progress.done), number(progress.counted))}
          </span>
        </p>
        <ul class="counts">
          <Count value={number(progress.municipalities)} label={say.municipalitiesCount} />
          <Count value={number(progress.milestones)} label={say.milestonesCount} />
          <Count value={number(progress.late)} label={say.lateCount} isLate={progress.late > 0} />
        </ul>
      </div>
      <Ribbon phases={progress.phases} date={project.date} language={language} />
    </section>
  );
};

const Count: FC<{ value: string; label: string; isLate?: boolean }> = ({
  value,
  label,
  isLate = false,
}) => (
  <li class={isLate ? "late" : undefined}>
    <strong>
      {isLate && <span aria-hidden="true">! </span>}
      {value}
    </strong>{" "}
    {label}
  </li>
);

const Places: FC<Props> = ({ project, language }) => {
  const say = WORDS[language];
  const { municipalities } = project;
  if (municipalities === null) return null;
  return (
    <section class="card" aria-labelledby="places">
      <div class="card-head">
        <h2 id="places">{say.mapTitle}</h2>
        <p class="soft">{say.mapHelp}</p>
      </div>
      <div class="map">
        <div>
          <Tiles municipalities={municipalities} language={language} />
          <Scale language={language} />
        </div>
        <Table municipalities={municipalities} language={language} />
      </div>
    </section>
  );
};

/** What is aimed at, and what falls due next. */
const Ahead: FC<Props> = ({ project, language }) => {
  const say = WORDS[language];
  const { date } = written(language);
  const { targets, dates } = project;
  return (
    <>
      {targets !== null && targets.length > 0 && (
        <section class="card" aria-labelledby="targets">
          <h2 id="targets">{say.targetsTitle}</h2>
          <TargetList targets={targets} language={language} />
        </section>
      )}
      {dates !== null && dates.length > 0 && (
        <section class="card" aria-labelledby="dates">
          <h2 id="dates">{say.datesTitle}</h2>
          <ol class="dates">
            {dates.map(({ title, dueOn, open }) => (
              <li>
                <time datetime={dueOn}>{date(dueOn)}</time>
                <span>
                  <strong lang={told(language)}>{title}</strong>
                  <span class="soft">{say.openIn(open)}</span>
                </span>
              </li>
            ))}
          </ol>
        </section>
      )}
    </>
  );
};

const Counted: FC<Props & { isPreview: boolean }> = ({ project, language, isPreview }) => {
  const say = WORDS[language];
  const { date } = written(language);
  const { progress, slug } = project;
  return (
    <section class="counted" aria-labelledby="counted">
      <h2 id="counted">{say.countedTitle}</h2>
      {progress !== null && (
        <>
          <p>{progress.formula}</p>
          <p>{say.leftOut(progress.leftOut)}</p>
          <p>{say.placeMeans}</p>
          <p>{say.lateMeans}</p>
        </>
      )}
      <p>
        {`${say.figuresOf(date(project.date))}. `}
        {progress?.confirmedOn && say.updatedOn(date(progress.confirmedOn))}
      </p>
      <p>
        {say.licence} <a href={LICENCE_ADDRESS}>{LICENCE}</a>,{" "}
        <span lang={told(language)}>{project.leadOrganisation}</span>.
      </p>
      {!isPreview && (
        <p>
          <a href={`/api/public/projects/${slug}?lang=${language}`}>{say.asJson}</a>
        </p>
      )}
    </section>
  );
};

const Embed: FC<Props & { origin: string }> = ({ project, language, origin }) => {
  const say = WORDS[language];
  return (
    <details class="embed">
      <summary>{say.embedTitle}</summary>
      <p>{say.embedHelp}</p>
      <p id="embed-label" class="soft">
        {say.embedLabel}
      </p>
      <pre class="code" aria-labelledby="embed-label" role="region" tabindex={0}>
        <code>{embedCode({ ...project, origin, language })}</code>
      </pre>
    </details>
  );
};
