import { useState } from "preact/hooks";
import type { HistoryEntry } from "../../worker/progress/contract/progress.ts";
import { useAsOf } from "../shared/as-of.ts";
import { messages, showDate, showMoment, showNumber, words } from "../shared/i18n.ts";
import { useRead } from "../shared/query.ts";
import { Reading } from "../shared/ui/state.tsx";
import type { Milestone } from "./board.ts";

const step = 20;
const limitMax = 500;

/** Everything that was ever said of a cell, newest first: who, in which role, when, what, why. */
export function CellHistory({ path, milestone }: { path: string; milestone: Milestone }) {
  const { cell: say } = messages.value;
  const [limit, setLimit] = useState(step);
  const { more } = useAsOf();
  const history = useRead<{ items: HistoryEntry[]; nextCursor: string | null }>(
    `${path}/history?limit=${limit}${more}`,
  );
  return (
    <section>
      <h3>{say.history}</h3>
      <Reading of={history} height="8rem">
        {({ items, nextCursor }) =>
          items.length === 0 ? (
            <p class="soft">{say.noHistory}</p>
          ) : (
            <>
              <ol class="history">
                {items.map((entry) => (
                  <Entry key={entry.version} entry={entry} milestone={milestone} />
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

function Entry({ entry, milestone }: { entry: HistoryEntry; milestone: Milestone }) {
  const { cell: say, roles } = messages.value;
  const changes = entry.kind === "progress.confirmed" ? [] : changesOf(entry, milestone);
  return (
    <li class={entry.kind === "progress.confirmed" ? undefined : "changed"}>
      <p class="soft small">
        {showMoment(entry.at)} · {roles[entry.role]}
        {entry.actorName && ` · ${entry.actorName}`}
      </p>
      {changes.length === 0 ? (
        <p>{say.kindConfirmed}</p>
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

/** What became different, field by field, in words. */
function changesOf({ before, after }: HistoryEntry, { unit }: Milestone) {
  const { cell: say } = messages.value;
  const { declared } = words.value;
  const number = (value: number | null) => (value === null ? "–" : `${showNumber(value)} ${unit}`);
  const from = before?.declared ?? "no_data";
  const rows = [
    from !== after.declared && {
      label: "",
      text: say.became(declared[from], declared[after.declared]),
    },
    (before?.value ?? null) !== after.value && {
      label: say.value,
      text: say.became(number(before?.value ?? null), number(after.value)),
    },
    (before?.forecastOn ?? null) !== after.forecastOn && {
      label: say.forecastOn,
      text: say.became(date(before?.forecastOn ?? null), date(after.forecastOn)),
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
