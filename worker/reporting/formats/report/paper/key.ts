import { DECLARED, EVIDENCE, SCHEDULES } from "../../../../progress/terms.ts";
import { WORDS as STATUS } from "../../../../progress/words/status.ts";
import { WORDS as EXPORTS } from "../../../words/exports.ts";
import { flow, heading, type Paper, part, STYLES } from "./paper.ts";
import { table } from "./table.ts";

/** What the words of status mean, and how figures are made. */
export function writeKey(paper: Paper): void {
  const { say, frame } = paper;
  part(paper, say.key, false);
  flow(paper, say.percentRule, STYLES.body);
  paper.y += 6;
  flow(paper, say.figureRule, STYLES.body);
  paper.y += 10;
  const { declared, schedule, evidence } = STATUS[frame.language];
  const { columns } = EXPORTS[frame.language];
  const { meanings } = say;
  writeWords(paper, columns.declared, rowsOf(DECLARED, declared, meanings.declared));
  writeWords(paper, columns.schedule, rowsOf(SCHEDULES, schedule, meanings.schedule));
  writeWords(paper, columns.evidence, rowsOf(EVIDENCE, evidence, meanings.evidence));
  if (paper.type.hasReplaced()) flow(paper, say.replaced, STYLES.note);
}

function rowsOf<Code extends string>(
  codes: readonly Code[],
  names: Readonly<Record<Code, string>>,
  meanings: Readonly<Record<Code, string>>,
): string[][] {
  return codes.map((code) => [names[code], meanings[code]]);
}

function writeWords(paper: Paper, title: string, rows: readonly (readonly string[])[]): void {
  heading(paper, title, 110);
  const columns = [
    { title: paper.say.word, share: 1.4, isHead: true },
    { title: paper.say.means, share: 4 },
  ];
  table(paper, { columns, rows });
}
