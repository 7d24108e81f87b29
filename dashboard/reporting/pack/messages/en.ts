import type { PackMessages } from "./fi.ts";

/** What is said of the evidence pack, in English. */
export const en: PackMessages = {
  title: "Evidence pack for an auditor",
  intro:
    "The report and its files, the whole history of changes of the project, and all evidence in one pack that can be read and checked without the service. It holds internal notes: give it to an auditor alone.",
  download: "Download the pack (ZIP)",
  part: (part, parts) => `Download part ${part}/${parts} (ZIP)`,
  holds: (facts, items, size) =>
    `Changes ${facts}, items of evidence ${items}, evidence files ${size}.`,
};
