import { env } from "cloudflare:workers";
import { describe, expect, test } from "vitest";
import { app } from "../../../worker/app.ts";
import worker from "../../../worker/index.ts";
import { digest } from "../../../worker/kernel/digest.ts";
import { LIMITS } from "../../../worker/platform/limits.ts";
import { ok, refusal } from "../../support/answers.ts";
import { aSubmission } from "../../support/delivery.ts";
import { aForm } from "../../support/files.ts";
import { county } from "../../support/sign-in.ts";
import { aCsv, aSheetForm } from "../../support/workbooks.ts";
import { aWorld, type Client, origin, stranger } from "../../support/world.ts";

type World = Awaited<ReturnType<typeof aWorld>>;
/** `refusalLogged` refuses nobody: it has a test of its own. */
type Name = Exclude<keyof typeof LIMITS, "refusalLogged">;
type Case = {
  /** Whose the counting is, and somebody else whom it must not touch. */
  readonly whose: string;
  readonly another: string;
  /** One more of what is counted, by or from `who`. */
  readonly ask: (world: World, who: string, time: number) => Promise<Response>;
  /** What it is answered as long as it is within the limit. */
  readonly fine: number;
};

const [here, there] = ["203.0.113.7", "203.0.113.8"];
const from = (address: string) => ({ "cf-connecting-ip": address });
const neighbourhood = { whose: here, another: there };
const unknownToken = "A".repeat(43);

/** The world's persons by their pseudonyms. */
const personOf = ({ lead, admin }: World, who: string): Client => (who === "lead" ? lead : admin);
const persons = { whose: "lead", another: "admin" };

/** A post to a deployment that has a provider. */
const beginSignIn = async (address: string) =>
  app.fetch(
    new Request(`${origin}/api/sign-in/oidc`, {
      method: "POST",
      headers: { "content-type": "application/json", ...from(address) },
      body: "{}",
    }),
    { ...env, ...county() },
  );

const endSignIn = async (address: string) =>
  app.fetch(
    new Request(`${origin}/api/sign-in/callback/oidc?state=x&code=x`, { headers: from(address) }),
    { ...env, ...county() },
  );

const CASES: Readonly<Record<Name, Case>> = {
  codeAsked: {
    ...neighbourhood,
    ask: async (_, who, time) => {
      const body = { email: `a${time}@etappi.example` };
      return stranger.send("POST", "/api/sign-in/code", body, { headers: from(who) });
    },
    fine: 204,
  },
  codeMailed: {
    whose: `${here} a@etappi.example`,
    another: `${there} a@etappi.example`,
    ask: async (_, who) => {
      const [address = "", email = ""] = who.split(" ");
      return stranger.send("POST", "/api/sign-in/code", { email }, { headers: from(address) });
    },
    fine: 204,
  },
  codeTried: {
    ...neighbourhood,
    ask: async (_, who) => {
      const body = { email: "a@etappi.example", code: "12345678" };
      return stranger.send("POST", "/api/sign-in/code/check", body, { headers: from(who) });
    },
    fine: 400,
  },
  signInEnded: { ...neighbourhood, ask: async (_, who) => endSignIn(who), fine: 302 },
  accountChanged: {
    ...persons,
    ask: async (world, who, time) => {
      const person = personOf(world, who);
      const { version } = await ok<{ version: number }>(await person.get("/api/account"));
      return person.send("PATCH", "/api/account", { title: `${time}` }, { version });
    },
    fine: 200,
  },
  viewChanged: {
    ...persons,
    ask: async (world, who, time) => {
      const body = { name: `${time}`, path: "/" };
      return personOf(world, who).send("POST", "/api/account/views", body);
    },
    fine: 201,
  },
  signInBegun: { ...neighbourhood, ask: async (_, who) => beginSignIn(who), fine: 200 },
  tokenRefused: {
    ...neighbourhood,
    ask: async (_, who) =>
      stranger.get("/api/projects", { ...from(who), authorization: "Bearer etappi_x" }),
    fine: 401,
  },
  linkMade: {
    ...persons,
    ask: async (world, who) => {
      const { lead } = world;
      const { items } = await ok<{ items: unknown[] }>(
        await lead.get("/api/projects/demo/reports"),
      );
      if (items.length === 0) await aSubmission(lead);
      const body = { report: 1, formats: ["json"], name: "Rahoittaja" };
      return personOf(world, who).send("POST", "/api/projects/demo/links", body);
    },
    fine: 201,
  },
  linkTried: {
    ...neighbourhood,
    ask: async (_, who) => {
      const body = { token: unknownToken };
      return stranger.send("POST", "/api/shared/look", body, { headers: from(who) });
    },
    fine: 404,
  },
  feedbackSent: {
    ...neighbourhood,
    ask: async (_, who) => {
      const body = { category: "other", text: "Palaute" };
      return stranger.send("POST", "/api/feedback", body, { headers: from(who) });
    },
    fine: 201,
  },
  feedbackMailed: {
    whose: `${here} a@etappi.example`,
    another: `${there} a@etappi.example`,
    ask: async (_, who) => {
      const [address = "", email = ""] = who.split(" ");
      const body = { category: "other", text: "Palaute", email };
      return stranger.send("POST", "/api/feedback", body, { headers: from(address) });
    },
    fine: 201,
  },
  invitationTried: {
    ...neighbourhood,
    ask: async (_, who) => {
      const body = { token: unknownToken };
      return stranger.send("POST", "/api/invitations/look", body, { headers: from(who) });
    },
    fine: 404,
  },
  invited: {
    ...persons,
    ask: async (world, who, time) => {
      const body = { email: `${time}@etappi.example`, role: "steering" };
      return personOf(world, who).send("POST", "/api/projects/demo/invitations", body);
    },
    fine: 201,
  },
  accessAsked: {
    ...persons,
    ask: async (world, who, time) => {
      const body = { project: `hanke-${time}`, role: "steering" };
      return personOf(world, who).send("POST", "/api/access-requests", body);
    },
    fine: 201,
  },
  tokenMade: {
    ...persons,
    ask: async (world, who) => {
      const body = { name: "x", scope: "read" };
      return personOf(world, who).send("POST", "/api/account/tokens", body);
    },
    fine: 201,
  },
  historyVerified: {
    ...persons,
    ask: async (world, who) => personOf(world, who).get("/api/history/verify?project=demo"),
    fine: 200,
  },
  fileSent: {
    ...persons,
    ask: async (world, who) =>
      personOf(world, who).send("POST", "/api/projects/demo/evidence", aForm()),
    fine: 201,
  },
  commented: {
    ...persons,
    ask: async (world, who, time) =>
      personOf(world, who).send("POST", "/api/projects/demo/milestones/1/comments", {
        text: `Kommentti ${time}`,
      }),
    fine: 201,
  },
  sheetRead: {
    ...persons,
    ask: async (world, who) =>
      personOf(world, who).send(
        "POST",
        "/api/projects/demo/import?dryRun=true",
        aSheetForm(aCsv([["Kunta", "Nro", "Tila"]])),
      ),
    fine: 200,
  },
  fingerprintChecked: {
    ...neighbourhood,
    ask: async (_, who) => stranger.get(`/api/fingerprints/${"0".repeat(64)}`, from(who)),
    fine: 404,
  },
  exported: {
    ...persons,
    ask: async (world, who) => personOf(world, who).get("/api/projects/demo/export?format=csv"),
    fine: 200,
  },
};

