import type { SliderMessages } from "./fi.ts";

export const sv: SliderMessages = {
  label: "Tidpunkter då något hände",
  previous: "Föregående tidpunkt",
  next: "Nästa tidpunkt",
  now: "Nu",
};
