/** `withdrawn`: by who wrote it. `removed`: by a lead, with a reason. */
export const COMMENT_STATES = ["shown", "withdrawn", "removed"] as const;

/** As people see it. `erased`: it stands, and its text is gone with the person who wrote it. */
export const SHOWN_STATES = [...COMMENT_STATES, "erased"] as const;

export const commentLengthMax = 2000;
export const removalReasonLengthMax = 500;
/** People named in one comment. */
export const mentionsMax = 20;
export const repliesMax = 50;
/** Comments of one milestone, with replies. */
export const commentsOfMilestoneMax = 2000;
/** Texts that a comment has had: the newest of them are told. */
export const textsShownMax = 50;
/** Threads on one page: with their replies, they are the longest answer of this context. */
export const threadsShownMax = 50;
export const threadsShown = 20;
/** Of a project's comments the newest are exported, and of a person's the newest are told. */
export const commentsTakenMax = 20_000;

/** How a text names a person: `@[p-3f9c…]`, by pseudonym. */
export const MENTION = /@\[([a-z0-9-]{1,60})\]/g;

/** Comments have a scope of their own: no view of progress reads them, and no script may. */
export const commentsScope = (project: string) => `@comments/${project}`;

export const DELIMITERS = ["semicolon", "comma"] as const;
export type Delimiter = (typeof DELIMITERS)[number];
