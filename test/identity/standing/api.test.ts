import { env } from "cloudflare:workers";
import { describe, expect, test } from "vitest";
import { findActor } from "../../../worker/identity/queries/actors.ts";
import { changeMember, removeMember } from "../../../worker/members/commands/members.ts";
import { declareProgress } from "../../../worker/progress/commands.ts";
import { factCount, ok, refusal } from "../../support/answers.ts";
import { at, aWorld, database } from "../../support/world.ts";

const place = { project: "demo", milestone: 1, municipality: "837" };
const now = () => new Date().toISOString();

/** What a request of this person carries, from the moment that it was read who they are. */
async function underWay(id: string) {
  const asked = { token: `token-of-${id}`, now: now(), isProviderRequired: false };
  const found = await findActor(database(), asked);
  if (!found) throw new Error(`${id} is signed out`);
  return { ...at(now(), found.actor), guard: found.guard };
}

const versionOf = async (person: string) =>
  env.DB.prepare("SELECT version FROM memberships WHERE person = ? AND project = 'demo'")
    .bind(person)
    .first<number>("version");

describe("a request that is under way", () => {
  test("writes nothing with a role that ends meanwhile", async () => {
    const { contact } = await aWorld();
    const deps = await underWay("contact-837");
    const member = { project: "demo", person: "contact-837", role: "contact" } as const;
    await removeMember(await underWay("lead"), member, (await versionOf("contact-837")) ?? 0);
    const before = await factCount();
    const write = declareProgress(deps, place, 0, { declared: "done", doneOn: "2024-01-01" });
    await expect(write).rejects.toMatchObject({ code: "conflict" });
    expect(await factCount()).toBe(before);
    await refusal(await contact.get("/api/projects/demo"), 401, "signed_out");
  });

  test("writes nothing for a municipality that it speaks for no more", async () => {
    await aWorld();
    const deps = await underWay("contact-837");
    const member = { project: "demo", person: "contact-837", role: "contact" } as const;
    const change = { municipalities: ["536"] };
    await changeMember(
      await underWay("lead"),
      member,
      (await versionOf("contact-837")) ?? 0,
      change,
    );
    const write = declareProgress(deps, place, 0, { declared: "done", doneOn: "2024-01-01" });
    await expect(write).rejects.toMatchObject({ code: "conflict" });
  });

  test("writes with a role that stands, also when another was added", async () => {
    const { lead, contact } = await aWorld();
    const deps = await underWay("contact-837");
    await lead.send("POST", "/api/projects", {
      name: "Toinen",
      slug: "other",
      programme: "rrp",
      leadOrganisation: "Alue",
      startsOn: "2023-01-01",
      endsOn: "2023-12-31",
      municipalities: ["837"],
      phases: [{ name: "Pilotti", startsOn: "2023-01-01", endsOn: "2023-12-31" }],
    });
    const answer = await declareProgress(deps, place, 0, { declared: "in_progress" });
    expect(answer.body.declared).toBe("in_progress");
    expect(await ok(await contact.get("/api/projects/demo/progress/1/837"))).toMatchObject({
      declared: "in_progress",
    });
    const rows = await env.DB.prepare("SELECT count(*) AS n FROM guards").first<number>("n");
    expect(rows).toBe(0);
  });
});
