import type { CheckMessages } from "./fi.ts";

/** What the check page says, in English. */
export const en: CheckMessages = {
  title: "Check a report",
  intro:
    "Every report that was submitted to a funder, and each of its files, has a fingerprint (SHA-256). Here you see whether it is genuine and whether the report is in force.",
  file: "File",
  fileHelp: (max) =>
    `Choose a file or drop it here, at most ${max}. The file does not leave your device: the fingerprint is reckoned in the browser, and only that is asked for.`,
  fingerprint: "Fingerprint",
  fingerprintHelp: "64 characters, digits and the letters a–f. Spaces do no harm.",
  notFingerprint: "This is no fingerprint: it has 64 characters, digits and the letters a–f.",
  check: "Check",
  reading: (name) => `Reckoning the fingerprint: ${name}`,
  tooLarge: (max) => `The file is too large. The largest size is ${max}.`,
  unreadable: "The file could not be read.",
  asking: "Asking the service…",
  verdicts: {
    in_force: "Genuine and in force",
    waiting: "Genuine, waiting for the funder’s decision",
    returned: "Genuine, but returned to be corrected",
    superseded: "Genuine, but superseded by a newer one",
    unknown: "The fingerprint is unknown",
  },
  meanings: {
    in_force: "The funder has accepted this edition, and it has not been superseded.",
    waiting: "This is the edition submitted last. The funder has not decided on it yet.",
    returned: "The funder has returned this edition. No new one has been submitted yet.",
    superseded: "There is a newer edition of this report. Use that one.",
  },
  sameMeaning:
    "The file is saved in another form than what was submitted, but it says exactly the same.",
  checkedFile: (name) => `The file ${name}`,
  project: "Project",
  report: "Report",
  hidden: "The project is not public, so no names are told.",
  edition: "Edition",
  editionOf: (number, newest) => `${number}${newest ? " (the newest)" : ""}`,
  asOf: "Status as of",
  what: "Reckoned from",
  edited: "The report’s data (canonical JSON)",
  madeFile: (format, language) =>
    `A file of the report: ${format}${language === "" ? "" : `, ${language}`}`,
  size: "Size",
  corrects: "Correction",
  correction: (number, edition, on) => `correction ${number}, of edition ${edition} (${on})`,
  supersededBy: "Superseded by",
  newer: (edition, on) => `edition ${edition}, status as of ${on}`,
  toReport: "Open the report",
  toPublic: "The project’s public page",
  unknownLead:
    "No report with this fingerprint has been submitted in this service. That can be because",
  unknownReasons: [
    "the file has been changed, if only by opening and saving it in another program",
    "it is a draft or a preview: those have no fingerprint",
    "it was made in another service, or the fingerprint has a mistake in it",
    "it is the fingerprint of a printed status (the steering group pack): that is not kept, and the project’s steering group pack reckons it anew for the moment on its cover",
  ],
  unknownNext: "Ask for the report again from whoever gave it to you, or ask the project’s lead.",
};
