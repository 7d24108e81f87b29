/** What is logged of the use of the system and of disclosures from it (Act 906/2019 § 17). */
export const USE_KINDS = [
  "signed_in",
  "sign_in_refused",
  "signed_out",
  "session_ended",
  "refused",
  "limited",
  "exported",
  "report_received",
  "data_received",
  "data_changed",
  "token_created",
  "token_revoked",
  "person_erased",
  "log_read",
] as const;
export type UseKind = (typeof USE_KINDS)[number];

/** How long a line is kept. A trigger refuses to remove a younger one. */
export const keptYears = 5;
export const detailLengthMax = 200;
