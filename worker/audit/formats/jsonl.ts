import { digest } from "../../kernel/digest.ts";
import type { FactRow, FactsHeader } from "../contract/history.ts";

/**
 * Facts as lines of JSON: a header, a line for each fact with all that its hash is made of, and an
 * end that seals them. `drizzle/verify.ts` reads this form, and `drizzle/README.md` tells it.
 */
export async function* jsonLines(
  header: FactsHeader,
  pages: AsyncIterable<readonly FactRow[]>,
): AsyncGenerator<string> {
  const first = JSON.stringify(header);
  yield `${first}\n`;
  let [count, lastSeq, seal] = [0, 0, ""];
  for await (const rows of pages) {
    for (const { seq, hash } of rows) {
      // oxlint-disable-next-line no-await-in-loop -- each needs the one before it
      seal = await digest(`${seal} ${seq} ${hash}`);
      lastSeq = seq;
    }
    count += rows.length;
    yield rows.map((row) => `${JSON.stringify(lineOf(row))}\n`).join("");
  }
  const end = { etappi: "end", count, lastSeq, seal, header: await digest(first) };
  yield `${JSON.stringify(end)}\n`;
}

/** The fields in their fixed order. */
function lineOf(row: FactRow): FactRow {
  const { seq, scope, subject, version, kind, actor, role, at, key, detail, ...chain } = row;
  const { previousHash, hash } = chain;
  return { seq, scope, subject, version, kind, actor, role, at, key, detail, previousHash, hash };
}
