import type { ReportSectionKind } from "../../../../projects/terms.ts";
import { toldOf } from "../told.ts";
import { writeAmendments, writeDeviations, writeRisks, writeTargets } from "./lists.ts";
import {
  decorate,
  drawLine,
  flow,
  INK,
  LEFT,
  need,
  type Paper,
  part,
  STYLES,
  within,
} from "./paper.ts";
import { writePlan } from "./plan.ts";
import { blocksOf } from "./text.ts";

/** What the report knows of a kind of section stands right below what was written of it. */
const LISTS: Readonly<Partial<Record<ReportSectionKind, (paper: Paper) => void>>> = {
  measures: writePlan,
  indicators: writeTargets,
  deviations: writeDeviations,
  risks: writeRisks,
  planChanges: writeAmendments,
};

/** The programme's sections, each with its list; lists that no section asks for come after them. */
export function writeSections(paper: Paper): void {
  const listed = new Set<ReportSectionKind>();
  toldOf(paper.report, paper.frame.language).forEach((told, index) => {
    part(paper, told.title, index === 0);
    if (told.guidance !== null) {
      flow(paper, `${paper.say.guidance}: ${told.guidance}`, STYLES.note);
      paper.y += 6;
    }
    for (const sentence of told.sentences) flow(paper, sentence, STYLES.body);
    if (told.sentences.length > 0) paper.y += 8;
    if (told.text === "") writeUnwritten(paper);
    else writeText(paper, told.text);
    const list = LISTS[told.kind];
    if (list && !listed.has(told.kind)) {
      listed.add(told.kind);
      paper.y += 8;
      // That there is nothing of it has been said already.
      if (told.isUnknown || !isEmpty(paper, told.kind)) list(paper);
    }
  });
  for (const kind of ["measures", "indicators", "deviations", "risks", "planChanges"] as const) {
    if (listed.has(kind)) continue;
    part(paper, titleOf(paper, kind), false);
    LISTS[kind]?.(paper);
  }
}

function isEmpty({ report }: Paper, kind: ReportSectionKind): boolean {
  const { targets, deviations, risks, amendments } = report;
  const lists: Readonly<Partial<Record<ReportSectionKind, readonly unknown[]>>> = {
    indicators: targets,
    deviations,
    risks,
    planChanges: amendments,
  };
  return lists[kind]?.length === 0;
}

function titleOf({ say, frame, report }: Paper, kind: ReportSectionKind): string {
  const sections = [{ key: kind, kind, title: null, guidance: null, required: false, text: "" }];
  return toldOf({ ...report, sections }, frame.language)[0]?.title ?? say.contents;
}

/** What people wrote: its paragraphs, and its lists as lists. */
export function writeText(paper: Paper, text: string): void {
  for (const block of blocksOf(text)) {
    if (block.kind === "paragraph") {
      flow(paper, block.text, STYLES.body);
      paper.y += 6;
      continue;
    }
    within(paper, "L", () => {
      for (const { mark, text: item } of block.items) {
        flowItem(paper, mark, item);
      }
    });
    paper.y += 6;
  }
}

function flowItem(paper: Paper, mark: string, item: string): void {
  // The mark stands on the page on which its item begins.
  need(paper, 2 * STYLES.body.leading);
  within(paper, "LI", () => {
    const label = paper.doc.struct("Lbl");
    paper.parent.add(label);
    const { y } = paper;
    label.add(() => drawLine(paper, mark, STYLES.body, { x: LEFT + 4, y }));
    label.end();
    flow(paper, item, STYLES.body, { x: LEFT + 22, tag: "LBody" });
  });
}

function writeUnwritten(paper: Paper): void {
  const { y } = paper;
  decorate(paper, () => {
    paper.doc.rect(LEFT, y, 2.5, STYLES.warning.leading).fillColor(INK.risk).fill();
  });
  flow(paper, paper.say.unwritten, STYLES.warning, { x: LEFT + 10 });
  paper.y += 6;
}
