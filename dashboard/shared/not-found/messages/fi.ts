import type { Widened } from "../../messages/fi.ts";

/** What stands where there is no page, in Finnish: the model that the other languages follow. */
export const fi = {
  title: "Sivua ei löydy",
  text: "Osoite voi olla väärä, tai sinulla ei ole oikeutta nähdä tätä sivua.",
  meant: "Tarkoititko?",
  onwards: "Jatka tästä",
  search: "Hae nimellä",
} as const;

export type NotFoundWords = Widened<typeof fi>;
