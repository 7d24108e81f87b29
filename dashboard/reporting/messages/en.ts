import type { Words } from "./fi.ts";

/** What the reports to the funder say, in English. */
export const en: Words = {
  title: "Reports",
  intro: "Status reports to the funder. The figures of a submitted report no longer change.",
  introFunder: "Status reports that the project has submitted to you.",
  empty: "There are no reports yet.",
  emptyFunder: "The project has not submitted any reports yet.",
  more: "Show more",
  add: "New report",
  addTitle: "New status report",
  editTitle: (name) => `Edit: ${name}`,
  name: "Name",
  nameHelp: "For instance “Status report, autumn 2024”",
  message: "Message to the funder",
  messageHelp: "What is good to know beside the figures. The message goes with the report.",
  stale: "The report was changed elsewhere. Close, look at the new version and then change it.",
  states: {
    draft: "Draft",
    submitted: "Submitted",
    returned: "Returned",
    accepted: "Accepted",
    correcting: "Being corrected",
  },
  number: (number) => `Report ${number}`,
  drafted: (date) => `created ${date}`,
  submitted: (moment) => `status on ${moment}`,
  submit: "Submit to the funder",
  submitTitle: (name) => `Submit ${name}?`,
  submitText:
    "The figures are fixed as they are when the report is submitted, and the funder sees it at once. After that the report can be neither changed nor removed.",
  submitNotes: "Risks and deviations are part of the files of the report, internal notes are not.",
  sent: (name) => `${name} was submitted.`,
  files: "Files",
  fileOf: (file, name) => `${file}: ${name}`,
  funded: {
    title: "Projects",
    intro: "Projects whose reports you receive.",
    also: "Projects that you fund",
    empty: "There are no projects for you yet.",
    open: "Reports",
  },
};
