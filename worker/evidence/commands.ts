import { and, eq, sql } from "drizzle-orm";
import { findFact } from "../history/queries.ts";
import { happened, record } from "../history/record.ts";
import { cleanFileName } from "../kernel/file-name.ts";
import { MEDIA, readMedium } from "../kernel/media.ts";
import { assertMay, may, type Role, roleFor } from "../kernel/permissions.ts";
import { notFound, type Problem, Refusal, refuseProblems } from "../kernel/refusal.ts";
import { retrying, runBatch } from "../platform/database.ts";
import type { AskedDeps, Deps } from "../platform/env.ts";
import { keepFile, openFile } from "../platform/files.ts";
import type { UploadedFile } from "../platform/forms.ts";
import { countTowards } from "../platform/limits.ts";
import { type Answer, commit, failsWhere } from "../platform/requests.ts";
import { randomId } from "../platform/secrets.ts";
import { assertVersion } from "../platform/versions.ts";
import { loadBoard } from "../projects/queries/projects.ts";
import { failsOnceEnded } from "../projects/record.ts";
import { logged } from "../use-log/record.ts";
import type {
  CreateEvidence,
  EvidenceItem,
  EvidenceRecord,
  EvidenceView,
  FileEvidence,
  ReviewEvidence,
} from "./contract.ts";
import { problemsOfPlace, review } from "./domain.ts";
import { countEvidence, evidenceView, loadEvidence } from "./queries.ts";
import { writeEvidence } from "./record.ts";
import { evidence } from "./tables.ts";
import { evidenceMax, evidenceOfMilestoneMax, fileNameLengthMax, RECORD_KINDS } from "./terms.ts";

const subjectOf = ({ project, id }: Pick<EvidenceItem, "project" | "id">) =>
  `evidence:${project}:${id}`;

/** What an item shows, and where. */
type Shown = Pick<EvidenceItem, "milestone" | "municipalities" | "kind" | "title" | "note"> &
  Partial<Pick<EvidenceItem, "url" | "digest" | "fileName" | "mediaType" | "size" | "record">>;

/**
 * Adds a link, a decision or a record of the service to cells of one milestone. Refuses with
 * `not_found`, `forbidden`, `invalid` (no such cell, an ended milestone, no such record) and, where
 * the project or the milestone holds no more, `locked`.
 */
export async function addEvidence(
  deps: Deps,
  slug: string,
  input: CreateEvidence,
): Promise<Answer<EvidenceView>> {
  return retrying(async () => {
    const { role, problems } = await placeFor(deps, slug, input);
    if (input.kind !== "record") {
      refuseProblems(problems);
      return add(deps, slug, role, input);
    }
    const { subject, version, ...shown } = input;
    const found = await findRecord(deps, slug, { subject, version });
    if (!found) problems.push({ path: "subject", message: (say) => say.recordUnknown() });
    refuseProblems(problems);
    return add(deps, slug, role, { ...shown, record: found });
  });
}

/**
 * Adds a file, which is kept once however many items show it. Refuses as `addEvidence` does, with
 * `invalid` a kind of file that is not taken, and with `rate_limited` and `unavailable`.
 */
export async function addFile(
  deps: AskedDeps,
  slug: string,
  { fields, file }: { readonly fields: FileEvidence; readonly file: UploadedFile },
): Promise<Answer<EvidenceView>> {
  const fileName = cleanFileName(file.name, fileNameLengthMax);
  const { problems } = await placeFor(deps, slug, fields);
  const read = readMedium(file.bytes, fileName);
  if ("refused" in read) throw invalid([...problems, { path: "file", message: read.refused }]);
  refuseProblems(problems);
  await assertRoom(deps, slug, fields.milestone);
  await countTowards(deps, "fileSent", deps.actor.id);
  await keepFile(deps.files, file);
  return retrying(async () => {
    const { role, problems: since } = await placeFor(deps, slug, fields);
    refuseProblems(since);
    return add(deps, slug, role, {
      ...fields,
      title: fields.title ?? fileName,
      digest: file.digest,
      fileName,
      mediaType: MEDIA[read.medium].type,
      size: file.bytes.byteLength,
    });
  });
}

const invalid = (problems: readonly Problem[]) =>
  new Refusal("invalid", (say) => say.invalid(), { problems });

/** In which role the actor adds to these cells, and what is wrong with the cells. */
async function placeFor(
  deps: Deps,
  slug: string,
  place: Pick<EvidenceItem, "milestone" | "municipalities">,
): Promise<{ readonly role: Role; readonly problems: Problem[] }> {
  const { plan } = await loadBoard(deps, slug);
  const roles = place.municipalities.map((municipality) =>
    assertMay(deps.actor, "evidence.add", { project: slug, municipality }),
  );
  const [role = assertMay(deps.actor, "evidence.add")] = roles;
  return { role, problems: problemsOfPlace(plan, place) };
}

/** A fact of this project, of a kind that can stand as evidence. */
async function findRecord(
  { db }: Deps,
  slug: string,
  asked: Pick<EvidenceRecord, "subject" | "version">,
): Promise<EvidenceRecord | null> {
  const fact = await findFact(db, asked.subject, asked.version);
  if (fact?.scope !== slug || !RECORD_KINDS.some((kind) => kind === fact.kind)) return null;
  const { subject, version, kind, at, hash } = fact;
  return { subject, version, kind, at, hash };
}

