import { lazy } from "preact-iso";
import type { MatrixView } from "../worker/progress/contract/progress.ts";
import { PortfolioPage } from "./portfolio/portfolio-page.tsx";
import { AsOf } from "./progress/as-of.tsx";
import { StatusPage } from "./progress/status-page.tsx";
import { ProjectShell } from "./projects/project-shell.tsx";
import { ExportMenu } from "./reporting/export-menu.tsx";
import { useParameter } from "./shared/location.ts";
import { mayDo, session } from "./shared/session.ts";
import { later } from "./shared/ui/later.tsx";

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
export const LogPage = lazy(async () => (await import("./use-log/log-page.tsx")).LogPage);
export const HistoryPage = lazy(async () => (await import("./audit/history-page.tsx")).HistoryPage);
const PlanPage = lazy(async () => (await import("./projects/plan/plan-page.tsx")).PlanPage);
const AboutPage = lazy(async () => (await import("./projects/about-page.tsx")).AboutPage);
const MunicipalityPage = lazy(
  async () => (await import("./progress/municipality-page.tsx")).MunicipalityPage,
);
const AttentionPage = lazy(
  async () => (await import("./progress/attention-page.tsx")).AttentionPage,
);
const ChangesPage = lazy(async () => (await import("./progress/changes-page.tsx")).ChangesPage);
const RisksPage = lazy(async () => (await import("./risks/risks-page.tsx")).RisksPage);
const EvidencePage = lazy(async () => (await import("./evidence/evidence-page.tsx")).EvidencePage);
const Cell = lazy(async () => (await import("./cell.tsx")).Cell);
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
const ReportsPage = lazy(async () => (await import("./reporting/reports-page.tsx")).ReportsPage);
const FundedPage = lazy(async () => (await import("./reporting/funded-page.tsx")).FundedPage);

const Explanation = later(async () => (await import("./progress/explanation.tsx")).Explanation);

/** The explanation of a percentage that the page's address asks for. */
export function Explained() {
  const [of, setOf] = useParameter("explain");
  return of && session.value?.actor ? (
    <Explanation key={of} of={of} onClose={() => setOf(null)} />
  ) : null;
}

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
      {works && <PortfolioPage />}
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
      tools={<ExportMenu project={project} />}
      missing={<Missing project={project} />}
    >
      <StatusPage project={project} Cell={Cell} />
    </ProjectShell>
  );
}

export function Attention({ project }: InProject) {
  return (
    <ProjectShell project={project} tab="attention" missing={<Missing project={project} />}>
      <AttentionPage project={project} />
    </ProjectShell>
  );
}

export function Evidence({ project }: InProject) {
  return (
    <ProjectShell project={project} tab="evidence" missing={<Missing project={project} />}>
      <EvidencePage project={project} asOfChoice={asOfChoice} />
    </ProjectShell>
  );
}

export function Changes({ project }: InProject) {
  return (
    <ProjectShell project={project} tab="changes" missing={<Missing project={project} />}>
      <ChangesPage project={project} />
    </ProjectShell>
  );
}

const asOfChoice = (project: MatrixView["project"]) => <AsOf project={project} />;

export function Risks({ project }: InProject) {
  return (
    <ProjectShell project={project} tab="risks" missing={<Missing project={project} />}>
      <RisksPage project={project} asOfChoice={asOfChoice} />
    </ProjectShell>
  );
}

export function Plan({ project }: InProject) {
  return (
    <ProjectShell project={project} tab="plan" missing={<Missing project={project} />}>
      <PlanPage project={project} AsOf={AsOf} />
    </ProjectShell>
  );
}

export function Import({ project, query }: InProject & { query: Record<string, string> }) {
  return (
    <ProjectShell
      project={project}
      tab={query["kind"] === "plan" ? "plan" : "status"}
      missing={<Missing project={project} />}
    >
      <ImportPage project={project} />
    </ProjectShell>
  );
}

export function Reports({ project }: InProject) {
  return (
    <ProjectShell project={project} tab="reports" missing={<Missing project={project} />}>
      <ReportsPage project={project} />
    </ProjectShell>
  );
}

export function Members({ project }: InProject) {
  return (
    <ProjectShell project={project} tab="members" missing={<Missing project={project} />}>
      <MembersPage project={project} />
    </ProjectShell>
  );
}

export function About({ project }: InProject) {
  return (
    <ProjectShell project={project} tab="about" missing={<Missing project={project} />}>
      <AboutPage project={project} />
    </ProjectShell>
  );
}

export function History({ project }: InProject) {
  return (
    <ProjectShell project={project} tab="history" missing={<Missing project={project} />}>
      <HistoryPage project={project} />
    </ProjectShell>
  );
}

export function Municipality({ project, municipality }: InProject & { municipality: string }) {
  return (
    <>
      <MunicipalityPage project={project} municipality={municipality} Cell={Cell} />
      {!mayDo("project.view", { project }) && <Missing project={project} />}
    </>
  );
}

export function Account() {
  return <AccountPage requests={<OwnRequests />} />;
}

const signIn = (email: string) => <SignInWays email={email} />;

export function Invitation() {
  return <InvitationPage signIn={signIn} />;
}
