import type { AttentionMessages } from "./fi.ts";

/** What the list of attention says, in Swedish. */
export const sv: AttentionMessages = {
  title: "Vad som behöver ses över",
  intro: "Varje rad har en orsak och en länk där saken kan åtgärdas.",
  all: "Alla",
  choose: "Visa",
  empty: "Inget behöver ses över just nu.",
  emptyKind: "Här finns inget just nu.",
  unblock: "Fortsätter när",
  openCell: "Öppna uppgiften",
  openMunicipality: "Öppna kommunen",
  openMembers: "Bjud in en kontaktperson",
  exportCsv: "CSV för finskt Excel (;)",
  more: "Visa fler",
};
