import type { LinkState } from "../terms.ts";

/** Where a link is at a moment: what was revoked stays so, also once it would have run out. */
export function stateOf(
  { revokedAt, expiresAt }: { readonly revokedAt: string | null; readonly expiresAt: string },
  now: string,
): LinkState {
  if (revokedAt !== null) return "revoked";
  return expiresAt <= now ? "expired" : "open";
}