/** Sets how often something was done so far; it has to have been done once. */
async function setCount(name: Name, whose: string, count: number): Promise<void> {
  const { meta } = await env.DB.prepare("UPDATE limits SET count = ? WHERE key = ?")
    .bind(count, await keyInUse(name, whose))
    .run();
  expect(meta.changes, `${name} of ${whose} is counted`).toBe(1);
}

/** Under which of the two deployments' secrets it is counted. */
async function keyInUse(name: Name, whose: string): Promise<string> {
  const secret = name.startsWith("signIn") ? county()["AUTH_SECRET"] : env.AUTH_SECRET;
  return digest(`${secret} ${name} ${whose}`);
}

const tries = async (authorization: string, headers: Record<string, string>) =>
  (await stranger.get("/api/projects", { ...headers, authorization })).status;
const wrong = "Bearer etappi_wrong";
const { max } = LIMITS.tokenRefused;

describe("each limit", () => {
  test.each(Object.entries(CASES))(
    "%s lets through its number, refuses above it, and leaves others alone",
    async (key, { whose, another, ask, fine }) => {
      // The keys are those of LIMITS: CASES has no other.
      const name = key as Name;
      const world = await aWorld();
      expect((await ask(world, whose, 1)).status).toBe(fine);
      await setCount(name, whose, LIMITS[name].max - 1);
      expect((await ask(world, whose, 2)).status).toBe(fine);
      for (const time of [3, 4]) {
        const answer = await ask(world, whose, time);
        const wait = Number(answer.headers.get("retry-after"));
        await refusal(answer, 429, "rate_limited");
        expect(Number.isInteger(wait)).toBe(true);
        expect(wait).toBeGreaterThan(0);
        expect(wait).toBeLessThanOrEqual(LIMITS[name].seconds);
      }
      expect((await ask(world, another, 5)).status).toBe(fine);
    },
  );

  test.each(Object.entries(CASES))(
    "%s ends with its window, and the counting begins anew",
    async (key, { whose, ask, fine }) => {
      // As above.
      const name = key as Name;
      const world = await aWorld();
      expect((await ask(world, whose, 1)).status).toBe(fine);
      await setCount(name, whose, LIMITS[name].max + 100);
      await refusal(await ask(world, whose, 2), 429, "rate_limited");
      await env.DB.prepare("UPDATE limits SET until = ?")
        .bind(new Date(Date.now() - 1).toISOString())
        .run();
      expect((await ask(world, whose, 3)).status).toBe(fine);
      const kept = await env.DB.prepare("SELECT count FROM limits WHERE key = ?")
        .bind(await keyInUse(name, whose))
        .first("count");
      expect(kept).toBe(1);
    },
  );
});

