import * as z from "zod";
import { date, text } from "../../kernel/shapes.ts";
import {
  amendmentChangesMax,
  milestonesMax,
  nameLengthMax,
  PLANNED_OF_MILESTONE,
  PLANNED_OF_PROJECT,
  planVersionMax,
  textLengthMax,
} from "../terms.ts";
import { AmendmentView, CreateMilestone, MilestoneChange } from "./plan.ts";
import { ChangeProject } from "./projects.ts";

export const GrantPlan = z
  .strictObject({
    grantedOn: date.meta({ description: "The date of the decision" }),
    reason: text(textLengthMax).optional(),
  })
  .meta({ id: "GrantPlan" });
export type GrantPlan = z.output<typeof GrantPlan>;

/** A milestone as its writer knew it: what has changed since is refused as stale. */
const known = {
  number: z.number().int().min(1).max(milestonesMax),
  version: z.number().int().min(1).max(planVersionMax),
};

const several = <Item extends z.ZodType>(item: Item) =>
  z.array(item).min(2).max(amendmentChangesMax);

const PlanOfProject = ChangeProject.pick({
  startsOn: true,
  endsOn: true,
  phases: true,
  municipalities: true,
});

const Change = z
  .discriminatedUnion("kind", [
    z.strictObject({ kind: z.literal("add"), into: CreateMilestone }),
    z.strictObject({ kind: z.literal("change"), ...known, set: MilestoneChange }),
    z.strictObject({ kind: z.literal("cancel"), ...known }),
    z.strictObject({ kind: z.literal("supersede"), ...known, into: CreateMilestone }),
    z.strictObject({
      kind: z.literal("merge"),
      from: several(z.strictObject(known)),
      into: CreateMilestone,
    }),
    z.strictObject({ kind: z.literal("split"), ...known, into: several(CreateMilestone) }),
    z.strictObject({ kind: z.literal("project"), version: known.version, set: PlanOfProject }),
  ])
  .meta({ id: "AmendmentChange" });
export type Change = z.output<typeof Change>;

export const CreateAmendment = z
  .strictObject({
    title: text(nameLengthMax),
    reason: text(textLengthMax),
    reference: text(nameLengthMax)
      .nullable()
      .default(null)
      .meta({ description: "Of the decision, for instance" }),
    decidedOn: date,
    changes: z.array(Change).min(1).max(amendmentChangesMax),
  })
  .meta({ id: "CreateAmendment" });
export type CreateAmendment = z.output<typeof CreateAmendment>;

/** One field that an amendment changed. `milestone` is null where it is the project's. */
const Difference = z.object({
  milestone: z.number().int().nullable(),
  field: z.enum([...PLANNED_OF_MILESTONE, ...PLANNED_OF_PROJECT]),
  before: z.unknown().meta({ description: "In the shape that the field has" }),
  after: z.unknown(),
});
export type Difference = z.infer<typeof Difference>;

export const AmendmentDetail = z
  .object({ ...AmendmentView.shape, differences: z.array(Difference) })
  .meta({ id: "AmendmentDetail" });
export type AmendmentDetail = z.infer<typeof AmendmentDetail>;
