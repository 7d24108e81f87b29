import { withoutContactIn } from "../../members/queries.ts";
import type { Deps } from "../../platform/env.ts";
import { withProgrammeThen } from "../../projects/queries/projects.ts";
import { loadRegister } from "../../risks/queries/register.ts";
import type { FingerprintView } from "../contract/fingerprint.ts";
import { coverOf, fingerprintOf } from "../domain/fingerprint.ts";
import { type AsOf, readingOf } from "./board.ts";
import { loadPastMatrix } from "./progress.ts";

/**
 * The fingerprint of a project's status at a moment, and the moment, which is now where none is
 * given. It is read from facts also for now, so that asking again for that moment gives the same.
 * Refuses with `not_found` and `forbidden`. Costs the facts until then, those of risks and
 * deviations twice, and two for the cover.
 */
export async function loadFingerprint(
  deps: Deps,
  slug: string,
  asOf: AsOf,
): Promise<FingerprintView> {
  const at = asOf ?? deps.now;
  const { matrix, texts } = await loadPastMatrix(deps, slug, at);
  const participants = matrix.municipalities.map(({ code }) => code);
  const [withoutContact, register, about] = await Promise.all([
    withoutContactIn(deps, { project: slug, participants }, at),
    loadRegister(deps, slug, { at }),
    withProgrammeThen(deps, slug, { at }),
  ]);
  const cover = coverOf(about);
  const { today: date } = readingOf(deps, at);
  return {
    asOf: at,
    fingerprint: await fingerprintOf({ date, cover, matrix, texts, register, withoutContact }),
    cover,
  };
}
