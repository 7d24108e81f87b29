import type {
  AnswerFeedback,
  CloseFeedback,
  SendFeedback,
} from "../../worker/feedback/contract/feedback.ts";
import { DRAFT } from "../../worker/feedback/words/draft.ts";

/** The statement as the county approved it: what the service knows of itself, completed. */
export const statement = {
  at: "2026-10-05T08:30:00.000Z",
  approved: {
    ...DRAFT,
    assessedOn: "2026-09-30",
    contactEmail: "saavutettavuus@etappi.example",
  },
};

type FeedbackStory = {
  readonly daysAgo: number;
  readonly sent: SendFeedback;
  readonly answered?: { readonly daysAgo: number; readonly said: AnswerFeedback };
  readonly closed?: { readonly daysAgo: number; readonly said: CloseFeedback };
};

const nothing = { page: "", email: null, leaveEmpty: "" } as const;

/** Counted back from the day on which the story is played, so that one is always late. */
export const feedback: readonly FeedbackStory[] = [
  {
    daysAgo: 34,
    sent: { ...nothing, category: "other", text: "testi testi" },
    closed: { daysAgo: 33, said: { because: "Kokeilu, ei sisältöä." } },
  },
  {
    daysAgo: 24,
    sent: {
      ...nothing,
      category: "accessibility",
      page: "/projects/hoppu",
      email: "kuulija@etappi.example",
      text: "Kunnat kartalla: kuulen ruudunlukijalla vain luvut enkä kuntien nimiä, kun liikun ruudusta toiseen.",
    },
    answered: {
      daysAgo: 19,
      said: {
        answer:
          "Kiitos! Ruutujen nimissä on nyt kunta ennen lukua. Sama tieto on myös taulukkona kartan alla.",
      },
    },
  },
  {
    daysAgo: 18,
    sent: {
      ...nothing,
      category: "accessibility",
      page: "/projects/hoppu/evidence",
      email: "lukija@etappi.example",
      text: "Todenteena oleva pöytäkirja on skannattu kuvaksi, eikä ruudunlukija lue sitä. Voisitteko lähettää sen tekstinä?",
    },
  },
  {
    daysAgo: 2,
    sent: {
      ...nothing,
      category: "other",
      page: "/projects/yhdessa",
      text: "Olisi hyvä nähdä etusivulta, milloin seuraava raportti on lähetettävä.",
    },
  },
];
