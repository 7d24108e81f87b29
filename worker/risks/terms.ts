/** From 1, hardly, to 5, almost surely; and from 1, slight, to 5, severe. */
export const LEVELS = [1, 2, 3, 4, 5] as const;
export type Level = (typeof LEVELS)[number];

export const RISK_STATES = ["open", "closed"] as const;
export const DEVIATION_STATES = ["open", "resolved"] as const;

/** A risk is to be reviewed at least every so many months (Decree 547/2024). */
export const reviewMonthsMax = 12;

/** Likelihood times significance from which a risk needs a look. */
export const highRiskMin = 15;
const moderateRiskMin = 6;

/** What the level of a risk means, from the lightest. */
export const BANDS = ["low", "moderate", "high"] as const;
export type Band = (typeof BANDS)[number];

/** The band of a level, 1-25. */
export function bandOf(level: number): Band {
  if (level >= highRiskMin) return "high";
  return level >= moderateRiskMin ? "moderate" : "low";
}

export const RISK_FACTS = ["risk.added", "risk.changed", "risk.reviewed", "risk.closed"] as const;
export const DEVIATION_FACTS = [
  "deviation.added",
  "deviation.changed",
  "deviation.resolved",
] as const;

export const risksMax = 200;
export const deviationsMax = 500;
/** Cells that one risk or deviation is linked to. */
export const linksMax = 400;
