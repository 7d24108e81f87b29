import type { HistoryEntry } from "../../../worker/progress/contract/progress.ts";
import { messages, showMoment } from "../../shared/i18n.ts";
import { useRead } from "../../shared/query.ts";
import { Dialog } from "../../shared/ui/dialog.tsx";
import { SideView } from "../cell-conflict.tsx";
import { ready as areWordsReady, words as progressWords } from "../words.ts";
import type { Outbox, OutboxState } from "./outbox.ts";
import { isHeld } from "./queue-bar.tsx";
import { keptMine, nameOf, outcomeOf, takenOut, triedAgain, type Unsent } from "./queue.ts";
import { say } from "./words.ts";

/** Each side of a conflict is read from its history; as some are resolved, others take their place. */
const shownMax = 30;

/** What waits for a person: where somebody else was first, and what the service did not accept. */
export function HeldDialog({
  project,
  outbox,
  queue,
  nameIn,
  onOpen,
  onClose,
}: {
  project: string;
  outbox: Outbox;
  queue: OutboxState["queue"];
  /** A cell in words. */
  nameIn: (unsent: Unsent) => string;
  onOpen: (unsent: Unsent) => void;
  onClose: () => void;
}) {
  const { held: text } = say.value;
  const held = queue.waiting.filter(isHeld);
  const conflicts = held.filter(({ theirs }) => theirs !== null);
  const faulty = held.filter(({ theirs }) => theirs === null);
  const mine = (list: readonly Unsent[]) => outbox.change((one) => keptMine(one, names(list)));
  const again = (list: readonly Unsent[]) => outbox.change((one) => triedAgain(one, names(list)));
  const out = (list: readonly Unsent[]) => outbox.change((one) => takenOut(one, names(list)));
  return (
    <Dialog kind="window" title={<h2>{text.title}</h2>} onClose={onClose}>
      {held.length === 0 && <p role="status">{text.none}</p>}
      {conflicts.length > 1 && (
        <div class="row">
          <button type="button" class="button" onClick={() => mine(conflicts)}>
            {text.allMine}
          </button>
          <button type="button" class="button" onClick={() => out(conflicts)}>
            {text.allTheirs}
          </button>
        </div>
      )}
      {faulty.length > 1 && (
        <div class="row">
          <button type="button" class="button" onClick={() => again(faulty)}>
            {text.allAgain}
          </button>
          <button type="button" class="button" onClick={() => out(faulty)}>
            {text.allOut}
          </button>
        </div>
      )}
      <ul class="held">
        {held.slice(0, shownMax).map((unsent) => (
          <li key={nameOf(unsent.seen)}>
            <h3>{nameIn(unsent)}</h3>
            {unsent.theirs ? (
              <Conflict
                project={project}
                unsent={unsent}
                onMine={() => mine([unsent])}
                onTheirs={() => out([unsent])}
              />
            ) : (
              <>
                {unsent.problems.map((problem) => (
                  <p key={problem} class="wrong">
                    {problem}
                  </p>
                ))}
                <div class="row">
                  <button type="button" class="button" onClick={() => onOpen(unsent)}>
                    {text.correct}
                  </button>
                  <button type="button" class="button" onClick={() => again([unsent])}>
                    {messages.value.again}
                  </button>
                  <button type="button" class="button" onClick={() => out([unsent])}>
                    {text.takeOut}
                  </button>
                </div>
              </>
            )}
          </li>
        ))}
      </ul>
      {held.length > shownMax && <p>{text.more(held.length - shownMax)}</p>}
    </Dialog>
  );
}

const names = (list: readonly Unsent[]) => list.map(({ seen }) => nameOf(seen));

/** Both sides of a cell, and who said theirs when. */
function Conflict({
  project,
  unsent,
  onMine,
  onTheirs,
}: {
  project: string;
  unsent: Unsent;
  onMine: () => void;
  onTheirs: () => void;
}) {
  const { roles } = messages.value;
  const { seen, said, theirs } = unsent;
  const path = `/api/projects/${project}/progress/${seen.milestone}/${seen.municipality}`;
  const history = useRead<{ items: HistoryEntry[] }>(`${path}/history?limit=1`);
  const [newest] = history.data?.items ?? [];
  if (!theirs || !areWordsReady.value) return null;
  const { conflict: sides } = progressWords.value;
  return (
    <>
      {newest && (
        <p class="soft small">
          {showMoment(newest.at)} · {roles[newest.role]}
          {newest.actorName && ` · ${newest.actorName}`}
        </p>
      )}
      <div class="both-sides">
        <SideView title={sides.theirs} side={theirs} />
        <SideView title={sides.mine} side={{ ...said, ...outcomeOf({ seen, said }) }} />
      </div>
      <div class="row">
        <button type="button" class="button primary" onClick={onMine}>
          {sides.keepMine}
        </button>
        <button type="button" class="button" onClick={onTheirs}>
          {sides.keepTheirs}
        </button>
      </div>
    </>
  );
}
