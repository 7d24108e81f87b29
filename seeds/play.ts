import { eq } from "drizzle-orm";
import { addComment, setResolved } from "../worker/comments/commands/comments.ts";
import { addEvidence, addFile, reviewEvidence } from "../worker/evidence/commands.ts";
import { sendFeedback } from "../worker/feedback/commands/feedback.ts";
import { answerFeedback, closeFeedback } from "../worker/feedback/commands/handling.ts";
import { approveStatement } from "../worker/feedback/commands/statement.ts";
import { addDemoPerson, addDemoRoles } from "../worker/identity/commands/people.ts";
import { people } from "../worker/identity/tables.ts";
import { digest } from "../worker/kernel/digest.ts";
import type { Actor, Membership } from "../worker/kernel/permissions.ts";
import { invite } from "../worker/members/commands/invitations.ts";
import { askAccess } from "../worker/members/commands/requests.ts";
import type { Database } from "../worker/platform/database.ts";
import type { AskedDeps, Deps } from "../worker/platform/env.ts";
import type { Files } from "../worker/platform/files.ts";
import { mailerOf } from "../worker/platform/mail.ts";
import type { Settings } from "../worker/platform/settings.ts";
import { declareMany } from "../worker/progress/commands.ts";
import { amendPlan, grantPlan } from "../worker/projects/commands/amendments.ts";
import { addMilestone } from "../worker/projects/commands/milestones.ts";
import { createProgramme } from "../worker/projects/commands/programmes.ts";
import { createProject } from "../worker/projects/commands/projects.ts";
import { changePublication } from "../worker/publishing/commands.ts";
import { loadPublication } from "../worker/publishing/queries.ts";
import { draftReport, writeReportSection } from "../worker/reporting/commands/reports.ts";
import { acceptReport, returnReport, submitReport } from "../worker/reporting/commands/workflow.ts";
import { addDeviation, changeDeviation } from "../worker/risks/commands/deviations.ts";
import { addRisk, changeRisk } from "../worker/risks/commands/risks.ts";
import { evidence, reportShown } from "./story/evidence.ts";
import { feedback, statement } from "./story/feedback.ts";
import { hoppuComments } from "./story/hoppu-comments.ts";
import { hoppu } from "./story/hoppu.ts";
import { tukenasi, yhdessa } from "./story/networks.ts";
import { asked, contacts, invited, standsInFor } from "./story/people.ts";
import { programmes } from "./story/programmes.ts";
import { publications } from "./story/publications.ts";
import { draft, reports } from "./story/reports.ts";
import type { ProjectStory, RegisterStory, ReportStory } from "./story/story.ts";
import { lastensuojelu, opiskeluhuolto } from "./story/training-and-survey.ts";

const stories: readonly ProjectStory[] = [hoppu, yhdessa, tukenasi, lastensuojelu, opiskeluhuolto];

const admin: Actor = { id: "admin", admin: true, memberships: [] };

/** The roles of the demonstration: pseudonyms, one contact person a municipality. */
const cast: readonly Actor[] = [
  person("lead", stories.map(membership("lead"))),
  person("steering", stories.map(membership("steering"))),
  person("funder", stories.map(membership("funder"))),
  ...Array.from(new Set(stories.flatMap(({ project }) => project.municipalities)), (code) =>
    person(
      `contact-${code}`,
      stories
        .filter(({ project }) => project.municipalities.includes(code))
        .filter(({ project }) => !isSilent(project.slug, code))
        .map(membership("contact", [code])),
    ),
  ),
  person("newcomer", []),
];

/** A project in which one municipality has nobody to speak for it. */
function isSilent(slug: string, code: string): boolean {
  return slug === lastensuojelu.project.slug && code === "581";
}

function person(id: string, memberships: readonly Membership[]): Actor {
  return { id, admin: false, memberships };
}

function membership(role: Membership["role"], municipalities: readonly string[] = []) {
  return ({ project }: ProjectStory): Membership => ({
    project: project.slug,
    role,
    municipalities,
    deputyFor: municipalities.flatMap((code) => standsInFor(code, project.municipalities)),
  });
}

