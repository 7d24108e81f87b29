import { DRAFT } from "../../worker/feedback/words/draft.ts";

/** The statement of the code, completed by a county. */
export const aStatement = {
  ...DRAFT,
  assessedOn: "2026-09-30",
  contactEmail: "saavutettavuus@alue.example",
};
