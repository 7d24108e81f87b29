import type { Problem } from "../../kernel/refusal.ts";
import { knownCodes } from "../../municipalities/queries.ts";
import type { Database } from "../../platform/database.ts";

/** What is wrong with these codes. Those that take part already may have ended since. */
export async function municipalityProblems(
  db: Database,
  codes: readonly string[],
  already: readonly string[] = [],
): Promise<Problem[]> {
  const known = new Set([...(await knownCodes(db, codes)), ...already]);
  return codes.flatMap((code, index) => {
    const path = `municipalities.${index}`;
    if (codes.indexOf(code) < index)
      return [{ path, message: (say) => say.municipalityTwice(code) }];
    return known.has(code) ? [] : [{ path, message: (say) => say.municipalityUnknown(code) }];
  });
}
