import { and, eq } from "drizzle-orm";
import type { CommentView } from "../../worker/comments/contract.ts";
import type { EvidenceView } from "../../worker/evidence/contract.ts";
import { addDemoRoles } from "../../worker/identity/commands/people.ts";
import { memberships } from "../../worker/identity/tables.ts";
import type { AccessRequestView, InvitationMade } from "../../worker/members/contract.ts";
import type { PublicationView } from "../../worker/publishing/contract.ts";
import type { ReportView } from "../../worker/reporting/contract/reports.ts";
import { ok } from "./answers.ts";
import { aFailedDelivery, aSharedLink, aSubmission } from "./delivery.ts";
import { aStatement } from "./feedback.ts";
import { aForm } from "./files.ts";
import { aDeviation, aRisk } from "./risks.ts";
import { aCsv, aSheetForm } from "./workbooks.ts";
import {
  type Client,
  database,
  giveToken,
  holds,
  openSession,
  programme,
  project,
  signIn,
  stranger,
} from "./world.ts";

/** Who asks. A script asks with a token, and has the session of its owner. */
export type Asker = { readonly id: string; readonly client: Client; readonly session: Client };

/** What an operation is asked with, beside the world `demo` that its path is filled in from. */
export type Ask = {
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: string;
  readonly body?: unknown;
  readonly version?: number;
  readonly headers?: Record<string, string>;
};

type Scene = { readonly admin: Client; readonly by: Asker };
type Make = (scene: Scene) => Ask | Promise<Ask>;

/**
 * For an operation, a request that only the asker's role can be wrong with: what it takes away,
 * spends or decides is made anew for it. What is not named here needs nothing.
 */
export async function askFor(operation: string, scene: Scene): Promise<Ask> {
  return (await ASKS[operation]?.(scene)) ?? {};
}

const demo = "/api/projects/demo";
const cell = `${demo}/progress/1/837`;
let made = 0;
const fresh = (kind: string) => `${kind}-${(made += 1)}`;

