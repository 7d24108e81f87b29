/** What a meeting goes through: one screen for each point of the agenda. */
export const SCREENS = ["overview", "attention", "gates", "changes", "targets", "steps"] as const;

/** So many days a meeting looks ahead. */
export const aheadDays = 90;
