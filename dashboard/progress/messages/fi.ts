/** What the list of attention says, in Finnish: the model that the other languages follow. */
export const fi = {
  title: "Mikä kaipaa huomiota",
  intro: "Jokaisella rivillä on syy ja linkki, josta asian voi korjata.",
  all: "Kaikki",
  choose: "Näytä",
  empty: "Mikään ei juuri nyt kaipaa huomiota.",
  emptyKind: "Tässä ei ole juuri nyt mitään.",
  unblock: "Jatkuu, kun",
  openCell: "Avaa tieto",
  openMunicipality: "Avaa kunta",
  openMembers: "Kutsu yhdyshenkilö",
  exportCsv: "CSV suomenkieliseen Exceliin (;)",
  more: "Näytä lisää",
};
export type AttentionMessages = typeof fi;
