import type { ReportDocument } from "../../../contract/document.ts";
import { WORDS } from "../../../words/report.ts";
import { element, type Xml } from "../xml.ts";
import { EXTENDED, NAMESPACES, PACKAGE, RELATIONSHIPS, WORDPROCESSING } from "./names.ts";
import type { Reading } from "./reading.ts";

/** The relationship by which the document finds the emblem. */
export const EMBLEM = "rId5";

const kinds = "application/vnd.openxmlformats-officedocument.wordprocessingml";
const CORE = "application/vnd.openxmlformats-package.core-properties+xml";

const override = (part: string, type: string) =>
  element("Override", { PartName: `/${part}`, ContentType: type });

/** What kind of thing each part of the package is. */
export function contentTypes(): Xml {
  return element(
    "Types",
    { xmlns: `${PACKAGE}/content-types` },
    element("Default", {
      Extension: "rels",
      ContentType: "application/vnd.openxmlformats-package.relationships+xml",
    }),
    element("Default", { Extension: "xml", ContentType: "application/xml" }),
    element("Default", { Extension: "png", ContentType: "image/png" }),
    override("word/document.xml", `${kinds}.document.main+xml`),
    override("word/styles.xml", `${kinds}.styles+xml`),
    override("word/numbering.xml", `${kinds}.numbering+xml`),
    override("word/settings.xml", `${kinds}.settings+xml`),
    override("word/header1.xml", `${kinds}.header+xml`),
    override("word/footer1.xml", `${kinds}.footer+xml`),
    override("docProps/core.xml", CORE),
    override(
      "docProps/app.xml",
      "application/vnd.openxmlformats-officedocument.extended-properties+xml",
    ),
  );
}

const relationships = (...related: readonly (readonly [type: string, target: string])[]): Xml =>
  element(
    "Relationships",
    { xmlns: `${PACKAGE}/relationships` },
    ...related.map(([type, target], index) =>
      element("Relationship", {
        Id: `rId${index + 1}`,
        Type: type.startsWith("http") ? type : `${RELATIONSHIPS}/${type}`,
        Target: target,
      }),
    ),
  );

export function packageRelationships(): Xml {
  return relationships(
    ["officeDocument", "word/document.xml"],
    [`${PACKAGE}/relationships/metadata/core-properties`, "docProps/core.xml"],
    ["extended-properties", "docProps/app.xml"],
  );
}

/** In an order that `EMBLEM`, `header` and `footer` below count by. */
export function documentRelationships({ programme }: ReportDocument): Xml {
  return relationships(
    ["styles", "styles.xml"],
    ["numbering", "numbering.xml"],
    ["header", "header1.xml"],
    ["footer", "footer1.xml"],
    ...(programme.emblem === "eu" ? [["image", "media/emblem.png"] as const] : []),
    ["settings", "settings.xml"],
  );
}

/** The whole text on A4 with two centimetres around it. */
export function documentPart(blocks: readonly Xml[]): Xml {
  return element(
    "w:document",
    NAMESPACES,
    element(
      "w:body",
      {},
      ...blocks,
      element(
        "w:sectPr",
        {},
        element("w:headerReference", { "w:type": "default", "r:id": "rId3" }),
        element("w:footerReference", { "w:type": "default", "r:id": "rId4" }),
        element("w:pgSz", { "w:w": 11906, "w:h": 16838 }),
        element("w:pgMar", {
          "w:top": 1361,
          "w:right": 1134,
          "w:bottom": 1361,
          "w:left": 1134,
          "w:header": 624,
          "w:footer": 567,
          "w:gutter": 0,
        }),
      ),
    ),
  );
}

export function settingsPart({ language }: Reading): Xml {
  return element(
    "w:settings",
    { "xmlns:w": WORDPROCESSING },
    element("w:zoom", { "w:percent": 100 }),
    element("w:defaultTabStop", { "w:val": 709 }),
    element(
      "w:compat",
      {},
      // As Word 2013 and later lay it out; else it opens in a mode for older files.
      element("w:compatSetting", {
        "w:name": "compatibilityMode",
        "w:uri": "http://schemas.microsoft.com/office/word",
        "w:val": 15,
      }),
    ),
    element("w:themeFontLang", { "w:val": WORDS[language].locale }),
    element("w:decimalSymbol", { "w:val": language === "en" ? "." : "," }),
    element("w:listSeparator", { "w:val": language === "en" ? "," : ";" }),
  );
}

/** What the file says of itself. Its dates are those of the figures, so the same is the same. */
export function corePart({ document, language, fingerprint, words }: Reading): Xml {
  const { report, project, programme, edition } = document;
  const moment = { "xsi:type": "dcterms:W3CDTF" };
  const isPreview = fingerprint === null || edition === null;
  return element(
    "cp:coreProperties",
    {
      "xmlns:cp": `${PACKAGE}/metadata/core-properties`,
      "xmlns:dc": "http://purl.org/dc/elements/1.1/",
      "xmlns:dcterms": "http://purl.org/dc/terms/",
      "xmlns:xsi": "http://www.w3.org/2001/XMLSchema-instance",
    },
    element("dc:title", {}, `${project.name}: ${report.name}`),
    element("dc:subject", {}, programme.name),
    element("dc:creator", {}, project.leadOrganisation),
    element("dc:description", {}, programme.visibilityText[language]),
    fingerprint === null ? null : element("dc:identifier", {}, `SHA-256 ${fingerprint}`),
    element("dc:language", {}, WORDS[language].locale),
    element("dcterms:created", moment, document.asOf),
    element("dcterms:modified", moment, document.asOf),
    element("cp:contentStatus", {}, isPreview ? words.preview : words.edition(edition)),
  );
}

export function applicationPart(): Xml {
  return element("Properties", { xmlns: EXTENDED }, element("Application", {}, "Etappi"));
}
