import type { AskedDeps } from "../../platform/env.ts";
import { countTowards } from "../../platform/limits.ts";
import { neighbourhoodOf } from "../../platform/network.ts";
import type { CheckedView } from "../contract/fingerprints.ts";
import { findFingerprint } from "../queries/fingerprints.ts";

/**
 * Checks a fingerprint, for anybody, and counts how often a neighbourhood does. Refuses with
 * `not_found` and `rate_limited`.
 */
export async function checkFingerprint(deps: AskedDeps, asked: string): Promise<CheckedView> {
  await countTowards(deps, "fingerprintChecked", neighbourhoodOf(deps.address));
  return findFingerprint(deps, asked.toLowerCase());
}
