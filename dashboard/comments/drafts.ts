import { session } from "../shared/session.ts";

/** What was typed and not sent, as long as the window is open. It is on no device and in no address. */
const drafts = new Map<string, string>();

const keyOf = (place: string) => `${session.value?.actor?.id} ${place}`;

export const draftOf = (place: string): string | null => drafts.get(keyOf(place)) ?? null;

export function keepDraft(place: string, text: string): void {
  drafts.set(keyOf(place), text);
}

export function forgetDraft(place: string): void {
  drafts.delete(keyOf(place));
}
