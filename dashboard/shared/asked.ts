import { signal } from "@preact/signals";

/** What a key or a button has asked for, to be opened over the page: the search, or the keys. */
export const asked = signal<"search" | "keys" | null>(null);

/** How many things the page waits for: answers of the service, and parts of the page itself. */
export const waiting = signal(0);

/** Counts some work among what the page waits for, until it has ended. */
export function awaited<Value>(work: Promise<Value>): Promise<Value> {
  waiting.value += 1;
  return work.finally(() => {
    waiting.value -= 1;
  });
}
