import type { Found, SearchView } from "./contract.ts";
import { FOUND_KINDS } from "./terms.ts";

/** What can be found: by its own names, or by those together with the words around it. */
export type Searched = {
  readonly names: readonly string[];
  readonly around: string;
  /** Puts equally good finds of a kind in order. */
  readonly order: string;
  readonly found: Found;
};

/**
 * The words of a text as they are compared: lower case, and without accents but those that make
 * å, ä and ö, which are letters of their own.
 */
export function wordsOf(text: string): string[] {
  const folded = text
    .normalize("NFD")
    .toLowerCase()
    .replace(/(?<!a)\u030A|(?<![ao])\u0308|[^\P{M}\u030A\u0308]/gu, "")
    .normalize("NFC");
  return folded.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== "");
}

/**
 * The best first: what is called so (0), what begins so (1), what has a word that begins with each
 * of the words (2), what holds each of them (3), and what holds them together with the words around
 * it, at least one of them itself (4). Then by kind and by order. Where nothing is found, what
 * differs by a letter, or by two in words of eight letters or more.
 */
export function search(
  all: readonly Searched[],
  query: string,
  limit: number,
): Omit<SearchView, "whole"> {
  const words = wordsOf(query);
  if (words.length === 0) return { items: [], near: false, more: false };
  const exact = ranked(all, (one) => rankOf(one, words));
  const near = exact.length === 0;
  const found = near ? ranked(all, (one) => nearRankOf(one, words)) : exact;
  const items = found.slice(0, limit).map((one) => one.found);
  return { items, near: near && items.length > 0, more: found.length > limit };
}

const collator = new Intl.Collator("fi", { numeric: true });
const kindOf = ({ found }: Searched) => FOUND_KINDS.indexOf(found.kind);

function ranked(all: readonly Searched[], rankIn: (one: Searched) => number | null): Searched[] {
  return all
    .flatMap((one) => {
      const rank = rankIn(one);
      return rank === null ? [] : [{ one, rank }];
    })
    .toSorted(
      (a, b) =>
        a.rank - b.rank ||
        kindOf(a.one) - kindOf(b.one) ||
        collator.compare(a.one.order, b.one.order),
    )
    .map(({ one }) => one);
}

function rankOf({ names, around }: Searched, words: readonly string[]): number | null {
  const whole = words.join(" ");
  const own = names.map(wordsOf);
  const texts = own.map((name) => name.join(" "));
  if (texts.includes(whole)) return 0;
  if (texts.some((text) => text.startsWith(whole))) return 1;
  if (own.some((name) => words.every((word) => begun(name, word)))) return 2;
  if (texts.some((text) => words.every((word) => text.includes(word)))) return 3;
  const isOwn = (word: string) => texts.some((text) => text.includes(word));
  if (!words.some(isOwn)) return null;
  const beside = wordsOf(around).join(" ");
  return words.every((word) => isOwn(word) || beside.includes(word)) ? 4 : null;
}

const begun = (name: readonly string[], word: string) => name.some((one) => one.startsWith(word));

function nearRankOf({ names, around }: Searched, words: readonly string[]): number | null {
  const own = names.flatMap(wordsOf);
  const isOwn = (word: string) => own.some((other) => isNear(word, other));
  if (!words.some(isOwn)) return null;
  const beside = wordsOf(around);
  const isBeside = (word: string) => beside.some((other) => isNear(word, other));
  return words.every((word) => isOwn(word) || isBeside(word)) ? 0 : null;
}

const differingMax = (word: string) => (word.length < 4 ? 0 : word.length < 8 ? 1 : 2);

/** Whether a word is written almost as another one begins. */
function isNear(word: string, other: string): boolean {
  const max = differingMax(word);
  return other.length >= word.length - max && differenceOf(word, other) <= max;
}

/**
 * How many letters are to be changed, added, left out or swapped with the next to make a word the
 * beginning of another (the distance of optimal string alignment, to the nearest beginning).
 */
function differenceOf(word: string, other: string): number {
  let before: number[] = [];
  let last = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let row = 1; row <= word.length; row += 1) {
    const now = [row];
    for (let column = 1; column <= other.length; column += 1) {
      const isSame = word[row - 1] === other[column - 1];
      const isSwapped = word[row - 1] === other[column - 2] && word[row - 2] === other[column - 1];
      now[column] = Math.min(
        (last[column] ?? row) + 1,
        (now[column - 1] ?? row) + 1,
        (last[column - 1] ?? row) + (isSame ? 0 : 1),
        isSwapped ? (before[column - 2] ?? row) + 1 : Infinity,
      );
    }
    [before, last] = [last, now];
  }
  return Math.min(...last);
}
