import { useRef, useState } from "preact/hooks";
import type { HistoryEntry } from "../../../worker/progress/contract/progress.ts";
import { get, Problem } from "../../shared/api.ts";
import type { Outbox } from "./outbox.ts";
import { enqueue, nameOf, outcomeOf, type Said, type Seen, unsavedIn } from "./queue.ts";
import {
  asksTexts,
  isOnItsWay,
  type Lasting,
  lastingOf,
  restored,
  type Step,
  stepOf,
  stepsMax,
  takenBack,
} from "./undo.ts";

/** What came of undoing: how many cells went back, how many could not, or that it failed. */
export type Undone =
  | { readonly back: number; readonly stays: Readonly<Record<Lasting, number>> }
  | "nothing"
  | "no_history";

/** The cells as they are known now, by name. */
type Known = ReadonlyMap<string, Seen>;

/** Saying something of cells, taking it back, and saying it again. */
export function useDeeds(outbox: Outbox, project: string, known: Known) {
  const done = useRef<readonly Step[]>([]);
  const undone = useRef<readonly Step[]>([]);
  const turn = useRef<Promise<unknown>>(Promise.resolve());
  const [counts, setCounts] = useState({ done: 0, undone: 0 });
  const latest = useRef(known);
  latest.current = known;
  const count = () => setCounts({ done: done.current.length, undone: undone.current.length });

  const say = (said: readonly Said[]) => {
    if (said.length === 0) return;
    const by = crypto.randomUUID();
    const changes = said.map((change) => ({ ...change, by }));
    const step = stepOf(outbox.state.value.queue, changes);
    outbox.change((queue) => enqueue(queue, changes));
    done.current = [...done.current, step].slice(-stepsMax);
    count();
  };

  const undoNewest = async (): Promise<Undone> => {
    const step = done.current.at(-1);
    if (!step) return "nothing";
    done.current = done.current.slice(0, -1);
    const texts = await textsOf(project, step).catch(nullIfRefused);
    if (!texts) {
      done.current = [...done.current, step];
      return "no_history";
    }
    const { queue } = outbox.state.value;
    const waiting = step.filter((change) => !isOnItsWay(queue, change));
    const gone = step.filter((change) => isOnItsWay(queue, change));
    const seen = nowOf(outbox, latest.current);
    const stays = { first_said: 0, confirmed: 0, changed: 0 };
    const back = gone.flatMap((change) => {
      const now = seen(nameOf(change.seen));
      const why = now ? lastingOf(change, now) : "changed";
      if (why) stays[why] += 1;
      return now && !why ? [{ change, now, texts: texts.get(nameOf(change.seen)) ?? {} }] : [];
    });
    outbox.change((before) => restored(waiting.reduce(takenBack, before), back));
    undone.current = [...undone.current, step].slice(-stepsMax);
    count();
    return { back: waiting.length + back.length, stays };
  };

  // One after another: what is asked of the history would let a later one pass.
  const undo = (): Promise<Undone> => {
    const mine = turn.current.then(undoNewest);
    turn.current = mine.catch(() => undefined);
    return mine;
  };

  const redo = (): number => {
    const step = undone.current.at(-1);
    undone.current = undone.current.slice(0, -1);
    const seen = nowOf(outbox, latest.current);
    const changes = (step ?? []).flatMap(({ seen: { milestone, municipality }, said }) => {
      const now = seen(nameOf({ milestone, municipality }));
      return now ? [{ seen: now, said }] : [];
    });
    say(changes);
    count();
    return changes.length;
  };

  return {
    say: (changes: readonly Said[]) => {
      undone.current = [];
      say(changes);
    },
    undo,
    redo,
    mayUndo: counts.done > 0,
    mayRedo: counts.undone > 0,
  };
}

/** A cell as it is seen now, with what is not saved of it. */
function nowOf(outbox: Outbox, known: Known) {
  const unsaved = unsavedIn(outbox.state.value.queue);
  return (name: string): Seen | undefined => {
    const own = unsaved.get(name);
    return own ? outcomeOf(own) : known.get(name);
  };
}

function nullIfRefused(error: unknown): null {
  if (error instanceof Problem) return null;
  throw error;
}

const atOnce = 6;

/** The texts that stood in the cells of a step, from their histories, a few at a time. */
async function textsOf(project: string, step: Step) {
  const asked = step.filter(asksTexts);
  const found = new Map<string, HistoryEntry["after"]>();
  for (let from = 0; from < asked.length; from += atOnce) {
    // oxlint-disable-next-line no-await-in-loop -- a few at a time is the point
    await Promise.all(
      asked.slice(from, from + atOnce).map(async ({ seen, version }) => {
        const path = `/api/projects/${project}/progress/${seen.milestone}/${seen.municipality}`;
        const { items } = await get<{ items: HistoryEntry[] }>(
          `${path}/history?limit=1&cursor=${btoa(String(version + 1))}`,
        );
        if (items[0]) found.set(nameOf(seen), items[0].after);
      }),
    );
  }
  return found;
}