const ASKS: Readonly<Record<string, Make>> = {
  "POST /api/demo/session": () => ({ body: { person: "lead" } }),
  "POST /api/sign-in/code": () => ({ body: { email: `${fresh("koodi")}@etappi.example` } }),
  "POST /api/sign-in/code/check": aCode,
  "POST /api/sign-in/oidc": () => ({ body: { returnTo: "/" } }),

  "PATCH /api/account": async ({ by }) => ({
    version: await versionAt(by.session, "/api/account"),
    body: { title: fresh("nimike") },
  }),
  "DELETE /api/account/sessions/{id}": async ({ by }) => {
    const id = fresh("session");
    await openSession(by.id, `token-of-${id}`, id);
    return { params: { id } };
  },
  "POST /api/account/tokens": () => ({ body: { name: fresh("skripti"), scope: "reports" } }),
  "DELETE /api/account/tokens/{id}": async ({ by }) => {
    const id = fresh("token");
    await giveToken(by.id, id, "read");
    return { params: { id } };
  },
  "POST /api/account/views": () => ({ body: { name: fresh("nakyma"), path: "/" } }),
  "PATCH /api/account/views/{id}": async ({ by }) => ({
    ...(await aView(by.session)),
    body: { name: fresh("nakyma") },
  }),
  "DELETE /api/account/views/{id}": async ({ by }) => aView(by.session),

  "GET /api/people/{person}": aPersonApart,
  "PUT /api/people/{person}/administrator": aPersonApart,
  "DELETE /api/people/{person}/administrator": async () => {
    const person = fresh("henkilo");
    await signIn({ id: person, admin: true });
    return { params: { person } };
  },
  "DELETE /api/people/{person}/sessions": aPersonApart,
  "POST /api/people/{person}/erase": aPersonApart,

  "POST /api/programmes": () => ({ body: { ...programme, slug: fresh("ohjelma") } }),
  "PATCH /api/programmes/{programme}": changing("/api/programmes/rrp", "name"),
  "POST /api/projects": () => ({ body: { ...project, slug: fresh("hanke") } }),
  "PATCH /api/projects/{project}": changing(demo, "name"),
  "PATCH /api/projects/{project}/publication": async ({ admin }) => {
    const { version, parts } = await ok<PublicationView>(await admin.get(`${demo}/publication`));
    return { version, body: { parts: parts.length > 0 ? [] : ["summary"] } };
  },
  "GET /api/public/projects/{project}": async ({ admin }) => {
    const slug = "julkinen";
    const body = { ...project, slug, visibility: "public" };
    // Once in a world: it is the same for whoever asks.
    const isThere = (await stranger.get(`/api/public/projects/${slug}`)).status === 200;
    if (!isThere) await ok(await admin.send("POST", "/api/projects", body), 201);
    return { params: { project: slug } };
  },
  "POST /api/projects/{project}/milestones": () => ({ body: { phase: 1, title: fresh("vaihe") } }),
  "PATCH /api/projects/{project}/milestones/{number}": changing(`${demo}/milestones/1`, "title"),
  "POST /api/projects/{project}/milestones/from-template": () => ({
    body: { template: "network" },
  }),
  "POST /api/projects/{project}/grant": async (scene) => ({
    params: { project: await aPlan(scene) },
    version: 1,
    body: granting,
  }),
  "POST /api/projects/{project}/amendments": async (scene) => ({
    params: { project: await aGrantedPlan(scene) },
    body: amending,
  }),
  "GET /api/projects/{project}/amendments/{number}": async (scene) => {
    const slug = await aGrantedPlan(scene);
    await ok(await scene.admin.send("POST", `/api/projects/${slug}/amendments`, amending), 201);
    return { params: { project: slug } };
  },
  "GET /api/projects/{project}/changes": () => ({ query: "since=2020-01-01" }),
  "GET /api/projects/{project}/changes/export": () => ({ query: "since=2020-01-01" }),
  "GET /api/search": () => ({ query: "q=pilotti" }),
  "GET /api/history": () => ({ query: "project=demo" }),
  "GET /api/history/verify": () => ({ query: "project=demo" }),
  // As JSON Lines it holds notes, which no script reads.
  "GET /api/history/export": () => ({ query: "project=demo&format=csv" }),
  "POST /api/projects/{project}/progress/batch": async ({ admin }) => {
    const version = await versionAt(admin, cell);
    const said = { declared: "in_progress", note: fresh("huomio") };
    return { body: [{ milestone: 1, municipality: "837", version, ...said }] };
  },
  "PATCH /api/projects/{project}/progress/{number}/{municipality}": async ({ admin }) => ({
    version: await versionAt(admin, cell),
    body: { declared: "in_progress", note: fresh("huomio") },
  }),
  "POST /api/projects/{project}/progress/{number}/{municipality}/confirm": async ({ admin }) => {
    const said = { declared: "in_progress", note: fresh("huomio") };
    const version = await versionAt(admin, cell);
    await ok(await admin.send("PATCH", cell, said, { version }));
    return {};
  },

  "POST /api/projects/{project}/import": () => ({
    body: aSheetForm(
      aCsv([
        ["Kunta", "Nro", "Tila", "Huom"],
        ["837", 1, "Käynnissä", fresh("huomio")],
      ]),
    ),
  }),

  "GET /api/projects/{project}/export": async (scene) => {
    await aSubmittedReport(scene);
    return { query: "format=json" };
  },
  "POST /api/projects/{project}/evidence": () => ({ body: aLinkShown() }),
  "GET /api/evidence/{id}": anItem,
  "PATCH /api/evidence/{id}": async () => ({
    ...(await anItem()),
    version: 1,
    body: { state: "accepted" },
  }),
  "GET /api/evidence/{id}/file": async ({ admin }) => {
    const form = aForm({ title: fresh("tiedosto") });
    const answer = await admin.send("POST", `${demo}/evidence`, form);
    return { params: { id: (await ok<EvidenceView>(answer, 201)).id } };
  },

  "POST /api/projects/{project}/milestones/{number}/comments": () => ({
    body: { text: fresh("kommentti") },
  }),
  "GET /api/projects/{project}/comments/{id}": aComment,
  "PATCH /api/projects/{project}/comments/{id}": async (scene) => ({
    ...(await aComment(scene)),
    body: { text: fresh("kommentti") },
  }),
  "POST /api/projects/{project}/comments/{id}/withdraw": async (scene) => ({
    ...(await aComment(scene)),
    body: {},
  }),
  "POST /api/projects/{project}/comments/{id}/resolve": async (scene) => ({
    ...(await aComment(scene)),
    body: { resolved: true },
  }),

  "POST /api/projects/{project}/reports": () => ({ body: { name: fresh("raportti") } }),
  "GET /api/projects/{project}/reports/{number}": aSubmittedReport,
  "GET /api/projects/{project}/reports/{number}/export": async (scene) => ({
    ...(await aSubmittedReport(scene)),
    query: "format=json",
  }),
  "GET /api/fingerprints/{fingerprint}": async (scene) => ({
    params: { fingerprint: (await aFrozenReport(scene)).fingerprint ?? "" },
  }),
  "GET /api/projects/{project}/reports/{number}/pack": aSubmittedReport,
  "GET /api/projects/{project}/reports/{number}/pack/contents": aSubmittedReport,
  "PATCH /api/projects/{project}/reports/{number}": async (scene) => ({
    ...(await aDraft(scene)),
    body: { message: fresh("viesti") },
  }),
  "PUT /api/projects/{project}/reports/{number}/sections/{section}": async (scene) => {
    const { params } = await aDraft(scene);
    return { params: { ...params, section: "summary" }, body: { text: "Hyvin" }, version: 0 };
  },
  "GET /api/projects/{project}/reports/{number}/sections/{section}/versions": async (scene) => ({
    params: { ...(await aSubmittedReport(scene)).params, section: "summary" },
  }),
  ...Object.fromEntries(
    ["thin", "editions", "history", "document", "told"].map((part) => [
      `GET /api/projects/{project}/reports/{number}/${part}`,
      aSubmittedReport,
    ]),
  ),
  "POST /api/projects/{project}/reports/{number}/submit": aDraft,
  "POST /api/projects/{project}/reports/{number}/return": async (scene) => ({
    ...(await aSubmittedReport(scene)),
    body: { note: "Täydennä" },
  }),
  "POST /api/projects/{project}/reports/{number}/accept": async (scene) => ({
    ...(await aSubmittedReport(scene)),
    body: {},
  }),
  "POST /api/projects/{project}/reports/{number}/correct": async (scene) => {
    const { params, version } = await aSubmittedReport(scene);
    const path = `${demo}/reports/${params?.["number"]}/accept`;
    await ok(await scene.admin.send("POST", path, {}, { version }));
    return {
      ...(params && { params }),
      body: { edition: 1, reason: "Väärä luku" },
      version: version + 1,
    };
  },

  "POST /api/projects/{project}/links": async ({ admin }) => {
    const { number } = await aSubmission(admin);
    return { body: { report: number, formats: ["json"], name: fresh("saaja") } };
  },
  "DELETE /api/projects/{project}/links/{id}": async ({ admin }) => ({
    params: { id: (await aNewLink(admin)).id },
  }),
  "POST /api/shared/look": async ({ admin }) => ({
    body: { token: (await aNewLink(admin)).token },
  }),
  "POST /api/shared/file": async ({ admin }) => ({
    body: { token: (await aNewLink(admin)).token, format: "json" },
  }),
  "POST /api/projects/{project}/webhooks": async ({ admin }) => {
    await aNewWebhook(admin);
    return { body: { url: "https://rahoittaja.example/" } };
  },
  "PATCH /api/projects/{project}/webhooks/{id}": async ({ admin }) => ({
    params: { id: await aNewWebhook(admin) },
    version: 1,
    body: { isEnabled: false },
  }),
  "DELETE /api/projects/{project}/webhooks/{id}": async ({ admin }) => ({
    params: { id: await aNewWebhook(admin) },
  }),
  "GET /api/projects/{project}/webhooks/{id}/deliveries": async ({ admin }) => ({
    params: { id: await aNewWebhook(admin) },
  }),
  "POST /api/projects/{project}/webhooks/{id}/deliveries/{delivery}/send": async ({ admin }) => {
    const id = await aNewWebhook(admin);
    const delivery = fresh("msg");
    await aFailedDelivery(id, delivery);
    return { params: { id, delivery } };
  },

  "POST /api/projects/{project}/risks": () => ({ body: aRisk({ title: fresh("riski") }) }),
  "GET /api/projects/{project}/risks/{number}": added("risks", aRisk()),
  "PATCH /api/projects/{project}/risks/{number}": async (scene) => ({
    ...(await added("risks", aRisk())(scene)),
    body: { title: fresh("riski") },
  }),
  "POST /api/projects/{project}/risks/{number}/review": added("risks", aRisk()),
  "GET /api/projects/{project}/risks/{number}/history": added("risks", aRisk()),
  "POST /api/projects/{project}/deviations": () => ({
    body: aDeviation({ title: fresh("poikkeama") }),
  }),
  "GET /api/projects/{project}/deviations/{number}": added("deviations", aDeviation()),
  "PATCH /api/projects/{project}/deviations/{number}": async (scene) => ({
    ...(await added("deviations", aDeviation())(scene)),
    body: { title: fresh("poikkeama") },
  }),
  "GET /api/projects/{project}/deviations/{number}/history": added("deviations", aDeviation()),

  "PATCH /api/projects/{project}/members/{person}/{role}": async () => ({
    ...(await aMember()),
    body: { deputyFor: ["837"] },
  }),
  "DELETE /api/projects/{project}/members/{person}/{role}": aMember,

  "POST /api/projects/{project}/invitations": () => ({
    body: { email: `${fresh("kutsu")}@etappi.example`, role: "steering" },
  }),
  "POST /api/projects/{project}/invitations/{id}/send": anInvitation,
  "DELETE /api/projects/{project}/invitations/{id}": anInvitation,
  "POST /api/invitations/look": aLink,
  "POST /api/invitations/accept": aLink,

  "PUT /api/accessibility": async ({ admin }) => ({
    version: await versionAt(admin, "/api/accessibility"),
    body: aStatement,
  }),
  "POST /api/feedback": () => ({ body: { category: "other", text: fresh("palaute") } }),
  "GET /api/feedback/{id}": someFeedback,
  "POST /api/feedback/{id}/answer": async () => ({
    ...(await someFeedback()),
    body: { answer: "Kiitos." },
  }),
  "POST /api/feedback/{id}/close": async () => ({
    ...(await someFeedback()),
    body: { because: "Aiheeton" },
  }),

  "POST /api/access-requests": () => ({ body: { project: fresh("hanke"), role: "steering" } }),
  "DELETE /api/access-requests/{id}": async ({ by }) => aRequest(by.session, fresh("hanke")),
  "POST /api/projects/{project}/access-requests/{id}/decision": async () => ({
    ...(await aRequest(await signIn({ id: fresh("pyytaja") }), "demo")),
    body: { decision: "approved" },
  }),
};

