import { signal } from "@preact/signals";
import type {
  CellDetail,
  CellList,
  MatrixView,
} from "../../../worker/progress/contract/progress.ts";
import { Problem, send } from "../../shared/api.ts";
import { queries, refresh } from "../../shared/query.ts";
import { session } from "../../shared/session.ts";
import { unsentKey } from "../../shared/unsent.ts";
import { read, written as kept } from "./kept.ts";
import {
  type Batch,
  bodyOf,
  EMPTY,
  foundInvalid,
  foundRefused,
  foundStale,
  nameOf,
  type Queue,
  sendOff,
  unsavedIn,
  written,
} from "./queue.ts";

/** So long a series of key presses may pause and still be sent together. */
const pauseMs = 1000;
/** How long it waits before it tries again: longer each time, for all who try at once. */
const retriesMs = [2000, 5000, 15_000, 30_000, 60_000];

/** What keeps the queue from being sent. */
type Hindrance = "offline" | "unavailable" | "signed_out";

export type OutboxState = {
  readonly queue: Queue;
  readonly isSending: boolean;
  readonly hindrance: Hindrance | null;
  /** When the service last said that it has written. */
  readonly savedAt: Date | null;
  /** Whether this device could keep what is not sent yet. */
  readonly isKept: boolean;
  /** Whether another tab of this browser has it in hand. */
  readonly isElsewhere: boolean;
};

export type Outbox = ReturnType<typeof makeOutbox>;

const outboxes = new Map<string, Outbox>();

/** The changes of one person in one project that are on their way; it outlives the page it began on. */
export function outboxOf(person: string, project: string): Outbox {
  const key = unsentKey(person, project);
  const found = outboxes.get(key) ?? makeOutbox(key, person, project);
  outboxes.set(key, found);
  found.recall();
  return found;
}

function makeOutbox(key: string, person: string, project: string) {
  const state = signal<OutboxState>({
    queue: EMPTY,
    isSending: false,
    hindrance: null,
    savedAt: null,
    isKept: true,
    isElsewhere: false,
  });
  let timer: ReturnType<typeof setTimeout> | undefined;
  let retries = 0;

  // Another person may have signed in meanwhile: nothing is said in their name, nor kept anew.
  const isOurs = () => session.value?.actor?.id === person && !state.value.isElsewhere;
  const later = (ms: number) => {
    clearTimeout(timer);
    timer = setTimeout(() => void flush(), ms);
  };
  const put = (queue: Queue, more: Partial<OutboxState> = {}) => {
    const isKept = isOurs() ? keep(key, kept(queue)) : state.value.isKept;
    state.value = { ...state.value, ...more, queue, isKept };
  };
  const change = (to: (queue: Queue) => Queue) => {
    put(to(state.value.queue));
    later(pauseMs);
  };
  const hurry = () => {
    retries = 0;
    later(0);
  };
  /** What is kept on the device is the truth: another tab, or signing out, may have changed it. */
  const recall = () => {
    const { isKept, isSending } = state.value;
    if (isKept && !isSending) state.value = { ...state.value, queue: read(keptIn(key)) };
    hurry();
  };

  const flush = async (): Promise<void> => {
    if (state.value.isSending || !isOurs()) return;
    const queue = sendOff(state.value.queue, crypto.randomUUID());
    if (!queue.sent) return;
    // Kept before it is sent: should the answer get lost with the page, it is sent again just so.
    put(queue, { isSending: true });
    const answer = await post(project, queue.sent);
    if (answer instanceof Problem && hindranceIn(answer)) {
      put(state.value.queue, { isSending: false, hindrance: hindranceIn(answer) });
      // The page learns that the session has ended by reading, and leads to signing in.
      if (answer.code === "signed_out") void refresh(`/api/projects/${project}`);
      later(retriesMs[Math.min(retries, retriesMs.length - 1)] ?? pauseMs);
      retries += 1;
      return;
    }
    retries = 0;
    const { savedAt } = state.value;
    const isSaved = !(answer instanceof Problem);
    if (isSaved) await showSaved(project, answer.items);
    put(afterAnswer(state.value.queue, queue.sent.key, answer), {
      isSending: false,
      hindrance: null,
      savedAt: isSaved ? new Date() : savedAt,
    });
    void refresh(`/api/projects/${project}`);
    if (isSaved) void refresh("/api/portfolio");
    later(pauseMs);
  };

  window.addEventListener("online", hurry);
  window.addEventListener("beforeunload", (event) => {
    if (isOurs() && unsavedIn(state.value.queue).size > 0) event.preventDefault();
  });
  const setElsewhere = (isElsewhere: boolean) => {
    state.value = { ...state.value, isElsewhere, isSending: false };
    if (!isElsewhere) recall();
  };
  return { state, change, hurry, recall, takeOver: holdAlone(key, setElsewhere) };
}

