import { env } from "cloudflare:workers";
import { describe, expect, test } from "vitest";
import { app } from "../../../worker/app.ts";
import { digest } from "../../../worker/kernel/digest.ts";
import type {
  InvitationMade,
  InvitationView,
  MemberList,
} from "../../../worker/members/contract.ts";
import { ok, pathsOf, refusal } from "../../support/answers.ts";
import {
  aWorld,
  type Client,
  client,
  holds,
  openSession,
  origin,
  project,
  signIn,
  stranger,
} from "../../support/world.ts";

const invitations = "/api/projects/demo/invitations";
const addressOf = (id: string) => `${id}@etappi.example`;
const asContact = (id: string, municipalities = ["536"], deputyFor: string[] = []) => ({
  email: addressOf(id),
  role: "contact",
  municipalities,
  deputyFor,
});

/** An invitation that went out, and the token of its link. */
async function invited(by: Client, body: object) {
  const made = await ok<InvitationMade>(await by.send("POST", invitations, body), 201);
  return { ...made, token: tokenIn(made.link) };
}
const tokenIn = (link: string | null) => link?.split("#")[1] ?? "";

const accept = async (by: Client, token: string, key?: string) =>
  by.send("POST", "/api/invitations/accept", { token }, key === undefined ? {} : { key });
const look = async (token: string) => stranger.send("POST", "/api/invitations/look", { token });
const rows = async () => (await env.DB.prepare("SELECT * FROM invitations").all()).results;
const listed = async (by: Client) =>
  (await ok<{ items: InvitationView[] }>(await by.get(invitations))).items;
const rolesOf = async (by: Client, person: string) =>
  (await ok<MemberList>(await by.get("/api/projects/demo/members"))).items.filter(
    (one) => one.person === person,
  );
const expire = () =>
  env.DB.prepare("UPDATE invitations SET expires_at = ?")
    .bind(new Date(Date.now() - 1).toISOString())
    .run();

