import { happened, record } from "../../history/record.ts";
import { dateInHelsinki } from "../../kernel/instant.ts";
import { assertMay } from "../../kernel/permissions.ts";
import { Refusal } from "../../kernel/refusal.ts";
import { retrying } from "../../platform/database.ts";
import type { Deps } from "../../platform/env.ts";
import { type Answer, commit } from "../../platform/requests.ts";
import { assertVersion } from "../../platform/versions.ts";
import { loadBoard } from "../../projects/queries/projects.ts";
import type { ChangeRisk, CreateRisk, RiskState, RiskView } from "../contract.ts";
import * as domain from "../domain.ts";
import { lastNumber, loadRisk, riskSubject } from "../queries/register.ts";
import { writeRisk } from "../record.ts";
import { risks } from "../tables.ts";
import { type RISK_FACTS, risksMax } from "../terms.ts";

type Place = { readonly project: string; readonly number: number };

/**
 * Adds a risk; it gets the next running number. Refuses with `not_found`, `forbidden`, `invalid`
 * and, when the project holds no more, `locked`.
 */
export async function addRisk(
  deps: Deps,
  slug: string,
  input: CreateRisk,
): Promise<Answer<RiskView>> {
  return retrying(async () => {
    const { db, now } = deps;
    const { plan } = await loadBoard(deps, slug);
    const role = assertMay(deps.actor, "risk.manage", { project: slug });
    const number = (await lastNumber(deps, risks, slug)) + 1;
    if (number > risksMax) throw new Refusal("locked", (say) => say.risksFull(risksMax));
    const today = dateInHelsinki(now);
    const after = domain.planRisk(input, { number, createdAt: now }, { plan, today });
    const fact = await happened(deps, null, {
      scope: slug,
      subject: riskSubject({ project: slug, number }),
      kind: "risk.added",
      role,
      before: null,
      after,
    });
    const body = domain.viewRisk(after, { version: 1, changedAt: now }, today);
    return commit(deps, { status: 201, body, version: 1 }, [
      ...record([fact]),
      writeRisk(db, slug, after, fact),
    ]);
  });
}

/** Changes a risk, closes it or opens it again. Refuses with `not_found`, `forbidden`, `stale` and `invalid`. */
export async function changeRisk(
  deps: Deps,
  at: Place,
  expected: number,
  change: ChangeRisk,
): Promise<Answer<RiskView>> {
  return write(deps, at, expected, async (before) => {
    const { plan } = await loadBoard(deps, at.project);
    return domain.changeRisk(before, change, { plan, today: dateInHelsinki(deps.now) });
  });
}

/**
 * "Looked at, nothing changed": the risk is reviewed today. Refuses with `not_found`, `forbidden`,
 * `locked` (it is closed) and, where the version that the person saw is told, `stale`.
 */
export async function reviewRisk(
  deps: Deps,
  at: Place,
  expected: number | null = null,
): Promise<Answer<RiskView>> {
  return write(deps, at, expected, async (before) => {
    if (before.state === "closed") throw new Refusal("locked", (say) => say.riskClosed());
    const after = { ...before, reviewedOn: dateInHelsinki(deps.now) };
    return { after, kind: "risk.reviewed" };
  });
}

type Decided = { readonly after: RiskState; readonly kind: (typeof RISK_FACTS)[number] };

async function write(
  deps: Deps,
  at: Place,
  expected: number | null,
  decide: (before: RiskState) => Promise<Decided>,
): Promise<Answer<RiskView>> {
  return retrying(async () => {
    const { hash, ...current } = await loadRisk(deps, at);
    const role = assertMay(deps.actor, "risk.manage", { project: at.project });
    if (expected !== null) assertVersion(current, expected);
    const {
      level: _l,
      reviewDueOn: _d,
      reviewOverdue: _o,
      changedAt: _c,
      version,
      ...before
    } = current;
    const { after, kind } = await decide(before);
    const head = { version, hash };
    const subject = riskSubject(at);
    const fact = await happened(deps, head, {
      scope: at.project,
      subject,
      kind,
      role,
      before,
      after,
    });
    const headed = { version: fact.version, changedAt: deps.now };
    const body = domain.viewRisk(after, headed, dateInHelsinki(deps.now));
    return commit(deps, { status: 200, body, version: body.version }, [
      ...record([fact]),
      writeRisk(deps.db, at.project, after, fact),
    ]);
  });
}
