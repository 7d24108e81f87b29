import { env } from "cloudflare:workers";
import { eq } from "drizzle-orm";
import {
  addComment,
  setResolved,
  withdrawComment,
} from "../../worker/comments/commands/comments.ts";
import { WriteComment } from "../../worker/comments/contract.ts";
import { addEvidence, reviewEvidence } from "../../worker/evidence/commands.ts";
import { CreateEvidence, type ReviewEvidence } from "../../worker/evidence/contract.ts";
import { evidence } from "../../worker/evidence/tables.ts";
import { addDemoPerson } from "../../worker/identity/commands/people.ts";
import { runImport } from "../../worker/imports/commands/import.ts";
import { readFile } from "../../worker/imports/formats/file.ts";
import type { ImportKind } from "../../worker/imports/terms.ts";
import { digest } from "../../worker/kernel/digest.ts";
import { changeMember, removeMember } from "../../worker/members/commands/members.ts";
import { ChangeMember } from "../../worker/members/contract.ts";
import { settingsOf } from "../../worker/platform/settings.ts";
import { confirmProgress, declareMany, declareProgress } from "../../worker/progress/commands.ts";
import { CellBatch, CellChange } from "../../worker/progress/contract/progress.ts";
import { amendPlan, grantPlan } from "../../worker/projects/commands/amendments.ts";
import { addMilestone, changeMilestone } from "../../worker/projects/commands/milestones.ts";
import { changeProgramme, createProgramme } from "../../worker/projects/commands/programmes.ts";
import { changeProject, createProject } from "../../worker/projects/commands/projects.ts";
import { CreateAmendment, GrantPlan } from "../../worker/projects/contract/amendments.ts";
import { ChangeMilestone, CreateMilestone } from "../../worker/projects/contract/plan.ts";
import { ChangeProgramme, CreateProgramme } from "../../worker/projects/contract/programmes.ts";
import { ChangeProject, CreateProject } from "../../worker/projects/contract/projects.ts";
import { loadProgramme } from "../../worker/projects/queries/programmes.ts";
import { changePublication } from "../../worker/publishing/commands.ts";
import type { ChangePublication } from "../../worker/publishing/contract.ts";
import { loadPublication } from "../../worker/publishing/queries.ts";
import {
  changeReport,
  draftReport,
  writeReportSection,
} from "../../worker/reporting/commands/reports.ts";
import {
  acceptReport,
  correctReport,
  returnReport,
  submitReport,
} from "../../worker/reporting/commands/workflow.ts";
import { ChangeReport, CreateReport } from "../../worker/reporting/contract/reports.ts";
import { addDeviation, changeDeviation } from "../../worker/risks/commands/deviations.ts";
import { addRisk, changeRisk, reviewRisk } from "../../worker/risks/commands/risks.ts";
import {
  ChangeDeviation,
  ChangeRisk,
  CreateDeviation,
  CreateRisk,
} from "../../worker/risks/contract.ts";
import { aDeviation, aRisk } from "./risks.ts";
import { at, holds, plan, programme, project } from "./world.ts";

type Step = { readonly now: string; readonly take: () => Promise<unknown> };

const cell = (milestone: number, municipality: string) => ({
  project: "demo",
  milestone,
  municipality,
});
const step = (now: string, command: (deps: ReturnType<typeof at>) => Promise<unknown>): Step => ({
  now,
  take: () => command(at(now)),
});
const declared = (now: string, place: ReturnType<typeof cell>, version: number, change: object) =>
  step(now, (deps) => declareProgress(deps, place, version, CellChange.parse(change)));

/**
 * Two years of the project `demo`, each step at a moment of its own: every command that changes
 * anything of a matrix is in it, and every part of a plan changes at least once.
 */
