/** @jsxImportSource hono/jsx */
import type { FC } from "hono/jsx";
import type { Language } from "../../kernel/language.ts";
import type { PublicMunicipality, PublicProject } from "../contract.ts";
import { withoutPercent, WORDS, written } from "../words.ts";
import { placeOf, Ribbon, stepOf } from "./figures.tsx";
import { Funding, html, told } from "./frame.tsx";

/** The project in a frame of another site: how far it is, and the way to its page. */
export function widgetPage(
  project: PublicProject,
  {
    language,
    origin,
    scheme,
  }: { readonly language: Language; readonly origin: string; readonly scheme: string },
): Promise<string> {
  const say = WORDS[language];
  const { percent, date } = written(language);
  const { progress, municipalities } = project;
  return html(
    <html lang={language} class={scheme}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <title>{`${project.name} – Etappi`}</title>
        <link rel="icon" href="/icon.svg" type="image/svg+xml" />
        <link rel="stylesheet" href="/public.css" />
      </head>
      <body class="widget">
        <main>
          <p class="over" lang={told(language)}>
            {project.programme.name}
          </p>
          <h1 lang={told(language)}>{project.name}</h1>
          {progress !== null && (
            <>
              <p class="headline">
                <span class="headline-number">{percent(progress.percent)}</span>{" "}
                <span class="headline-word">
                  {progress.percent === null
                    ? withoutPercent(language, progress.leftOut.noData)
                    : say.done}
                </span>
              </p>
              <Ribbon phases={progress.phases} date={project.date} language={language} isSmall />
            </>
          )}
          {municipalities !== null && <Map municipalities={municipalities} language={language} />}
          <p class="widget-foot">
            <a
              href={`${origin}/public/${project.slug}?lang=${language}`}
              target="_blank"
              rel="noopener"
            >
              {say.open}
            </a>
            <span class="soft">{say.figuresOf(date(project.date))}</span>
          </p>
          <Funding programme={project.programme} language={language} />
        </main>
      </body>
    </html>,
  );
}

/** The tiles without names: a share in each, and its name for who cannot see where it is. */
const Map: FC<{ municipalities: readonly PublicMunicipality[]; language: Language }> = ({
  municipalities,
  language,
}) => {
  const { percent } = written(language);
  return (
    <ul class="tiles" aria-label={WORDS[language].mapTitle}>
      {municipalities.map((one) => (
        <li class={`tile step-${stepOf(one.percent)} ${placeOf(one)}`} title={one.name}>
          <span class="unseen">{`${one.name}: `}</span>
          <span class="tile-value">
            {one.percent === null ? "–" : percent(Math.round(one.percent))}
            {one.percent === null && (
              <span class="unseen">{withoutPercent(language, one.noData)}</span>
            )}
          </span>
        </li>
      ))}
    </ul>
  );
};