describe("an invitation", () => {
  test("gives who accepts it the role that was offered, for the next request", async () => {
    const { lead } = await aWorld();
    const guest = await signIn({ id: "guest" });
    const { token } = await invited(lead, asContact("guest", ["536"], ["837"]));
    await refusal(await guest.get("/api/projects/demo"), 404, "not_found");
    const offer = { project: "demo", role: "contact", municipalities: ["536"], deputyFor: ["837"] };
    expect(await ok(await accept(guest, token))).toEqual(offer);
    expect((await guest.get("/api/projects/demo")).status).toBe(200);
    expect(await listed(lead)).toMatchObject([{ state: "accepted", invitedBy: "lead" }]);
    const [member] = await rolesOf(lead, "guest");
    expect(member).toMatchObject({ municipalities: ["536"], deputyFor: ["837"], version: 1 });
  });

  test("shows who holds the link what is offered, and changes nothing by that", async () => {
    const { lead } = await aWorld();
    const { token, expiresAt } = await invited(lead, asContact("guest"));
    for (let time = 0; time < 2; time += 1) {
      expect(await ok(await look(token))).toEqual({
        project: "demo",
        projectName: "Esimerkki",
        role: "contact",
        municipalities: ["536"],
        deputyFor: [],
        email: addressOf("guest"),
        expiresAt,
      });
    }
    expect((await look(token)).headers.get("cache-control")).toBe("no-store");
    expect(await listed(lead)).toMatchObject([{ state: "open" }]);
  });

  test("is kept only as a digest of its token, also in the answers kept for repeated requests", async () => {
    const { lead } = await aWorld();
    const options = { key: "kutsu" };
    const answer = await lead.send("POST", invitations, asContact("guest"), options);
    expect(answer.headers.get("cache-control")).toBe("no-store");
    const made = await ok<InvitationMade>(answer, 201);
    const token = tokenIn(made.link);
    expect(token).toMatch(/^[\w-]{43}$/);
    expect(made.link).toBe(`${origin}/invitation#${token}`);
    const replayed = await lead.send("POST", invitations, asContact("guest"), options);
    expect(replayed.headers.get("idempotent-replayed")).toBe("true");
    expect(await ok(replayed, 201)).toMatchObject({ id: made.id, link: null });
    const kept = JSON.stringify([
      await rows(),
      (await env.DB.prepare("SELECT * FROM requests").all()).results,
      (await env.DB.prepare("SELECT * FROM uses").all()).results,
      (await env.DB.prepare("SELECT * FROM facts").all()).results,
      await listed(lead),
    ]);
    expect(kept).toContain(await digest(token));
    expect(kept).not.toContain(token);
    expect(JSON.stringify(await listed(lead))).not.toContain(await digest(token));
  });

  test("is mailed to the address in the language asked for, with the link in it", async () => {
    const { lead } = await aWorld();
    const { link, mailedAt } = await invited(lead, { ...asContact("guest"), language: "sv" });
    expect(mailedAt).not.toBeNull();
    const { items } = await ok<{ items: { recipient: string; subject: string; body: string }[] }>(
      await stranger.get("/api/demo/letters"),
    );
    expect(items).toHaveLength(1);
    expect(items[0]).toMatchObject({ recipient: addressOf("guest") });
    expect(items[0]?.subject).toMatch(/Inbjudan/);
    expect(items[0]?.body).toContain(link);
  });

  test("is for those who manage the members to make, see, send again and take back", async () => {
    const { lead, contact, steering, funder, admin } = await aWorld();
    await admin.send("POST", "/api/projects", { ...project, slug: "other" });
    const otherLead = await signIn({ id: "other", memberships: [holds("lead", "other")] });
    const { id } = await invited(lead, asContact("guest"));
    const asks = [
      ["GET", invitations],
      ["POST", invitations, asContact("x")],
      ["POST", `${invitations}/${id}/send`],
      ["DELETE", `${invitations}/${id}`],
    ] as const;
    for (const [method, path, body] of asks) {
      for (const person of [contact, steering, funder]) {
        await refusal(await person.send(method, path, body), 403, "forbidden");
      }
      await refusal(await otherLead.send(method, path, body), 404, "not_found");
      await refusal(await stranger.send(method, path, body), 401, "signed_out");
    }
    const foreign = `/api/projects/other/invitations/${id}`;
    await refusal(await otherLead.send("DELETE", foreign), 404, "not_found");
    await refusal(await otherLead.send("POST", `${foreign}/send`), 404, "not_found");
    expect(await listed(lead)).toMatchObject([{ id, state: "open" }]);
  });

  test.each([
    ["municipalities outside the project", { municipalities: ["211"] }, ["municipalities.0"]],
    ["a contact of nothing", { municipalities: [] }, ["municipalities"]],
    ["a lead with municipalities", { role: "lead" }, ["municipalities"]],
    ["an administrator", { role: "admin" }, ["role"]],
    ["a broken address", { email: "a@b" }, ["email"]],
    ["two addresses", { email: "a@b.example, c@d.example" }, ["email"]],
    ["a header in the address", { email: "a@b.example\r\nBcc: c@d.example" }, ["email"]],
    ["another language", { language: "de" }, ["language"]],
  ])("is refused for %s", async (_, wrong, paths) => {
    const { lead } = await aWorld();
    const answer = await lead.send("POST", invitations, { ...asContact("guest"), ...wrong });
    expect(pathsOf(await refusal(answer, 400, "invalid"))).toEqual(paths);
    expect(await rows()).toEqual([]);
  });
});

