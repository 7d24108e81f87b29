import { happened, record } from "../../history/record.ts";
import { dateInHelsinki } from "../../kernel/instant.ts";
import { assertMay } from "../../kernel/permissions.ts";
import { Refusal } from "../../kernel/refusal.ts";
import { retrying } from "../../platform/database.ts";
import type { Deps } from "../../platform/env.ts";
import { type Answer, commit } from "../../platform/requests.ts";
import { assertVersion } from "../../platform/versions.ts";
import { loadBoard } from "../../projects/queries/projects.ts";
import type { ChangeDeviation, CreateDeviation, DeviationView } from "../contract.ts";
import * as domain from "../domain.ts";
import { deviationSubject, lastNumber, loadDeviation } from "../queries/register.ts";
import { writeDeviation } from "../record.ts";
import { deviations, risks } from "../tables.ts";
import { deviationsMax } from "../terms.ts";

/**
 * Adds a deviation; it gets the next running number. Refuses with `not_found`, `forbidden`,
 * `invalid` and, when the project holds no more, `locked`.
 */
export async function addDeviation(
  deps: Deps,
  slug: string,
  input: CreateDeviation,
): Promise<Answer<DeviationView>> {
  return retrying(async () => {
    const { db, now } = deps;
    const { plan } = await loadBoard(deps, slug);
    const role = assertMay(deps.actor, "risk.manage", { project: slug });
    const number = (await lastNumber(deps, deviations, slug)) + 1;
    if (number > deviationsMax) {
      throw new Refusal("locked", (say) => say.deviationsFull(deviationsMax));
    }
    const setting = {
      plan,
      today: dateInHelsinki(now),
      risks: await lastNumber(deps, risks, slug),
    };
    const after = domain.planDeviation(input, { number, createdAt: now }, setting);
    const fact = await happened(deps, null, {
      scope: slug,
      subject: deviationSubject({ project: slug, number }),
      kind: "deviation.added",
      role,
      before: null,
      after,
    });
    const body = domain.viewDeviation(after, { version: 1, changedAt: now });
    return commit(deps, { status: 201, body, version: 1 }, [
      ...record([fact]),
      writeDeviation(db, slug, after, fact),
    ]);
  });
}

/**
 * Changes a deviation, resolves it by the day on which it was, or opens it again. Refuses with
 * `not_found`, `forbidden`, `stale` and `invalid`.
 */
export async function changeDeviation(
  deps: Deps,
  at: { readonly project: string; readonly number: number },
  expected: number,
  change: ChangeDeviation,
): Promise<Answer<DeviationView>> {
  return retrying(async () => {
    const { hash, ...current } = await loadDeviation(deps, at);
    const role = assertMay(deps.actor, "risk.manage", { project: at.project });
    assertVersion(current, expected);
    const { changedAt: _changedAt, version, ...before } = current;
    const { plan } = await loadBoard(deps, at.project);
    const { after, kind } = domain.changeDeviation(before, change, {
      plan,
      today: dateInHelsinki(deps.now),
      risks: await lastNumber(deps, risks, at.project),
    });
    const head = { version, hash };
    const fact = await happened(deps, head, {
      scope: at.project,
      subject: deviationSubject(at),
      kind,
      role,
      before,
      after,
    });
    const body = domain.viewDeviation(after, { version: fact.version, changedAt: deps.now });
    return commit(deps, { status: 200, body, version: body.version }, [
      ...record([fact]),
      writeDeviation(deps.db, at.project, after, fact),
    ]);
  });
}