async function aNewLink(admin: Client) {
  const { number } = await aSubmission(admin);
  return aSharedLink(admin, { report: number });
}

/** A webhook, and room for it: the others are removed. */
async function aNewWebhook(admin: Client): Promise<string> {
  const path = `${demo}/webhooks`;
  const { items } = await ok<{ items: { id: string }[] }>(await admin.get(path));
  await Promise.all(items.map(({ id }) => admin.send("DELETE", `${path}/${id}`)));
  const answer = await admin.send("POST", path, { url: "https://rahoittaja.example/etappi" });
  return (await ok<{ id: string }>(answer, 201)).id;
}

/** A view that the asker has saved. */
async function aView(by: Client): Promise<Ask> {
  const saved = await by.send("POST", "/api/account/views", { name: fresh("nakyma"), path: "/" });
  return { params: { id: (await ok<{ id: string }>(saved, 201)).id }, version: 1 };
}

/** Feedback that a stranger sent just now, and nobody has handled. */
async function someFeedback(): Promise<Ask> {
  const body = { category: "accessibility", text: fresh("palaute") };
  const from = { "cf-connecting-ip": `2001:db8:${(made += 1)}::1` };
  const answer = await stranger.send("POST", "/api/feedback", body, { headers: from });
  return { params: { id: (await ok<{ id: string }>(answer, 201)).id }, version: 0 };
}

