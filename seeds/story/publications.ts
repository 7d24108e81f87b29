import { PUBLIC_PARTS, type PublicPart } from "../../worker/projects/terms.ts";

/** What the lead chose to publish, after the projects had run for years. */
export const publications: readonly {
  readonly at: string;
  readonly project: string;
  readonly parts: readonly PublicPart[];
}[] = [
  { at: "2026-10-05T08:30:00.000Z", project: "hoppu", parts: PUBLIC_PARTS },
  { at: "2026-10-05T08:50:00.000Z", project: "tukenasi", parts: ["summary", "progress", "dates"] },
];