export const story: readonly Step[] = [
  step("2023-01-02T08:00:00.000Z", (deps) =>
    createProgramme(deps, CreateProgramme.parse(programme)),
  ),
  step("2023-01-02T08:30:00.000Z", (deps) => createProject(deps, CreateProject.parse(project))),
  ...plan.map((milestone, index) =>
    step(`2023-01-03T08:0${index}:00.000Z`, (deps) =>
      addMilestone(deps, "demo", CreateMilestone.parse(milestone)),
    ),
  ),
  declared("2023-02-01T21:59:59.999Z", cell(1, "837"), 0, {
    declared: "in_progress",
    note: "Alku",
  }),
  declared("2023-02-01T22:00:00.000Z", cell(2, "837"), 0, { declared: "in_progress", value: 12.5 }),
  step("2023-03-26T01:00:00.000Z", (deps) =>
    declareMany(
      deps,
      "demo",
      CellBatch.parse([
        {
          ...cellOf(1, "837"),
          version: 1,
          declared: "paused",
          reason: "Sairausloma",
          unblock: "Sijainen",
        },
        { ...cellOf(1, "536"), version: 0, declared: "not_applicable", reason: "Ei koske" },
        { ...cellOf(3, "all"), version: 0, declared: "not_started" },
      ]),
    ),
  ),
  step("2023-04-30T09:00:00.000Z", (deps) => confirmProgress(deps, cell(1, "837"))),
  step("2023-05-01T09:00:00.000Z", (deps) =>
    changeMilestone(
      deps,
      { project: "demo", number: 1 },
      1,
      ChangeMilestone.parse({
        dueOn: "2023-09-30",
        dueOnByMunicipality: { "536": "2024-01-31" },
        weight: 100 / 3,
        reason: "Hankinta viivästyi",
      }),
    ),
  ),
  declared("2023-09-30T20:59:59.999Z", cell(1, "837"), 3, { declared: "done" }),
  step("2023-10-01T09:00:00.000Z", (deps) =>
    changeProject(
      deps,
      "demo",
      1,
      ChangeProject.parse({
        name: "Uusi nimi",
        leadOrganisation: "Toinen hyvinvointialue",
        municipalities: ["211", "536", "837"],
        phases: [
          { name: "Pilotti", startsOn: "2023-01-01", endsOn: "2023-09-30" },
          { name: "Laajennus", startsOn: "2023-10-01", endsOn: "2024-12-31" },
        ],
      }),
    ),
  ),
  declared("2023-10-02T09:00:00.000Z", cell(1, "211"), 0, {
    declared: "cancelled",
    reason: "Vetäytyi",
  }),
  step("2023-11-01T09:00:00.000Z", (deps) =>
    changeProgramme(
      deps,
      "rrp",
      1,
      ChangeProgramme.parse({ visibilityText: { fi: "Uusi", sv: "Ny", en: "New" } }),
    ),
  ),
  declared("2024-02-29T09:00:00.000Z", cell(2, "837"), 1, {
    value: 100.1,
    forecastOn: "2024-11-30",
  }),
  step("2024-03-01T09:00:00.000Z", (deps) =>
    grantPlan(deps, "demo", 2, GrantPlan.parse({ grantedOn: "2024-02-28", reason: "Päätös" })),
  ),
  step("2024-05-02T09:00:00.000Z", (deps) =>
    amendPlan(
      deps,
      "demo",
      CreateAmendment.parse({
        title: "Väliarviointi",
        reason: "Kesä hidasti hankintaa",
        decidedOn: "2024-04-30",
        changes: [
          { kind: "change", number: 1, version: 3, set: { dueOn: "2024-06-30", weight: 3 } },
          {
            kind: "supersede",
            number: 3,
            version: 2,
            into: { ...plan[2], title: "Uusi raportti" },
          },
          { kind: "project", version: 3, set: { municipalities: ["211", "536", "837", "980"] } },
        ],
      }),
    ),
  ),
  shown("2024-05-11T09:00:00.000Z", "Sopimus", ["837", "536"]),
  shown("2024-05-12T09:00:00.000Z", "Vanha sopimus", ["211"]),
  reviewed("2024-05-13T09:00:00.000Z", "Sopimus", "accepted"),
  reviewed("2024-05-14T09:00:00.000Z", "Vanha sopimus", "rejected"),
  reviewed("2024-05-15T09:00:00.000Z", "Sopimus", "withdrawn"),
  declared("2024-10-27T00:30:00.000Z", cell(1, "837"), 4, { declared: "in_progress", note: "" }),
];

const one = { project: "demo", number: 1 };
const changedRisk = (now: string, version: number, change: object) =>
  step(now, (deps) => changeRisk(deps, one, version, ChangeRisk.parse(change)));
