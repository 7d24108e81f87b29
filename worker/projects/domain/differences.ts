import { canonical } from "../../kernel/canonical.ts";
import type { Difference } from "../contract/amendments.ts";
import { PLANNED_OF_MILESTONE, PLANNED_OF_PROJECT } from "../terms.ts";

/** The fields, of those named, in which two states differ. */
export function differing<Field extends string>(
  before: Readonly<Record<Field, unknown>>,
  after: Readonly<Record<Field, unknown>>,
  fields: readonly Field[],
): Field[] {
  return fields.filter((field) => canonical(before[field]) !== canonical(after[field]));
}

type Told = {
  readonly subject: string;
  readonly before: Readonly<Record<string, unknown>> | null;
  readonly after: Readonly<Record<string, unknown>>;
};

/** What was changed field by field, from the facts of one amendment. What is new has no before. */
export function differencesIn(told: readonly Told[]): Difference[] {
  return told.flatMap(({ subject, before, after }): Difference[] => {
    if (before === null) return [];
    const isProject = subject.startsWith("project:");
    const milestone = isProject ? null : Number(subject.split(":").at(-1));
    const fields = isProject ? PLANNED_OF_PROJECT : PLANNED_OF_MILESTONE;
    return differing<Difference["field"]>(before, after, fields).map((field) => ({
      milestone,
      field,
      before: before[field] ?? null,
      after: after[field] ?? null,
    }));
  });
}
