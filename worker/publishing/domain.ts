import { dateInHelsinki } from "../kernel/instant.ts";
import type { MatrixView, SummaryView } from "../progress/contract/progress.ts";
import { isOpen, reachOf, standingOf } from "../progress/terms.ts";
import type { Publication } from "../projects/contract/projects.ts";
import { type PublicPart, WHOLE_PROJECT } from "../projects/terms.ts";
import type { PublicProject, PublicProjectHead } from "./contract.ts";
import { LICENCE, nextDatesMax } from "./terms.ts";

/** What a public page is made of: a project's views of now, and what was chosen of them. */
export type Published = {
  readonly publication: Publication;
  readonly matrix: MatrixView;
  readonly summary: SummaryView;
  /** In the language of the reader. */
  readonly fundingText: string;
};

/**
 * What anybody may read of a project: its head, and of the rest what was chosen. It is put
 * together field by field, so that what is new inside stays inside until somebody decides.
 */
export function publicProject(published: Published): PublicProject {
  const { publication, matrix } = published;
  const chosen = <Part>(part: PublicPart, make: () => Part) =>
    publication.parts.includes(part) ? make() : null;
  return {
    ...headOf(published),
    contactRole: publication.contactRole,
    summary: chosen("summary", () => publication.summary) || null,
    progress: chosen("progress", () => progressOf(published)),
    municipalities: chosen("municipalities", () => municipalitiesOf(published)),
    targets: chosen("targets", () => targetsOf(matrix)),
    dates: chosen("dates", () => datesOf(matrix)),
    licence: LICENCE,
  };
}

/** The line of a project in the list of what is public. */
export function publicProjectHead(published: Published): PublicProjectHead {
  const isShown = published.publication.parts.includes("progress");
  return {
    ...headOf(published),
    percent: isShown ? published.summary.total.percent : null,
    phases: isShown ? phasesOf(published.summary) : null,
  };
}

function headOf({ publication, matrix, fundingText }: Published) {
  const { slug, name, startsOn, endsOn, stage } = matrix.project;
  const { name: programme, funder, emblem } = publication.programme;
  return {
    slug,
    name,
    date: dateInHelsinki(matrix.asOf),
    programme: { name: programme, funder, fundingText, emblem },
    leadOrganisation: publication.leadOrganisation,
    startsOn,
    endsOn,
    stage,
  };
}

function progressOf({ matrix, summary }: Published): NonNullable<PublicProject["progress"]> {
  const { percent, late, explanation, lastConfirmedAt } = summary.total;
  const { formula, done, counted, leftOut } = explanation;
  return {
    percent,
    formula,
    done,
    counted,
    late,
    leftOut,
    municipalities: summary.municipalities.length,
    milestones: matrix.milestones.length,
    confirmedOn: lastConfirmedAt === null ? null : dateInHelsinki(lastConfirmedAt),
    phases: phasesOf(summary),
  };
}

const phasesOf = ({ phases }: SummaryView) =>
  phases.map(({ number, name, startsOn, endsOn, percent, explanation }) => ({
    number,
    name,
    startsOn,
    endsOn,
    percent,
    noData: explanation.leftOut.noData,
  }));

function municipalitiesOf({ matrix, summary }: Published) {
  const places = new Map(matrix.municipalities.map((one) => [one.code, one]));
  return summary.municipalities.map(({ municipality, name, percent, late, explanation }) => ({
    code: municipality,
    name,
    tileColumn: places.get(municipality)?.tileColumn ?? null,
    tileRow: places.get(municipality)?.tileRow ?? null,
    percent,
    done: explanation.done,
    counted: explanation.counted,
    noData: explanation.leftOut.noData,
    late,
  }));
}

/** Values of municipalities are not added up: they may be shares, or count the same people. */
function targetsOf({ milestones, cells }: MatrixView) {
  return milestones
    .filter(({ kind }) => kind === "target")
    .map(({ number, title, scope, unit, baseline, goal, dueOn }) => {
      const own = standingOf(cells.filter(({ milestone }) => milestone === number)).counting;
      const { reached, counted, unknown } = reachOf({ baseline, goal }, own);
      const whole = own.find(({ municipality }) => municipality === WHOLE_PROJECT);
      return {
        number,
        title,
        scope,
        unit,
        baseline,
        goal,
        value: whole?.value ?? null,
        dueOn,
        reached,
        places: counted,
        unknown,
      };
    });
}

/** What falls due next: each milestone once, on its next date on which it is open somewhere. */
function datesOf({ asOf, milestones, cells }: MatrixView) {
  const today = dateInHelsinki(asOf);
  const coming = cells.flatMap(({ milestone, declared, dueOn }) =>
    isOpen(declared) && dueOn !== null && dueOn >= today ? [{ milestone, dueOn }] : [],
  );
  return milestones
    .flatMap(({ number, title }) => {
      const own = coming.filter(({ milestone }) => milestone === number);
      const [first] = own.map(({ dueOn }) => dueOn).toSorted();
      if (first === undefined) return [];
      return [{ number, title, dueOn: first, open: own.filter((o) => o.dueOn === first).length }];
    })
    .toSorted((a, b) => a.dueOn.localeCompare(b.dueOn) || a.number - b.number)
    .slice(0, nextDatesMax);
}