const changedDeviation = (now: string, version: number, change: object) =>
  step(now, (deps) => changeDeviation(deps, one, version, ChangeDeviation.parse(change)));

/** What is told of risks and deviations meanwhile: every command, and what makes them need a look. */
export const atRisk: readonly Step[] = [
  step("2023-02-15T09:00:00.000Z", (deps) => addRisk(deps, "demo", CreateRisk.parse(aRisk()))),
  step("2023-02-15T09:05:00.000Z", (deps) =>
    addRisk(deps, "demo", CreateRisk.parse(aRisk({ links: [], reviewedOn: "2023-01-15" }))),
  ),
  changedRisk("2023-06-01T09:00:00.000Z", 1, { likelihood: 5, significance: 4 }),
  step("2023-07-01T09:00:00.000Z", (deps) =>
    addDeviation(deps, "demo", CreateDeviation.parse(aDeviation({ correctiveAction: "" }))),
  ),
  changedDeviation("2023-08-01T09:00:00.000Z", 1, { correctiveAction: "Sijainen", risk: 1 }),
  step("2023-12-01T09:00:00.000Z", (deps) => reviewRisk(deps, one, 2)),
  changedDeviation("2024-01-15T09:00:00.000Z", 2, { resolvedOn: "2024-01-12" }),
  changedRisk("2024-03-01T09:00:00.000Z", 3, { state: "closed", closedBecause: "Palkattu" }),
  changedRisk("2024-05-01T09:00:00.000Z", 4, { state: "open" }),
  changedDeviation("2024-06-01T09:00:00.000Z", 3, { resolvedOn: null }),
];
/** Evidence of the milestone 1 is added. */
function shown(now: string, title: string, municipalities: string[]): Step {
  const url = "https://etappi.example/";
  const input = { kind: "link", milestone: 1, municipalities, title, url };
  return step(now, (deps) => addEvidence(deps, "demo", CreateEvidence.parse(input)));
}

/** What was added is looked at by another, who leads the project. */
function reviewed(now: string, title: string, state: ReviewEvidence["state"]): Step {
  const lead = { id: "arvioija", admin: false, memberships: [holds("lead", "demo")] };
  return step(now, async ({ db }) => {
    const [found] = await db.select().from(evidence).where(eq(evidence.title, title));
    if (!found) throw new Error(`There is no ${title}.`);
    const change = { state, review: "Katsottu" };
    await reviewEvidence(at(now, lead), found.id, found.version, change);
  });
}

/** Something is said of the milestone 1, and answered. */
const talked: { id?: string } = {};
const spoken = (now: string, text: string, thread = false): Step =>
  step(now, async (deps) => {
    const input = WriteComment.parse({ text, thread: thread ? talked.id : null });
    const { body } = await addComment(deps, { project: "demo", milestone: 1 }, input);
    if (!thread) talked.id = body.id;
  });

/** What people say to each other meanwhile: every kind of fact of a discussion. */
export const discussed: readonly Step[] = [
  spoken("2024-06-10T09:00:00.000Z", "Kuka hoitaa sopimuksen?"),
  spoken("2024-06-10T10:00:00.000Z", "Minä hoidan.", true),
  step("2024-06-11T09:00:00.000Z", (deps) =>
    setResolved(deps, { project: "demo", id: talked.id ?? "" }, 1, { resolved: true }),
  ),
  step("2024-06-12T09:00:00.000Z", (deps) =>
    setResolved(deps, { project: "demo", id: talked.id ?? "" }, 2, { resolved: false }),
  ),
  step("2024-06-13T09:00:00.000Z", (deps) =>
    withdrawComment(deps, { project: "demo", id: talked.id ?? "" }, 3, { reason: "" }),
  ),
];

/** A sheet is brought into the project `tuotu`. */
function brought(now: string, kind: ImportKind, sheet: string): Step {
  return step(now, async (deps) => {
    const file = await readFile(new TextEncoder().encode(sheet), null);
    const fileDigest = await digest(sheet);
    await runImport(deps, "tuotu", { kind, file, fileDigest, mapping: {}, fingerprint: null });
  });
}

