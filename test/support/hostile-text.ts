import type { ReportDocument } from "../../worker/reporting/contract/document.ts";

/** Markup, a formula, controls, half a character, a direction of writing and a joined picture. */
const text = '<w:p>&amp; ]]> =HYPERLINK("x") \u0000\u0008\uFFFE\uD800 \u202E\u{1F469}\u200D "\'';

/** The same report, with text that means ill wherever people write. */
export function hostile(document: ReportDocument): ReportDocument {
  const { report, project, programme, milestones, municipalities, sections } = document;
  return {
    ...document,
    report: { ...report, name: text, message: text },
    project: {
      ...project,
      name: text,
      summary: text,
      leadOrganisation: text,
      grantReference: text,
    },
    programme: { ...programme, name: text, funder: text },
    municipalities: municipalities.map((one) => ({ ...one, nameFi: text, nameSv: text })),
    milestones: milestones.map((one) => ({ ...one, title: text, unit: one.unit && text })),
    sections: sections.map((one) => ({ ...one, text: `${text}\r\n\r\n- ${text}\n\t${text}` })),
  };
}
