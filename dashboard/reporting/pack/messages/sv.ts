import type { PackMessages } from "./fi.ts";

/** Vad som sägs om verifikatpaketet, på svenska. */
export const sv: PackMessages = {
  title: "Verifikatpaket för en revisor",
  intro:
    "Rapporten och dess filer, projektets hela ändringshistorik och alla verifikat i ett paket som kan läsas och kontrolleras utan tjänsten. Det har interna anteckningar: ge det bara till en revisor.",
  download: "Ladda ner paketet (ZIP)",
  part: (part, parts) => `Ladda ner del ${part}/${parts} (ZIP)`,
  holds: (facts, items, size) => `Ändringar ${facts}, verifikat ${items}, verifikatfiler ${size}.`,
};
