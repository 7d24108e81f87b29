import { daysBetween } from "../../kernel/instant.ts";
import type { Language } from "../../kernel/language.ts";
import type { Register } from "../../risks/contract.ts";
import { highRiskMin } from "../../risks/terms.ts";
import type { AttentionItem } from "../contract/attention.ts";
import { dateIn, WORDS } from "../words/attention.ts";

type Found = Pick<AttentionItem, "kind" | "title" | "why" | "days"> &
  Partial<Pick<AttentionItem, "risk" | "deviation">>;

/**
 * What of the risks and deviations needs a look on a date: open risks that are high or were not
 * reviewed within twelve months (Decree 547/2024), and open deviations.
 */
export function registerReasons(
  { risks, deviations }: Register,
  { today, language }: { readonly today: string; readonly language: Language },
): Found[] {
  const say = WORDS[language];
  const open = risks.filter(({ state }) => state === "open");
  return [
    ...deviations
      .filter(({ state }) => state === "open")
      .map(({ number, title, noticedOn, correctiveAction }): Found => {
        const days = daysBetween(noticedOn, today);
        const why = say.deviationOpen(dateIn(language, noticedOn), days, correctiveAction !== "");
        return { kind: "deviation_open", deviation: number, title, why, days };
      }),
    ...open
      .filter(({ level }) => level >= highRiskMin)
      .map(({ number, title, level, reviewedOn }): Found => {
        const why = say.riskHigh(level, dateIn(language, reviewedOn));
        const days = daysBetween(reviewedOn, today);
        return { kind: "risk_high", risk: number, title, why, days };
      }),
    ...open
      .filter(({ reviewOverdue }) => reviewOverdue)
      .map(({ number, title, reviewDueOn, reviewedOn }): Found => {
        const days = daysBetween(reviewDueOn, today);
        const why = say.riskReviewDue(dateIn(language, reviewedOn), days);
        return { kind: "risk_review_due", risk: number, title, why, days };
      }),
  ];
}
