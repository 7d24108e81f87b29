import { element, type Xml } from "../xml.ts";
import { field, paragraph, run, STYLES } from "./blocks.ts";
import { NAMESPACES } from "./names.ts";
import type { Reading } from "./reading.ts";

/**
 * At the top of every page: that it is a preview where it is one, and whose report it is. Each has
 * a line of its own, so that no name turns the other around by the direction of its writing.
 */
export function headerPart({ document, fingerprint, words }: Reading): Xml {
  const { project, report } = document;
  const mark = run(words.preview.toLocaleUpperCase("fi"), { bold: true });
  return element(
    "w:hdr",
    NAMESPACES,
    ...(fingerprint === null ? [paragraph(STYLES.header, mark)] : []),
    paragraph(STYLES.header, run(`${project.name}: ${report.name}`)),
  );
}

/** At the foot of every page: of when it is, which page, and what the report comes to. */
export function footerPart({ document, fingerprint, words, written }: Reading): Xml {
  const { asOf, edition } = document;
  const isPreview = fingerprint === null || edition === null;
  const what = isPreview ? words.preview.toLocaleUpperCase("fi") : words.edition(edition);
  return element(
    "w:ftr",
    NAMESPACES,
    paragraph(
      STYLES.footer,
      run(`${what}. ${words.asOf} ${written.moment(asOf)}\t${words.page} `),
      field("PAGE", "1"),
      run("/"),
      field("NUMPAGES", "1"),
    ),
    paragraph(
      STYLES.footer,
      run(fingerprint === null ? words.previewNotice : `SHA-256 ${fingerprint}`),
    ),
  );
}
