import type { DocumentSection } from "../../../contract/document.ts";
import { toldOf, type Told } from "../told.ts";
import { type Block, bullet, heading, paragraph, prose, STYLES } from "./blocks.ts";
import * as figures from "./figures.ts";
import type { Reading } from "./reading.ts";
import * as registers from "./registers.ts";

type Part = {
  /** The kind of section that it belongs to; what no section asks for comes after all of them. */
  readonly kind: DocumentSection["kind"] | null;
  readonly title: string;
  readonly blocks: readonly Block[];
};

/** The sections as the programme orders them, then every figure that none of them shows. */
export function body(reading: Reading): Block[] {
  const { document, language, words } = reading;
  const parts = partsOf(reading).filter(({ blocks }) => blocks.length > 0);
  const sections = toldOf(document, language);
  const first = new Map(sections.toReversed().map(({ kind, key }) => [kind, key]));
  const isShown = ({ kind }: Part) => kind !== null && first.has(kind);
  const left = parts.filter((part) => !isShown(part));
  return [
    ...sections.flatMap((section, index) => [
      heading(1, section.title, index === 0),
      ...sectionBlocks(
        reading,
        section,
        first.get(section.kind) === section.key
          ? parts.filter(({ kind }) => kind === section.kind)
          : [],
      ),
    ]),
    heading(1, words.figures, sections.length === 0),
    ...left.flatMap(({ title, blocks }) => [heading(2, title), ...blocks]),
    ...checking(reading),
  ];
}

function sectionBlocks({ words }: Reading, section: Told, parts: readonly Part[]): Block[] {
  const { guidance, sentences, text } = section;
  const isEmpty = text.trim() === "" && sentences.length === 0 && parts.length === 0;
  return [
    ...(guidance === null ? [] : [paragraph(STYLES.guidance, guidance)]),
    ...(isEmpty ? [paragraph(STYLES.guidance, words.unwritten)] : []),
    ...(sentences.length > 0 ? [paragraph(STYLES.label, words.assembled)] : []),
    ...sentences.map(bullet),
    ...(sentences.length > 0 && text.trim() !== "" ? [paragraph(STYLES.label, words.team)] : []),
    ...prose(text),
    // A section with one part only is called as its part is.
    ...parts.flatMap(({ title: of, blocks }) =>
      parts.length > 1 ? [heading(2, of), ...blocks] : blocks,
    ),
  ];
}

function partsOf(reading: Reading): Part[] {
  const { words } = reading;
  return [
    { kind: "summary", title: words.total, blocks: figures.totalFigures(reading) },
    { kind: "measures", title: words.phases, blocks: figures.milestonesByPhase(reading) },
    { kind: "measures", title: words.municipalities, blocks: figures.municipalityFigures(reading) },
    { kind: "measures", title: words.open, blocks: figures.openCells(reading) },
    { kind: "measures", title: words.changes, blocks: figures.changes(reading) },
    { kind: "indicators", title: words.targets, blocks: registers.targets(reading) },
    { kind: "deviations", title: words.deviations, blocks: registers.deviations(reading) },
    { kind: "risks", title: words.risks, blocks: registers.risks(reading) },
    { kind: "planChanges", title: words.amendments, blocks: registers.amendments(reading) },
    { kind: "costs", title: words.costs, blocks: registers.costs(reading) },
    { kind: null, title: words.evidence, blocks: registers.evidence(reading) },
  ];
}

function checking({ document, fingerprint, words, written }: Reading): Block[] {
  const { retainUntil, retentionBasis } = document.programme;
  return [
    heading(1, words.checking),
    paragraph(null, fingerprint === null ? words.uncheckable : words.checkedAt(document.service)),
    ...(fingerprint === null ? [] : [paragraph(null, `SHA-256 ${fingerprint}`)]),
    paragraph(null, words.editable),
    ...(retainUntil === null
      ? []
      : [paragraph(null, words.retention(written.date(retainUntil), retentionBasis))]),
  ];
}
