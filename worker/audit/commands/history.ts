import { type Fact, hashOf } from "../../history/record.ts";
import { digest } from "../../kernel/digest.ts";
import { assertMay } from "../../kernel/permissions.ts";
import { Refusal } from "../../kernel/refusal.ts";
import { runBatch } from "../../platform/database.ts";
import type { AskedDeps } from "../../platform/env.ts";
import { countTowards } from "../../platform/limits.ts";
import { logged } from "../../use-log/record.ts";
import type {
  FactRow,
  FactsHeader,
  FactView,
  VerifyQuery,
  VerifyView,
} from "../contract/history.ts";
import { chainProblems } from "../domain.ts";
import {
  countFacts,
  factsAfter,
  isShownAsSaid,
  predecessorsOf,
  rowProblems,
} from "../queries/chain.ts";
import { type Asked, loadHistory, type Position } from "../queries/history.ts";
import { scopesFor, type Where } from "../queries/scopes.ts";
import { exportedMax, factsVersion, problemsMax, verifiedMax } from "../terms.ts";

/**
 * Checks a page of facts: every hash is computed anew, every fact has the one before it. With the
 * last page it is checked that the tables, and what is shown of a project, say what the facts say.
 * Refuses with `not_found`, `forbidden` and `rate_limited`.
 */
export async function verifyHistory(
  deps: AskedDeps,
  { after, seal, ...where }: VerifyQuery,
): Promise<VerifyView> {
  const { db } = deps;
  const scopes = await scopesFor(deps, where);
  await countTowards(deps, "historyVerified", deps.actor.id);
  const { rows, next } = await factsAfter(db, scopes, { after, limit: verifiedMax });
  const [hashes, predecessors] = await Promise.all([
    Promise.all(rows.map((row) => hashOf(asFact(row)))),
    predecessorsOf(db, rows),
  ]);
  const problems = chainProblems(rows, hashes, predecessors);
  if (next === null) {
    problems.push(...(await rowProblems(db, scopes)));
    const { project } = where;
    if (where.scope !== "all" && project !== undefined && !(await isShownAsSaid(deps, project))) {
      problems.push({ subject: `project:${project}`, version: null, problem: "view_differs" });
    }
  }
  return {
    facts: rows.length,
    subjects: rows.filter(({ version }) => version === 1).length,
    problems: problems.slice(0, problemsMax),
    lastSeq: rows.at(-1)?.seq ?? after,
    seal: await sealed(seal, rows),
    next,
  };
}

/** What is written is of the kinds and roles of our lists; what is not has another hash. */
const asFact = (row: FactRow) => row as FactRow & Pick<Fact, "kind" | "role">;

async function sealed(seal: string, rows: readonly FactRow[]): Promise<string> {
  let so = seal;
  for (const { seq, hash } of rows) {
    // oxlint-disable-next-line no-await-in-loop -- each needs the one before it
    so = await digest(`${so} ${seq} ${hash}`);
  }
  return so;
}

/**
 * All facts of a project, or of everything, in pages by running number, and the line in the log of
 * disclosures that says who took them. They hold internal notes, which their hashes cover, so they
 * are for those alone who may read notes. Refuses with `not_found`, `forbidden` and `rate_limited`.
 */
export async function takeFacts(
  deps: AskedDeps,
  where: Where,
): Promise<{ readonly header: FactsHeader; readonly pages: AsyncGenerator<FactRow[]> }> {
  const taken = await openFacts(deps, where);
  await countTowards(deps, "exported", deps.actor.id);
  await logExport(deps, where, "history jsonl");
  return taken;
}

/** The same for a command that counts and logs what it takes them for. */
export async function openFacts(
  deps: AskedDeps,
  where: Where,
): Promise<{ readonly header: FactsHeader; readonly pages: AsyncGenerator<FactRow[]> }> {
  const { db, now } = deps;
  const scopes = await scopesFor(deps, where);
  const { project } = where;
  assertMay(deps.actor, "progress.notes", project === undefined ? {} : { project });
  const { count, lastSeq } = await countFacts(db, scopes);
  const header = { etappi: "facts", version: factsVersion, scopes, exportedAt: now } as const;
  return { header: { ...header, count, lastSeq }, pages: factPages(deps, scopes, lastSeq) };
}

async function* factPages({ db }: AskedDeps, scopes: readonly string[] | null, until: number) {
  let after: number | null = 0;
  while (after !== null && after < until) {
    // oxlint-disable-next-line no-await-in-loop -- one page after the other, so that one is held
    const page: Awaited<ReturnType<typeof factsAfter>> = await factsAfter(db, scopes, {
      after,
      until,
      limit: exportedMax,
    });
    yield page.rows;
    after = page.next;
  }
}

/**
 * The history as people read it, in pages, newest first; and its line in the log. Refuses with
 * `not_found`, `forbidden` and `rate_limited`.
 */
export async function takeHistory(
  deps: AskedDeps,
  asked: Asked,
): Promise<AsyncGenerator<FactView[]>> {
  await countTowards(deps, "exported", deps.actor.id);
  const first = await loadHistory(deps, asked, { before: null, limit: exportedMax });
  await logExport(deps, asked, "history csv");
  return historyPages(deps, asked, first);
}

type HistoryPage = { readonly items: FactView[]; readonly next: Position | null };

async function* historyPages(deps: AskedDeps, asked: Asked, first: HistoryPage) {
  yield first.items;
  let before = first.next;
  while (before !== null) {
    // oxlint-disable-next-line no-await-in-loop -- one page after the other, so that one is held
    const page: HistoryPage = await loadHistory(deps, asked, { before, limit: exportedMax });
    yield page.items;
    before = page.next;
  }
}

async function logExport(deps: AskedDeps, { project }: Where, detail: string): Promise<void> {
  const at = project ?? null;
  await runBatch(deps.db, [logged(deps, { kind: "exported", project: at, detail })]);
}

/** Refuses filters where all facts are asked for: a chain with holes cannot be checked. */
export function assertWhole({ project: _project, ...filters }: Asked): void {
  const given = Object.entries(filters).filter(([, value]) => value !== undefined);
  if (given.length === 0) return;
  throw new Refusal("invalid", (say) => say.invalid(), {
    problems: given.map(([path]) => ({ path, message: (say) => say.historyWhole() })),
  });
}
