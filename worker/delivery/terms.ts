/** What a webhook can be told of. `report.corrected`: an edition that corrects an accepted one came. */
export const REPORT_EVENTS = [
  "report.submitted",
  "report.returned",
  "report.accepted",
  "report.corrected",
] as const;
export type ReportEvent = (typeof REPORT_EVENTS)[number];

/** Where a shared link is. One that has run out or was revoked opens nothing any more. */
export const LINK_STATES = ["open", "expired", "revoked"] as const;
export type LinkState = (typeof LINK_STATES)[number];

export const linkNameLengthMax = 120;
export const linkDaysDefault = 30;
export const linkDaysMax = 365;
/** Links of a project that open something. */
export const openLinksMax = 50;
/** Links of a project in a list: the newest, with those that have run out. */
export const linksListedMax = 200;
/** How long the row of a link is kept after it has opened anything last. */
export const linkKeptDays = 365;

export const webhooksMax = 10;
export const urlLengthMax = 500;
/** Deliveries of a webhook in a list: the newest. */
export const deliveriesListedMax = 50;
export const deliveryKeptDays = 90;

/** Where the delivery of an event is. */
export const DELIVERY_STATES = ["waiting", "done", "failed"] as const;

/** Why an attempt came to nothing: an answer that is not 2xx, or none. */
export const ATTEMPT_PROBLEMS = [
  "status",
  "redirect",
  "timeout",
  "unreachable",
  "address",
] as const;
export type AttemptProblem = (typeof ATTEMPT_PROBLEMS)[number];

/** How long to wait after each attempt that failed, in seconds. After the last there is none. */
export const WAITS = [10, 60, 300, 1800, 7200, 21_600] as const;
export const attemptsMax = WAITS.length + 1;
/** How long a target may take to answer. */
export const answerSecondsMax = 5;
/** Within which nobody else takes up an attempt that is under way. */
export const claimSeconds = 30;
/** Attempts that failed one after the other, of any events: then nothing is sent any more. */
export const failuresMax = 20;

/** Who is told by letter that a report has been submitted, unless they want no letters. */
export const NOTICED_ROLES = ["funder", "steering"] as const;
export const NOTICE_STATES = ["waiting", "sending", "sent", "failed"] as const;
/** A submission that is older is told of to nobody. */
export const noticeDaysMax = 2;
/** How often a mail server is asked to take a letter. */
export const noticeTriesMax = 3;
/** Letters that are sent when the deliverer runs once. */
export const lettersAtOnceMax = 40;
/** How long it is known whom a submission was told. */
export const noticeKeptDays = 90;

/** Facts that are looked at, and deliveries that are sent, when the deliverer runs once. */
export const factsPassedMax = 5000;
export const sentAtOnceMax = 20;