async function add(
  deps: Deps,
  slug: string,
  role: Role,
  shown: Shown,
): Promise<Answer<EvidenceView>> {
  const { db, now, actor } = deps;
  await assertRoom(deps, slug, shown.milestone);
  const { milestone, municipalities, kind, title, note } = shown;
  const item: EvidenceItem = {
    id: randomId("evidence"),
    project: slug,
    milestone,
    municipalities: municipalities.toSorted(),
    kind,
    title,
    note,
    url: shown.url ?? null,
    digest: shown.digest ?? null,
    fileName: shown.fileName ?? null,
    mediaType: shown.mediaType ?? null,
    size: shown.size ?? null,
    record: shown.record ?? null,
    state: "submitted",
    review: "",
    addedBy: actor.id,
    addedAt: now,
    reviewedBy: null,
    reviewedAt: null,
  };
  const fact = await happened(deps, null, {
    scope: slug,
    subject: subjectOf(item),
    kind: "evidence.added",
    role,
    before: null,
    after: item,
  });
  const body = await evidenceView(deps, item, 1);
  return commit(deps, { status: 201, body, version: 1 }, [
    ...record([fact]),
    ...writeEvidence(db, item, fact),
    isOverfull(slug, milestone),
    failsOnceEnded(slug, [milestone]),
  ]);
}

async function assertRoom(deps: Deps, slug: string, milestone: number): Promise<void> {
  const held = await countEvidence(deps, slug, milestone);
  if (held.project >= evidenceMax) {
    throw new Refusal("locked", (say) => say.evidenceFull(evidenceMax));
  }
  if (held.milestone >= evidenceOfMilestoneMax) {
    throw new Refusal("locked", (say) => say.evidenceOfMilestoneFull(evidenceOfMilestoneMax));
  }
}

/** Many who add at once stay within the bounds too. */
const isOverfull = (slug: string, milestone: number) =>
  failsWhere(sql`
    (SELECT count(*) FROM ${evidence} WHERE ${and(
      eq(evidence.project, slug),
      eq(evidence.milestone, milestone),
    )}) > ${evidenceOfMilestoneMax}
    OR (SELECT count(*) FROM ${evidence} WHERE ${eq(evidence.project, slug)}) > ${evidenceMax}`);

/**
 * Accepts, rejects or withdraws an item. Nobody accepts or rejects what they added. Withdrawing is
 * for who added it, until it has been accepted, and for a lead. Refuses with `not_found`,
 * `forbidden`, `stale`, `invalid` (a rejection needs a reason) and `locked`.
 */
export async function reviewEvidence(
  deps: Deps,
  id: string,
  expected: number,
  change: ReviewEvidence,
): Promise<Answer<EvidenceView>> {
  return retrying(async () => {
    const { item, head } = await loadEvidence(deps, id);
    const role = reviewingRole(deps, item, change);
    assertVersion(await evidenceView(deps, item, head.version), expected);
    const after = review(item, change, { ...role, id: deps.actor.id, now: deps.now });
    const fact = await happened(deps, head, {
      scope: item.project,
      subject: subjectOf(item),
      kind: change.state === "withdrawn" ? "evidence.withdrawn" : "evidence.reviewed",
      role: role.role,
      before: item,
      after,
      reason: after.review === "" ? null : after.review,
    });
    const body = await evidenceView(deps, after, fact.version);
    return commit(deps, { status: 200, body, version: fact.version }, [
      ...record([fact]),
      ...writeEvidence(deps.db, after, fact),
    ]);
  });
}

/** In which role the actor reviews, or withdraws. Refuses with `forbidden`. */
function reviewingRole({ actor }: Deps, item: EvidenceItem, { state }: ReviewEvidence) {
  const { project } = item;
  const reviewer = roleFor(actor, "evidence.review", { project });
  const leads = reviewer === "lead" || reviewer === "admin";
  const adder = ownRole(actor, item);
  const role = state === "withdrawn" && !leads ? adder : reviewer;
  if (!role) throw new Refusal("forbidden", (say) => say.forbidden());
  return { role, reviews: reviewer !== null, leads, owns: adder !== null };
}

/** In which role the actor added an item, if they still may add to all of its cells. */
function ownRole(actor: Deps["actor"], { project, municipalities, addedBy }: EvidenceItem) {
  const places = municipalities.map((municipality) => ({ project, municipality }));
  const isOwn = addedBy === actor.id && places.every((at) => may(actor, "evidence.add", at));
  return isOwn ? roleFor(actor, "evidence.add", places[0]) : null;
}

/**
 * The file of an item, and the line in the log of disclosures that says who took it (Act 906/2019
 * § 17). Refuses with `not_found` (also an item without a file, or withdrawn), `forbidden`, `rate_limited` and
 * `unavailable`.
 */
export async function takeFile(deps: AskedDeps, id: string) {
  const { item } = await loadEvidence(deps, id);
  const { project, digest, fileName, mediaType, size } = item;
  // What was withdrawn may have been given by mistake.
  if (item.state === "withdrawn") throw notFound();
  if (digest === null || fileName === null || mediaType === null || size === null) throw notFound();
  await countTowards(deps, "exported", deps.actor.id);
  const content = await openFile(deps.files, digest);
  await runBatch(deps.db, [logged(deps, { kind: "exported", project, detail: `file of ${id}` })]);
  return { content, digest, fileName, mediaType, size };
}
