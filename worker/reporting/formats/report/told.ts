import type { Language } from "../../../kernel/language.ts";
import type { DocumentSection, ReportDocument } from "../../contract/document.ts";
import { WORDS } from "../../words/report.ts";

/** What a format of a report is written with, besides the report itself. */
export type Frame = {
  readonly language: Language;
  /** SHA-256 of the canonical JSON; null in a preview of what has not been submitted. */
  readonly fingerprint: string | null;
};

/** A section as it is read: what the service knows, and what the team wrote. */
export type Told = {
  readonly key: string;
  readonly kind: DocumentSection["kind"];
  readonly title: string;
  readonly guidance: string | null;
  /** Put together by the service, in the language of the reader. */
  readonly sentences: readonly string[];
  /** Whether the service knows nothing of it, so that what stands there is the team's alone. */
  readonly isUnknown: boolean;
  /** The team's text, in the language in which it was written; empty where there is none. */
  readonly text: string;
};

/** The sections of a report in their order, in a language. */
export function toldOf(document: ReportDocument, language: Language): Told[] {
  const { kinds } = WORDS[language];
  return document.sections.map(({ key, kind, title, guidance, text }) => ({
    key,
    kind,
    title: title?.[language] ?? kinds[kind],
    guidance: guidance?.[language] ?? null,
    sentences: [],
    isUnknown: true,
    text,
  }));
}