describe("a link that opens nothing", () => {
  test("is one that was used: it gives no second role, to nobody", async () => {
    const { lead } = await aWorld();
    const guest = await signIn({ id: "guest" });
    const { token } = await invited(lead, asContact("guest"));
    await ok(await accept(guest, token));
    await refusal(await accept(guest, token), 409, "locked");
    await refusal(await look(token), 409, "locked");
    const path = "/api/projects/demo/members/guest/contact";
    await ok(await lead.send("DELETE", path, undefined, { version: 1 }));
    await refusal(await accept(await again("guest"), token), 409, "locked");
    expect(await rolesOf(lead, "guest")).toEqual([]);
  });

  test("is one whose time is over, which sending again makes good", async () => {
    const { lead } = await aWorld();
    const guest = await signIn({ id: "guest" });
    const { token, id } = await invited(lead, asContact("guest"));
    await expire();
    await refusal(await look(token), 409, "locked");
    await refusal(await accept(guest, token), 409, "locked");
    expect(await listed(lead)).toMatchObject([{ state: "expired" }]);
    const sent = await lead.send("POST", `${invitations}/${id}/send`);
    const made = await ok<InvitationMade>(sent);
    expect(made).toMatchObject({ id, state: "open", mailedAt: expect.any(String) });
    await ok(await accept(guest, tokenIn(made.link)));
  });

  test("is one that was replaced when the invitation was sent again", async () => {
    const { lead } = await aWorld();
    const guest = await signIn({ id: "guest" });
    const { token, id } = await invited(lead, asContact("guest"));
    const made = await ok<InvitationMade>(await lead.send("POST", `${invitations}/${id}/send`));
    expect(tokenIn(made.link)).not.toBe(token);
    await refusal(await look(token), 404, "not_found");
    await refusal(await accept(guest, token), 404, "not_found");
    await ok(await accept(guest, tokenIn(made.link)));
    await refusal(await lead.send("POST", `${invitations}/${id}/send`), 409, "locked");
  });

  test("is one that was taken back, and it stays so", async () => {
    const { lead } = await aWorld();
    const guest = await signIn({ id: "guest" });
    const { token, id } = await invited(lead, asContact("guest"));
    expect((await lead.send("DELETE", `${invitations}/${id}`)).status).toBe(204);
    await refusal(await look(token), 409, "locked");
    await refusal(await accept(guest, token), 409, "locked");
    await refusal(await lead.send("POST", `${invitations}/${id}/send`), 409, "locked");
    await refusal(await lead.send("DELETE", `${invitations}/${id}`), 409, "locked");
    expect(await listed(lead)).toMatchObject([{ state: "revoked" }]);
  });

  test("is one that was cut short, changed by a letter, or is the digest that is kept", async () => {
    const { lead } = await aWorld();
    const guest = await signIn({ id: "guest" });
    const { token } = await invited(lead, asContact("guest"));
    const other = (token.startsWith("A") ? "B" : "A") + token.slice(1);
    await refusal(await look(other), 404, "not_found");
    await refusal(await accept(guest, other), 404, "not_found");
    for (const wrong of [token.slice(0, 42), `${token}x`, `${token} `, "", await digest(token)]) {
      await refusal(await look(wrong), 400, "invalid");
      await refusal(await accept(guest, wrong), 400, "invalid");
    }
    await ok(await accept(guest, token));
  });

  test("is somebody else's: it stays open for who was invited", async () => {
    const { lead, funder, admin } = await aWorld();
    const guest = await signIn({ id: "guest" });
    const { token } = await invited(lead, { email: addressOf("guest"), role: "lead" });
    for (const thief of [funder, admin, lead]) {
      await refusal(await accept(thief, token), 403, "forbidden");
    }
    await refusal(await accept(stranger, token), 401, "signed_out");
    expect(await rolesOf(lead, "funder")).toMatchObject([{ role: "funder" }]);
    await ok(await accept(guest, token));
  });

  test("is one whose address has not been verified by who signed in", async () => {
    const { lead } = await aWorld();
    const guest = await signIn({ id: "guest" });
    const { token } = await invited(lead, asContact("guest"));
    await env.DB.prepare("UPDATE people SET email_verified = 0 WHERE id = 'guest'").run();
    await refusal(await accept(guest, token), 403, "forbidden");
    expect(await rolesOf(lead, "guest")).toEqual([]);
  });
});

/** A person with another session, after theirs were ended. */
async function again(id: string): Promise<Client> {
  await openSession(id, `again-${id}`, `again-${id}`);
  return client(`__Host-etappi=again-${id}`);
}

