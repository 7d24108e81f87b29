import type { ComponentChildren } from "preact";

const BULLET = /^\s*[-*•–]\s+/;
const NUMBER = /^\s*\d{1,3}[.)]\s+/;

type Kind = "bullet" | "number" | "plain";

/** Plain text as it was meant: paragraphs between empty lines, lists of lines that begin as such. */
export function Prose({ text }: { text: string }) {
  const blocks = text.split(/\n\s*\n/).flatMap((block) => runsOf(block));
  return (
    <div class="prose" lang="fi">
      {blocks.map((run, index) => (
        <Block key={index} {...run} />
      ))}
    </div>
  );
}

type Run = { readonly kind: Kind; readonly lines: readonly string[] };

function kindOf(line: string): Kind {
  if (BULLET.test(line)) return "bullet";
  return NUMBER.test(line) ? "number" : "plain";
}

/** Lines of one kind after each other. */
function runsOf(block: string): Run[] {
  const runs: Run[] = [];
  for (const line of block.split("\n").filter((one) => one.trim() !== "")) {
    const kind = kindOf(line);
    const last = runs.at(-1);
    if (last?.kind === kind) runs.splice(-1, 1, { kind, lines: [...last.lines, line] });
    else runs.push({ kind, lines: [line] });
  }
  return runs;
}

function Block({ kind, lines }: Run) {
  if (kind === "plain") {
    return (
      <p>
        {lines.flatMap((line, index): ComponentChildren[] =>
          index === 0 ? [line] : [<br key={index} />, line],
        )}
      </p>
    );
  }
  const List = kind === "bullet" ? "ul" : "ol";
  const mark = kind === "bullet" ? BULLET : NUMBER;
  return (
    <List>
      {lines.map((line, index) => (
        <li key={index}>{line.replace(mark, "")}</li>
      ))}
    </List>
  );
}
