import type { FunctionComponent } from "preact";
import { PortfolioPage } from "./portfolio/portfolio-page.tsx";
import { StatusPage } from "./progress/status-page.tsx";
import { ProjectShell, type Tab } from "./projects/project-shell.tsx";
import { ExportMenu } from "./reporting/export-menu.tsx";
import { useParameter } from "./shared/location.ts";
import { mayDo, session } from "./shared/session.ts";
import { later } from "./shared/ui/later.tsx";
import { lazy } from "./shared/ui/lazy.tsx";

export const ProgrammesPage = lazy(
  async () => (await import("./projects/programmes-page.tsx")).ProgrammesPage,
);
export const NewProjectPage = lazy(
  async () => (await import("./projects/new-project.tsx")).NewProjectPage,
);
export const SignInPage = lazy(
  async () => (await import("./identity/sign-in-page.tsx")).SignInPage,
);
export const DemoLettersPage = lazy(
  async () => (await import("./identity/demo-letters-page.tsx")).DemoLettersPage,
);
export const PeoplePage = lazy(async () => (await import("./identity/people-page.tsx")).PeoplePage);
export const FeedbackPage = lazy(
  async () => (await import("./feedback/feedback-page.tsx")).FeedbackPage,
);
export const StatementPage = lazy(
  async () => (await import("./feedback/statement-page.tsx")).StatementPage,
);
export const StatementEditPage = lazy(
  async () => (await import("./feedback/statement-edit-page.tsx")).StatementEditPage,
);
export const LogPage = lazy(async () => (await import("./use-log/log-page.tsx")).LogPage);
export const CheckPage = lazy(async () => (await import("./audit/check/check-page.tsx")).CheckPage);
export const HistoryPage = lazy(async () => (await import("./audit/history-page.tsx")).HistoryPage);
const PlanPage = lazy(async () => (await import("./projects/plan/plan-page.tsx")).PlanPage);
const AboutPage = lazy(async () => (await import("./projects/about-page.tsx")).AboutPage);
const MunicipalityPage = lazy(
  async () => (await import("./progress/municipality-page.tsx")).MunicipalityPage,
);
export const MunicipalitiesPage = lazy(
  async () =>
    (await import("./progress/municipalities/municipalities-page.tsx")).MunicipalitiesPage,
);
export const StandingPage = lazy(
  async () => (await import("./progress/municipalities/standing-page.tsx")).StandingPage,
);
export const BriefPage = lazy(
  async () => (await import("./progress/municipalities/brief-page.tsx")).BriefPage,
);
const AttentionPage = lazy(
  async () => (await import("./progress/attention-page.tsx")).AttentionPage,
);
export const SteeringPage = lazy(
  async () => (await import("./progress/steering/steering.tsx")).SteeringPage,
);
const ChangesPage = lazy(
  async () => (await import("./progress/changes/changes-page.tsx")).ChangesPage,
);
const ProgressPage = lazy(async () => (await import("./progress/progress-page.tsx")).ProgressPage);
const RisksPage = lazy(async () => (await import("./risks/risks-page.tsx")).RisksPage);
const EvidencePage = lazy(async () => (await import("./evidence/evidence-page.tsx")).EvidencePage);
const Cell = lazy(async () => (await import("./cell.tsx")).Cell);
const MilestoneTab = lazy(async () => (await import("./milestone.tsx")).Milestone);
export const Mentions = lazy(async () => (await import("./comments/mentions.tsx")).MentionsPage);
const NewMentions = later(async () => (await import("./comments/mentions.tsx")).NewMentions);
const SignInWays = lazy(async () => (await import("./identity/sign-in-page.tsx")).SignInWays);
const Stronger = lazy(async () => (await import("./identity/county-sign-in.tsx")).Stronger);
const AccountPage = lazy(async () => (await import("./identity/account-page.tsx")).AccountPage);
const OwnRequests = lazy(async () => (await import("./members/own-requests.tsx")).OwnRequests);
const ImportPage = lazy(async () => (await import("./imports/import-page.tsx")).ImportPage);
const MembersPage = lazy(async () => (await import("./members/members-page.tsx")).MembersPage);
const InvitationPage = lazy(
  async () => (await import("./members/invitation-page.tsx")).InvitationPage,
);
const AskAccess = lazy(async () => (await import("./members/ask-access.tsx")).AskAccess);
const Welcome = lazy(async () => (await import("./members/welcome.tsx")).Welcome);
const PublicationPage = lazy(
  async () => (await import("./publishing/publication-page.tsx")).PublicationPage,
);
const ReportsPage = lazy(async () => (await import("./reporting/reports-page.tsx")).ReportsPage);
export const CalendarPage = lazy(
  async () => (await import("./reporting/calendar/calendar-page.tsx")).CalendarPage,
);
const ReportTab = lazy(async () => (await import("./report.tsx")).Report);
const DeliveryPage = lazy(async () => (await import("./delivery/delivery-page.tsx")).DeliveryPage);
const DeliveryLink = later(async () => (await import("./delivery/delivery-link.tsx")).DeliveryLink);
export const SharedPage = lazy(async () => (await import("./delivery/shared-page.tsx")).SharedPage);
const FundedPage = lazy(async () => (await import("./reporting/funded-page.tsx")).FundedPage);

