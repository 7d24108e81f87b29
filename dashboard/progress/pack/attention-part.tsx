import { ATTENTION, type Attention } from "../../../worker/progress/terms.ts";
import { WORDS } from "../../../worker/progress/words/attention.ts";
import { language, plural, showNumber } from "../../shared/i18n.ts";
import { Region } from "../../shared/ui/region.tsx";
import { type Gathered, gatheredBy } from "../steering/figures.ts";
import { placesOf } from "../steering/finding.ts";
import type { Standing } from "../steering/use-steering.ts";
import { words as steering } from "../steering/words.ts";
import { words } from "./words.ts";

/** What needs a look, by kind, the weightiest first; what several municipalities share in a line. */
export function AttentionPart({ standing: { attention, matrix } }: { standing: Standing }) {
  const { columns } = words.value;
  const { counts, items } = attention;
  const gathered = gatheredBy(items, "apart");
  const kinds = ATTENTION.filter((kind) => counts[kind] > 0);
  const all = kinds.reduce((sum, kind) => sum + counts[kind], 0);
  if (all === 0) return null;
  return (
    <>
      <Region label={words.value.parts.attention}>
        <table class="pack-table pack-kinds">
          <thead>
            <tr>
              <th scope="col">{columns.matter}</th>
              <th scope="col">{columns.why}</th>
            </tr>
          </thead>
          {kinds.map((kind) => (
            <Kind
              key={kind}
              kind={kind}
              count={counts[kind]}
              lines={gathered.get(kind) ?? []}
              all={matrix.municipalities.length}
            />
          ))}
        </table>
      </Region>
      {all > items.length && <p>{plural(all - items.length, steering.value.more)}</p>}
    </>
  );
}

function Kind({
  kind,
  count,
  lines,
  all,
}: {
  kind: Attention;
  count: number;
  lines: readonly Gathered[];
  all: number;
}) {
  return (
    <tbody class={`kind-${kind}`}>
      <tr class="pack-kind">
        <th scope="rowgroup" colSpan={2}>
          <strong>{showNumber(count)}</strong> {WORDS[language.value].kinds[kind]}
        </th>
      </tr>
      {lines.map((line) => (
        <Line
          key={`${line.number} ${line.title} ${line.why} ${line.places[0]}`}
          line={line}
          all={all}
        />
      ))}
    </tbody>
  );
}

/** So many municipalities have room in a row. */
const namesMax = 60;

function Line({ line, all }: { line: Gathered; all: number }) {
  const say = words.value;
  const { number, title, why, places, daysMax, unblock } = line;
  const where = placesOf(places, all, namesMax);
  return (
    <tr>
      <th scope="row" lang={title === null ? undefined : "fi"}>
        {number === null ? where : `${number}. ${title}`}
      </th>
      <td>
        {number !== null && places.length > 0 && <strong>{where}. </strong>}
        {places.length > 1 && daysMax !== null ? `(${say.longest(showNumber(daysMax))})` : why}
        {unblock && (
          <>
            {" "}
            {say.unblock}: <span lang="fi">{unblock}</span>
          </>
        )}
      </td>
    </tr>
  );
}
