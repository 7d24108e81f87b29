import type { SliderMessages } from "./fi.ts";

export const en: SliderMessages = {
  label: "Moments when something happened",
  previous: "Previous moment",
  next: "Next moment",
  now: "Now",
  absent: "Nothing is known of this day: the project was not there yet, or the day has not come.",
  toNow: "Back to now",
};
