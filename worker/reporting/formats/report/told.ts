import { dateInHelsinki } from "../../../kernel/instant.ts";
import type { Language } from "../../../kernel/language.ts";
import { percentOf } from "../../../kernel/percent.ts";
import { highRiskMin } from "../../../risks/terms.ts";
import type {
  DocumentSection,
  DocumentTarget,
  PlainFigures,
  ReportDocument,
} from "../../contract/document.ts";
import { toldMax } from "../../terms.ts";
import { WORDS } from "../../words/report.ts";

/** What a format of a report is written with, besides the report itself. */
export type Frame = {
  readonly language: Language;
  /** SHA-256 of the canonical JSON; null in a preview of what has not been submitted. */
  readonly fingerprint: string | null;
};

/** A section as it is read: what the service knows, and what the team wrote. */
export type Told = {
  readonly key: string;
  readonly kind: DocumentSection["kind"];
  readonly title: string;
  readonly guidance: string | null;
  /** Put together by the service, in the language of the reader. */
  readonly sentences: readonly string[];
  /** Whether the service knows nothing of it, so that what stands there is the team's alone. */
  readonly isUnknown: boolean;
  /** The team's text, in the language in which it was written; empty where there is none. */
  readonly text: string;
};

/** The sections of a report in their order, in a language. */
export function toldOf(document: ReportDocument, language: Language): Told[] {
  const { kinds } = WORDS[language];
  return document.sections.map(({ key, kind, title, guidance, text }) => {
    const sentences = SENTENCES[kind]?.(document, language) ?? [];
    return {
      key,
      kind,
      title: title?.[language] ?? kinds[kind],
      guidance: guidance?.[language] ?? null,
      sentences,
      isUnknown: sentences.length === 0,
      text,
    };
  });
}

type Tell = (document: ReportDocument, language: Language) => string[];

/** What the service knows of each kind of section; of the others it knows nothing yet. */
const SENTENCES: Readonly<Partial<Record<DocumentSection["kind"], Tell>>> = {
  summary: (document, language) => [
    ...figuresTold(document, language),
    ...changesTold(document, language),
  ],
  measures: measuresTold,
  indicators: (document, language) => {
    const { none } = WORDS[language];
    const told = document.targets.map((target) => targetTold(target, document, language));
    return told.length === 0 ? [none.targets] : shortened(told, language);
  },
  deviations: deviationsTold,
  risks: risksTold,
  planChanges: planChangesTold,
  costs: costsTold,
};

/** Numbers and dates as a language writes them. */
export function writing(language: Language) {
  const { locale } = WORDS[language];
  const numbers = new Intl.NumberFormat(locale, { maximumFractionDigits: 2 });
  const percents = new Intl.NumberFormat(locale, { style: "percent", maximumFractionDigits: 1 });
  const euros = new Intl.NumberFormat(locale, { style: "currency", currency: "EUR" });
  const days = new Intl.DateTimeFormat(locale, { timeZone: "UTC" });
  return {
    number: (value: number) => numbers.format(value),
    percent: (value: number | null) => (value === null ? "–" : percents.format(value / 100)),
    euro: (value: number) => euros.format(value),
    /** A date, `2024-12-31`. */
    day: (date: string) => days.format(new Date(`${date.slice(0, 10)}T00:00:00.000Z`)),
  };
}

function figuresTold({ total, date }: ReportDocument, language: Language): string[] {
  const say = WORDS[language];
  const { number, day } = writing(language);
  const { done, counted } = total;
  if (counted === 0) return [say.nothingCounted(day(date))];
  return [
    say.asOf(day(date), number(done), number(counted), shareOf(total, language)),
    say.late(number(total.late), number(total.atRisk)),
  ];
}

/** The percentage, named as weighted where it is not that of the numbers beside it. */
function shareOf({ done, counted, percent }: PlainFigures, language: Language): string {
  const share = writing(language).percent(percent);
  return percentOf(done, counted) === percent ? share : WORDS[language].weighted(share);
}

/** With a stop at its end, and no second one. */
const ended = (text: string) => (/[.!?…:;]$/.test(text.trim()) ? text.trim() : `${text.trim()}.`);

