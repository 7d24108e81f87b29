import { EMPTY, nameOf, type Queue, type Unsent } from "./queue.ts";

const form = "etappi-unsent-1";

/** A queue as it is kept on the device; null when there is nothing to keep. */
export function written(queue: Queue): string | null {
  if (queue.waiting.length === 0 && !queue.sent) return null;
  return JSON.stringify({ form, ...queue });
}

/** The queue that was kept. What this version does not understand is not half understood. */
export function read(text: string | null): Queue {
  if (text === null) return EMPTY;
  try {
    const found: unknown = JSON.parse(text);
    return isQueue(found) ? { waiting: found.waiting, sent: found.sent } : EMPTY;
  } catch {
    return EMPTY;
  }
}

type Loose = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Loose =>
  typeof value === "object" && value !== null && !Array.isArray(value);

function isQueue(value: unknown): value is Queue {
  if (!isObject(value) || value["form"] !== form) return false;
  const { waiting, sent } = value;
  if (!isUnsentOnce(waiting)) return false;
  return (
    sent === null ||
    (isObject(sent) && typeof sent["key"] === "string" && isUnsentOnce(sent["items"]))
  );
}

function isUnsentOnce(value: unknown): value is readonly Unsent[] {
  if (!Array.isArray(value) || !value.every(isUnsent)) return false;
  return new Set(value.map(({ seen }) => nameOf(seen))).size === value.length;
}

function isUnsent(value: unknown): value is Unsent {
  if (!isObject(value)) return false;
  const { seen, said, problems, theirs } = value;
  return (
    isSeen(seen) &&
    isObject(said) &&
    Array.isArray(problems) &&
    problems.every((one) => typeof one === "string") &&
    (theirs === null || isSeen(theirs))
  );
}

function isSeen(value: unknown): boolean {
  return (
    isObject(value) &&
    Number.isInteger(value["milestone"]) &&
    Number.isInteger(value["version"]) &&
    typeof value["municipality"] === "string" &&
    typeof value["declared"] === "string"
  );
}
