import { LANGUAGES, type Language } from "../../../../kernel/language.ts";
import { WORDS } from "../../../words/iati.ts";
import { type Written, writtenIn } from "../written.ts";
import { element, type Xml } from "../xml.ts";

type Words = (typeof WORDS)[Language];

/** What people wrote, in the language of the activity. An empty narrative says nothing. */
export function plain(text: string): Xml[] {
  return text.trim() === "" ? [] : [element("narrative", {}, text)];
}

/** What the service says, once in every language, with dates as that language has them. */
export function said(sentence: (words: Words, written: Written) => string): Xml[] {
  return LANGUAGES.map((language) =>
    element("narrative", { "xml:lang": language }, sentence(WORDS[language], WRITTEN[language])),
  );
}

const WRITTEN = { fi: writtenIn("fi"), sv: writtenIn("sv"), en: writtenIn("en") } as const;

/** A name in the languages that it has. */
export function named(names: Readonly<Partial<Record<Language, string>>>): Xml[] {
  return LANGUAGES.flatMap((language) => {
    const name = names[language] ?? "";
    return name === "" ? [] : [element("narrative", { "xml:lang": language }, name)];
  });
}
