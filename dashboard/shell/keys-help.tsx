import { say as matrixWords, ready as matrixReady } from "../progress/editing/words.ts";
import { Dialog } from "../shared/ui/dialog.tsx";
import { type Destination, pagesOfCounty, pagesOfProject } from "./destinations.ts";
import { areKeysOn, turnKeys } from "./keys.ts";
import { words } from "./words.ts";
import "./keys-help.css";

/** All keys that do something, and whether those of one character do. */
export function KeysHelp({ project, onClose }: { project: string | null; onClose: () => void }) {
  const { keys: say, commands } = words.value;
  const { everywhere, going, goingHere } = say;
  const here = project === null ? [] : pagesOfProject(project);
  return (
    <Dialog kind="window" title={<h2>{say.title}</h2>} onClose={onClose}>
      <div>
        <label class="keys-enabled">
          <input
            type="checkbox"
            checked={areKeysOn.value}
            aria-describedby="keys-enabled-help"
            onChange={({ currentTarget }) => turnKeys(currentTarget.checked)}
          />
          {say.enabled}
        </label>
        <p id="keys-enabled-help" class="soft small">
          {say.enabledHelp}
        </p>
      </div>
      <div class="keys-help">
        <KeyList
          title={everywhere}
          keys={[
            [["Ctrl", "K"], say.search],
            [["/"], say.search],
            [["?"], say.help],
            [["["], say.previous],
            [["]"], say.next],
          ]}
        />
        <KeyList title={going} keys={pagesOfCounty(commands).flatMap(asKeys)} />
        {here.length > 0 && <KeyList title={goingHere} keys={here.flatMap(asKeys)} />}
        {matrixReady.value && (
          <KeyList
            title={say.matrix}
            keys={[
              [["←", "↑", "→", "↓"], say.move],
              [["Enter"], say.open],
              ...matrixWords.value.bar.keyList.map(([key = "", does = ""]): Keys => [[key], does]),
            ]}
          />
        )}
      </div>
    </Dialog>
  );
}

type Keys = readonly [keys: readonly string[], does: string];

function asKeys({ letter, title }: Destination): Keys[] {
  return letter === null ? [] : [[["G", letter.toUpperCase()], title]];
}

function KeyList({ title, keys }: { title: string; keys: readonly Keys[] }) {
  return (
    <section>
      <h3>{title}</h3>
      <dl>
        {keys.map(([pressed, does]) => (
          <div key={pressed.join()}>
            <dt>
              {pressed.map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
