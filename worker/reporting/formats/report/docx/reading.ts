import type { Language } from "../../../../kernel/language.ts";
import { WHOLE_PROJECT } from "../../../../projects/terms.ts";
import type { ReportDocument } from "../../../contract/document.ts";
import { WORDS } from "../../../words/docx.ts";
import type { Frame } from "../told.ts";
import { type Written, writtenIn } from "../written.ts";

/** A report and how it is read: what every part of the document is written from. */
export type Reading = {
  readonly document: ReportDocument;
  readonly language: Language;
  /** Null in a preview, whatever the edition says. */
  readonly fingerprint: string | null;
  readonly words: (typeof WORDS)[Language];
  readonly written: Written;
  /** What a municipality is called; one that has left the project as it was called before. */
  readonly placeOf: (code: string, before?: string) => string;
};

export function readingOf(document: ReportDocument, { language, fingerprint }: Frame): Reading {
  const words = WORDS[language];
  const names = new Map(
    document.municipalities.map(({ code, nameFi, nameSv }) => [
      code,
      language === "sv" ? nameSv : nameFi,
    ]),
  );
  return {
    document,
    language,
    fingerprint,
    words,
    written: writtenIn(language),
    placeOf: (code, before = code) =>
      code === WHOLE_PROJECT ? words.wholeProject : (names.get(code) ?? before),
  };
}