/** Whether the story has been played to its end: its last act is that the administrator enters. */
export async function isPlayed(db: Database): Promise<boolean> {
  const found = await db.select().from(people).where(eq(people.id, admin.id));
  return found.length > 0;
}

/** What the story is played into. */
type Stage = { readonly db: Database; readonly files: Files; readonly settings: Settings };

/** Plays the founding documents through the real commands, each in its place in time. */
export async function play(stage: Stage): Promise<void> {
  const { db } = stage;
  for (const { at, programme } of programmes) {
    await createProgramme(moment(db, admin, at), programme);
  }
  const { at: since } =
    stories.toSorted((one, other) => one.at.localeCompare(other.at))[0] ?? hoppu;
  for (const one of cast) {
    await addDemoPerson({ db, now: since }, { ...one, ...contacts[one.id], memberships: [] });
  }
  for (const story of stories) await playProject(db, story);
  await playEvidence(stage);
  await playComments(db);
  await playPublications(stage);
  await playPeople(stage);
  await playFeedback(stage);
  await addDemoPerson({ db, now: since }, { ...admin, ...contacts[admin.id] });
}

/** What shows where the milestones are, and what others said of it. */
async function playEvidence(stage: Stage): Promise<void> {
  const { slug } = hoppu.project;
  for (const { at, by, reviewed, ...story } of evidence) {
    const { body } =
      "file" in story
        ? await addFile(asking(stage, by, at), slug, {
            fields: { note: "", ...story.fields },
            file: { ...story.file, digest: await digest(story.file.bytes) },
          })
        : await addEvidence(asking(stage, by, at), slug, story.shown);
    if (!reviewed) continue;
    const { state, review = "" } = reviewed;
    const reviewer = asking(stage, reviewed.by, reviewed.at);
    await reviewEvidence(reviewer, body.id, body.version, { state, review });
  }
}

/** What people say to each other of the milestones. */
async function playComments(db: Database): Promise<void> {
  const project = hoppu.project.slug;
  for (const { milestone, municipality = null, said, resolved } of hoppuComments) {
    let thread: string | null = null;
    for (const { at, by, text } of said) {
      const input = { text, thread, municipality: thread === null ? municipality : null };
      const { body } = await addComment(moment(db, member(by), at), { project, milestone }, input);
      thread ??= body.id;
    }
    if (!resolved || thread === null) continue;
    const by = moment(db, member(resolved.by), resolved.at);
    await setResolved(by, { project, id: thread }, 1, { resolved: true });
  }
}

/** What anybody may read of two of the projects. */
async function playPublications(stage: Stage): Promise<void> {
  for (const { at, project, parts } of publications) {
    const lead = asking(stage, "lead", at);
    const { version } = await loadPublication(lead, project);
    await changePublication(lead, project, version, { visibility: "public", parts: [...parts] });
  }
}

/** What a command takes that sends letters, counts or keeps files, as somebody at a moment. */
function asking({ db, files, settings }: Stage, id: string, now: string): AskedDeps {
  return {
    ...moment(db, member(id), now),
    settings,
    files,
    mailer: mailerOf(settings, { db, now }),
    address: "",
    sessionId: null,
    tokenId: null,
  };
}

/** Reports to the funder, and what waits for the lead today. */
async function playPeople(stage: Stage): Promise<void> {
  const as = (id: string, at: string) => moment(stage.db, member(id), at);
  const shown = once(() =>
    addEvidence(as("lead", reportShown.at), hoppu.project.slug, reportShown.shown),
  );
  for (const [slug, all] of Object.entries(reports)) {
    for (const told of all) {
      // In the order of time: what stands as evidence is in the reports that come after it.
      if (slug === hoppu.project.slug && told.at > reportShown.at) await shown();
      await playReport(stage, slug, told);
    }
  }
  await playReport(stage, draft.project, draft);
  const now = new Date().toISOString();
  await invite(asking(stage, "lead", now), invited.project, invited.invite);
  await askAccess(asking(stage, "newcomer", now), asked);
}

/** What is done the first time that it is called, and not again. */
function once(run: () => Promise<unknown>): () => Promise<unknown> {
  let running: Promise<unknown> | null = null;
  return () => (running ??= run());
}

