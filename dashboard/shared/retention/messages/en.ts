import type { RetentionMessages } from "./fi.ts";

/** What is said of how long things are kept, in English. */
export const en: RetentionMessages = {
  kept: (date) =>
    `Kept as evidence of the funding at least until ${date}. None of it can be erased before that.`,
  keptOpen:
    "Kept as evidence of the funding. The programme has set no end date, and nothing is erased.",
  basis: (basis) => `Basis: ${basis}`,
  more: "What is kept, and how long",
  names: {
    funding_evidence: "Reports with their editions and files, evidence and the history of changes",
    comments: "The words of comments",
    feedback: "Feedback on the service",
    use_log: "The log of use",
  },
  until: (date) => `at least until ${date}`,
  open: "until further notice",
  comments: "until the author takes them back, they are removed or the author’s data is erased",
  months: (months) => `${months} months`,
  years: (years) => `${years} years`,
};
