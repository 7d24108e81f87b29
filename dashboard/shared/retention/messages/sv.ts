import type { RetentionMessages } from "./fi.ts";

/** Vad som sägs om bevarandet, på svenska. */
export const sv: RetentionMessages = {
  kept: (date) =>
    `Bevaras som underlag för finansieringen minst till ${date}. Inget av det kan raderas före det.`,
  keptOpen:
    "Bevaras som underlag för finansieringen. Programmet har inget slutdatum, och inget raderas.",
  basis: (basis) => `Grund: ${basis}`,
  more: "Vad som bevaras och hur länge",
  names: {
    funding_evidence: "Rapporter med utgåvor och filer, verifikat och ändringshistorik",
    comments: "Kommentarernas ord",
    feedback: "Respons på tjänsten",
    use_log: "Användningsloggen",
  },
  until: (date) => `minst till ${date}`,
  open: "tills vidare",
  comments: "tills skribenten tar tillbaka dem, de tas bort eller skribentens uppgifter raderas",
  months: (months) => `${months} månader`,
  years: (years) => `${years} år`,
};
