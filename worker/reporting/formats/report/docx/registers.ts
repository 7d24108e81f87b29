import { WORDS as EVIDENCE_WORDS } from "../../../../evidence/words.ts";
import { WORDS as AMENDMENT_WORDS } from "../../../../projects/words/amendments.ts";
import { bandOf } from "../../../../risks/terms.ts";
import { WORDS as RISK_WORDS } from "../../../../risks/words.ts";
import { WORDS as EXPORT_WORDS } from "../../../words/exports.ts";
import { type Block, heading, paragraph, STYLES } from "./blocks.ts";
import { listed } from "./figures.ts";
import type { Reading } from "./reading.ts";
import { facts, table } from "./tables.ts";

export function targets(reading: Reading): Block[] {
  const { document, language, words, written } = reading;
  const { columns } = EXPORT_WORDS[language];
  const wholeProject = new Set(
    document.milestones.filter(({ scope }) => scope === "project").map(({ number }) => number),
  );
  const withUnit = (value: number | null, unit: string | null) =>
    value === null || unit === null ? written.number(value) : `${written.number(value)} ${unit}`;
  return listed(reading, document.targets, (rows) => [
    table({
      name: words.targets,
      columns: [
        { title: columns.milestone, share: 6, isFigure: true },
        { title: columns.title, share: 34 },
        { title: words.fromBaseline, share: 14, isFigure: true },
        { title: columns.goal, share: 14, isFigure: true },
        { title: columns.value, share: 14, isFigure: true },
        { title: words.reached, share: 18, isFigure: true },
      ],
      rows: rows.map(({ milestone, title, unit, baseline, goal, value, ...counts }) => [
        String(milestone),
        title,
        withUnit(baseline, unit),
        withUnit(goal, unit),
        withUnit(value, unit),
        wholeProject.has(milestone)
          ? written.number(null)
          : words.reachedOf(counts.reached, counts.counted, counts.unknown),
      ]),
    }),
  ]);
}

export function deviations(reading: Reading): Block[] {
  const { document, language, written } = reading;
  const { deviationColumns: columns, deviationStates } = RISK_WORDS[language];
  return listed(reading, document.deviations, (rows) =>
    rows.flatMap((deviation) => [
      heading(3, `${deviation.number}. ${deviation.title}`),
      facts(deviation.title, [
        [columns.state, deviationStates[deviation.state]],
        [columns.noticedOn, written.date(deviation.noticedOn)],
        [columns.cause, deviation.cause],
        [columns.effect, deviation.effect],
        [columns.correctiveAction, deviation.correctiveAction],
        [columns.owner, deviation.owner],
        [columns.resolvedOn, deviation.resolvedOn && written.date(deviation.resolvedOn)],
        [columns.risk, deviation.risk === null ? null : String(deviation.risk)],
        [columns.links, linksOf(reading, deviation.links)],
      ]),
    ]),
  );
}

export function risks(reading: Reading): Block[] {
  const { document, language, words, written } = reading;
  const { riskColumns: columns, riskStates, bands } = RISK_WORDS[language];
  return listed(reading, document.risks, (rows) =>
    rows.flatMap((risk) => [
      heading(3, `${risk.number}. ${risk.title}`),
      facts(risk.title, [
        [columns.level, words.riskLevel(risk.level, bands[bandOf(risk.level)])],
        [columns.likelihood, String(risk.likelihood)],
        [columns.significance, String(risk.significance)],
        [columns.state, riskStates[risk.state]],
        [columns.description, risk.description],
        [columns.mitigation, risk.mitigation],
        [columns.owner, risk.owner],
        [columns.reviewedOn, written.date(risk.reviewedOn)],
        [columns.reviewDueOn, written.date(risk.reviewDueOn)],
        [columns.closedBecause, risk.closedBecause],
        [columns.links, linksOf(reading, risk.links)],
      ]),
    ]),
  );
}

type Link = { readonly milestone: number; readonly municipality: string };

const linksOf = ({ placeOf }: Reading, links: readonly Link[]) =>
  links.map(({ milestone, municipality }) => `${milestone} / ${placeOf(municipality)}`).join(", ");

type Named = { readonly number: number; readonly title: string };

const named = (milestones: readonly Named[]) =>
  milestones.map(({ number, title }) => `${number}. ${title}`).join("\n");

/** How the granted plan was changed, amendment by amendment. */
export function amendments(reading: Reading): Block[] {
  const { document, language, words, written } = reading;
  const { columns } = EXPORT_WORDS[language].amendments;
  const { kinds, fields } = AMENDMENT_WORDS[language];
  return listed(reading, document.amendments, (rows) =>
    rows.flatMap((amendment) => [
      heading(3, `${amendment.number}. ${amendment.title}`),
      facts(amendment.title, [
        [columns.decidedOn, written.date(amendment.decidedOn)],
        [columns.reference, amendment.reference],
        [columns.reason, amendment.reason],
      ]),
      ...(amendment.changes.length === 0
        ? []
        : [
            paragraph(STYLES.label, words.changed),
            table({
              name: words.changed,
              columns: [
                { title: columns.kind, share: 18 },
                { title: columns.from, share: 32 },
                { title: columns.into, share: 25 },
                { title: columns.fields, share: 25 },
              ],
              rows: amendment.changes.map((change) => [
                kinds[change.kind],
                named(change.from),
                named(change.into),
                change.fields.map((field) => fields[field]).join(", "),
              ]),
            }),
          ]),
    ]),
  );
}

export function costs({ document, words, written }: Reading): Block[] {
  const { budget } = document;
  if (budget === null) return [];
  const { granted, used } = budget;
  return [
    facts(words.costs, [
      [words.granted, written.euros(granted)],
      [words.used, written.euros(used)],
      [words.left, written.euros(granted - used)],
      [words.usedShare, granted > 0 ? written.percent((used / granted) * 100) : null],
    ]),
  ];
}

/** Each item of evidence, and the fingerprint of its file. */
export function evidence(reading: Reading): Block[] {
  const { document, language, words, written, placeOf } = reading;
  const { columns, kinds, states } = EVIDENCE_WORDS[language];
  return listed(reading, document.evidence, (rows) => [
    table({
      name: words.evidence,
      columns: [
        { title: columns.milestone, share: 6, isFigure: true },
        { title: columns.title, share: 44 },
        { title: EXPORT_WORDS[language].columns.municipalityName, share: 18 },
        { title: columns.kind, share: 16 },
        { title: columns.state, share: 16 },
      ],
      rows: rows.map((item) => [
        String(item.milestone),
        [
          item.title,
          item.fileName === item.title ? null : item.fileName,
          item.url,
          item.digest && `SHA-256 ${item.digest}`,
        ]
          .filter((text) => text !== null && text !== "")
          .join("\n"),
        item.municipalities.map((code) => placeOf(code)).join(", "),
        kinds[item.kind],
        `${states[item.state]}\n${written.date(item.addedOn)}`,
      ]),
    }),
  ]);
}
