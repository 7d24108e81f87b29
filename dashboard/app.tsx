import { lazy, LocationProvider, Route, Router, useLocation } from "preact-iso";
import { Persona } from "./identity/persona.tsx";
import { PortfolioPage } from "./portfolio/portfolio-page.tsx";
import { MunicipalityPage } from "./progress/municipality-page.tsx";
import { StatusPage } from "./progress/status-page.tsx";
import { ProjectShell } from "./projects/project-shell.tsx";
import { ExportMenu } from "./reporting/export-menu.tsx";
import { chooseLanguage, language, LANGUAGES, messages } from "./shared/i18n.ts";
import { queries } from "./shared/query.ts";
import { mayDo, session, sessionFailure } from "./shared/session.ts";
import { Failure, NotFound } from "./shared/ui/state.tsx";

const PlanPage = lazy(async () => (await import("./projects/plan-page.tsx")).PlanPage);
const AboutPage = lazy(async () => (await import("./projects/about-page.tsx")).AboutPage);
const NewProjectPage = lazy(
  async () => (await import("./projects/new-project.tsx")).NewProjectPage,
);
const ProgrammesPage = lazy(
  async () => (await import("./projects/programmes-page.tsx")).ProgrammesPage,
);

/** Addresses that are pages of the dashboard: not the API, its exports and its document. */
const PAGES = /^\/(?!api)/;

/** The whole dashboard: the frame, who is looking, and which page. */
export function App() {
  return (
    <LocationProvider scope={PAGES}>
      <a class="skip" href="#content">
        {messages.value.skip}
      </a>
      <Top />
      <main class="page" id="content" tabIndex={-1}>
        <Content />
      </main>
      <Foot />
    </LocationProvider>
  );
}

function Content() {
  if (sessionFailure.value) return <Failure error={sessionFailure.value} />;
  if (!session.value?.actor) return <p class="notice">{messages.value.signedOut}</p>;
  return (
    <Router onRouteChange={focusContent}>
      <Route path="/" component={PortfolioPage} />
      <Route path="/programmes" component={ProgrammesPage} />
      <Route path="/projects/new" component={NewProjectPage} />
      <Route path="/projects/:project" component={Status} />
      <Route path="/projects/:project/plan" component={Plan} />
      <Route path="/projects/:project/about" component={About} />
      <Route path="/projects/:project/municipalities/:municipality" component={MunicipalityPage} />
      <Route default component={NotFound} />
    </Router>
  );
}

let shownPath = location.pathname;

/** After a change of page the keyboard goes on from its content, not from where the old one was. */
function focusContent(url: string): void {
  const path = url.split("?")[0] ?? "";
  if (path === shownPath) return;
  shownPath = path;
  document.getElementById("content")?.focus({ preventScroll: true });
}

type InProject = { project: string };

function Status({ project }: InProject) {
  return (
    <ProjectShell project={project} tab="status" tools={<ExportMenu project={project} />}>
      <StatusPage project={project} />
    </ProjectShell>
  );
}

function Plan({ project }: InProject) {
  return (
    <ProjectShell project={project} tab="plan">
      <PlanPage project={project} />
    </ProjectShell>
  );
}

function About({ project }: InProject) {
  return (
    <ProjectShell project={project} tab="about">
      <AboutPage project={project} />
    </ProjectShell>
  );
}

function Top() {
  const say = messages.value;
  const { path } = useLocation();
  const links = [
    { href: "/", label: say.nav.projects, here: path === "/" || path.startsWith("/projects") },
    ...(mayDo("programme.view")
      ? [{ href: "/programmes", label: say.nav.programmes, here: path === "/programmes" }]
      : []),
  ];
  return (
    <header class="top">
      <div class="top-inner">
        <a class="brand" href="/">
          <img src="/icon.svg" alt="" width="30" height="30" />
          {say.product}
        </a>
        <nav aria-label={say.nav.main}>
          <ul>
            {links.map(({ href, label, here }) => (
              <li key={href}>
                <a href={href} aria-current={here ? "page" : undefined}>
                  {label}
                </a>
              </li>
            ))}
          </ul>
        </nav>
        <div class="top-tools">
          {session.value?.demonstration && <Persona />}
          <Languages />
        </div>
      </div>
    </header>
  );
}

function Languages() {
  const { languageNames, language: label } = messages.value;
  return (
    <div class="languages" role="group" aria-label={label}>
      {LANGUAGES.map((one) => (
        <button
          key={one}
          type="button"
          lang={one}
          aria-pressed={one === language.value}
          onClick={async () => {
            await chooseLanguage(one);
            await queries.invalidateQueries();
          }}
        >
          {languageNames[one]}
        </button>
      ))}
    </div>
  );
}

function Foot() {
  const say = messages.value;
  return (
    <footer class="foot">
      <div>
        {session.value?.demonstration && <p>{say.demo.notice}</p>}
        <p>{say.footer.note}</p>
        <p>
          {say.footer.source} <a href="/api-docs/">{say.nav.apiDocs}</a>
        </p>
      </div>
    </footer>
  );
}
