import { ATTENTION, type Attention } from "../../../worker/progress/terms.ts";
import { WORDS } from "../../../worker/progress/words/attention.ts";
import { language, plural, showNumber } from "../../shared/i18n.ts";
import { type Gathered, gatheredBy, sharedLines } from "../steering/figures.ts";
import { placesOf } from "../steering/finding.ts";
import type { Standing } from "../steering/use-steering.ts";
import { words } from "../steering/words.ts";
import { Fitting } from "./fitting.tsx";
import { Head } from "./head.tsx";

/** So many lines in all, shared among the kinds. */
const linesMax = 10;

/** What needs a look: how much of each kind, and where, the weightiest kind first. */
export function AttentionScreen({ standing: { attention, matrix } }: { standing: Standing }) {
  const say = words.value;
  const { counts } = attention;
  const kinds = ATTENTION.filter((kind) => counts[kind] > 0);
  const all = kinds.reduce((sum, kind) => sum + counts[kind], 0);
  const gathered = gatheredBy(attention.items, "together");
  const shares = sharedLines(
    kinds.map((kind) => gathered.get(kind)?.length ?? 0),
    linesMax,
  );
  return (
    <section class="screen attention-screen">
      <Head
        name={say.screens.attention}
        finding={all === 0 ? say.calm : plural(all, say.attention)}
      />
      <Fitting
        class="attention-kinds-shown"
        items={kinds.map((kind, at) => (
          <Kind
            key={kind}
            kind={kind}
            count={counts[kind]}
            lines={(gathered.get(kind) ?? []).slice(0, shares[at])}
            all={matrix.municipalities.length}
          />
        ))}
      />
    </section>
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
  const told = lines.reduce((sum, { places }) => sum + Math.max(1, places.length), 0);
  return (
    <li class={`kind-${kind}`}>
      <p class="kind-count">
        <strong>{showNumber(count)}</strong>
        <span>{WORDS[language.value].kinds[kind]}</span>
      </p>
      <div>
        {lines.map((line) => (
          <Line key={`${line.number} ${line.title}`} line={line} all={all} />
        ))}
        {told < count && <p class="soft">{plural(count - told, words.value.more)}</p>}
      </div>
    </li>
  );
}

/** So many municipalities are named in a line. */
const namesMax = 6;

function Line({ line: { number, title, why, places }, all }: { line: Gathered; all: number }) {
  if (number === null) return <p>{placesOf(places, all)}</p>;
  return (
    <p>
      <span lang="fi">
        {number}. {title}
      </span>
      : <span class="soft">{places.length === 0 ? why : placesOf(places, all, namesMax)}</span>
    </p>
  );
}
