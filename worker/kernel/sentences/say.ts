import type { Language } from "../language.ts";
import { en } from "./en.ts";
import { fi, type Sentences } from "./fi.ts";
import { sv } from "./sv.ts";

/** The service's sentences in each language: a missing one does not compile. */
export const SAY: Readonly<Record<Language, Sentences>> = { fi, sv, en };