const milestone = { phase: 1, title: "Pilotti valittu" };
const granting = { grantedOn: "2023-02-01" };
const amending = {
  title: "Lisäys",
  reason: "Päätös",
  decidedOn: "2023-03-01",
  changes: [{ kind: "add", into: milestone }],
};

/** A project with a plan of its own, in which the asker has the roles that they have in `demo`. */
async function aPlan({ admin, by }: Scene): Promise<string> {
  const slug = fresh("suunnitelma");
  await ok(await admin.send("POST", "/api/projects", { ...project, slug }), 201);
  await ok(await admin.send("POST", `/api/projects/${slug}/milestones`, milestone), 201);
  const own = await database()
    .select()
    .from(memberships)
    .where(and(eq(memberships.project, "demo"), eq(memberships.person, by.id)));
  // Who made the project leads it already.
  const given = by.id === "admin" ? [] : own;
  await addDemoRoles(
    { db: database(), now: "2023-01-01T00:00:00.000Z" },
    given.map(({ person, role, municipalities, deputyFor }) => ({
      person,
      role,
      municipalities,
      deputyFor,
      project: slug,
    })),
  );
  return slug;
}

async function aGrantedPlan(scene: Scene): Promise<string> {
  const slug = await aPlan(scene);
  const path = `/api/projects/${slug}/grant`;
  await ok(await scene.admin.send("POST", path, granting, { version: 1 }));
  return slug;
}