/** A report from its beginning as far as it has come: written, submitted, decided by the funder. */
async function playReport(
  stage: Stage,
  project: string,
  { at, report, texts, submitted, accepted, returned }: ReportStory,
): Promise<void> {
  const as = (id: string, when: string) => moment(stage.db, member(id), when);
  const { body } = await draftReport(as("lead", at), project, report);
  const place = { project, number: body.number };
  for (const [section, text] of Object.entries(texts)) {
    await writeReportSection(as("lead", at), { ...place, section }, 0, { text });
  }
  if (!submitted) return;
  await submitReport(asking(stage, "lead", submitted), place, body.version);
  const version = body.version + 1;
  if (accepted) await acceptReport(as("funder", accepted.at), place, version, accepted.said);
  if (returned) await returnReport(as("funder", returned.at), place, version, returned.said);
}

/** The county's accessibility statement, and what was written of the service these weeks. */
async function playFeedback(stage: Stage): Promise<void> {
  const as = (at: string) => ({ ...asking(stage, "lead", at), actor: admin });
  await approveStatement(as(statement.at), 0, statement.approved);
  for (const { daysAgo, sent, answered, closed } of feedback) {
    const { body } = await sendFeedback(as(before(daysAgo)), sent);
    const { id } = body;
    if (answered) await answerFeedback(as(before(answered.daysAgo)), id, 0, answered.said);
    if (closed) await closeFeedback(as(before(closed.daysAgo)), id, answered ? 1 : 0, closed.said);
  }
}

const before = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString();

async function playProject(db: Database, story: ProjectStory): Promise<void> {
  const { slug, name } = story.project;
  const as = (id: string, at: string) => moment(db, member(id), at);
  await addDemoRoles({ db, now: story.at }, rolesIn(slug));
  await createProject(as("lead", story.at), story.project);
  for (const milestone of story.milestones) {
    await addMilestone(as("lead", story.at), slug, milestone);
  }
  if (story.grant) {
    await grantPlan(as("lead", story.grant.at), slug, 1, story.grant.grant);
  }
  const versions = new Map<string, number>();
  const amendments = [...(story.amendments ?? [])];
  for (const { at, by, cells } of story.updates) {
    for (const next of amendments.splice(0, amendments.filter((one) => one.at <= at).length)) {
      await amendPlan(as("lead", next.at), slug, next.amendment);
    }
    const batch = cells.map((cell) => {
      const key = `${cell.milestone}/${cell.municipality}`;
      const version = versions.get(key) ?? 0;
      versions.set(key, version + 1);
      return { ...cell, version };
    });
    await declareMany(as(by, at), slug, batch);
  }
  if (story.register) await playRegister(db, slug, story.register);
  console.log(`${name}: ${story.updates.length} updates`);
}

/** The lead keeps the risks and deviations; numbers follow the order of the story. */
async function playRegister(db: Database, project: string, story: RegisterStory): Promise<void> {
  const lead = (at: string) => moment(db, member("lead"), at);
  for (const { at, risk, changes } of story.risks) {
    const { body } = await addRisk(lead(at), project, risk);
    const place = { project, number: body.number };
    for (const [index, one] of changes.entries()) {
      await changeRisk(lead(one.at), place, index + 1, one.change);
    }
  }
  for (const { at, deviation, changes } of story.deviations) {
    const { body } = await addDeviation(lead(at), project, deviation);
    const place = { project, number: body.number };
    for (const [index, one] of changes.entries()) {
      await changeDeviation(lead(one.at), place, index + 1, one.change);
    }
  }
}

function rolesIn(slug: string) {
  return cast.flatMap(({ id, memberships }) =>
    memberships.filter(({ project }) => project === slug).map((role) => ({ ...role, person: id })),
  );
}

function member(id: string): Actor {
  const found = cast.find((one) => one.id === id);
  if (!found) throw new Error(`Nobody in the story is called ${id}.`);
  return found;
}

function moment(db: Database, actor: Actor, now: string): Deps {
  return { db, actor, now, language: "fi", keyed: null };
}
