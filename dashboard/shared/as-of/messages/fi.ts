/** What the slider says, in Finnish: the model that the other languages follow. */
export const fi = {
  label: "Tapahtumien hetket",
  previous: "Edellinen hetki",
  next: "Seuraava hetki",
  now: "Nyt",
};

export type SliderMessages = { readonly [Name in keyof typeof fi]: string };
