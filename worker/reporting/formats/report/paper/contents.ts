import {
  BOTTOM,
  decorate,
  drawLine,
  drawLines,
  fitted,
  INK,
  LEFT,
  PAGE,
  type Paper,
  RIGHT,
  STYLES,
  TOP,
  turn,
  WIDTH,
} from "./paper.ts";
import { linesOf } from "./text.ts";

const leadingMax = 16.5;

/**
 * Keeps the page of the contents free. What it returns writes them, once all pages are known: at
 * most 30 sections and what the report adds to them fit on one page.
 */
export function keepContents(paper: Paper): () => void {
  turn(paper);
  const page = paper.doc.bufferedPageRange().count - 1;
  const { doc } = paper;
  const title = doc.struct("H2");
  const list = doc.struct("TOC");
  paper.parent.add(title);
  paper.parent.add(list);
  paper.y = BOTTOM;
  return () => {
    doc.switchToPage(page);
    const heading = linesOf(paper.type, paper.say.contents, STYLES.part, WIDTH);
    title.add(() => drawLines(paper, heading, STYLES.part, { x: LEFT, y: TOP }));
    title.end();
    let y = TOP + 38;
    const leading = Math.min(leadingMax, (BOTTOM - y) / paper.entries.length);
    for (const { title: name, page: at, name: target } of paper.entries) {
      const number = String(at + 1);
      const top = y;
      const text = fitted(paper, name, STYLES.body, WIDTH - 40);
      const item = doc.struct("TOCI");
      list.add(item);
      const link = doc.struct("Link");
      item.add(link);
      link.add(() => {
        drawLine(paper, `${text} `, STYLES.body, { x: LEFT, y: top });
        drawLine(paper, number, STYLES.body, { x: LEFT, y: top, width: WIDTH, align: "right" });
      });
      doc.goTo(LEFT, top, WIDTH, leading, target, {
        structParent: link,
        // The library tells names from texts by this object (ISO 32000-1 § 7.3.4).
        Contents: Object(`${name}, ${paper.say.page} ${number}`) as object,
      });
      link.end();
      item.end();
      decorate(paper, () => {
        const end = top + leading - 1;
        doc.moveTo(LEFT, end).lineTo(RIGHT, end).lineWidth(0.4).strokeColor(INK.line).stroke();
      });
      y += leading;
    }
    list.end();
  };
}

/** Head, foot and the mark of a preview, on every page, once their number is known. */
export function frameAll(paper: Paper): void {
  const { doc } = paper;
  const { count } = doc.bufferedPageRange();
  for (let page = 0; page < count; page += 1) {
    doc.switchToPage(page);
    decorate(paper, () => drawFrame(paper, page, count), "Pagination");
  }
}

function drawFrame(paper: Paper, page: number, count: number): void {
  const { doc, report, frame, say } = paper;
  const half = WIDTH / 2 - 10;
  if (frame.fingerprint === null) drawMark(paper);
  if (page > 0) {
    const y = 36;
    const project = fitted(paper, report.project.name, STYLES.label, half);
    const edition = report.edition === null ? say.previewMark : `${say.edition} ${report.edition}`;
    const name = fitted(paper, report.report.name, STYLES.label, half - 70);
    drawLine(paper, project, STYLES.label, { x: LEFT, y });
    const right = { x: LEFT, y, width: WIDTH, align: "right" } as const;
    drawLine(paper, `${name} · ${edition}`, STYLES.label, right);
    doc.moveTo(LEFT, 52).lineTo(RIGHT, 52).lineWidth(0.5).strokeColor(INK.line).stroke();
  }
  const y = PAGE.height - 52;
  doc
    .moveTo(LEFT, y - 6)
    .lineTo(RIGHT, y - 6)
    .lineWidth(0.5)
    .strokeColor(INK.line)
    .stroke();
  const seal = frame.fingerprint === null ? say.previewMark : `SHA-256 ${frame.fingerprint}`;
  drawLine(paper, seal, STYLES.tiny, { x: LEFT, y });
  if (frame.fingerprint !== null) {
    const where = `${say.checkAt}: ${report.service}/check`;
    const line = fitted(paper, where, STYLES.tiny, WIDTH - 60);
    drawLine(paper, line, STYLES.tiny, { x: LEFT, y: y + 9 });
  }
  const number = `${page + 1} / ${count}`;
  drawLine(paper, number, STYLES.label, { x: LEFT, y: y + 3, width: WIDTH, align: "right" });
}

/** Across the page, so pale that what is below can be read. */
function drawMark({ doc, say, type }: Paper): void {
  const style = { face: "bold", size: 78 } as const;
  const width = type.widthOf(say.previewMark, style);
  const size = (style.size * Math.min(width, 620)) / width;
  const origin = [PAGE.width / 2, PAGE.height / 2] as const;
  doc.save();
  doc.rotate(-52, { origin });
  doc.font(type.faces.bold).fontSize(size).fillColor(INK.risk).fillOpacity(0.11);
  const x = origin[0] - Math.min(width, 620) / 2;
  doc.text(say.previewMark, x, origin[1], { lineBreak: false, baseline: "middle" });
  doc.restore();
}
