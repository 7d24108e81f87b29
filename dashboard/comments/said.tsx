import type { CommentView } from "../../worker/comments/contract.ts";
import { MENTION } from "../../worker/comments/terms.ts";
import { words } from "./words.ts";

type Mentions = CommentView["mentions"];

/** A text as people read it: its lines, and people by name. */
export function Said({ text, mentions }: { text: string; mentions: Mentions }) {
  const names = new Map(mentions.map(({ person, name }) => [person, name]));
  // Split by a pattern with one group: every second part is a pseudonym.
  const parts = text.split(MENTION);
  return (
    <p class="comment-text" lang="fi">
      {parts.map((part, index) =>
        index % 2 === 0 ? (
          part
        ) : (
          // oxlint-disable-next-line react/no-array-index-key -- a part is its place in the text
          <strong key={index} class="mention">
            @{names.get(part) || words.value.somebody}
          </strong>
        ),
      )}
    </p>
  );
}

/** Somebody who can be named, under a name that nobody else here has. */
export type Nameable = { readonly person: string; readonly label: string };

/** A text as its writer sees it, with names for pseudonyms. */
export function withNames(text: string, people: readonly Nameable[]): string {
  const labels = new Map(people.map(({ person, label }) => [person, label]));
  return text.replaceAll(MENTION, (mention, person: string) => {
    const label = labels.get(person);
    return label === undefined ? mention : `@${label}`;
  });
}

/** A text as it is sent: pseudonyms for the names that were chosen, the longest first. */
export function withPseudonyms(text: string, people: readonly Nameable[]): string {
  return people
    .toSorted((one, other) => other.label.length - one.label.length)
    .reduce((sent, { person, label }) => sent.replaceAll(`@${label}`, `@[${person}]`), text);
}
