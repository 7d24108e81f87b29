import type { Language } from "../../../kernel/language.ts";
import { en } from "./en.ts";
import { fi } from "./fi.ts";
import { sv } from "./sv.ts";

/** What of a report is told as a line of its own. */
export type AboutItem = keyof typeof fi.about;

/** What a report as tables says besides its columns. */
export const WORDS = { fi, sv, en } satisfies Readonly<Record<Language, typeof fi>>;
