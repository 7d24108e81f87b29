import { Fragment } from "preact";

const BULLET = /^\s*[-*•–]\s+/;
const NUMBER = /^\s*\d{1,3}[.)]\s+/;

type Kind = "bullet" | "number" | "plain";
type Line = { readonly text: string; readonly at: number };
type Run = { readonly kind: Kind; readonly lines: readonly Line[] };

/** Plain text as it was meant: paragraphs between empty lines, lists of lines that begin as such. */
export function Prose({ text }: { text: string }) {
  return (
    <div class="prose" lang="fi">
      {runsOf(text).map((run) => (
        <Block key={run.lines[0]?.at} {...run} />
      ))}
    </div>
  );
}

/** Lines of one kind after each other; an empty line parts them. */
function runsOf(text: string): Run[] {
  const runs: Run[] = [];
  let isParted = true;
  for (const [at, line] of text.split("\n").entries()) {
    const last = runs.at(-1);
    const kind = kindOf(line);
    const isEmpty = line.trim() === "";
    if (!isEmpty && !isParted && last?.kind === kind) {
      runs.splice(-1, 1, { kind, lines: [...last.lines, { text: line, at }] });
    } else if (!isEmpty) runs.push({ kind, lines: [{ text: line, at }] });
    isParted = isEmpty;
  }
  return runs;
}

function kindOf(line: string): Kind {
  if (BULLET.test(line)) return "bullet";
  return NUMBER.test(line) ? "number" : "plain";
}

function Block({ kind, lines }: Run) {
  if (kind === "plain") {
    return (
      <p>
        {lines.map(({ text, at }) => (
          <Fragment key={at}>
            {at !== lines[0]?.at && <br />}
            {text}
          </Fragment>
        ))}
      </p>
    );
  }
  const List = kind === "bullet" ? "ul" : "ol";
  const mark = kind === "bullet" ? BULLET : NUMBER;
  return (
    <List>
      {lines.map(({ text, at }) => (
        <li key={at}>{text.replace(mark, "")}</li>
      ))}
    </List>
  );
}
