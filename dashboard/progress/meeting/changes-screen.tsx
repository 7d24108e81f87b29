import type { ChangesView } from "../../../worker/progress/contract/changes.ts";
import { MOVES } from "../../../worker/progress/terms.ts";
import { WORDS } from "../../../worker/progress/words/changes.ts";
import { language, plural, showDay, showNumber } from "../../shared/i18n.ts";
import { Reading } from "../../shared/ui/state.tsx";
import { type Moved, movedBy } from "../steering/figures.ts";
import { placesOf } from "../steering/finding.ts";
import { SinceChoice } from "../steering/since-choice.tsx";
import { standingsOf } from "../steering/standings.ts";
import type { Since, Standing } from "../steering/use-steering.ts";
import { words } from "../steering/words.ts";
import { Fitting } from "./fitting.tsx";
import { Head } from "./head.tsx";

/** What has moved since a report or a day: the figures then and now, and how each milestone moved. */
export function ChangesScreen({
  standing,
  since,
  onSince,
}: {
  standing: Standing;
  since: Since;
  onSince: (since: string) => void;
}) {
  return (
    <Reading of={since.changes} height="60vh">
      {(view) => (
        <section class="screen changes-screen">
          <Head name={words.value.screens.changes} finding={changedIn(view)}>
            <SinceChoice standing={standing} since={since} onSince={onSince} />
          </Head>
          <Moves view={view} all={standing.matrix.municipalities.length} />
        </section>
      )}
    </Reading>
  );
}

function changedIn({ moved, since }: ChangesView): string {
  const say = words.value;
  return moved === 0 ? say.unmoved : say.changed(plural(moved, say.moved), showDay(since));
}

function Moves({ view, all }: { view: ChangesView; all: number }) {
  const say = words.value;
  return (
    <>
      <dl class="change-figures">
        {standingsOf(view).map(({ name, before, after }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>
              {before !== null && <span class="soft">{before} → </span>}
              <strong>{after}</strong>
            </dd>
          </div>
        ))}
      </dl>
      {view.before === null && <p>{say.absent}</p>}
      <Fitting class="change-moves" items={movedBy(view.items).map((moved) => line(moved, all))} />
      {view.moved > view.items.length && (
        <p class="soft">{say.onlyFirst(showNumber(view.items.length), showNumber(view.moved))}</p>
      )}
    </>
  );
}

function line({ milestone, title, kinds }: Moved, all: number) {
  return (
    <li key={milestone}>
      <p lang="fi">
        {milestone}. {title}
      </p>
      {MOVES.map((kind) => {
        const places = kinds.get(kind);
        return (
          places && (
            <p key={kind} class={kind === "late" ? "late-words" : "soft"}>
              <strong>
                {WORDS[language.value].kinds[kind]} {showNumber(places.length)}
              </strong>
              : {placesOf(places, all)}
            </p>
          )
        );
      })}
    </li>
  );
}
