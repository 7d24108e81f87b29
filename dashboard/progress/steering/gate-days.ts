import { showDate, showNumber } from "../../shared/i18n.ts";
import type { Gate } from "./figures.ts";
import { words } from "./words.ts";

/** When a gate was, or how far ahead it is. */
export function gateDays({ days, endsOn }: Pick<Gate, "days" | "endsOn">): string {
  const say = words.value;
  if (days === 0) return say.gateToday;
  return days < 0 ? say.passed(showDate(endsOn)) : say.coming(showNumber(days), showDate(endsOn));
}
