/** @jsxImportSource hono/jsx */
import type { Child, FC } from "hono/jsx";
import { LANGUAGES, type Language } from "../../kernel/language.ts";
import type { PublicProject } from "../contract.ts";
import { WORDS } from "../words.ts";

/** Where a page stands: its own address without the language, and the service's origin. */
export type Site = {
  readonly language: Language;
  readonly origin: string;
  readonly path: string;
  /** Whether a search engine may list it. */
  readonly isListed: boolean;
};

/** What a shared link shows of the page. */
type Shared = {
  readonly title: string;
  readonly description: string;
  readonly picture?: string;
};

type FrameProps = { site: Site; shared: Shared; body: string; children: Child };

/** A whole page: its head, the bar with the languages, and the foot. */
export const Frame: FC<FrameProps> = ({ site, shared, body, children }) => {
  const say = WORDS[site.language];
  return (
    <html lang={site.language}>
      <head>
        <Head site={site} shared={shared} />
      </head>
      <body class={body}>
        <a class="skip" href="#content">
          {say.skip}
        </a>
        <header class="bar">
          <a class="brand" href={`/public?lang=${site.language}`}>
            <img src="/icon.svg" alt="" width="32" height="32" />
            Etappi
          </a>
          <nav aria-label={say.languages}>
            <ul class="languages">
              {LANGUAGES.map((one) => (
                <li>
                  <a
                    href={`${site.path}?lang=${one}`}
                    hreflang={one}
                    lang={one}
                    aria-current={one === site.language ? "true" : undefined}
                  >
                    {WORDS[one].language}
                  </a>
                </li>
              ))}
            </ul>
          </nav>
        </header>
        <main id="content" tabindex={-1}>
          {children}
        </main>
        <footer class="foot">
          <p>{say.service}</p>
          <ul>
            <li>
              <a href={`/public?lang=${site.language}`}>{say.allProjects}</a>
            </li>
            <li>
              <a
                href={`/accessibility?lang=${site.language}&page=${encodeURIComponent(site.path)}`}
              >
                {say.accessibility}
              </a>
            </li>
          </ul>
        </footer>
      </body>
    </html>
  );
};

const Head: FC<{ site: Site; shared: Shared }> = ({ site, shared }) => {
  const address = `${site.origin}${site.path}`;
  return (
    <>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="color-scheme" content="light dark" />
      <title>{`${shared.title} – Etappi`}</title>
      <meta name="description" content={shared.description} />
      {site.isListed ? (
        <>
          <link rel="canonical" href={`${address}?lang=${site.language}`} />
          {LANGUAGES.map((one) => (
            <link rel="alternate" hreflang={one} href={`${address}?lang=${one}`} />
          ))}
          <link rel="alternate" hreflang="x-default" href={address} />
        </>
      ) : (
        <meta name="robots" content="noindex" />
      )}
      <meta property="og:type" content="website" />
      <meta property="og:site_name" content="Etappi" />
      <meta property="og:title" content={shared.title} />
      <meta property="og:description" content={shared.description} />
      <meta property="og:url" content={`${address}?lang=${site.language}`} />
      <meta property="og:locale" content={WORDS[site.language].locale.replace("-", "_")} />
      {shared.picture !== undefined && (
        <>
          <meta property="og:image" content={shared.picture} />
          <meta property="og:image:type" content="image/png" />
          <meta property="og:image:width" content="1200" />
          <meta property="og:image:height" content="630" />
          <meta property="og:image:alt" content={shared.description} />
          <meta name="twitter:card" content="summary_large_image" />
        </>
      )}
      <link rel="icon" href="/icon.svg" type="image/svg+xml" />
      <link rel="stylesheet" href="/public.css" />
    </>
  );
};

/** The page as it goes out. */
export async function html(page: { toString: () => string | Promise<string> }): Promise<string> {
  return `<!doctype html>${await page.toString()}`;
}

/** What people have written is in Finnish, on a page of any language. */
export const told = (language: Language) => (language === "fi" ? undefined : "fi");

/** Who pays, in the programme's own words, with the emblem where it asks for one. */
export const Funding: FC<{ programme: PublicProject["programme"]; language: Language }> = ({
  programme,
  language,
}) => (
  <p class="funding">
    {programme.emblem === "eu" && <Emblem label={WORDS[language].emblem} />}
    <span>{programme.fundingText}</span>
  </p>
);

/** A star of five points around the origin, one point up, radius 1. */
const STAR = Array.from({ length: 10 }, (_, index) => {
  const radius = index % 2 === 0 ? 1 : 0.382;
  const angle = (Math.PI / 5) * index;
  return `${(radius * Math.sin(angle)).toFixed(3)},${(-radius * Math.cos(angle)).toFixed(3)}`;
}).join(" ");

/** Twelve stars in a circle, 2:3 (the emblem's geometrical description). */
const Emblem: FC<{ label: string }> = ({ label }) => (
  <svg class="emblem" viewBox="0 0 27 18" role="img" aria-label={label}>
    <rect width="27" height="18" fill="#039" />
    {Array.from({ length: 12 }, (_, index) => {
      const angle = (Math.PI / 6) * index;
      const [x, y] = [13.5 + 6 * Math.sin(angle), 9 - 6 * Math.cos(angle)];
      const place = `translate(${x.toFixed(3)} ${y.toFixed(3)})`;
      return <polygon points={STAR} fill="#fc0" transform={place} />;
    })}
  </svg>
);
