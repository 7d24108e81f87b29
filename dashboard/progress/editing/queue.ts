import type {
  CellChange,
  CellDetail,
  CellView,
} from "../../../worker/progress/contract/progress.ts";
import { batchMax, isOpen } from "../../../worker/progress/terms.ts";

/** A cell as somebody sees it when they say something of it. */
export type Seen = Pick<
  CellView,
  "milestone" | "municipality" | "declared" | "value" | "forecastOn" | "doneOn" | "version"
>;

/** What was said of one cell and has not been saved. */
export type Unsent = {
  readonly seen: Seen;
  readonly said: CellChange;
  /** The deed that said it last. */
  readonly by?: string | undefined;
  /** What the service found wrong with it; it waits until a person has corrected it. */
  readonly problems: readonly string[];
  /** What somebody else said meanwhile; it waits until a person has chosen. */
  readonly theirs: CellDetail | null;
};

export type Said = Pick<Unsent, "seen" | "said" | "by">;

/** What was sent together under one key. Until it is answered it is sent again just so. */
export type Batch = { readonly key: string; readonly items: readonly Unsent[] };

/** Changes on their way to the service: at most one of each cell waits, one batch is under way. */
export type Queue = { readonly waiting: readonly Unsent[]; readonly sent: Batch | null };

export const EMPTY: Queue = { waiting: [], sent: null };

/** A request may have 1 MiB; what is left over is for what stands around the cells. */
const batchBytesMax = 900_000;

export const nameOf = ({ milestone, municipality }: Pick<Seen, "milestone" | "municipality">) =>
  `${milestone}-${municipality}`;

/** Something is said of cells. Of a cell that waits already it is said on top. */
export function enqueue(queue: Queue, changes: readonly Said[]): Queue {
  const news = new Map(changes.map((change) => [nameOf(change.seen), change]));
  const merged = queue.waiting.map((waiting) => {
    const name = nameOf(waiting.seen);
    const change = news.get(name);
    news.delete(name);
    if (!change) return waiting;
    return { ...waiting, said: onTop(waiting, change.said), by: change.by, problems: [] };
  });
  const added = [...news.values()].map((change) => ({ ...change, problems: [], theirs: null }));
  return { ...queue, waiting: [...merged, ...added] };
}

/** One change said after another, as if it had been said at once. */
function onTop({ seen, said }: Said, next: CellChange): CellChange {
  const before = said.declared ?? seen.declared;
  const declared = next.declared ?? before;
  const { reason: _reason, unblock: _unblock, ...kept } = said;
  const all = { ...(declared === before ? said : kept), ...next };
  const fits = {
    forecastOn: isOpen(declared) || !all.forecastOn,
    doneOn: declared === "done",
    unblock: declared === "paused" || !all.unblock,
  };
  return Object.fromEntries(
    Object.entries(all).filter(([field]) => Reflect.get(fits, field) !== false),
  );
}

/** Puts what is ready under way with a key of its own. The same queue when nothing is. */
export function sendOff(queue: Queue, key: string): Queue {
  if (queue.sent) return queue;
  const items: Unsent[] = [];
  let bytes = 0;
  for (const unsent of queue.waiting.filter(isReady)) {
    bytes += new TextEncoder().encode(JSON.stringify(bodyOf(unsent))).length;
    if (items.length === batchMax || (bytes > batchBytesMax && items.length > 0)) break;
    items.push(unsent);
  }
  if (items.length === 0) return queue;
  return { waiting: queue.waiting.filter((one) => !items.includes(one)), sent: { key, items } };
}

const isReady = ({ problems, theirs }: Unsent) => problems.length === 0 && theirs === null;

/** A change in the shape of the batch. */
export function bodyOf({ seen: { milestone, municipality, version }, said }: Said) {
  return { milestone, municipality, version, ...said };
}

/** The service has written the batch: what was said of its cells since, is said of their new version. */
export function written(queue: Queue, key: string, items: readonly Seen[]): Queue {
  if (queue.sent?.key !== key) return queue;
  return { waiting: rebased(queue.waiting, items), sent: null };
}

function rebased(waiting: readonly Unsent[], now: readonly Seen[]): readonly Unsent[] {
  const known = new Map(now.map((seen) => [nameOf(seen), seen]));
  return waiting.map((one) => ({ ...one, seen: known.get(nameOf(one.seen)) ?? one.seen }));
}

/**
 * The service has written nothing, because somebody else has said something of some cells. What
 * they said is kept beside it for a person to choose; where it is the same, it is said already.
 */
