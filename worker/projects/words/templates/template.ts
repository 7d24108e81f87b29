import type { Language } from "../../../kernel/language.ts";
import type { EvidenceKind, MilestoneKind, Scope } from "../../terms.ts";

/** A text in every language. */
export type Told = Readonly<Record<Language, string>>;

/** A plan that comes with the service. */
export type Template = {
  readonly name: Told;
  readonly summary: Told;
  readonly phases: readonly Told[];
  readonly milestones: readonly {
    readonly phase: number;
    readonly kind: MilestoneKind;
    readonly scope: Scope;
    readonly title: Told;
    readonly verification: Told;
    /** Where in its phase it falls due: 0 at its beginning, 1 at its end. */
    readonly share: number;
    readonly weight: number;
    readonly unit: Told | null;
    readonly baseline: number | null;
    readonly goal: number | null;
    readonly evidenceKinds: readonly EvidenceKind[];
    /** The milestone, by its place in the list from 1, whose municipalities are counted. */
    readonly counts: number | null;
  }[];
};

type Planned = Template["milestones"][number];
type Least = Pick<Planned, "phase" | "title" | "verification" | "share"> & Partial<Planned>;

/** A milestone with what goes without saying. */
export const milestone = (told: Least): Planned => ({
  kind: "milestone",
  scope: "municipality",
  weight: 1,
  unit: null,
  baseline: null,
  goal: null,
  evidenceKinds: [],
  counts: null,
  ...told,
});

/** The same with a measure. */
export const target = (told: Least & Pick<Planned, "unit" | "goal">): Planned =>
  milestone({ kind: "target", baseline: 0, ...told });
