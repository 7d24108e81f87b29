import type { ImportView } from "../../worker/imports/contract.ts";
import type { ImportKind } from "../../worker/imports/terms.ts";
import { plural, showNumber } from "../shared/i18n.ts";
import { useMunicipalityNames } from "../shared/municipalities.ts";
import { fieldName, valueShown } from "./labels.ts";
import type { Importing } from "./use-import.ts";
import { words } from "./words.ts";

/** What would change, before and after, and the button that writes all of it. */
export function ChangesCard({
  kind,
  importing,
  view,
}: {
  kind: ImportKind;
  importing: Importing;
  view: ImportView;
}) {
  const say = words.value;
  const { toChange, unchanged, changes, problemCount } = view;
  const nameOf = useMunicipalityNames();
  const isWriting = importing.busy === "writing";
  return (
    <div class="card long import-changes">
      <h3>{plural(toChange, say.changes)}</h3>
      <p class="soft">
        {plural(view.rows, say.rows)} {unchanged > 0 && plural(unchanged, say.unchanged)}{" "}
        {toChange === 0 && problemCount === 0 && say.noChanges}
      </p>
      <div class="import-write">
        <button
          type="button"
          class="button primary"
          disabled={problemCount > 0 || toChange === 0 || importing.busy !== null}
          aria-describedby="import-blocked"
          onClick={() => void importing.write()}
        >
          {isWriting ? say.writing : plural(toChange, say.write)}
        </button>
        <p id="import-blocked" class="soft small">
          {problemCount > 0 && say.blocked}
        </p>
      </div>
      <ol class="import-list">
        {changes.map(({ address, milestone, title, name, isNew, fields }) => (
          <li key={`${address}/${milestone}/${name}`}>
            <span class="import-address soft">{address}</span>
            <div>
              <p>
                <strong lang="fi">
                  {milestone}. {title}
                </strong>
                {name !== "" && <span> · {name}</span>}
                {isNew && kind === "plan" && <span class="chip"> {say.isNew}</span>}
              </p>
              <dl>
                {fields.map(({ field, before, after }) => (
                  <div key={field}>
                    <dt>{fieldName(kind, field, nameOf)}</dt>
                    <dd lang="fi">
                      {!isNew && <span class="soft">{valueShown(field, before)} → </span>}
                      {valueShown(field, after)}
                    </dd>
                  </div>
                ))}
              </dl>
            </div>
          </li>
        ))}
      </ol>
      {toChange > changes.length && (
        <p class="soft">{say.problemsMore(showNumber(changes.length), showNumber(toChange))}</p>
      )}
    </div>
  );
}
