/** What the slider says, in Finnish: the model that the other languages follow. */
export const fi = {
  label: "Tapahtumien hetket",
  previous: "Edellinen hetki",
  next: "Seuraava hetki",
  now: "Nyt",
  absent: "Tältä päivältä ei ole tietoja: hanketta ei vielä ollut, tai päivä ei ole vielä tullut.",
  toNow: "Palaa nykyhetkeen",
};

export type SliderMessages = { readonly [Name in keyof typeof fi]: string };
