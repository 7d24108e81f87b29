import { useState } from "preact/hooks";
import type { MatrixView } from "../../worker/progress/contract/progress.ts";
import type { DeviationEntry, RiskEntry } from "../../worker/risks/contract.ts";
import { useAsOf } from "../shared/as-of/use-as-of.ts";
import { messages, showMoment } from "../shared/i18n.ts";
import { useRead } from "../shared/query.ts";
import { Reading } from "../shared/ui/state.tsx";
import { differences } from "./shown.ts";
import { useNames } from "./use-names.ts";
import { words } from "./words.ts";

const step = 20;
const limitMax = 500;

/** Everything that was ever said of a risk or deviation, newest first: who, when, what became what. */
export function Entries({ path, matrix }: { path: string; matrix: MatrixView }) {
  const { history: say } = words.value;
  const [limit, setLimit] = useState(step);
  const { more } = useAsOf();
  const history = useRead<{
    items: readonly (RiskEntry | DeviationEntry)[];
    nextCursor: string | null;
  }>(`${path}/history?limit=${limit}${more}`);
  return (
    <section>
      <h3>{say.title}</h3>
      <Reading of={history} height="8rem">
        {({ items, nextCursor }) => (
          <>
            <ol class="entries">
              {items.map((entry) => (
                <Entry key={entry.version} entry={entry} matrix={matrix} />
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
        )}
      </Reading>
    </section>
  );
}

function Entry({ entry, matrix }: { entry: RiskEntry | DeviationEntry; matrix: MatrixView }) {
  const { history: say } = words.value;
  const { kind, at, role, actorName, before, after } = entry;
  const names = useNames(matrix, [...(before?.links ?? []), ...after.links]);
  const changed = before ? differences(before, after, names) : [];
  const isPlain = kind.endsWith(".added") || kind === "risk.reviewed" || changed.length === 0;
  return (
    <li>
      <p class="soft small">
        {showMoment(at)} · {messages.value.roles[role]}
        {actorName && ` · ${actorName}`}
      </p>
      {isPlain && <p>{say.kinds[kind]}</p>}
      {changed.map(({ field, label, from, to }) => (
        <p key={field}>
          <span class="soft">{label}:</span> {say.became(from, to)}
        </p>
      ))}
    </li>
  );
}