/**
 * One tab at a time has the queue in hand, or two would write over each other. Gives what takes
 * it over from another tab, which then lets go.
 */
function holdAlone(key: string, setElsewhere: (isElsewhere: boolean) => void): () => void {
  if (!("locks" in navigator)) return () => undefined;
  const hold = (options: LockOptions) => {
    const held = navigator.locks.request(key, options, (lock) => {
      setElsewhere(lock === null);
      if (lock) return new Promise<void>(() => undefined);
      hold({});
      return undefined;
    });
    held.catch(() => {
      setElsewhere(true);
      hold({});
    });
  };
  hold({ ifAvailable: true });
  return () => hold({ steal: true });
}

async function post(project: string, { key, items }: Batch): Promise<CellList | Problem> {
  const path = `/api/projects/${project}/progress/batch`;
  try {
    return await send<CellList>("POST", path, { body: items.map(bodyOf), key });
  } catch (error) {
    if (error instanceof Problem) return error;
    throw error;
  }
}

function keptIn(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

/** Keeps a text on this device, or removes it; false where the device does not let it. */
function keep(key: string, text: string | null): boolean {
  try {
    if (text === null) localStorage.removeItem(key);
    else localStorage.setItem(key, text);
    return true;
  } catch {
    return false;
  }
}

/** What will pass by itself, or with signing in: the same is sent again under the same key. */
function hindranceIn({ code }: Problem): Hindrance | null {
  switch (code) {
    case "offline":
      return "offline";
    case "unavailable":
    case "internal":
    case "rate_limited":
      return "unavailable";
    case "signed_out":
      return "signed_out";
    default:
      return null;
  }
}

function afterAnswer(queue: Queue, batch: string, answer: CellList | Problem): Queue {
  if (!(answer instanceof Problem)) return written(queue, batch, answer.items);
  const { code, current, errors, message } = answer;
  if (code === "stale" && Array.isArray(current)) {
    // The cells as they are come with every answer that finds some of a batch stale.
    return foundStale(queue, batch, current as CellDetail[]);
  }
  const isPlaced = errors.some(({ path }) => /^\d/.test(path));
  if (code === "invalid" && isPlaced) return foundInvalid(queue, batch, errors);
  return foundRefused(queue, batch, message);
}

/** The matrix shows what was written before it is read anew, so that the next change is said of it. */
async function showSaved(project: string, items: CellList["items"]): Promise<void> {
  const path = `/api/projects/${project}/progress`;
  const saved = new Map(items.map((cell) => [nameOf(cell), cell]));
  // What was asked before the writing would put the old versions back.
  await queries.cancelQueries({ queryKey: [path] });
  queries.setQueryData<MatrixView>([path], (matrix) => {
    if (!matrix) return matrix;
    const cells = matrix.cells.map((cell) => saved.get(nameOf(cell)) ?? cell);
    return { ...matrix, cells };
  });
}