describe("accepting", () => {
  test("goes by the address in whatever case it was written", async () => {
    const { lead } = await aWorld();
    const guest = await signIn({ id: "guest" });
    const body = { email: "  Guest@ETAPPI.example ", role: "steering" };
    const { token, email } = await invited(lead, body);
    expect(email).toBe("guest@etappi.example");
    await ok(await accept(guest, token));
  });

  test("twice at once, by the same person, gives the role once and the other is told so", async () => {
    const { lead } = await aWorld();
    const guest = await signIn({ id: "guest" });
    const { token } = await invited(lead, asContact("guest"));
    const answers = await Promise.all([accept(guest, token), accept(guest, token)]);
    expect(answers.map(({ status }) => `${status}`).toSorted()).toEqual(["200", "409"]);
    expect(await rolesOf(lead, "guest")).toMatchObject([{ version: 1 }]);
  });

  test("two invitations to the same role at once gives the municipalities of both", async () => {
    const { lead } = await aWorld();
    const guest = await signIn({ id: "guest" });
    const first = await invited(lead, asContact("guest", ["536"]));
    const second = await invited(lead, asContact("guest", ["837"]));
    const answers = await Promise.all([accept(guest, first.token), accept(guest, second.token)]);
    for (const answer of answers) await ok(answer);
    expect(await rolesOf(lead, "guest")).toMatchObject([
      { municipalities: ["536", "837"], version: 2 },
    ]);
  });

  test("two invitations at once adds both to the role that is held already", async () => {
    const { lead } = await aWorld();
    const held = [holds("contact", "demo", [], ["536"])];
    const guest = await signIn({ id: "guest", memberships: held });
    const first = await invited(lead, asContact("guest", ["536"]));
    const second = await invited(lead, asContact("guest", ["837"]));
    const answers = await Promise.all([accept(guest, first.token), accept(guest, second.token)]);
    for (const answer of answers) await ok(answer);
    expect(await rolesOf(lead, "guest")).toMatchObject([
      { municipalities: ["536", "837"], deputyFor: [], version: 3 },
    ]);
  });

  test("once, and asked for again with its key, answers the same; with another key it is spent", async () => {
    const { lead } = await aWorld();
    const guest = await signIn({ id: "guest" });
    const { token } = await invited(lead, asContact("guest"));
    const first = await ok(await accept(guest, token, "kerran"));
    const replayed = await accept(guest, token, "kerran");
    expect(replayed.headers.get("idempotent-replayed")).toBe("true");
    expect(await ok(replayed)).toEqual(first);
    await refusal(await accept(guest, token, "toisen"), 409, "locked");
    expect(await rolesOf(lead, "guest")).toMatchObject([{ version: 1 }]);
  });

  test("what was taken back at the same moment is one or the other, never both", async () => {
    const { lead } = await aWorld();
    const guest = await signIn({ id: "guest" });
    const { token, id } = await invited(lead, asContact("guest"));
    const [accepted, revoked] = await Promise.all([
      accept(guest, token),
      lead.send("DELETE", `${invitations}/${id}`),
    ]);
    const isAccepted = accepted.status === 200;
    expect(revoked.status).toBe(isAccepted ? 409 : 204);
    expect(await rolesOf(lead, "guest")).toHaveLength(isAccepted ? 1 : 0);
  });

  test("makes a deputy who is offered the municipality its contact", async () => {
    const { lead } = await aWorld();
    const deputy = [holds("contact", "demo", [], ["536"])];
    const guest = await signIn({ id: "guest", memberships: deputy });
    const { token } = await invited(lead, asContact("guest", ["536"]));
    await ok(await accept(guest, token));
    const [member] = await rolesOf(lead, "guest");
    expect(member).toMatchObject({ municipalities: ["536"], deputyFor: [], version: 2 });
  });

  test("again after leaving gives what is offered now, and nothing of what was held before", async () => {
    const { lead } = await aWorld();
    const held = [holds("contact", "demo", ["536"], ["837"])];
    await signIn({ id: "guest", memberships: held });
    const path = "/api/projects/demo/members/guest/contact";
    await ok(await lead.send("DELETE", path, undefined, { version: 1 }));
    const { token } = await invited(lead, asContact("guest", ["837"]));
    await ok(await accept(await again("guest"), token));
    const [member] = await rolesOf(lead, "guest");
    expect(member).toMatchObject({ municipalities: ["837"], deputyFor: [], version: 3 });
    expect(member?.since).not.toBe("2023-01-01T00:00:00.000Z");
  });

  test("is not for a script", async () => {
    const { lead, funder } = await aWorld();
    const { token } = await invited(lead, { email: addressOf("funder"), role: "lead" });
    const made = await funder.send("POST", "/api/account/tokens", { name: "x", scope: "write" });
    const script = await ok<{ token: string }>(made, 201);
    const headers = { authorization: `Bearer ${script.token}` };
    const answer = stranger.send("POST", "/api/invitations/accept", { token }, { headers });
    await refusal(await answer, 403, "forbidden");
  });
});

describe("a mail that does not go out", () => {
  /** The same as over HTTP, in a deployment with other settings. */
  const inviteWith = async (by: Client, settings: Record<string, string>, path = invitations) =>
    app.fetch(
      new Request(`${origin}${path}`, {
        method: "POST",
        headers: { cookie: by.cookie, "content-type": "application/json" },
        body: path === invitations ? JSON.stringify(asContact("guest")) : null,
      }),
      { ...env, ...settings },
    );

  test.each([
    ["there is no way to send it", { DEPLOYMENT: "production" }],
    ["the server does not answer", { SMTP_URL: "smtp://127.0.0.1:9" }],
  ])("because %s leaves an invitation whose link can be passed on", async (_, settings) => {
    const { lead } = await aWorld();
    const guest = await signIn({ id: "guest" });
    const made = await ok<InvitationMade>(await inviteWith(lead, settings), 201);
    expect(made.mailedAt).toBeNull();
    expect(await listed(lead)).toMatchObject([{ id: made.id, mailedAt: null, state: "open" }]);
    const resent = await inviteWith(lead, settings, `${invitations}/${made.id}/send`);
    const { link, mailedAt } = await ok<InvitationMade>(resent);
    expect(mailedAt).toBeNull();
    await ok(await accept(guest, tokenIn(link)));
  });
});
