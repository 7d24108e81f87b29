import { allHappened, record } from "../../history/record.ts";
import { digest } from "../../kernel/digest.ts";
import { assertMay } from "../../kernel/permissions.ts";
import { Refusal, type Sentence } from "../../kernel/refusal.ts";
import { runBatch, type Statement } from "../../platform/database.ts";
import type { AskedDeps, Deps } from "../../platform/env.ts";
import { countTowards } from "../../platform/limits.ts";
import type { MilestoneState, MilestoneView, Plan } from "../../projects/contract/plan.ts";
import { loadBoard, loadProject } from "../../projects/queries/projects.ts";
import {
  decideMilestone,
  failsOnceGranted,
  refreshBoard,
  writeMilestone,
} from "../../projects/record.ts";
import { cellsMax, milestonesMax } from "../../projects/terms.ts";
import { logged } from "../../use-log/record.ts";
import type { Finding, ImportView } from "../contract.ts";
import { layOut } from "../domain/columns.ts";
import { type PlanStep, stepsOf } from "../domain/milestones.ts";
import { placesOf } from "../domain/places.ts";
import { readPlan, type SaidMilestone } from "../domain/plan.ts";
import { allMilestones } from "../queries.ts";
import { addressOf } from "../terms.ts";
import type { Decided, Imported } from "./decided.ts";

/**
 * The plan of a project for a file that can be changed and brought in again, and the line in the
 * log of disclosures that says who took it. Refuses with `not_found`, `forbidden`, `rate_limited`.
 */
export async function takePlanSheet(deps: AskedDeps, slug: string) {
  await countTowards(deps, "exported", deps.actor.id);
  const { plan } = await loadBoard(deps, slug);
  assertMay(deps.actor, "plan.change", { project: slug });
  const milestones = (await allMilestones(deps, slug)).map(({ milestone }) => milestone);
  const detail = "plan xlsx";
  await runBatch(deps.db, [logged(deps, { kind: "exported", project: slug, detail })]);
  return { plan, milestones };
}

/**
 * What a sheet would change in the plan of a project, by the rules by which it is written. Refuses
 * with `not_found`, `forbidden`, and with `locked` a plan that has been granted.
 */
export async function decidePlan(
  deps: Deps,
  slug: string,
  { file, mapping, fileDigest }: Imported,
): Promise<Decided> {
  const [project, { plan }] = await Promise.all([loadProject(deps, slug), loadBoard(deps, slug)]);
  const role = assertMay(deps.actor, "plan.change", { project: slug });
  if (project.grantedOn !== null) throw new Refusal("locked", (say) => say.importGranted());
  const headed = await allMilestones(deps, slug);
  const known = headed.map(({ milestone }) => milestone);
  const layout = layOut(file.sheet, "plan", placesOf(plan), mapping);
  const read = readPlan(file.sheet, layout, plan);
  const { steps, findings } = stepsOf(read.items, known, plan);
  const { version: _v, createdAt: _c, changedAt: _ch, hash: _hash, ...state } = project;
  const decided = steps.map((step) => ({ step, ...decideMilestone(state, stepIn(step), known) }));
  const changed = decided.flatMap(({ step, after }) => (after ? [{ step, after }] : []));
  const versions = known.map(({ number, version }) => [number, version]);
  return {
    role,
    outcome: {
      kind: "plan",
      file,
      layout,
      rows: read.rows,
      unchanged: read.items.length - steps.length,
      findings: [
        ...read.findings,
        ...findings,
        ...decided.flatMap(({ step, problems }) =>
          problems.map(({ path, message }) => findingAt(step.item, path, message)),
        ),
        ...roomFindings(known, steps, { plan, headerRow: layout.headerRow }),
      ],
      notes: read.notes,
      changes: changed.map(shownOf),
      fingerprint: await digest(
        JSON.stringify([fileDigest, file.sheet.name, layout, project.version, versions]),
      ),
    },
    write: () => write(deps, { slug, role, headed }, changed),
  };
}

function stepIn(step: PlanStep) {
  if (step.before === null) return { create: step.create, number: step.number };
  return { before: stateOf(step.before), change: step.change };
}

function stateOf({ version: _version, ...state }: MilestoneView): MilestoneState {
  return state;
}

function findingAt({ row, columns }: SaidMilestone, path: string, message: Sentence): Finding {
  const [field = "", place] = path.split(".");
  const column = place === undefined ? columns[field] : columns[`municipality/${place}`];
  return { row, column: column ?? null, message };
}

/** Whether the project has room for what is added. */
function roomFindings(
  known: readonly MilestoneView[],
  steps: readonly PlanStep[],
  { plan, headerRow }: { readonly plan: Plan; readonly headerRow: number },
): Finding[] {
  const added = steps.flatMap((step) => (step.before === null ? [step.create] : []));
  const all = [...known, ...added];
  const cells =
    all.filter(({ scope }) => scope === "municipality").length * plan.municipalities.length;
  const at = (message: Sentence): Finding => ({ row: headerRow, column: null, message });
  return [
    ...(all.length > milestonesMax ? [at((say) => say.milestonesFull(milestonesMax))] : []),
    ...(cells > cellsMax ? [at((say) => say.cellsFull(cellsMax))] : []),
  ];
}

type Changed = { readonly step: PlanStep; readonly after: MilestoneState };

const SHOWN = [
  "title",
  "kind",
  "scope",
  "phase",
  "dueOn",
  "description",
  "verification",
  "weight",
  "unit",
  "baseline",
  "goal",
] as const;

function shownOf({ step: { item, before }, after }: Changed): ImportView["changes"][number] {
  const fields = SHOWN.filter((field) => (before ? before[field] : null) !== after[field]);
  const column = item.columns["title"] ?? item.columns["number"] ?? 0;
  const [was, becomes] = [before?.dueOnByMunicipality ?? {}, after.dueOnByMunicipality];
  const codes = [...new Set([...Object.keys(was), ...Object.keys(becomes)])];
  return {
    address: addressOf(item.row, column),
    milestone: after.number,
    title: after.title,
    municipality: null,
    name: "",
    isNew: before === null,
    fields: [
      ...fields
        .map((field) => ({ field, before: before ? before[field] : null, after: after[field] }))
        .filter((one) => one.before !== null || one.after !== ""),
      ...codes
        .filter((code) => was[code] !== becomes[code])
        .map((code) => ({
          field: `municipality/${code}`,
          before: was[code] ?? null,
          after: becomes[code] ?? null,
        })),
    ],
  };
}

type Writing = {
  readonly slug: string;
  readonly role: Decided["role"];
  readonly headed: Awaited<ReturnType<typeof allMilestones>>;
};

/** The facts first, then the milestones, then the plan that the views read. */
async function write(
  deps: Deps,
  { slug, role, headed }: Writing,
  changed: readonly Changed[],
): Promise<Statement[]> {
  const heads = new Map(headed.map(({ milestone, head }) => [milestone.number, head]));
  const facts = await allHappened(
    deps,
    changed.map(({ step: { before }, after }) => ({
      head: heads.get(after.number) ?? null,
      happening: {
        scope: slug,
        subject: `milestone:${slug}:${after.number}`,
        kind: before ? ("milestone.changed" as const) : ("milestone.added" as const),
        role,
        before: before && stateOf(before),
        after,
      },
    })),
  );
  const rows = changed.flatMap(({ after }, index) => {
    const fact = facts[index];
    return fact ? [writeMilestone(deps.db, slug, after, fact)] : [];
  });
  return [failsOnceGranted(slug), ...record(facts), ...rows, refreshBoard(slug)];
}
