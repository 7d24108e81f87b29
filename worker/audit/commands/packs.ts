import { Refusal } from "../../kernel/refusal.ts";
import { runBatch } from "../../platform/database.ts";
import type { AskedDeps } from "../../platform/env.ts";
import { findFile } from "../../platform/files.ts";
import { countTowards } from "../../platform/limits.ts";
import { logged } from "../../use-log/record.ts";
import type { PackContents, PackedFile, TakenPack } from "../contract/packs.ts";
import { partsOf } from "../domain.ts";
import { countFacts } from "../queries/chain.ts";
import { loadPack, type Pack, type PackPlace } from "../queries/packs.ts";
import { scopesFor } from "../queries/scopes.ts";
import { packFilesMax, packSizeMax } from "../terms.ts";
import { openFacts } from "./history.ts";

/**
 * What a pack of an edition would hold, before it is taken. Refuses with `not_found` and
 * `forbidden`.
 */
export async function tellPack(deps: AskedDeps, at: PackPlace): Promise<PackContents> {
  const pack = await loadPack(deps, at);
  const scopes = await scopesFor(deps, { project: at.project });
  const { count } = await countFacts(deps.db, scopes);
  const { form: _form, version: _version, ...about } = pack.about;
  return {
    ...about,
    facts: count,
    items: pack.items.length,
    parts: partsIn(pack).map((files, index) => ({
      part: index + 1,
      files: files.length,
      size: files.reduce((sum, { size }) => sum + size, 0),
    })),
  };
}

/**
 * Takes a part of the pack of an edition: the report, the facts and the evidence of its project.
 * It holds internal notes, which the hashes cover, so it is for those alone who may read notes; a
 * line in the log of disclosures says who took it. Refuses with `not_found`, `forbidden` and
 * `rate_limited`.
 */
export async function takePack(
  deps: AskedDeps,
  { part, ...at }: PackPlace & { readonly part: number },
): Promise<TakenPack> {
  const pack = await loadPack(deps, at);
  const parts = partsIn(pack);
  const evidence = parts[part - 1];
  if (!evidence) throw new Refusal("not_found", (say) => say.packPartUnknown(parts.length));
  await countTowards(deps, "exported", deps.actor.id);
  const { about, items, milestones, municipalities } = pack;
  const detail = `pack ${about.report}/${about.edition} part ${part}`;
  await runBatch(deps.db, [logged(deps, { kind: "exported", project: at.project, detail })]);
  const names = { milestones, municipalities };
  const facts = part === 1 ? await openFacts(deps, { project: at.project }) : null;
  return {
    about: { ...about, service: deps.settings.origin, parts: parts.length },
    part,
    evidence,
    whole: facts && { items, ...names, ...facts },
    open: (digest) => findFile(deps.files, digest),
  };
}

/** Each file once, whatever the number of items that show it, by SHA-256. */
function partsIn({ items }: Pick<Pack, "items">): PackedFile[][] {
  const files = new Map<string, PackedFile>();
  for (const { digest, size, fileName } of items) {
    if (digest === null || size === null) continue;
    const ending = fileName?.toLowerCase().match(/\.[a-z0-9]{1,8}$/)?.[0] ?? "";
    if (!files.has(digest)) files.set(digest, { digest, size, ending });
  }
  const inOrder = [...files.values()].toSorted((a, b) => (a.digest < b.digest ? -1 : 1));
  return partsOf(inOrder, { filesMax: packFilesMax, sizeMax: packSizeMax });
}
