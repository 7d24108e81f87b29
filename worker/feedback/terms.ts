/** How far the service meets the requirements: the words of the model statement. */
export const CONFORMANCES = ["full", "partial", "none"] as const;

/** The one statement: it covers the whole service, also behind the sign-in. */
export const statementSlug = "etappi";

export const nameLengthMax = 200;
export const paragraphLengthMax = 2000;
export const criterionLengthMax = 60;
export const urlLengthMax = 300;
export const shortcomingsMax = 30;

/** What feedback is about. Of accessibility the Act 306/2019 asks for an answer in two weeks. */
export const CATEGORIES = ["accessibility", "other"] as const;
export type Category = (typeof CATEGORIES)[number];

export const FEEDBACK_STATES = ["new", "answered", "closed"] as const;
export type FeedbackState = (typeof FEEDBACK_STATES)[number];

export const feedbackLengthMax = 4000;
export const pageLengthMax = 200;
export const answerLengthMax = 4000;
export const becauseLengthMax = 500;
/** Feedback that waits for an answer. What comes above it is refused: nobody could answer it. */
export const waitingMax = 2000;
/** Rows of one file, the newest. */
export const exportedMax = 5000;

/** Within how many days feedback is answered (Act 306/2019 § 8). */
export const answerDays = 14;

/** How long the texts and the address are kept after an answer or a closing. */
export const keptMonths = 12;
/** And of what nobody has answered. */
export const keptUnansweredMonths = 24;

export const DELIMITERS = ["semicolon", "comma"] as const;
export type Delimiter = (typeof DELIMITERS)[number];
