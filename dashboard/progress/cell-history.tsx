import { useState } from "preact/hooks";
import type { HistoryEntry } from "../../worker/progress/contract/progress.ts";
import { useAsOf } from "../shared/as-of/use-as-of.ts";
import {
  messages,
  showDate,
  showMoment,
  showNumber,
  words as statusWords,
} from "../shared/i18n.ts";
import { useRead } from "../shared/query.ts";
import { Reading } from "../shared/ui/state.tsx";
import { Worded } from "../shared/ui/worded.tsx";
import type { Milestone } from "./board.ts";
import { ready, words } from "./words.ts";

const step = 20;
const limitMax = 500;

/** Everything that was ever said of a cell, newest first: who, in which role, when, what, why. */
export function CellHistory(shown: Shown) {
  return (
    <Worded by={{ ready }} height="8rem">
      <History {...shown} />
    </Worded>
  );
}

type Shown = { path: string; milestone: Milestone };

function History({ path, milestone }: Shown) {
  const { history: say } = words.value;
  const [limit, setLimit] = useState(step);
  const { more } = useAsOf();
  const history = useRead<{ items: HistoryEntry[]; nextCursor: string | null }>(
    `${path}/history?limit=${limit}${more}`,
  );
  return (
    <section>
      <h3>{messages.value.cell.history}</h3>
      <Reading of={history} height="8rem">
        {({ items, nextCursor }) =>
          items.length === 0 ? (
            <p class="soft">{say.none}</p>
          ) : (
            <>
              <ol class="history">
                {items.map((entry) => (
                  <Entry key={entry.version} entry={entry} unit={milestone.unit} />
                ))}
              </ol>
              {nextCursor && limit < limitMax && (
                <button
                  type="button"
                  class="button"
                  onClick={() => setLimit(Math.min(limit + step * 5, limitMax))}
                >
                  {say.more}
                </button>
              )}
            </>
          )
        }
      </Reading>
    </section>
  );
}

/** What somebody said of a cell: when, in which role, what it was and became. */
export function Entry({
  entry,
  unit,
  place,
}: {
  entry: HistoryEntry;
  unit: Milestone["unit"];
  /** The name of its municipality, where it stands among those of others. */
  place?: string;
}) {
  const { history: say } = words.value;
  const { roles } = messages.value;
  const changes = entry.kind === "progress.confirmed" ? [] : changesOf(entry, unit);
  return (
    <li class={entry.kind === "progress.confirmed" ? undefined : "changed"}>
      {place !== undefined && <strong>{place}</strong>}
      <p class="soft small">
        {showMoment(entry.at)} · {roles[entry.role]}
        {entry.actorName && ` · ${entry.actorName}`}
      </p>
      {changes.length === 0 ? (
        <p>{say.confirmed}</p>
      ) : (
        changes.map(({ label, text }) => (
          <p key={label}>
            {label !== "" && <span class="soft">{label}: </span>}
            <span>{text}</span>
          </p>
        ))
      )}
      {entry.reason && entry.reason !== entry.after.reason && <p lang="fi">{entry.reason}</p>}
    </li>
  );
}

const date = (value: string | null) => (value === null ? "–" : showDate(value));

const became = (from: string, to: string) => `${from} → ${to}`;

/** What became different, field by field, in words. */
function changesOf({ before, after }: HistoryEntry, unit: Milestone["unit"]) {
  const { cell: say } = messages.value;
  const { declared } = statusWords.value;
  const number = (value: number | null) =>
    value === null ? "–" : `${showNumber(value)} ${unit ?? ""}`;
  const from = before?.declared ?? "no_data";
  const rows = [
    from !== after.declared && {
      label: "",
      text: became(declared[from], declared[after.declared]),
    },
    (before?.value ?? null) !== after.value && {
      label: say.value,
      text: became(number(before?.value ?? null), number(after.value)),
    },
    (before?.forecastOn ?? null) !== after.forecastOn && {
      label: say.forecastOn,
      text: became(date(before?.forecastOn ?? null), date(after.forecastOn)),
    },
    after.doneOn !== null &&
      after.doneOn !== before?.doneOn && { label: say.doneOn, text: date(after.doneOn) },
    after.reason !== null &&
      after.reason !== before?.reason && { label: say.reason, text: after.reason },
    after.unblock !== null &&
      after.unblock !== before?.unblock && { label: say.unblock, text: after.unblock },
    after.note !== null && after.note !== before?.note && { label: say.note, text: after.note },
  ];
  return rows.filter((row) => row !== false);
}
