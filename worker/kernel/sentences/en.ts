import type { Sentences } from "./fi.ts";
import { en as imports } from "./imports/en.ts";

export const en: Sentences = {
  ...imports,
  invalid: () => "Some of this needs correcting. Nothing was saved.",
  invalidQuestion: () => "Some of what was asked for needs correcting.",
  signedOut: () => "Your session has ended, or you have not signed in. Sign in and try again.",
  forbidden: () => "Your role does not allow this.",
  roleChanged: () => "Your role changed while you did this. Reload the page.",
  notFound: () => "This does not exist, or you are not allowed to see it.",
  conflict: () => "Someone else changed this at the same time. Reload, then try again.",
  stale: () => "Someone else has changed this since you opened it. Look at both versions.",
  staleCell: (milestone, municipality) =>
    `Milestone ${milestone} in municipality ${municipality} has changed since you opened it. Nothing was saved.`,
  preconditionRequired: () => "The header If-Match is missing: it says which version is changed.",
  keyReused: () => "The same Idempotency-Key has already been used for another request.",
  keyTooLong: () => "Idempotency-Key may have at most 200 printable characters.",
  tooLarge: () => "The request is too large: at most 1 MiB.",
  fileTooLarge: (mebibytes) => `The file is too large: at most ${mebibytes} MiB.`,
  fileEmpty: () => "The file is empty.",
  fileKindUnknown: (endings) =>
    `This kind of file is not taken. Allowed: ${endings}; text in UTF-8.`,
  fileWithMacros: () => "The file has macros or programs in it. Save it without them.",
  fileEnding: (endings) => `The content does not match the name: the name must end in ${endings}.`,
  unsupportedMediaType: () => "Send the content as application/json.",
  unsupportedFormType: () =>
    "Send a form (multipart/form-data), or the content as application/json.",
  formMalformed: () => "The form cannot be read. Send it as multipart/form-data, at most 40 parts.",
  formFieldTwice: () => "The same field is given twice.",
  foreignOrigin: () => "The request came from another site and was refused.",
  internal: () => "Something went wrong. It has been logged; try again in a while.",
  unavailable: () =>
    "The service is not responding right now. Try again in a while; with the same key nothing is saved twice.",
  jsonMalformed: () => "The content is not valid JSON.",
  jsonTooDeep: () => "The JSON is too deep: at most 32 levels.",
  jsonKeyTwice: (key) => `The same field is given twice: ${key}.`,
  textEncoding: () => "The content is not valid UTF-8.",
  parameterTwice: () => "The same query parameter is given twice.",
  missing: () => "This is missing.",
  wrongType: (expected) => `Wrong type: expected ${expected}.`,
  unknownField: () => "Unknown field.",
  notOneOf: (values) => `Allowed values: ${values}.`,
  tooLong: (max) => `At most ${max} characters.`,
  tooShort: (min) => `At least ${min} characters.`,
  tooMany: (max) => `At most ${max} items.`,
  tooFew: (min) => `At least ${min} items.`,
  tooBig: (max) => `At most ${max}.`,
  tooSmall: (min) => `At least ${min}.`,
  wrongFormat: () => "Wrong format.",
  textUnclean: () => "The text has control characters or broken characters.",
  dateUnreal: () => "This date does not exist. The format is yyyy-mm-dd, years 1990–2100.",
  momentUnreal: () => "Give a date (2024-06-30) or an instant (2024-06-30T12:00:00.000Z).",
  momentNotPast: () => "Choose a moment that is past: it is compared with now.",
  momentInFuture: () => "The moment is in the future.",
  cursorUnknown: () => "Unknown page cursor.",
  historyWhole: () =>
    "A JSONL file always has the whole history, so that it can be checked. Leave the filters out.",
  retentionShortened: (date) =>
    `Reports of the programme have been submitted, so records are kept at least until ${date}. The time can only be made longer.`,
  periodReversed: () => "The end is before the start.",
  periodTwice: () => "The calendar already has a report of this kind for these dates.",
  periodDueEarly: () => "The due date is before the period starts.",
  sectionTwice: (key) => `Two sections have the key ${key}.`,
  sectionUntitled: () => "Give the section a title: its kind has no standard one.",
  programmeUnknown: () => "There is no such programme.",
  slugTaken: () => "This identifier is already in use.",
  slugMissing: () => "The name gives no identifier; give one.",
  countyUnknown: () => "There is no such wellbeing services county.",
  municipalityUnknown: (code) => `There is no municipality ${code}.`,
  municipalityTwice: (code) => `Municipality ${code} is given twice.`,
  municipalityStays: (code) =>
    `Municipality ${code} cannot be removed: its history belongs to the project. Mark its milestones not applicable.`,
  phaseGap: (date) =>
    `There is a gap or an overlap between the phases: this one must start on ${date}.`,
  phaseStart: (date) => `The first phase starts when the project starts: ${date}.`,
  phaseEnd: (date) => `The last phase ends when the project ends: ${date}.`,
  phaseMoved: (name, milestones) =>
    `The phase “${name}” would move, but the milestones ${milestones} would not go with it. Change their phase in the same amendment.`,
  phaseStays: () => "A phase that has milestones cannot be removed.",
  phaseUnknown: () => "The project has no such phase.",
  milestonesFull: (max) => `The project already has ${max} milestones.`,
  cellsFull: (max) => `A project may have at most ${max} cells: milestones times municipalities.`,
  dueBeforeStart: (date) => `The due date is before the start of the project (${date}).`,
  dueForStranger: (code) => `Municipality ${code} does not take part in the project.`,
  dueForProject: () => "Due dates by municipality belong only to what is tracked by municipality.",
  measureMissing: () => "A target needs a unit and a goal value.",
  countedMilestone: () =>
    "A suggestion can be counted only for a target of the whole project, from a milestone tracked by municipality.",
  measureForMilestone: () => "Unit, baseline and goal value belong only to a target.",
  planGranted: (date: string) =>
    `The plan was granted on ${date}. Only an amendment can change this.`,
  planNotGranted: () =>
    "The plan is not granted yet. Change it directly; amendments are for a granted plan.",
  planEmpty: () => "The plan has no milestones yet, so it cannot be granted.",
  decidedInFuture: () => "The date of the decision is in the future.",
  decidedBeforeGrant: (date: string) =>
    `The date of the decision is before the plan was granted (${date}).`,
  amendmentsFull: (max: number) => `The project has ${max} amendments already.`,
  milestoneUnknown: (number: number) => `The project has no milestone ${number}.`,
  milestoneTwice: (number: number) =>
    `Milestone ${number} is in another change already. Put its changes into one.`,
  milestoneCounted: (number: number) =>
    `Target ${number} is counted from this milestone. Change how it is counted in the same amendment.`,
  projectTwice: () => "Changes to the project belong in one.",
  sourceUnknown: () => "The project to copy does not exist, or you may not see it.",
  beginningTwice: () => "Choose either a project to copy or a template.",
  nothingChanged: () => "Give at least one thing to change.",
  declaredMissing: () => "Give a status: nobody has said anything about this yet.",
  milestoneEnded: (number: number) =>
    `An amendment has ended milestone ${number}, so what was said of it can no longer change.`,
  nothingToConfirm: () => "There is nothing to confirm yet. Give a status first.",
  valueDiffers: (suggestion: number) =>
    `The counted suggestion is ${suggestion}. Say why the value differs from it.`,
  reasonMissing: () => "Give a reason: paused, cancelled and not applicable need one.",
  unblockOnlyPaused: () => "What would unblock it is given only for what is paused.",
  doneOnOnlyDone: () => "The day of completion is given only when the status is done.",
  doneOnKept: () => "What is done has a day of completion. Change the status if this is not done.",
  doneInFuture: () => "The day of completion is in the future.",
  doneBeforeStart: (date) => `The day of completion is before the start of the project (${date}).`,
  forecastOnlyOpen: () =>
    "A forecast is not given when the status is done, cancelled or not applicable.",
  forecastBeforeStart: (date) => `The forecast is before the start of the project (${date}).`,
  valueOnlyTarget: () => "A value is given only for a target, which has a unit.",
  cellUnknown: (milestone, municipality) =>
    `The project has no milestone ${milestone} in municipality ${municipality}.`,
  cellTwice: (milestone, municipality) =>
    `Milestone ${milestone} in municipality ${municipality} is given twice.`,
  percentFormula: () =>
    "The sum of the weights of what is done, divided by the sum of the weights of everything counted. No data, cancelled and not applicable stay out of the divisor.",
  plannedFormula: () =>
    "Of the same cells, the share of the weights that falls due by that date, as the plan stood then. A cell without a due date is in the divisor and never in what is planned.",
  demoMunicipalityUnknown: () => "This municipality has no contact in the demonstration.",
  signInUnavailable: () => "Signing in does not work right now. Try again in a while.",
  codeWrong: () => "The code is wrong or has expired. Ask for a new one in the same browser.",
  codeSubject: (code) => `Etappi: sign-in code ${code}`,
  codeBody: (code, minutes) =>
    `Your sign-in code for Etappi is ${code}.\n\nIt is valid for ${minutes} minutes, only in the browser that asked for it. Give it to nobody.\n\nIf you did not ask for a code, you can ignore this message.\n`,
  rateLimited: (minutes) => `Too many attempts. Try again in ${minutes} minutes.`,
  strongerSignIn: () => "This needs a stronger sign-in: sign in with the county’s own account.",
  tokenUnknown: () => "The token does not hold: it is unknown, expired or revoked.",
  tokensFull: (max) => `You already have ${max} valid tokens. Revoke one first.`,
  pathUnkept: () =>
    "This address cannot be saved. A page of the service will do, for example /projects/hoppu.",
  viewNameTaken: () => "You already have a view of this name.",
  viewsFull: (max: number) => `You already have ${max} saved views. Remove one first.`,
  personErased: () => "This person has been erased.",
  lastAdministrator: () => "The county needs at least one administrator.",
  lastLead: () => "The project needs at least one project manager. Appoint another one first.",
  membersFull: (max) => `The project already has ${max} members.`,
  municipalitiesOnlyContact: () => "Municipalities are given for a contact person only.",
  contactWithoutMunicipality: () =>
    "A contact person needs at least one municipality, as their own or as a deputy.",
  invitationsFull: (max) => `There are already ${max} open invitations. Take some back first.`,
  invitationUnknown: () =>
    "There is no such invitation. Check that the link is whole, or ask for a new one.",
  invitationForAnother: () =>
    "This invitation was sent to another address. Sign in with that address, or ask for one to your own.",
  invitationSubject: (project) => `Invitation to Etappi: ${project}`,
  invitationBody: (project, role, link, days) =>
    `You have been invited to the project ${project}. Your role: ${role}.\n\nOpen the invitation and sign in with this e-mail address:\n${link}\n\nIt is valid for ${days} days and can be used once.\n`,
  requestWaits: () => "You have already asked for this role. The request waits for a decision.",
  requestsFull: (max) => `You already have ${max} requests waiting.`,
  requestDecided: () => "The request has already been decided.",
  threadUnknown: () => "This milestone has no such thread that could be answered.",
  threadResolved: () => "The thread is resolved. Open it again first.",
  commentGone: () => "The comment has been taken away and can no longer be changed.",
  commentOwn: () => "Only its author changes a comment. A project manager can remove it.",
  removalUnexplained: () => "Say why you remove what somebody else has written.",
  mentionUnknown: () => "Whoever is mentioned is not a member who sees the discussion.",
  mentionsTooMany: (max: number) => `A comment can mention at most ${max} people.`,
  commentsFull: (max: number) => `The milestone already has ${max} comments.`,
  repliesFull: (max: number) => `The thread already has ${max} replies. Begin a new one.`,
  recordUnknown: () => "The project has no such record that could stand as evidence.",
  evidenceFull: (max) => `The project already has ${max} items of evidence.`,
  evidenceOfMilestoneFull: (max) => `The milestone already has ${max} items of evidence.`,
  evidenceOwn: () => "Somebody else accepts or rejects the evidence that you added.",
  evidenceWithdrawn: () =>
    "This evidence has been withdrawn and cannot change any more. Add a new one.",
  evidenceAccepted: () => "This evidence has been accepted. A project manager can withdraw it.",
  reviewMissing: () => "Say why the evidence is rejected.",
  noticeSubject: (reports) =>
    reports === 1 ? "Etappi: a new report waits" : `Etappi: ${reports} new reports wait`,
  noticeLine: (project, report, edition) => `- ${project}: ${report}, edition ${edition}`,
  noticeBody: (lines, origin) =>
    `Reports have been submitted to you:\n\n${lines}\n\nSign in and read them on the page of the project’s reports${origin === null ? "." : `:\n${origin}/`}\n\nYou can change notices in your own details.\n`,
  linkUnknown: () =>
    "The link opens nothing: it is wrong, has run out or was revoked. Ask whoever gave it for a new one.",
  linksFull: (max) => `The project has ${max} links in force already. Revoke one of them first.`,
  webhooksFull: (max) => `The project already has ${max} webhooks.`,
  targetNotPublic: () =>
    "The address has to be public and begin with https://. Addresses of private networks, user names and the service’s own address are not taken.",
  nothingToSignWith: () =>
    "The service has no secret to sign messages with (AUTH_SECRET). An administrator can set it.",
  webhookOff: () => "The webhook is off. Turn it on first.",
  deliveryWaits: () => "This already waits to be sent.",
  reportsFull: (max) => `The project already has ${max} reports.`,
  portfolioTooLong: (max: number) =>
    `There are more than ${max} projects, so they do not fit in one file. Read them from the API page by page.`,
  reportLocked: (state) =>
    state === "accepted"
      ? "The report has been accepted, and its text and figures are locked. The project manager can open it for a correction."
      : state === "submitted"
        ? "The report has been submitted, and its text and figures are locked. The funder can return it to be changed."
        : "The report is still being written, so this cannot be done before it has been submitted and accepted.",
  reportNotDecided: (state) =>
    state === "accepted"
      ? "The report has already been accepted."
      : "The report does not wait for a decision: the project manager is writing it and submits it.",
  editionsFull: (max) => `The report already has ${max} editions.`,
  editionSuperseded: (old, newest) =>
    `Edition ${old} can no longer be corrected, because edition ${newest} has replaced it. Correct the newest.`,
  ownReport: () => "The funder's decision is made by somebody other than who submitted the report.",
  periodUnknown: () => "The report calendar of the programme has no such period.",
  periodTaken: () => "There is a report on the period already.",
  sectionUnknown: () => "The report has no such section.",
  budgetExceeded: () => "More has been used than was granted. Check the amounts.",
  calendarTooLong: (max) => `There are more than ${max} projects. Narrow them by programme.`,
  fingerprintUnknown: () =>
    "No report was submitted and no file made with this fingerprint in this service. That of a printed status is checked in the project’s steering group pack.",
  packPartUnknown: (parts) => `The pack has only ${parts} parts.`,
  dayInFuture: (today) => `The day is in the future: today is ${today}.`,
  risksFull: (max) => `The project has ${max} risks already.`,
  deviationsFull: (max) => `The project has ${max} deviations already.`,
  closedBecauseMissing: () => "Say why the risk is closed.",
  closedBecauseOnlyClosed: () => "Why it was closed is given only for a closed risk.",
  riskClosed: () => "The risk is closed. Open it again first.",
  riskUnknown: (number) => `The project has no risk ${number}.`,
  resolvedBeforeNoticed: () => "The day it was resolved is before the day it was noticed.",
  correctiveActionMissing: () =>
    "Say what corrective action was taken when you resolve a deviation.",
  leaveEmpty: () => "This field is to be left empty. Clear it and send again.",
  feedbackFull: () =>
    "So much feedback is waiting that the form takes no more just now. Write to the address in the statement.",
  feedbackAnswered: () => "The feedback has been answered already.",
  feedbackClosed: () => "The feedback is closed already.",
  feedbackErased: () => "The feedback has been kept long enough, and its texts are erased.",
  feedbackSubject: (id) => `Etappi: your feedback ${id} has arrived`,
  feedbackBody: (id, days) =>
    `Thank you for your feedback. Its reference is ${id}.\n\nWe answer to this address within ${days} days.\n\nIf you have not sent any feedback, you can ignore this message.\n`,
  answerSubject: (id) => `Etappi: the answer to your feedback ${id}`,
  answerBody: (id, answer, link) =>
    `Our answer to your feedback ${id}:\n\n${answer}\n\nThe accessibility statement, which also names the supervising authority:\n${link}\n`,
  role: (role) =>
    ({
      lead: "project manager",
      contact: "contact person",
      steering: "steering group member",
      funder: "funder",
    })[role],
  invitationSpent: (state) =>
    ({
      open: "The invitation is open.",
      accepted: "The invitation has already been used.",
      expired: "The invitation has expired. Ask for a new one.",
      revoked: "The invitation has been taken back.",
    })[state],
};
