import type { ChangesView } from "../../../worker/progress/contract/changes.ts";
import { MOVES } from "../../../worker/progress/terms.ts";
import { WORDS } from "../../../worker/progress/words/changes.ts";
import { language, showMoment, showNumber } from "../../shared/i18n.ts";
import { Region } from "../../shared/ui/region.tsx";
import { Reading } from "../../shared/ui/state.tsx";
import { type Moved, movedBy } from "../steering/figures.ts";
import { placesOf } from "../steering/finding.ts";
import { standingsOf } from "../steering/standings.ts";
import type { Since, Standing } from "../steering/use-steering.ts";
import { words as steering } from "../steering/words.ts";
import { words } from "./words.ts";

/** What has moved since a report or a day: the figures, and how each milestone moved. */
export function ChangesPart({ standing, since }: { standing: Standing; since: Since }) {
  return (
    <Reading of={since.changes} height="20rem">
      {(view) => <Moves view={view} all={standing.matrix.municipalities.length} />}
    </Reading>
  );
}

function Moves({ view, all }: { view: ChangesView; all: number }) {
  const say = words.value;
  const { columns } = say;
  const moved = movedBy(view.items);
  return (
    <>
      <p>{say.between(showMoment(view.since), showMoment(view.until))}</p>
      {view.before === null && <p>{steering.value.absent}</p>}
      <dl class="pack-standings">
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
      {moved.length > 0 && (
        <Region label={say.parts.changes}>
          <table class="pack-table">
            <thead>
              <tr>
                <th scope="col">{columns.title}</th>
                <th scope="col">{columns.how}</th>
              </tr>
            </thead>
            <tbody>{moved.map((one) => line(one, all))}</tbody>
          </table>
        </Region>
      )}
      {view.moved > view.items.length && (
        <p class="soft">
          {steering.value.onlyFirst(showNumber(view.items.length), showNumber(view.moved))}
        </p>
      )}
    </>
  );
}

/** So many municipalities have room in a row. */
const namesMax = 60;

function line({ milestone, title, kinds }: Moved, all: number) {
  return (
    <tr key={milestone}>
      <th scope="row" lang="fi">
        {milestone}. {title}
      </th>
      <td>
        {MOVES.map((kind) => {
          const places = kinds.get(kind);
          return (
            places && (
              <p key={kind} class={kind === "late" ? "late-words" : undefined}>
                <strong>
                  {WORDS[language.value].kinds[kind]} {showNumber(places.length)}
                </strong>
                : {placesOf(places, all, namesMax)}
              </p>
            )
          );
        })}
      </td>
    </tr>
  );
}
