import { useEffect } from "preact/hooks";
import { messages, plural } from "../shared/i18n.ts";
import { queries } from "../shared/query.ts";
import type { Choice, Group } from "./choices.ts";
import type { FoundChoices } from "./use-found.ts";
import { words } from "./words.ts";

/** What can be chosen, in groups, and how the search stands. */
export function Options({
  id,
  groups,
  active,
  found,
  query,
  onPoint,
  onChoose,
}: {
  id: string;
  groups: readonly Group[];
  active: number;
  found: FoundChoices;
  query: string;
  onPoint: (at: number) => void;
  onChoose: (choice: Choice, isApart: boolean) => void;
}) {
  const say = words.value;
  useEffect(() => {
    document.getElementById(`${id}-${active}`)?.scrollIntoView({ block: "nearest" });
  }, [id, active]);
  const count = groups.reduce((sum, { choices }) => sum + choices.length, 0);
  let at = -1;
  return (
    <>
      <div class="palette-body" tabIndex={0} role="region" aria-label={say.results}>
        {found.view?.near && <p class="soft small palette-told">{say.near}</p>}
        <div id={id} {...(count > 0 && { role: "listbox", "aria-label": say.results })}>
          {groups.map(({ name, choices }) => (
            <div key={name} role="group" aria-labelledby={`${id}-${name}`}>
              <div class="palette-group" role="presentation" id={`${id}-${name}`}>
                {say.groups[name]}
              </div>
              {choices.map((choice) => {
                at += 1;
                const own = at;
                return (
                  <Option
                    key={choice.id}
                    id={`${id}-${own}`}
                    choice={choice}
                    isActive={own === active}
                    onPoint={() => onPoint(own)}
                    onChoose={onChoose}
                  />
                );
              })}
            </div>
          ))}
        </div>
        {query !== "" && <Standing found={found} query={query} count={count} />}
      </div>
      <div class="palette-foot">
        <p role="status">{query !== "" && told(found, count)}</p>
        <p aria-hidden="true">
          <kbd>↑</kbd> <kbd>↓</kbd> {say.keys.move} <kbd>Enter</kbd> {say.keys.open} <kbd>Esc</kbd>{" "}
          {say.keys.close}
        </p>
      </div>
    </>
  );
}

function told({ isSearching }: FoundChoices, count: number): string {
  const say = words.value;
  return isSearching ? say.searching : plural(count, say.count);
}

function Option({
  id,
  choice,
  isActive,
  onPoint,
  onChoose,
}: {
  id: string;
  choice: Choice;
  isActive: boolean;
  onPoint: () => void;
  onChoose: (choice: Choice, isApart: boolean) => void;
}) {
  return (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus -- the field has the focus and the keys
    <div
      id={id}
      role="option"
      class="palette-option"
      aria-selected={isActive}
      onPointerMove={() => {
        if (!isActive) onPoint();
      }}
      onClick={({ ctrlKey, metaKey }) => onChoose(choice, ctrlKey || metaKey)}
    >
      <span lang={choice.lang}>{choice.title}</span>
      {choice.detail && (
        <span class="soft small" lang={choice.lang}>
          {choice.detail}
        </span>
      )}
      {choice.keys && <kbd aria-hidden="true">{choice.keys}</kbd>}
    </div>
  );
}

/** What is to be said below what was found: that it is nothing, not all, or that it failed. */
function Standing({ found, query, count }: { found: FoundChoices; query: string; count: number }) {
  const say = words.value;
  const { offline, failed, again } = messages.value;
  const { error, isSearching, view } = found;
  if (error) {
    return (
      <div class="notice bad palette-told" role="alert">
        <p>{error.code === "offline" ? offline : error.message || failed}</p>
        <button type="button" class="button plain" onClick={() => void queries.refetchQueries()}>
          {again}
        </button>
      </div>
    );
  }
  if (isSearching) return count === 0 ? <div class="skeleton palette-waits" /> : null;
  if (count === 0) {
    return (
      <div class="palette-none">
        <p>{say.none(query)}</p>
        <p class="soft small">{say.noneHelp}</p>
      </div>
    );
  }
  return (
    <>
      {view?.more && <p class="soft small palette-told">{say.more}</p>}
      {view?.whole === false && <p class="soft small palette-told">{say.notWhole}</p>}
    </>
  );
}
