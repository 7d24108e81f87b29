/** How a request for access can end; null as long as it waits. */
export const DECISIONS = ["approved", "declined", "withdrawn"] as const;

export const INVITATION_STATES = ["open", "accepted", "expired", "revoked"] as const;
export type InvitationState = (typeof INVITATION_STATES)[number];

/** How long an invitation can be accepted. */
export const invitationDays = 14;
/** How many may wait at once: in a project, and from one person. */
export const openInvitationsMax = 200;
export const openRequestsMax = 5;
export const messageLengthMax = 1000;
export const membersMax = 500;

/** How long one who has signed in without a role is remembered. */
export const guestDays = 90;
export const guestsMax = 100;
/** How long an invitation that has ended says to whom it went. */
export const invitationKeptDays = 30;
