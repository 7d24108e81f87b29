export const sessionCookie = "__Host-etappi";

/** How long a session lasts at most. */
export const sessionHoursMax = 12;

/** The roles that a demonstration lets anyone take. */
export const DEMO_PERSONS = ["lead", "contact", "steering", "funder", "admin"] as const;
export type DemoPerson = (typeof DEMO_PERSONS)[number];

/** The municipality whose contact one becomes when none is named: Tampere. */
export const demoMunicipality = "837";