const ViewsRow = later(async () => (await import("./identity/views/views-row.tsx")).ViewsRow);
export const ViewsMenu = later(
  async () => (await import("./identity/views/views-menu.tsx")).ViewsMenu,
);
const MeetingLinks = later(
  async () => (await import("./progress/steering/steering.tsx")).MeetingLinks,
);
const Explanation = later(async () => (await import("./progress/explanation.tsx")).Explanation);

/** What no page waits for: search, keys, what is fetched ahead. It comes when the first page stands. */
export const Aids = later(async () => {
  await new Promise<unknown>((resume) => {
    // Safari has no such call.
    if ("requestIdleCallback" in window) requestIdleCallback(resume, { timeout: 1000 });
    else setTimeout(resume);
  });
  return (await import("./shell/aids.tsx")).Aids;
});

/** The explanation of a percentage that the page's address asks for. */
export function Explained() {
  const [of, setOf] = useParameter("explain");
  return of && session.value?.actor ? (
    <Explanation key={of} of={of} onClose={() => setOf(null)} />
  ) : null;
}

const frontTools = (
  <>
    <ViewsRow />
    <NewMentions />
  </>
);

/** What each person begins with: all projects, those whose reports they receive, or a way in. */
export function Front() {
  const actor = session.value?.actor;
  if (!actor) return null;
  const { admin, memberships, isWeakened } = actor;
  if (!admin && memberships.length === 0) return isWeakened ? <Stronger alone /> : <Welcome />;
  const funds = memberships.some(({ role }) => role === "funder");
  const works = admin || memberships.some(({ role }) => role !== "funder");
  return (
    <>
      {isWeakened && <Stronger />}
      {works && <PortfolioPage views={frontTools} />}
      {funds && !admin && <FundedPage alone={!works} />}
    </>
  );
}

type InProject = { project: string };

/** Where a project is not found, as far as who looks may know: how to get to see it. */
function Missing({ project }: InProject) {
  return session.value?.actor?.isWeakened ? <Stronger /> : <AskAccess project={project} />;
}

export function Status({ project }: InProject) {
  const isFunder = mayDo("project.view", { project }) && !mayDo("progress.view", { project });
  if (isFunder) return <Reports project={project} />;
  return (
    <ProjectShell
      project={project}
      tab="status"
      tools={
        <>
          <MeetingLinks project={project} />
          <ExportMenu project={project} />
        </>
      }
      missing={<Missing project={project} />}
    >
      <StatusPage project={project} Cell={Cell} />
    </ProjectShell>
  );
}

/** How the page of each tab is loaded ahead. */
export const ahead = new Map<Tab, () => Promise<unknown>>();

/** The same of the pages of one municipality and one milestone. */
export const aheadOfOne = {
  municipality: () => MunicipalityPage.preload(),
  milestone: () => MilestoneTab.preload(),
};

type Page = FunctionComponent<InProject> & { readonly preload?: () => Promise<unknown> };

/** A page of a project under its head and tabs. */
function inProject(tab: Tab, Page: Page) {
  if (Page.preload) ahead.set(tab, Page.preload);
  return function ProjectTab({ project }: InProject) {
    return (
      <ProjectShell project={project} tab={tab} missing={<Missing project={project} />}>
        <Page project={project} />
      </ProjectShell>
    );
  };
}

export const Progress = inProject("progress", ProgressPage);
export const Attention = inProject("attention", AttentionPage);
export const Changes = inProject("changes", ChangesPage);
export const Risks = inProject("risks", RisksPage);
export const Evidence = inProject("evidence", EvidencePage);
export const Plan = inProject("plan", PlanPage);
const ReportsAndDelivery = Object.assign(
  ({ project }: InProject) => (
    <>
      <ReportsPage project={project} />
      {mayDo("delivery.manage", { project }) && <DeliveryLink project={project} />}
    </>
  ),
  { preload: ReportsPage.preload },
);
export const Reports = inProject("reports", ReportsAndDelivery);
export const Delivery = inProject("reports", DeliveryPage);
export const Members = inProject("members", MembersPage);
export const About = inProject("about", AboutPage);
export const Publication = inProject("about", PublicationPage);
export const History = inProject("history", HistoryPage);

const ImportProgress = inProject("status", ImportPage);
const ImportPlan = inProject("plan", ImportPage);

export function Import({ project, query }: InProject & { query: Record<string, string> }) {
  const Page = query["kind"] === "plan" ? ImportPlan : ImportProgress;
  return <Page project={project} />;
}

export function Municipality({ project, municipality }: InProject & { municipality: string }) {
  return (
    <>
      <MunicipalityPage project={project} municipality={municipality} Cell={Cell} />
      {!mayDo("project.view", { project }) && <Missing project={project} />}
    </>
  );
}

export function Milestone({ project, number }: InProject & { number: string }) {
  return (
    <MilestoneTab
      project={project}
      number={Number(number)}
      Cell={Cell}
      missing={<Missing project={project} />}
    />
  );
}

export function Report({ project, number }: InProject & { number: string }) {
  return (
    <ReportTab project={project} number={Number(number)} missing={<Missing project={project} />} />
  );
}

export function Account() {
  return <AccountPage requests={<OwnRequests />} />;
}

const signIn = (email: string) => <SignInWays email={email} />;

export function Invitation() {
  return <InvitationPage signIn={signIn} />;
}
