import type { CellChange } from "../../worker/progress/contract/progress.ts";
import type { CreateAmendment, GrantPlan } from "../../worker/projects/contract/amendments.ts";
import type { CreateMilestone } from "../../worker/projects/contract/plan.ts";
import type { CreateProgramme } from "../../worker/projects/contract/programmes.ts";
import type { CreateProject } from "../../worker/projects/contract/projects.ts";
import type {
  AcceptReport,
  CreateReport,
  ReturnReport,
} from "../../worker/reporting/contract/reports.ts";
import type {
  ChangeDeviation,
  ChangeRisk,
  CreateDeviation,
  CreateRisk,
} from "../../worker/risks/contract.ts";

/** A cell as one person declares it: the body of a PATCH, and where it belongs. */
export type StoryCell = CellChange & {
  readonly milestone: number;
  /** A municipality's 3-digit code, or `all` for a milestone of the whole project. */
  readonly municipality: string;
};

/** One sitting of one person: everything in it is written at once, at that moment. */
export type StoryUpdate = {
  /** An instant, UTC with milliseconds. */
  readonly at: string;
  /** `lead`, or `contact-837` for a municipality's contact person. */
  readonly by: string;
  readonly cells: readonly StoryCell[];
};

/** The risks and deviations of a project, each with what became of it, in the order of time. */
export type RegisterStory = {
  readonly risks: readonly {
    readonly at: string;
    readonly risk: CreateRisk;
    readonly changes: readonly { readonly at: string; readonly change: ChangeRisk }[];
  }[];
  readonly deviations: readonly {
    readonly at: string;
    readonly deviation: CreateDeviation;
    readonly changes: readonly { readonly at: string; readonly change: ChangeDeviation }[];
  }[];
};

/** A thread on a milestone: what was said, first to last, and when it was resolved, if it was. */
export type ThreadStory = {
  readonly milestone: number;
  /** Where it is about one municipality: its 3-digit code. */
  readonly municipality?: string;
  readonly said: readonly { readonly at: string; readonly by: string; readonly text: string }[];
  readonly resolved?: { readonly at: string; readonly by: string };
};

/** A report to the funder: when it was begun, what was written, and how far it has come. */
export type ReportStory = {
  readonly at: string;
  readonly report: CreateReport;
  /** By the keys of sections. */
  readonly texts: Readonly<Record<string, string>>;
  readonly submitted?: string;
  readonly accepted?: { readonly at: string; readonly said: AcceptReport };
  readonly returned?: { readonly at: string; readonly said: ReturnReport };
};

export type ProjectStory = {
  /** When the project was entered into the system. */
  readonly at: string;
  readonly project: CreateProject & Named;
  readonly milestones: readonly CreateMilestone[];
  /** When the plan was granted, and what changed it since, in the order of time. */
  readonly grant?: { readonly at: string; readonly grant: GrantPlan };
  readonly amendments?: readonly { readonly at: string; readonly amendment: CreateAmendment }[];
  /** In the order of time. At most 500 cells in one update. */
  readonly updates: readonly StoryUpdate[];
  readonly register?: RegisterStory;
};

export type ProgrammeStory = { readonly at: string; readonly programme: CreateProgramme };

/** A story names what the service would otherwise choose. */
type Named = { readonly slug: string; readonly municipalities: readonly string[] };
