import { WORDS as EXPORT_WORDS } from "../../../words/exports.ts";
import { type Block, heading, paragraph, prose, run, STYLES } from "./blocks.ts";
import { picture } from "./emblem.ts";
import { EMBLEM } from "./package.ts";
import type { Reading } from "./reading.ts";
import { facts } from "./tables.ts";

/** Who paid, what this is, of when, and what it comes to. */
export function cover(reading: Reading): Block[] {
  const { document, language, words } = reading;
  const { programme, project, report } = document;
  const hasEmblem = programme.emblem === "eu";
  return [
    ...(hasEmblem ? [paragraph(null, picture(EMBLEM, words.emblem))] : []),
    paragraph(STYLES.label, programme.visibilityText[language]),
    paragraph(STYLES.title, report.name),
    paragraph(STYLES.subtitle, project.name),
    ...notices(reading),
    ...identity(reading),
    ...(report.message.trim() === "" ? [] : [heading(1, words.message), ...prose(report.message)]),
  ];
}

function notices({ document, fingerprint, words, written }: Reading): Block[] {
  const { correction } = document.report;
  return [
    ...(fingerprint === null
      ? [
          paragraph(
            STYLES.notice,
            run(`${words.preview}. `, { bold: true }),
            run(words.previewNotice),
          ),
        ]
      : []),
    ...(correction === null
      ? []
      : [
          paragraph(
            STYLES.notice,
            run(
              `${words.corrected(correction.number, correction.edition, written.moment(correction.at))}: `,
              { bold: true },
            ),
            run(correction.reason),
          ),
        ]),
  ];
}

function identity({ document, language, fingerprint, words, written }: Reading): Block[] {
  const { programme, project, report, edition } = document;
  const { about } = EXPORT_WORDS[language];
  const { period } = report;
  return [
    facts(words.report, [
      [about.programme, programme.name],
      [about.funder, programme.funder],
      [about.leadOrganisation, project.leadOrganisation],
      [about.grantReference, project.grantReference],
      [about.period, written.dates(project.startsOn, project.endsOn)],
      [words.number, String(report.number)],
      [words.period, period && `${period.name} (${written.dates(period.startsOn, period.endsOn)})`],
      [words.dueOn, period && written.date(period.dueOn)],
      [words.asOf, written.moment(document.asOf)],
      [
        words.report,
        fingerprint === null || edition === null ? words.preview : words.edition(edition),
      ],
      [words.fingerprint, fingerprint],
    ]),
  ];
}
