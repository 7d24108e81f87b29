import type { DocumentCell, DocumentTarget, ReportDocument } from "../../../contract/document.ts";
import { doneOf } from "../written.ts";
import { element, type Xml } from "../xml.ts";
import { plain, said } from "./narratives.ts";

/** ResultType. A milestone is what the project does, a target what comes of it. */
const RESULTS = { output: "1", outcome: "2" } as const;
/** IndicatorMeasure. */
const MEASURES = { unit: "1", percentage: "2" } as const;

type Milestone = ReportDocument["milestones"][number];

/** Milestones as outputs and targets as outcomes, by number. A value nobody knows is no actual. */
export function resultsOf(document: ReportDocument): Xml[] {
  const cells = Map.groupBy(document.cells, ({ milestone }) => milestone);
  const targets = new Map(document.targets.map((target) => [target.milestone, target]));
  return document.milestones.map((milestone) => {
    const target = targets.get(milestone.number);
    const isTarget = target !== undefined;
    return element(
      "result",
      { type: isTarget ? RESULTS.outcome : RESULTS.output },
      element("title", {}, ...plain(`${milestone.number}. ${milestone.title}`)),
      isTarget
        ? targetIndicator(document, milestone, target)
        : doneIndicator(document, milestone, cells.get(milestone.number) ?? []),
    );
  });
}

/** In how many cells a milestone is done, of those that are counted; of the rest nobody knows. */
function doneIndicator(
  document: ReportDocument,
  milestone: Milestone,
  cells: readonly DocumentCell[],
): Xml {
  const { done, counted } = doneOf(cells);
  const unknown = cells.filter(({ declared }) => declared === "no_data").length;
  return element(
    "indicator",
    { measure: MEASURES.unit, ascending: "true" },
    element(
      "title",
      {},
      ...said((words) => (milestone.scope === "project" ? words.done : words.doneIn)),
    ),
    periodOf(document, milestone, {
      goal: counted > 0 ? counted : null,
      actual: counted > 0 ? done : null,
      unknown,
      // What is unknown is told of all that may still count.
      counted: counted + unknown,
    }),
  );
}

/** The value of a target of the whole project; else in how many municipalities it is reached. */
function targetIndicator(
  document: ReportDocument,
  milestone: Milestone,
  target: DocumentTarget,
): Xml {
  const { unit, baseline, goal, value, reached, counted, unknown } = target;
  if (milestone.scope === "municipality") {
    return element(
      "indicator",
      { measure: MEASURES.unit, ascending: "true" },
      element("title", {}, ...said((words) => words.reachedIn)),
      goal === null
        ? null
        : element(
            "description",
            {},
            ...said((words) => words.goal([goal, unit].filter((part) => part !== null).join(" "))),
          ),
      periodOf(document, milestone, {
        goal: counted > 0 ? counted : null,
        actual: unknown < counted ? reached : null,
        unknown,
        counted,
      }),
    );
  }
  return element(
    "indicator",
    {
      measure: unit === "%" ? MEASURES.percentage : MEASURES.unit,
      ascending: baseline === null || goal === null ? null : String(goal >= baseline),
    },
    element(
      "title",
      {},
      ...said((words) => (unit === null ? words.plainValue : words.value(unit))),
    ),
    baseline === null
      ? null
      : element("baseline", { year: document.project.startsOn.slice(0, 4), value: baseline }),
    periodOf(document, milestone, { goal, actual: value, unknown: 0, counted: 0 }),
  );
}

type Measured = {
  readonly goal: number | null;
  readonly actual: number | null;
  readonly unknown: number;
  readonly counted: number;
};

/** From the beginning of the project to the day by which it is to be so. */
function periodOf(
  { project, date }: ReportDocument,
  { dueOn }: Milestone,
  it: Measured,
): Xml | null {
  if (it.goal === null && it.actual === null) return null;
  const endsOn = dueOn !== null && dueOn >= project.startsOn ? dueOn : project.endsOn;
  return element(
    "period",
    {},
    element("period-start", { "iso-date": project.startsOn }),
    element("period-end", { "iso-date": endsOn }),
    it.goal === null ? null : element("target", { value: it.goal }),
    it.actual === null
      ? null
      : element(
          "actual",
          { value: it.actual },
          element(
            "comment",
            {},
            ...said(({ asOf, unknown }, written) =>
              [
                asOf(written.date(date)),
                ...(it.unknown > 0 ? [unknown(it.unknown, it.counted)] : []),
              ].join(" "),
            ),
          ),
        ),
  );
}
