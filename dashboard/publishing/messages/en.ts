import type { PublishingMessages } from "./fi.ts";

/** What the choice of what is public says, in English. */
export const en: PublishingMessages = {
  title: "Public page",
  isPublic: "The project has a public page. Anybody can read it.",
  isInternal: "The project is not published. Only its roles see its figures.",
  openPage: "Open the public page",
  newTab: "(new tab)",
  choose: "What the page shows",
  always:
    "Always shown: the project’s name, programme and funder, period, stage of development, lead organisation and the role of the contact person.",
  never: "Never shown: people, notes, reasons, comments, risks and evidence.",
  parts: {
    summary: { name: "Short description", shows: "The project’s short description as it stands." },
    progress: {
      name: "Percentages and phases",
      shows: "How much is done in the whole project and by phase, and how many places are late.",
    },
    municipalities: {
      name: "Municipalities",
      shows:
        "Map and table: what is done and late in each municipality. Without it, only the totals.",
    },
    targets: { name: "Targets", shows: "Quantitative targets, declared values and goals." },
    dates: { name: "Next dates", shows: "What in the project is to be done next." },
  },
  shown: "Shown",
  hidden: "Not shown",
  preview: "Preview",
  publish: "Publish",
  save: "Save the choice",
  saved: "Saved. The public page shows this now.",
  takeDown: "Take down the public page",
  takeDownTitle: "Take down the public page?",
  takeDownText:
    "The page, what is embedded elsewhere and the open interface stop answering at once. The choice is kept, and the page can be published again.",
  embedTitle: "Embedding",
  embedHelp:
    "Put the code into a page of your own. It updates by itself and uses neither cookies nor scripts.",
  embedLabel: "Code to embed",
  copy: "Copy",
  copied: "Copied.",
  pictureTitle: "The picture shown when the link is shared",
  pictureAlt: "The project’s name, share done, phases and municipalities as a picture",
};