describe("a limit", () => {
  test("counts every one, also of many that come at once", async () => {
    await aWorld();
    const answers = await Promise.all(
      Array.from({ length: max + 5 }, () => tries(wrong, from(here))),
    );
    expect(answers.filter((status) => status === 401)).toHaveLength(max);
    expect(answers.filter((status) => status === 429)).toHaveLength(5);
  });

  test("does not grow longer by trying on", async () => {
    await aWorld();
    await tries(wrong, from(here));
    const until = () => env.DB.prepare("SELECT until FROM limits").first("until");
    const before = await until();
    await setCount("tokenRefused", here, max);
    for (let time = 0; time < 3; time += 1) expect(await tries(wrong, from(here))).toBe(429);
    expect(await until()).toBe(before);
  });

  test("locks out nobody of the same neighbourhood who comes with what is right", async () => {
    const { lead } = await aWorld();
    const body = { name: "x", scope: "read" };
    const made = await lead.send("POST", "/api/account/tokens", body);
    const { token } = await ok<{ token: string }>(made, 201);
    await tries(wrong, from(here));
    await setCount("tokenRefused", here, max + 100);
    expect(await tries(wrong, from(here))).toBe(429);
    expect(await tries(`Bearer ${token}`, from(here))).toBe(200);
    expect((await lead.get("/api/projects", from(here))).status).toBe(200);
  });

  test("of one kind is none of another", async () => {
    const world = await aWorld();
    await CASES.exported.ask(world, "lead", 1);
    await setCount("exported", "lead", LIMITS.exported.max);
    await refusal(await CASES.exported.ask(world, "lead", 2), 429, "rate_limited");
    await refusal(await world.lead.get("/api/account/data"), 429, "rate_limited");
    expect((await CASES.tokenMade.ask(world, "lead", 1)).status).toBe(201);
    expect((await CASES.invited.ask(world, "lead", 1)).status).toBe(201);
  });

  test("takes a whole IPv6 network of 64 bits for one, and the next one for another", async () => {
    await aWorld();
    await tries(wrong, from("2001:db8:1:2::1"));
    await setCount("tokenRefused", "2001:db8:1:2::/64", max);
    for (const address of ["2001:db8:1:2:ffff::9", "2001:DB8:1:2:3:4:5:6", "2001:0db8:1:2::"]) {
      expect(await tries(wrong, from(address)), address).toBe(429);
    }
    expect(await tries(wrong, from("2001:db8:1:3::1"))).toBe(401);
  });

  test("believes no header in which a request says itself where it is from", async () => {
    await aWorld();
    const spoofed = (address: string) => ({
      "x-forwarded-for": address,
      "x-real-ip": address,
      forwarded: `for=${address}`,
      "true-client-ip": address,
      "x-client-ip": address,
    });
    await tries(wrong, from(here));
    await setCount("tokenRefused", here, max);
    expect(await tries(wrong, { ...from(here), ...spoofed(there) })).toBe(429);
    expect(await tries(wrong, { ...from(there), ...spoofed(here) })).toBe(401);
  });

  test("keeps no address, and is forgotten by the nightly task once its window is over", async () => {
    const world = await aWorld();
    await tries(wrong, from(here));
    await CASES.codeMailed.ask(world, "a@etappi.example", 1);
    const dump = async () =>
      JSON.stringify((await env.DB.prepare("SELECT * FROM limits").all()).results);
    const before = await dump();
    for (const hidden of [here, "203.0.113", "a@etappi", "198.51"]) {
      expect(before).not.toContain(hidden);
    }
    const night = async (hours: number) =>
      worker.scheduled(
        { scheduledTime: Date.now() + hours * 3_600_000, cron: "", noRetry: () => undefined },
        env,
      );
    await night(0);
    expect(await dump()).toBe(before);
    await night(2);
    expect(await dump()).toBe("[]");
  });

  test("that a person comes up against is logged, with the network alone", async () => {
    const { lead, admin } = await aWorld();
    const path = "/api/projects/demo/export?format=csv";
    await lead.get(path, from(here));
    await setCount("exported", "lead", LIMITS.exported.max);
    await refusal(await lead.get(path, from(here)), 429, "rate_limited");
    expect(await ok(await admin.get("/api/uses?kind=limited"))).toMatchObject({
      items: [
        {
          person: "lead",
          detail: "GET /api/projects/:project/export",
          network: "203.0.113.0/24",
        },
      ],
    });
  });
});