const versionAt = async (person: Client, path: string) =>
  (await ok<{ version: number }>(await person.get(path))).version;

function changing(path: string, field: string): Make {
  return async ({ admin }) => ({
    version: await versionAt(admin, path),
    body: { [field]: fresh("uusi") },
  });
}

/** A risk or deviation that was added just now. */
function added(list: "risks" | "deviations", body: object) {
  return async ({ admin }: Scene): Promise<Ask> => {
    const answer = await admin.send("POST", `${demo}/${list}`, body);
    const { number, version } = await ok<{ number: number; version: number }>(answer, 201);
    return { params: { number: String(number) }, version };
  };
}

/** A code that was mailed just now, and the cookie of the browser that asked for it. */
async function aCode({ by }: Scene): Promise<Ask> {
  const email = `${fresh("koodi")}@etappi.example`;
  const asked = await stranger.send("POST", "/api/sign-in/code", { email });
  const ceremony = asked.headers.getSetCookie().map((cookie) => cookie.split(";")[0] ?? "");
  type Letters = { items: { recipient: string; body: string }[] };
  const { items } = await ok<Letters>(await stranger.get("/api/demo/letters"));
  const letter = items.find(({ recipient }) => recipient === email);
  const cookie = [by.client.cookie, ...ceremony].filter((one) => one !== "").join("; ");
  return { body: { email, code: letter?.body.match(/\b\d{8}\b/)?.[0] }, headers: { cookie } };
}

async function aPersonApart(): Promise<Ask> {
  const person = fresh("henkilo");
  await signIn({ id: person });
  return { params: { person } };
}

async function aMember(): Promise<Ask> {
  const person = fresh("jasen");
  await signIn({ id: person, memberships: [holds("contact", "demo", ["536"])] });
  return { params: { person, role: "contact" }, version: 1 };
}

async function aDraft({ admin }: Scene): Promise<Ask & { readonly version: number }> {
  const answer = await admin.send("POST", `${demo}/reports`, { name: fresh("raportti") });
  const { number, version } = await ok<ReportView>(answer, 201);
  return { params: { number: String(number) }, version };
}

async function aSubmittedReport(scene: Scene): Promise<Ask & { readonly version: number }> {
  const { number, version } = await aFrozenReport(scene);
  return { params: { number: String(number) }, version };
}

/** Submitted by somebody who is not asked about it, because nobody decides on what they sent. */
async function aFrozenReport(scene: Scene): Promise<ReportView> {
  const { params, version } = await aDraft(scene);
  const path = `${demo}/reports/${params?.["number"]}/submit`;
  const other = await signIn({ id: fresh("lahettaja"), memberships: [holds("lead", "demo")] });
  return ok<ReportView>(await other.send("POST", path, undefined, { version }));
}

const aLinkShown = () => ({
  milestone: 1,
  municipalities: ["837"],
  kind: "link",
  title: fresh("linkki"),
  url: "https://etappi.example/",
});

/** Evidence that somebody else has added. */
async function anItem(): Promise<Ask> {
  const other = await signIn({ id: fresh("toinen"), memberships: [holds("lead", "demo")] });
  const answer = await other.send("POST", `${demo}/evidence`, aLinkShown());
  return { params: { id: (await ok<EvidenceView>(answer, 201)).id } };
}

/** A comment of the asker's own; somebody else's where they can write none. */
async function aComment({ admin, by }: Scene): Promise<Ask> {
  const path = `${demo}/milestones/1/comments`;
  const body = { text: fresh("kommentti") };
  const own = await by.session.send("POST", path, body);
  const answer = own.status === 201 ? own : await admin.send("POST", path, body);
  const { id, version } = await ok<CommentView>(answer, 201);
  return { params: { id }, version };
}

/** An invitation for the asker's own address. */
async function invited({ admin, by }: Scene): Promise<InvitationMade> {
  const body = { email: `${by.id}@etappi.example`, role: "steering" };
  return ok<InvitationMade>(await admin.send("POST", `${demo}/invitations`, body), 201);
}

async function anInvitation(scene: Scene): Promise<Ask> {
  return { params: { id: (await invited(scene)).id } };
}

async function aLink(scene: Scene): Promise<Ask> {
  return { body: { token: (await invited(scene)).link?.split("#")[1] } };
}

async function aRequest(person: Client, slug: string): Promise<Ask> {
  const asked = { project: slug, role: "steering" };
  const answer = await person.send("POST", "/api/access-requests", asked);
  return { params: { id: (await ok<AccessRequestView>(answer, 201)).id } };
}
