import type { AttentionMessages } from "./fi.ts";

/** What the list of attention says, in English. */
export const en: AttentionMessages = {
  title: "What needs attention",
  intro: "Each row has its reason, and a link where it can be put right.",
  all: "All",
  choose: "Show",
  empty: "Nothing needs attention right now.",
  emptyKind: "There is nothing here right now.",
  unblock: "Goes on when",
  openCell: "Open the cell",
  openMunicipality: "Open the municipality",
  openMembers: "Invite a contact",
  exportCsv: "CSV for Finnish Excel (;)",
  more: "Show more",
};
