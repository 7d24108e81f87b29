import type { FoundLink } from "../shared/found.ts";
import type { SearchWords } from "./messages/fi.ts";

/** Something that can be chosen: a place to go to, a file to take, or a deed. */
export type Choice = {
  /** Says the same thing on another day too: an address, or the name of a deed. */
  readonly id: string;
  readonly group: keyof SearchWords["groups"];
  readonly title: string;
  readonly detail?: string;
  readonly lang?: string;
  /** Other words by which it is found. */
  readonly also?: string;
  /** The keys that do the same. */
  readonly keys?: string;
} & (
  | { readonly href: string; readonly isFile?: boolean }
  | { readonly act: () => void | Promise<void> }
);

export type Group = { readonly name: Choice["group"]; readonly choices: readonly Choice[] };

/** Choices in their groups, each where its first choice stands. */
export function grouped(choices: readonly Choice[]): Group[] {
  const names = [...new Set(choices.map(({ group }) => group))];
  return names.map((name) => ({ name, choices: choices.filter(({ group }) => group === name) }));
}

/** Those whose words begin with each of the words that are typed. */
export function matching(choices: readonly Choice[], typed: string): Choice[] {
  const wanted = wordsIn(typed);
  return choices.filter(({ title, also = "" }) => {
    const own = wordsIn(`${title} ${also}`);
    return wanted.every((word) => own.some((one) => one.startsWith(word)));
  });
}

const wordsIn = (text: string) =>
  text
    .toLocaleLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);

export const choiceOf = ({ kind, href, title, detail, isFinnish }: FoundLink): Choice => ({
  id: href,
  group: kind,
  title,
  detail,
  href,
  ...(isFinnish && { lang: "fi" }),
});
