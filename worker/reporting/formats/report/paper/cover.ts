import { filled } from "../../../words/pdf/words.ts";
import { drawEmblem } from "./emblem.ts";
import {
  decorate,
  drawLines,
  flow,
  INK,
  LEFT,
  PAGE,
  type Paper,
  RIGHT,
  STYLES,
  tag,
  WIDTH,
  within,
} from "./paper.ts";
import { linesOf, type Style } from "./text.ts";

/** The first page: what this is, of which moment, who paid for it, and how to check it. */
export function writeCover(paper: Paper): void {
  const { report, say, written } = paper;
  decorate(paper, () => {
    paper.doc.rect(0, 0, PAGE.width, 14).fillColor(INK.accent).fill();
  });
  paper.y = 64;
  flow(paper, report.programme.name, STYLES.note);
  paper.y += 34;
  const { period } = report.report;
  flow(paper, period ? say[period.kind] : say.report, STYLES.strong);
  paper.y += 4;
  flow(paper, report.project.name, titleStyle(report.project.name), { tag: "H1" });
  paper.y += 8;
  flow(paper, report.report.name, STYLES.name);
  if (period) {
    const days = `${written.date(period.startsOn)} – ${written.date(period.endsOn)}`;
    flow(paper, `${period.name} (${days})`, STYLES.body);
  }
  paper.y += 16;
  if (paper.frame.fingerprint === null) writePreview(paper);
  writeFacts(paper, factsOf(paper));
  paper.y += 14;
  writeFunding(paper);
  writeFingerprint(paper);
}

const titleStyle = (name: string): Style =>
  name.length > 70 ? { ...STYLES.title, size: 20, leading: 25 } : STYLES.title;

function writePreview(paper: Paper): void {
  const lines = linesOf(paper.type, paper.say.preview, STYLES.warning, WIDTH - 24);
  const height = lines.length * STYLES.warning.leading + 16;
  const { y } = paper;
  decorate(paper, () => {
    paper.doc.roundedRect(LEFT, y, WIDTH, height, 4).fillColor(INK.riskSoft).fill();
  });
  tag(paper, "P", () => drawLines(paper, lines, STYLES.warning, { x: LEFT + 12, y: y + 8 }));
  paper.y += height + 16;
}

type Fact = readonly [label: string, value: string];

function factsOf({ report, say, written }: Paper): Fact[] {
  const { project, programme, report: head } = report;
  const facts: (Fact | null)[] = [
    [say.leadOrganisation, project.leadOrganisation],
    project.grantReference === null ? null : [say.grantReference, project.grantReference],
    [say.funder, programme.funder],
    [say.projectPeriod, `${written.date(project.startsOn)} – ${written.date(project.endsOn)}`],
    head.period && [say.dueOn, written.date(head.period.dueOn)],
    [say.asOf, written.moment(report.asOf)],
    report.edition === null ? null : [say.edition, String(report.edition)],
    head.correction && [
      say.correction,
      filled(say.correctionOf, {
        number: head.correction.number,
        edition: head.correction.edition,
      }),
    ],
    programme.retainUntil === null
      ? null
      : [
          say.retention,
          [written.date(programme.retainUntil), programme.retentionBasis]
            .filter((one) => one !== "")
            .join(", "),
        ],
  ];
  return facts.filter((fact) => fact !== null);
}

/** Labels and values as a table of two columns. */
export function writeFacts(paper: Paper, facts: readonly Fact[]): void {
  const { doc } = paper;
  const labelWidth = 130;
  within(paper, "Table", () => {
    for (const [label, value] of facts) {
      const labels = linesOf(paper.type, label, STYLES.note, labelWidth - 10);
      const values = linesOf(paper.type, value, STYLES.body, WIDTH - labelWidth);
      const height = Math.max(labels.length, values.length) * STYLES.body.leading + 5;
      const { y } = paper;
      decorate(paper, () => {
        doc.moveTo(LEFT, y).lineTo(RIGHT, y).lineWidth(0.5).strokeColor(INK.line).stroke();
      });
      const row = doc.struct("TR");
      paper.parent.add(row);
      row.add(
        doc.struct("TH", { scope: "Row" }, [
          () =>
            drawLines(
              paper,
              labels,
              { ...STYLES.note, leading: STYLES.body.leading },
              {
                x: LEFT,
                y: y + 2.5,
              },
            ),
        ]),
      );
      row.add(
        doc.struct("TD", {}, [
          () => drawLines(paper, values, STYLES.body, { x: LEFT + labelWidth, y: y + 2.5 }),
        ]),
      );
      row.end();
      paper.y += height;
    }
  });
}

const emblemHeight = 44;

function writeFunding(paper: Paper): void {
  const { report, say, frame } = paper;
  const { emblem, visibilityText } = report.programme;
  const text = visibilityText[frame.language];
  if (text === "") return;
  const y = Math.max(paper.y, PAGE.height - 250);
  const isEu = emblem === "eu";
  if (isEu) {
    const width = emblemHeight * 1.5;
    tag(paper, "Figure", () => drawEmblem(paper, LEFT, y, emblemHeight), {
      alt: say.emblem,
      bbox: [LEFT, y, LEFT + width, y + emblemHeight],
    });
  }
  const x = isEu ? LEFT + emblemHeight * 1.5 + 14 : LEFT;
  const style: Style = { ...STYLES.strong, size: 11.5, leading: 15, colour: "#003399" };
  const lines = linesOf(paper.type, text, style, RIGHT - x);
  const height = lines.length * style.leading;
  const top = y + Math.max(0, (emblemHeight - height) / 2);
  tag(paper, "P", () => drawLines(paper, lines, style, { x, y: top }));
  paper.y = y + Math.max(emblemHeight, height) + 18;
}

function writeFingerprint(paper: Paper): void {
  const { frame, report, say, doc } = paper;
  if (frame.fingerprint === null) return;
  const address = `${report.service}/check`;
  flow(paper, say.fingerprint, STYLES.label);
  flow(paper, frame.fingerprint, { ...STYLES.body, size: 9.5 });
  const { y } = paper;
  const line = `${say.checkAt}: `;
  const before = paper.type.widthOf(line, STYLES.body);
  within(paper, "P", () => {
    paper.parent.add(() => drawLines(paper, [line], STYLES.body, { x: LEFT, y }));
    const link = doc.struct("Link");
    paper.parent.add(link);
    const style: Style = { ...STYLES.body, colour: INK.accent };
    const x = LEFT + before;
    link.add(() => drawLines(paper, [paper.type.clean(address)], style, { x, y }));
    doc.link(x, y, paper.type.widthOf(address, style), style.leading, address, {
      structParent: link,
      // The library tells names from texts by this object (ISO 32000-1 § 7.3.4).
      Contents: Object(address) as object,
    });
    link.end();
  });
  paper.y += STYLES.body.leading;
}
