import { ATTENTION } from "../../../worker/progress/terms.ts";
import { plural, showDay, showNumber, showPercent } from "../../shared/i18n.ts";
import { dueWithin, targetsOf } from "../steering/figures.ts";
import { findingOf, targetsFinding } from "../steering/finding.ts";
import { aheadDays } from "../steering/terms.ts";
import type { Since, Standing } from "../steering/use-steering.ts";
import { words as steering } from "../steering/words.ts";
import type { Part } from "./terms.ts";
import type { Register } from "./use-register.ts";
import { words } from "./words.ts";

export type Found = {
  readonly standing: Standing;
  readonly since: Since;
  /** Undefined until it has been read. */
  readonly register: Register | undefined;
};

/** What a part has found, in a line. */
export function foundIn(part: Part, { standing, since, register }: Found): string {
  const say = steering.value;
  switch (part) {
    case "overview":
      return findingOf(standing);
    case "matrix":
      return matrixFinding(standing);
    case "attention":
      return attentionFinding(standing);
    case "changes":
      return changesFinding(since);
    case "targets":
      return targetsFinding(targetsOf(standing.matrix));
    case "risks":
      return riskFinding(register);
    case "dates": {
      const due = dueWithin(standing.matrix, standing.day, aheadDays);
      return due.length === 0 ? say.noSteps : plural(due.length, say.steps);
    }
  }
}

function matrixFinding({ summary }: Standing): string {
  const { done, counted, leftOut } = summary.total.explanation;
  return steering.value.counted(showNumber(done), showNumber(counted), showNumber(leftOut.noData));
}

function attentionFinding({ attention: { counts } }: Standing): string {
  const all = ATTENTION.reduce((sum, kind) => sum + counts[kind], 0);
  return all === 0 ? steering.value.calm : plural(all, steering.value.attention);
}

function changesFinding({ changes: { data } }: Since): string {
  if (!data) return "";
  const say = steering.value;
  const { before, after } = data;
  const percent = before
    ? `, ${showPercent(before.percent)} → ${showPercent(after.percent)} ${say.done}`
    : "";
  return data.moved === 0
    ? say.unmoved
    : `${say.changed(plural(data.moved, say.moved), showDay(data.since))}${percent}`;
}

function riskFinding(register: Found["register"]): string {
  if (!register) return "";
  const say = words.value;
  const { risks, deviations } = register;
  return [
    plural(risks.length, say.risksFound),
    plural(deviations.length, say.deviationsFound),
  ].join(", ");
}
