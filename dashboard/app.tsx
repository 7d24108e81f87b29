import { LocationProvider, Route, Router, useLocation } from "preact-iso";
import { useErrorBoundary, useLayoutEffect } from "preact/hooks";
import {
  About,
  Account,
  Aids,
  Attention,
  BriefPage,
  CalendarPage,
  Changes,
  CheckPage,
  Delivery,
  DemoLettersPage,
  Explained,
  Evidence,
  FeedbackPage,
  Front,
  History,
  HistoryPage,
  Import,
  Invitation,
  LogPage,
  Members,
  MunicipalitiesPage,
  Mentions,
  Milestone,
  Municipality,
  NewProjectPage,
  PeoplePage,
  Plan,
  Progress,
  ProgrammesPage,
  Publication,
  Report,
  Reports,
  Risks,
  SharedPage,
  SignInPage,
  StandingPage,
  StatementEditPage,
  StatementPage,
  Status,
  SteeringPage,
} from "./pages.tsx";
import { messages } from "./shared/i18n.ts";
import { session, sessionFailure } from "./shared/session.ts";
import { Broken } from "./shared/ui/broken.tsx";
import { Failure, NotFound } from "./shared/ui/state.tsx";
import { Top } from "./top.tsx";

/** Addresses that are pages of the dashboard: not the API and its files, nor what is public. */
const PAGES = /^\/(?!api|public)/;

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
      <Explained />
      <Aids />
    </LocationProvider>
  );
}

function Content() {
  const { path } = useLocation();
  // oxlint-disable-next-line typescript/no-unsafe-assignment -- anything can be thrown
  const [broke, forget] = useErrorBoundary(console.error);
  // oxlint-disable-next-line react-hooks/exhaustive-deps -- the next page is another chance
  useLayoutEffect(forget, [path]);
  if (broke) return <Broken />;
  if (sessionFailure.value) return <Failure error={sessionFailure.value} />;
  const common = [
    <Route key="sign-in" path="/sign-in" component={SignInPage} />,
    <Route key="invitation" path="/invitation" component={Invitation} />,
    <Route key="letters" path="/demo/letters" component={DemoLettersPage} />,
    <Route key="shared" path="/shared" component={SharedPage} />,
    <Route key="statement" path="/accessibility" component={StatementPage} />,
    <Route key="check" path="/check" component={CheckPage} />,
  ];
  // A stranger sees how to sign in, whatever the address, and so comes back to it.
  if (!session.value?.actor) {
    return (
      <Router key="stranger" onRouteChange={focusContent}>
        {common}
        <Route default component={SignInPage} />
      </Router>
    );
  }
  return (
    <Router key="person" onRouteChange={focusContent}>
      {common}
      <Route path="/" component={Front} />
      <Route path="/account" component={Account} />
      <Route path="/people" component={PeoplePage} />
      <Route path="/log" component={LogPage} />
      <Route path="/feedback" component={FeedbackPage} />
      <Route path="/accessibility/edit" component={StatementEditPage} />
      <Route path="/history" component={HistoryPage} />
      <Route path="/municipalities" component={MunicipalitiesPage} />
      <Route path="/municipalities/:municipality" component={StandingPage} />
      <Route path="/municipalities/:municipality/brief" component={BriefPage} />
      <Route path="/mentions" component={Mentions} />
      <Route path="/programmes" component={ProgrammesPage} />
      <Route path="/reports" component={CalendarPage} />
      <Route path="/projects/new" component={NewProjectPage} />
      <Route path="/projects/:project" component={Status} />
      <Route path="/projects/:project/progress" component={Progress} />
      <Route path="/projects/:project/attention" component={Attention} />
      <Route path="/projects/:project/changes" component={Changes} />
      <Route path="/projects/:project/meeting" component={SteeringPage} />
      <Route path="/projects/:project/pack" component={SteeringPage} />
      <Route path="/projects/:project/risks" component={Risks} />
      <Route path="/projects/:project/evidence" component={Evidence} />
      <Route path="/projects/:project/import" component={Import} />
      <Route path="/projects/:project/plan" component={Plan} />
      <Route path="/projects/:project/reports" component={Reports} />
      <Route path="/projects/:project/reports/:number" component={Report} />
      <Route path="/projects/:project/delivery" component={Delivery} />
      <Route path="/projects/:project/members" component={Members} />
      <Route path="/projects/:project/about" component={About} />
      <Route path="/projects/:project/publication" component={Publication} />
      <Route path="/projects/:project/history" component={History} />
      <Route path="/projects/:project/milestones/:number" component={Milestone} />
      <Route path="/projects/:project/municipalities/:municipality" component={Municipality} />
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

function Foot() {
  const say = messages.value;
  const { path } = useLocation();
  return (
    <footer class="foot">
      <div>
        {session.value?.demonstration && <p>{say.demo.notice}</p>}
        <p>{say.footer.note}</p>
        <p>
          {say.footer.source} <a href="/api-docs/">{say.nav.apiDocs}</a>
        </p>
        <p class="row">
          <a href="/check">{say.nav.check}</a>
          <a href="/accessibility">{say.nav.accessibility}</a>
          <a href={`/accessibility?page=${encodeURIComponent(path)}#feedback`}>
            {say.nav.feedback}
          </a>
        </p>
      </div>
    </footer>
  );
}