function measuresTold({ phases, total }: ReportDocument, language: Language): string[] {
  const say = WORDS[language];
  const { number } = writing(language);
  const { noData, cancelled, notApplicable } = total.leftOut;
  const { accepted, submitted, none } = total.evidence;
  if (phases.length === 0) return [say.none.phases];
  return [
    ...phases.map(({ name, figures }) =>
      figures.counted === 0
        ? say.phaseEmpty(name)
        : say.phase(
            name,
            number(figures.done),
            number(figures.counted),
            shareOf(figures, language),
          ),
    ),
    say.leftOut(number(noData), number(cancelled), number(notApplicable)),
    say.evidence(number(accepted), number(submitted), number(none)),
  ];
}

function targetTold(
  { milestone, title, unit, goal, value, reached, counted, unknown }: DocumentTarget,
  { milestones }: ReportDocument,
  language: Language,
): string {
  const say = WORDS[language];
  const { number } = writing(language);
  const isWhole = milestones.find((one) => one.number === milestone)?.scope === "project";
  if (!isWhole) return say.targetPlaces(title, number(reached), number(counted), number(unknown));
  const measured = (amount: number | null) =>
    amount === null ? "–" : [number(amount), unit].filter(Boolean).join(" ");
  return value === null
    ? say.targetUnknown(title, measured(goal))
    : say.target(title, measured(value), measured(goal));
}

function deviationsTold({ deviations }: ReportDocument, language: Language): string[] {
  const say = WORDS[language];
  const { number } = writing(language);
  const open = deviations.filter(({ state }) => state === "open");
  if (open.length === 0) return [say.none.deviations];
  const told = open.map(({ title, effect, correctiveAction }) =>
    say.deviation(
      ended(title),
      ended(effect),
      correctiveAction === "" ? say.noAction : ended(correctiveAction),
    ),
  );
  return [say.openDeviations(number(open.length)), ...shortened(told, language)];
}

function risksTold({ risks }: ReportDocument, language: Language): string[] {
  const say = WORDS[language];
  const { number } = writing(language);
  const open = risks.filter(({ state }) => state === "open");
  if (open.length === 0) return [say.none.risks];
  const high = open.filter(({ level }) => level >= highRiskMin);
  const told = high.map(({ title, level, mitigation }) =>
    say.risk(title, number(level), ended(mitigation)),
  );
  return [say.openRisks(number(open.length), number(high.length)), ...shortened(told, language)];
}

/** Those that were decided in the period of the report; without a period, all. */
function planChangesTold({ amendments, report }: ReportDocument, language: Language): string[] {
  const say = WORDS[language];
  const { number, day } = writing(language);
  const { period } = report;
  const within = amendments.filter(
    ({ decidedOn }) =>
      period === null || (decidedOn >= period.startsOn && decidedOn <= period.endsOn),
  );
  if (within.length === 0) return [period === null ? say.none.planEver : say.none.planChanges];
  const told = within.map((one) =>
    say.planChange(number(one.number), ended(one.title), day(one.decidedOn), ended(one.reason)),
  );
  return [say.planChanges(number(within.length)), ...shortened(told, language)];
}

function costsTold({ budget }: ReportDocument, language: Language): string[] {
  if (budget === null || budget.granted === 0) return [];
  const { percent, euro } = writing(language);
  const { granted, used } = budget;
  return [WORDS[language].budget(percent((used / granted) * 100), euro(used), euro(granted))];
}

/** What moved since the accepted report before, in sentences; empty where there is none. */
export function changesTold({ changes }: ReportDocument, language: Language): string[] {
  if (!changes) return [];
  const { changes: say } = WORDS[language];
  const { number, percent, day } = writing(language);
  const { before, after, kinds, name, since } = changes;
  const head = say.since(name, day(dateInHelsinki(since)));
  return [
    head,
    ...(before
      ? [
          say.percent(percent(before.percent), percent(after.percent)),
          say.done(number(before.done), number(after.done)),
          say.late(number(before.late), number(after.late)),
        ]
      : []),
    ...(kinds.length === 0
      ? [say.nothing]
      : kinds.map(({ kind, count }) => say.moves[kind](number(count)))),
  ];
}

/** At most so many of a list, and how many there are besides. */
function shortened(told: readonly string[], language: Language): string[] {
  if (told.length <= toldMax) return [...told];
  const rest = writing(language).number(told.length - toldMax);
  return [...told.slice(0, toldMax), WORDS[language].more(rest)];
}
