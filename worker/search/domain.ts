import type { Found, SearchView } from "./contract.ts";
import { FOUND_KINDS, nearComparedMax, questionWordsMax } from "./terms.ts";

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
export const wordsOf = (text: string): string[] => wordsIn(folded(text));

function folded(text: string): string {
  // Most names need no more, and there are very many of them.
  if (!/[^ -~åäöÅÄÖ–\n]/.test(text)) return text.toLowerCase();
  return text
    .normalize("NFD")
    .toLowerCase()
    .replace(/(?<!a)\u030A|(?<![ao])\u0308|[^\P{M}\u030A\u0308]/gu, "")
    .normalize("NFC");
}

const wordsIn = (text: string): string[] => text.match(/[\p{L}\p{N}]+/gu) ?? [];

/**
 * The best first: what is called so (0), what begins so (1), what has a word that begins with each
 * of the words (2), what holds each of them (3), and what holds them together with the words around
 * it, at least one of them itself (4). Then by kind and by order. Where nothing is found, what
 * differs by a letter, or by two in words of eight letters or more. Of a question of very many
 * words the first are looked for, each once.
 */
export function search(
  all: readonly Searched[],
  query: string,
  limit: number,
): Omit<SearchView, "whole"> {
  const asked = wordsOf(query);
  const words = [...new Set(asked)].slice(0, questionWordsMax);
  if (words.length === 0) return { items: [], near: false, more: false };
  const prepared = all.map(prepare);
  const exact = ranked(prepared, (one) => rankOf(one, asked.join(" "), words));
  const near = exact.length === 0;
  const found = near ? ranked(prepared, nearRankIn(prepared, words)) : exact;
  const items = found.slice(0, limit).map((one) => one.found);
  return { items, near: near && items.length > 0, more: found.length > limit };
}

/** What can be found with its own names folded, one a line. */
type Prepared = { readonly one: Searched; readonly own: string };
const prepare = (one: Searched): Prepared => ({ one, own: folded(one.names.join("\n")) });

const collator = new Intl.Collator("fi", { numeric: true });
const kindOf = ({ found }: Searched) => FOUND_KINDS.indexOf(found.kind);

function ranked(all: readonly Prepared[], rankIn: (one: Prepared) => number | null): Searched[] {
  return all
    .flatMap((prepared) => {
      const rank = rankIn(prepared);
      return rank === null ? [] : [{ one: prepared.one, rank }];
    })
    .toSorted(
      (a, b) =>
        a.rank - b.rank ||
        kindOf(a.one) - kindOf(b.one) ||
        collator.compare(a.one.order, b.one.order),
    )
    .map(({ one }) => one);
}

function rankOf({ one, own }: Prepared, whole: string, words: readonly string[]): number | null {
  if (!words.some((word) => own.includes(word))) return null;
  const names = own.split("\n").map(wordsIn);
  const texts = names.map((name) => name.join(" "));
  if (texts.includes(whole)) return 0;
  if (texts.some((text) => text.startsWith(whole))) return 1;
  if (names.some((name) => words.every((word) => begun(name, word)))) return 2;
  if (texts.some((text) => words.every((word) => text.includes(word)))) return 3;
  const beside = folded(one.around);
  return words.every((word) => own.includes(word) || beside.includes(word)) ? 4 : null;
}

const begun = (name: readonly string[], word: string) => name.some((one) => one.startsWith(word));

/**
 * How well something holds the words of a question, each almost as it is written. All words that
 * there are are compared with those of the question once, however many names they stand in.
 */
function nearRankIn(all: readonly Prepared[], words: readonly string[]) {
  const around = new Map(all.map(({ one }) => [one.around, [] as string[]]));
  for (const text of around.keys()) around.set(text, wordsOf(text));
  const owns = new Map(all.map((prepared) => [prepared, wordsIn(prepared.own)]));
  const known = [...new Set([...owns.values(), ...around.values()].flat())];
  const near = nearOf(words, known);
  // A word that nothing is near to is in none of them.
  if (near.some(({ size }) => size === 0)) return () => null;
  return (prepared: Prepared) => {
    const own = owns.get(prepared) ?? [];
    const isOwn = (others: ReadonlySet<string>) => own.some((word) => others.has(word));
    if (!near.some(isOwn)) return null;
    const beside = around.get(prepared.one.around) ?? [];
    const isBeside = (others: ReadonlySet<string>) => beside.some((word) => others.has(word));
    return near.every((others) => isOwn(others) || isBeside(others)) ? 0 : null;
  };
}

/** For each word, those of the known ones that begin almost so. Bounded by `nearComparedMax`. */
function nearOf(words: readonly string[], known: readonly string[]): ReadonlySet<string>[] {
  const lettersIn = known.map(lettersOf);
  let compared = 0;
  return words.map((word) => {
    const max = differingMax(word);
    const letters = lettersOf(word);
    const near = known.filter((other, index) => {
      if (other.length < word.length - max) return false;
      // Each letter that the other has nowhere is one that differs.
      if (countOf(letters & ~(lettersIn[index] ?? 0)) > max) return false;
      compared += 1;
      return compared <= nearComparedMax && differenceOf(word, other, max) <= max;
    });
    return new Set(near);
  });
}

const differingMax = (word: string) => (word.length < 4 ? 0 : word.length < 8 ? 1 : 2);

/** The letters of a word as bits; some letters share one. */
function lettersOf(word: string): number {
  let letters = 0;
  for (let index = 0; index < word.length; index += 1)
    letters |= 1 << (word.charCodeAt(index) & 31);
  return letters;
}

function countOf(bits: number): number {
  let count = 0;
  for (let rest = bits; rest !== 0; rest &= rest - 1) count += 1;
  return count;
}

/**
 * How many letters are to be changed, added, left out or swapped with the next to make a word the
 * beginning of another (the distance of optimal string alignment, to the nearest beginning). What
 * is more than `max` is not counted out: nothing so far apart is looked at.
 */
function differenceOf(word: string, other: string, max: number): number {
  let before: number[] = [];
  let last = Array.from({ length: Math.min(other.length, max) + 1 }, (_, index) => index);
  for (let row = 1; row <= word.length; row += 1) {
    const now = [row];
    const end = Math.min(other.length, row + max);
    for (let column = Math.max(1, row - max); column <= end; column += 1) {
      const isSame = word[row - 1] === other[column - 1];
      const isSwapped = word[row - 1] === other[column - 2] && word[row - 2] === other[column - 1];
      now[column] = Math.min(
        (last[column] ?? Infinity) + 1,
        (now[column - 1] ?? Infinity) + 1,
        (last[column - 1] ?? Infinity) + (isSame ? 0 : 1),
        isSwapped ? (before[column - 2] ?? Infinity) + 1 : Infinity,
      );
    }
    [before, last] = [last, now];
  }
  return last.reduce((least, one) => Math.min(least, one), Infinity);
}