export function foundStale(queue: Queue, key: string, current: readonly CellDetail[]): Queue {
  if (queue.sent?.key !== key) return queue;
  const known = new Map(current.map((theirs) => [nameOf(theirs), theirs]));
  const already: CellDetail[] = [];
  const back = queue.sent.items.flatMap((item): Unsent[] => {
    const theirs = known.get(nameOf(item.seen));
    if (!theirs) return [item];
    if (!saysSame(item, theirs)) return [{ ...item, theirs }];
    already.push(theirs);
    return [];
  });
  return givenBack({ waiting: rebased(queue.waiting, already), sent: null }, back);
}

/** Whether it changes nothing of what is there now. To confirm, one must have seen what is there. */
function saysSame({ seen, said }: Unsent, theirs: CellDetail): boolean {
  const { milestone: _milestone, municipality: _municipality, version: _version, ...known } = seen;
  const mine = isConfirmation({ seen, said }) ? known : said;
  return Object.entries(mine).every(([field, value]) => value === Reflect.get(theirs, field));
}

/** Whether nothing is said but what is known. */
export function isConfirmation({ seen, said }: Said): boolean {
  return Object.keys(said).join() === "declared" && said.declared === seen.declared;
}

/** The service has written nothing, because of these problems, each with its place in the batch. */
export function foundInvalid(
  queue: Queue,
  key: string,
  errors: readonly { readonly path: string; readonly message: string }[],
): Queue {
  if (queue.sent?.key !== key) return queue;
  const back = queue.sent.items.map((item, index) => ({
    ...item,
    problems: errors
      .filter(({ path }) => path.split(".")[0] === String(index))
      .map(({ message }) => message),
  }));
  return givenBack({ ...queue, sent: null }, back);
}

/** The service has written nothing, for a reason that is no single cell's. */
export function foundRefused(queue: Queue, key: string, sentence: string): Queue {
  if (queue.sent?.key !== key) return queue;
  const back = queue.sent.items.map((item) => ({ ...item, problems: [sentence] }));
  return givenBack({ ...queue, sent: null }, back);
}

/** Takes what was sent back among what waits, under what was said meanwhile. */
function givenBack(queue: Queue, back: readonly Unsent[]): Queue {
  const newer = queue.waiting.map(({ seen, said, by }) => ({ seen, said, by }));
  return enqueue({ ...queue, waiting: back }, newer);
}

/** These cells are taken out: what was said of them is not wanted any more. */
export function takenOut(queue: Queue, names: readonly string[]): Queue {
  return { ...queue, waiting: queue.waiting.filter(({ seen }) => !names.includes(nameOf(seen))) };
}

/** Mine is to stand, now that theirs is known. */
export function keptMine(queue: Queue, names: readonly string[]): Queue {
  const waiting = queue.waiting.map((one) =>
    one.theirs && names.includes(nameOf(one.seen))
      ? { ...one, seen: seenIn(one.theirs), theirs: null, problems: [] }
      : one,
  );
  return { ...queue, waiting };
}

/** These are to be tried again as they are. */
export function triedAgain(queue: Queue, names: readonly string[]): Queue {
  const waiting = queue.waiting.map((one) =>
    names.includes(nameOf(one.seen)) ? { ...one, problems: [] } : one,
  );
  return { ...queue, waiting };
}

/** What is kept of a cell beside what is said of it. */
export function seenIn(cell: Seen): Seen {
  const { milestone, municipality, declared, value, forecastOn, doneOn, version } = cell;
  return { milestone, municipality, declared, value, forecastOn, doneOn, version };
}

/** How the cell will look once it is saved, as far as that is known. */
export function outcomeOf({ seen, said }: Said): Seen {
  const declared = said.declared ?? seen.declared;
  const forecastOn = said.forecastOn === undefined ? seen.forecastOn : said.forecastOn;
  return {
    ...seen,
    declared,
    value: said.value === undefined ? seen.value : said.value,
    forecastOn: isOpen(declared) ? forecastOn : null,
    doneOn: declared === "done" ? (said.doneOn ?? seen.doneOn) : null,
  };
}

/** What is not saved, of each cell the newest. */
export function unsavedIn({ waiting, sent }: Queue): ReadonlyMap<string, Unsent> {
  return new Map([...(sent?.items ?? []), ...waiting].map((one) => [nameOf(one.seen), one]));
}

/** What is said of a cell that waits becomes what a deed before had said; null says nothing of it. */
export function replaced(
  queue: Queue,
  name: string,
  before: Pick<Unsent, "said" | "by"> | null,
): Queue {
  const waiting = queue.waiting.flatMap((one) => {
    if (nameOf(one.seen) !== name) return [one];
    return before ? [{ ...one, ...before, problems: [] }] : [];
  });
  return { ...queue, waiting };
}
