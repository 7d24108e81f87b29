import type { ReportDocument } from "../../../contract/document.ts";
import type { Frame } from "../told.ts";
import { element, type Xml, xmlDocument } from "../xml.ts";
import { named, plain, said } from "./narratives.ts";
import { resultsOf } from "./results.ts";

/**
 * IATI 2.03 (iatistandard.org, Activity Standard): one activity with the standard's elements in the
 * standard's order. What the service says is in every language; what people wrote is in the
 * language of the frame, as far as the file can know.
 */
export async function reportIati(document: ReportDocument, frame: Frame): Promise<Uint8Array> {
  const { asOf } = document;
  return xmlDocument(
    element(
      "iati-activities",
      { version: "2.03", "generated-datetime": asOf },
      element(
        "iati-activity",
        { "last-updated-datetime": asOf, "xml:lang": frame.language, "default-currency": "EUR" },
        ...headOf(document, frame),
        ...placesOf(document),
        ...moneyOf(document),
        ...linksOf(document, frame),
        ...resultsOf(document),
      ),
    ),
  );
}

/** OrganisationType: other public sector. */
const PUBLIC_SECTOR = "15";
/** OrganisationRole. */
const ROLES = { funding: "1", implementing: "4" } as const;
/** DescriptionType. */
const DESCRIPTIONS = { general: "1", other: "4" } as const;
/** OtherIdentifierType: other activity identifier. */
const OTHER_IDENTIFIER = "A9";
/** ActivityDateType. */
const DATES = { plannedStart: "1", plannedEnd: "3" } as const;
/** DocumentCategory: results, outcomes and outputs. */
const RESULTS_CATEGORY = "A08";
/** Purpose code of the OECD's DAC (Sector, vocabulary 1): social protection. */
const SOCIAL_PROTECTION = "16010";
/** TransactionType. */
const TRANSACTIONS = { incomingCommitment: "11", expenditure: "4" } as const;

/**
 * Who publishes, as a name that is the service's own and no registered one: whoever sends this to
 * the IATI Registry puts the identifier of their organisation there.
 */
const publisherOf = ({ service }: ReportDocument) => new URL(service).host;

function headOf(document: ReportDocument, { fingerprint }: Frame): Xml[] {
  const { project, programme, report, edition, date } = document;
  const publisher = publisherOf(document);
  const what = said(({ preview, edition: of }, written) =>
    fingerprint === null || edition === null
      ? preview(report.name, written.date(date))
      : of(report.name, edition, written.date(date)),
  );
  const { correction } = report;
  return [
    element("iati-identifier", {}, `${publisher}-${project.slug}`),
    element(
      "reporting-org",
      { ref: publisher, type: PUBLIC_SECTOR },
      ...plain(project.leadOrganisation),
    ),
    element("title", {}, ...plain(project.name)),
    element(
      "description",
      { type: DESCRIPTIONS.general },
      ...plain(project.summary || project.name),
    ),
    element("description", { type: DESCRIPTIONS.other }, ...what),
    ...(correction === null
      ? []
      : [
          element(
            "description",
            { type: DESCRIPTIONS.other },
            ...said((words) => words.correction(correction.edition, correction.reason)),
          ),
        ]),
    element("participating-org", { role: ROLES.funding }, ...plain(programme.funder)),
    element("participating-org", { role: ROLES.implementing }, ...plain(project.leadOrganisation)),
    ...(project.grantReference === null
      ? []
      : [
          element(
            "other-identifier",
            { ref: project.grantReference, type: OTHER_IDENTIFIER },
            element("owner-org", {}, ...plain(programme.funder)),
          ),
        ]),
    element("activity-status", { code: statusOf(document) }),
    element("activity-date", { "iso-date": project.startsOn, type: DATES.plannedStart }),
    element("activity-date", { "iso-date": project.endsOn, type: DATES.plannedEnd }),
  ];
}

/** ActivityStatus: pipeline, implementation, or finalisation, since nothing here says it is closed. */
function statusOf({ date, project }: ReportDocument): string {
  if (date < project.startsOn) return "1";
  return date <= project.endsOn ? "2" : "3";
}

function placesOf({ municipalities }: ReportDocument): Xml[] {
  return [
    element("recipient-country", { code: "FI" }),
    ...municipalities.map(({ code, nameFi, nameSv }) =>
      element(
        "location",
        { ref: code },
        // GeographicLocationReach: where it takes place. GeographicLocationClass: a region.
        element("location-reach", { code: "1" }),
        element("name", {}, ...named({ fi: nameFi, sv: nameSv })),
        element("location-class", { code: "1" }),
      ),
    ),
    element("sector", { vocabulary: "1", code: SOCIAL_PROTECTION }),
  ];
}

/** What was granted and what has been used, where the report says it. */
function moneyOf({ budget, date, programme, project }: ReportDocument): Xml[] {
  if (budget === null) return [];
  const transactions = [
    { type: TRANSACTIONS.incomingCommitment, amount: budget.granted, word: "granted" },
    { type: TRANSACTIONS.expenditure, amount: budget.used, word: "used" },
  ] as const;
  return transactions
    .filter(({ amount }) => amount > 0)
    .map(({ type, amount, word }) =>
      element(
        "transaction",
        {},
        element("transaction-type", { code: type }),
        element("transaction-date", { "iso-date": date }),
        element("value", { currency: "EUR", "value-date": date }, amount.toFixed(2)),
        element("description", {}, ...said((words, written) => words[word](written.date(date)))),
        word === "granted"
          ? element("provider-org", {}, ...plain(programme.funder))
          : element("provider-org", {}, ...plain(project.leadOrganisation)),
        word === "granted" ? element("receiver-org", {}, ...plain(project.leadOrganisation)) : null,
      ),
    );
}

/** Where the report itself is, and what its bytes come to. A preview is nowhere. */
function linksOf(
  { service, project, report, edition, date }: ReportDocument,
  { fingerprint }: Frame,
): Xml[] {
  if (fingerprint === null || edition === null) return [];
  const path = `/api/projects/${encodeURIComponent(project.slug)}/reports/${report.number}/export`;
  return [
    element(
      "document-link",
      { url: `${service}${path}?format=json&edition=${edition}`, format: "application/json" },
      element("title", {}, ...said((words) => words.link(report.name))),
      element("description", {}, ...said((words) => words.fingerprint(fingerprint))),
      element("category", { code: RESULTS_CATEGORY }),
      element("document-date", { "iso-date": date }),
    ),
  ];
}
