import type { SliderMessages } from "./fi.ts";

export const en: SliderMessages = {
  label: "Moments when something happened",
  previous: "Previous moment",
  next: "Next moment",
  now: "Now",
};
