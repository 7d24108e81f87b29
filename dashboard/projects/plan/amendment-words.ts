import { WORDS } from "../../../worker/projects/words/amendments.ts";
import { language } from "../../shared/i18n.ts";

/** What amendments do, in the reader's language. */
export const useAmendmentWords = () => WORDS[language.value];