/** Another project, whose plan and progress come from spreadsheets. */
export const broughtIn: readonly Step[] = [
  step("2024-10-28T09:00:00.000Z", (deps) =>
    createProject(deps, CreateProject.parse({ ...project, slug: "tuotu", name: "Tuotu" })),
  ),
  brought(
    "2024-10-28T10:00:00.000Z",
    "plan",
    "Tavoite;Vaihe;Määräaika\nPilotti valittu;1;31.3.2023",
  ),
  brought("2024-10-28T11:00:00.000Z", "progress", "Nro;Kunta;Tila\n1;Tampere;Käynnissä"),
];

/** What anybody may read of it is chosen. */
function published(now: string, change: ChangePublication): Step {
  return step(now, async (deps) => {
    const sited = { ...deps, settings: { origin: "https://etappi.example" } };
    const { version } = await loadPublication(sited, "demo");
    await changePublication(sited, "demo", version, change);
  });
}

const contact = { project: "demo", person: "yhdyshenkilo", role: "contact" } as const;
const report = { project: "demo", number: 1 };

/** What freezing a report takes besides. */
const served = (deps: ReturnType<typeof at>) => ({
  ...deps,
  files: env.FILES,
  settings: settingsOf(env, "https://etappi.example"),
});

/** The same as somebody else, in the only role that decides on reports. */
const by = (id: string, deps: ReturnType<typeof at>) => ({
  ...deps,
  actor: { id, admin: false, memberships: [holds("funder", "demo")] },
});

/** What happens beside the plan, after the story: a role and a report, from beginning to end. */
export const besideThePlan: readonly Step[] = [
  step("2024-11-01T09:00:00.000Z", ({ db, now }) =>
    addDemoPerson(
      { db, now },
      { id: contact.person, admin: false, memberships: [holds("contact", "demo", ["837"])] },
    ),
  ),
  step("2024-11-02T09:00:00.000Z", (deps) =>
    changeMember(deps, contact, 1, ChangeMember.parse({ deputyFor: ["536"] })),
  ),
  step("2024-11-03T09:00:00.000Z", (deps) => removeMember(deps, contact, 2)),
  step("2024-12-01T09:00:00.000Z", (deps) =>
    draftReport(deps, "demo", CreateReport.parse({ name: "Loppuraportti" })),
  ),
  step("2024-12-02T09:00:00.000Z", (deps) =>
    changeReport(deps, report, 1, ChangeReport.parse({ message: "Valmis" })),
  ),
  step("2024-12-02T10:00:00.000Z", (deps) =>
    writeReportSection(deps, { ...report, section: "summary" }, 0, { text: "Hyvin sujui." }),
  ),
  step("2024-12-03T09:00:00.000Z", (deps) => submitReport(served(deps), report, 2)),
  step("2024-12-03T10:00:00.000Z", (deps) =>
    returnReport(by("rahoittaja", deps), report, 3, { note: "Täydennä.", sections: [] }),
  ),
  step("2024-12-03T11:00:00.000Z", (deps) =>
    writeReportSection(deps, { ...report, section: "summary" }, 1, { text: "Hyvin sujui syksy." }),
  ),
  step("2024-12-03T12:00:00.000Z", (deps) => submitReport(served(deps), report, 4)),
  step("2024-12-03T13:00:00.000Z", (deps) =>
    acceptReport(by("rahoittaja", deps), report, 5, { note: "" }),
  ),
  step("2024-12-03T14:00:00.000Z", (deps) =>
    correctReport(deps, report, 6, { edition: 2, reason: "Väärä luku." }),
  ),
  step("2024-12-03T15:00:00.000Z", (deps) => submitReport(served(deps), report, 7)),
  published("2024-12-04T09:00:00.000Z", { visibility: "public", parts: ["dates", "summary"] }),
  step("2024-12-05T09:00:00.000Z", async (deps) => {
    const { version } = await loadProgramme(deps, "rrp");
    const visibilityText = { fi: "Uusin", sv: "Nyast", en: "Newest" };
    await changeProgramme(deps, "rrp", version, ChangeProgramme.parse({ visibilityText }));
  }),
  published("2024-12-06T09:00:00.000Z", { visibility: "internal" }),
  published("2024-12-07T09:00:00.000Z", { visibility: "public", parts: ["progress"] }),
];

function cellOf(milestone: number, municipality: string) {
  return { milestone, municipality };
}
