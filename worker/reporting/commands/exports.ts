import { runBatch } from "../../platform/database.ts";
import type { AskedDeps } from "../../platform/env.ts";
import { countTowards } from "../../platform/limits.ts";
import { logged } from "../../use-log/record.ts";
import type { StatusExport } from "../contract/exports.ts";
import { loadStatusExport } from "../queries/exports.ts";

type Taking = { readonly schema: string; readonly format: string };

/**
 * The status of a project for a file, and the line in the log of disclosures that says who took it
 * (Act 906/2019 § 17). Refuses as `loadStatusExport` does, and with `rate_limited`.
 */
export async function takeStatusExport(
  deps: AskedDeps,
  slug: string,
  { format, ...asked }: Taking & Parameters<typeof loadStatusExport>[2],
): Promise<StatusExport> {
  await countTowards(deps, "exported", deps.actor.id);
  const status = await loadStatusExport(deps, slug, asked);
  await runBatch(deps.db, [logged(deps, { kind: "exported", project: slug, detail: format })]);
  return status;
}
