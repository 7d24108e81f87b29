import { describe, expect, test } from "vitest";
import type { FactList } from "../../worker/audit/contract/history.ts";
import type { PublicPart } from "../../worker/projects/terms.ts";
import type { PublicProject, PublicProjectList } from "../../worker/publishing/contract.ts";
import { ok, refusal } from "../support/answers.ts";
import { costOf, isSession, sumOf } from "../support/meter.ts";
import { publish, unpublish } from "../support/publishing.ts";
import { aDeviation, aRisk } from "../support/risks.ts";
import {
  aWorld,
  type Client,
  holds,
  project,
  request,
  signIn,
  stranger,
} from "../support/world.ts";

const demo = "/api/projects/demo";
const json = "/api/public/projects/demo";
const open = [json, "/public/demo", "/public/demo/widget", "/public/demo/picture.png"];

const read = async (path: string, language = "fi") =>
  (await stranger.get(`${path}${path.includes("?") ? "&" : "?"}lang=${language}`)).text();

describe("a project that is not public", () => {
  test("looks the same as one that is not there, as a page and as JSON", async () => {
    await aWorld();
    for (const path of open) {
      const [internal, unknown] = await Promise.all([
        stranger.get(path),
        stranger.get(path.replace("demo", "nowhere")),
      ]);
      expect({ path, status: internal.status }).toEqual({ path, status: 404 });
      expect(unknown.status).toBe(404);
      const [one, other] = [await internal.text(), await unknown.text()];
      expect(one.replaceAll("demo", "nowhere")).toBe(other);
      expect(one).not.toContain(project.name);
    }
  });

  test("is told of in the language that was asked for, with a way on", async () => {
    await aWorld();
    const page = await read("/public/demo", "sv");
    expect(page).toContain('<html lang="sv">');
    expect(page).toContain("Sidan hittades inte");
    expect(page).toContain('href="/public?lang=sv"');
    expect(page).toContain('content="noindex"');
  });

  test("is public from the moment it is published, and gone from the moment it is not", async () => {
    const { lead } = await aWorld();
    await publish(lead);
    for (const path of open) expect((await stranger.get(path)).status, path).toBe(200);
    await unpublish(lead);
    for (const path of open) expect((await stranger.get(path)).status, path).toBe(404);
    expect(await read("/public")).not.toContain(project.name);
    const history = await ok<FactList>(await lead.get("/api/history?project=demo&limit=2"));
    expect(history.items.map(({ kind }) => kind)).toEqual([
      "project.unpublished",
      "project.published",
    ]);
  });

  test("that is made public with its details shows its head alone", async () => {
    const { lead } = await aWorld();
    await ok(
      await lead.send("PATCH", demo, { visibility: "public", summary: "Salaa" }, { version: 1 }),
    );
    const view = await ok<PublicProject>(await stranger.get(`${json}?lang=fi`));
    expect(view).toMatchObject({ name: project.name, programme: { fundingText: "Rahoitettu" } });
    for (const part of ["summary", "progress", "municipalities", "targets", "dates"] as const) {
      expect(view[part], part).toBeNull();
    }
    expect(await read("/public/demo")).not.toContain("Salaa");
  });
});

describe("a public page", () => {
  const parts: readonly (readonly [PublicPart, string])[] = [
    ["summary", "Lyhyesti kerrottu"],
    ["progress", "Näin hanke etenee"],
    ["municipalities", "Tampere"],
    ["targets", "Tavattuja nuoria"],
    ["dates", "Loppuraportti"],
  ];

  test.each(parts)(
    "shows %s where it is chosen, and nothing of it where it is not",
    async (part, text) => {
      const { lead } = await aWorld();
      await ok(await lead.send("PATCH", demo, { summary: "Lyhyesti kerrottu" }, { version: 1 }));
      await publish(lead, { parts: [part] });
      expect(await read("/public/demo")).toContain(text);
      for (const [other, shown] of parts) {
        if (other !== part) expect(await read("/public/demo"), other).not.toContain(shown);
      }
      const view = await ok<PublicProject>(await stranger.get(json));
      expect(parts.filter(([one]) => view[one] !== null).map(([one]) => one)).toEqual([part]);
    },
  );

  test("says the same figures as the project's own summary", async () => {
    const { lead } = await aWorld();
    await ok(
      await lead.send("PATCH", `${demo}/progress/1/837`, { declared: "done" }, { version: 0 }),
    );
    await ok(
      await lead.send(
        "PATCH",
        `${demo}/progress/2/837`,
        { declared: "in_progress", value: 7 },
        { version: 0 },
      ),
    );
    await publish(lead);
    const { progress, municipalities, targets } = await ok<PublicProject>(await stranger.get(json));
    const summary = await ok<{ total: { percent: number; late: number } }>(
      await lead.get(`${demo}/summary`),
    );
    expect(progress).toMatchObject({
      percent: summary.total.percent,
      late: summary.total.late,
      done: 1,
      counted: 2,
      leftOut: { noData: 3 },
    });
    expect(municipalities?.map(({ name, done, counted }) => [name, done, counted])).toEqual([
      ["Nokia", 0, 0],
      ["Tampere", 1, 2],
    ]);
    // Values of municipalities are not added up.
    expect(targets).toMatchObject([{ number: 2, value: null, goal: 100, reached: 0, places: 2 }]);
    const page = await read("/public/demo");
    expect(page).toContain("33,3");
    expect(page).toContain("1 / 2 kohdasta");
  });

  test("tells what is left to count nowhere from what nobody has told, on the page and in the widget", async () => {
    const { lead } = await aWorld();
    for (const milestone of [1, 2]) {
      const cancelled = { declared: "cancelled", reason: "Kunta jäi pois" };
      const path = `${demo}/progress/${milestone}/536`;
      await ok(await lead.send("PATCH", path, cancelled, { version: 0 }));
    }
    await publish(lead);
    for (const path of ["/public/demo", "/public/demo/widget"]) {
      const page = await read(path, "en");
      expect(page, path).toMatch(/Nokia.*?nothing to count.*?no data/s);
    }
    const { targets } = await ok<PublicProject>(await stranger.get(json));
    expect(targets).toMatchObject([{ reached: 0, places: 1, unknown: 1 }]);
    expect(await read("/public/demo", "en")).toContain(
      "Reached in 0 / 1 municipalities, 1 without data",
    );
  });

  test("is in three languages that lead to each other, with one heading and landmarks", async () => {
    const { lead } = await aWorld();
    await publish(lead);
    for (const [language, title] of [
      ["fi", "Kunnittain"],
      ["sv", "Per kommun"],
      ["en", "By municipality"],
    ] as const) {
      const page = await read("/public/demo", language);
      expect(page.startsWith(`<!doctype html><html lang="${language}">`)).toBe(true);
      expect(page).toContain(title);
      expect(page.match(/<h1/g)).toHaveLength(1);
      for (const mark of ["<main", "<header", "<footer", "<nav"]) expect(page).toContain(mark);
      for (const other of ["fi", "sv", "en"]) {
        expect(page).toMatch(
          new RegExp(
            `<link rel="alternate" hreflang="${other}" href="[^"]+/public/demo\\?lang=${other}"`,
          ),
        );
      }
      expect(page).not.toMatch(/<script|<style|\sstyle=|\son\w+=/);
    }
    const swedish = await stranger.get("/public/demo", { "accept-language": "sv" });
    expect(await swedish.text()).toContain('<html lang="sv">');
  });

  test("writes what people wrote as text, whatever it looks like", async () => {
    const { lead } = await aWorld();
    const name = `"><script>alert(1)</script>&amp;<b>'`;
    await ok(
      await lead.send(
        "PATCH",
        demo,
        { name, summary: name, leadOrganisation: name, contactRole: name },
        { version: 1 },
      ),
    );
    await ok(
      await lead.send("PATCH", `${demo}/milestones/2`, { title: name, unit: name }, { version: 1 }),
    );
    await publish(lead);
    for (const path of ["/public/demo", "/public/demo/widget", "/public"]) {
      const page = await read(path);
      expect(page).not.toMatch(/<script|<b>/);
      expect(page, path).toContain("&lt;script&gt;alert(1)&lt;/script&gt;");
    }
  });
});

describe("what is internal", () => {
  const canary = "kanarialintu";

  /** Every text that is not for everybody holds a canary, and all parts are public. */
  async function aPublicWorldOfCanaries(): Promise<Client> {
    const { lead, contact } = await aWorld();
    const texts = {
      grantReference: canary,
      place: canary,
      description: Object.fromEntries(
        ["purpose", "background", "actors", "coreIdea", "results", "tips"].map((one) => [
          one,
          canary,
        ]),
      ),
      topics: [canary],
      phenomena: [canary],
      authorRole: canary,
      summary: "Tämä on julkista",
    };
    await ok(await lead.send("PATCH", demo, texts, { version: 1 }));
    const milestone = { description: canary, verification: canary, evidenceKinds: ["link"] };
    await ok(await lead.send("PATCH", `${demo}/milestones/1`, milestone, { version: 1 }));
    const paused = { declared: "paused", reason: canary, unblock: canary, note: canary };
    await ok(await lead.send("PATCH", `${demo}/progress/1/837`, paused, { version: 0 }));
    await ok(
      await contact.send(
        "PATCH",
        `${demo}/progress/2/837`,
        { declared: "cancelled", reason: canary },
        { version: 0 },
      ),
    );
    const risk = aRisk({ title: canary, description: canary, mitigation: canary, owner: canary });
    await ok(await lead.send("POST", `${demo}/risks`, risk), 201);
    const deviation = { title: canary, cause: canary, effect: canary, owner: canary };
    await ok(await lead.send("POST", `${demo}/deviations`, aDeviation(deviation)), 201);
    const shown = {
      milestone: 1,
      municipalities: ["837"],
      kind: "link",
      title: canary,
      note: canary,
      url: `https://${canary}.example/`,
    };
    await ok(await lead.send("POST", `${demo}/evidence`, shown), 201);
    const comment = { text: canary, municipality: "837" };
    await ok(await contact.send("POST", `${demo}/milestones/1/comments`, comment), 201);
    const account = await ok<{ version: number }>(await lead.get("/api/account"));
    await ok(
      await lead.send(
        "PATCH",
        "/api/account",
        { name: canary, title: canary, organisation: canary },
        account,
      ),
    );
    const report = { name: canary, message: canary };
    await ok(await lead.send("POST", `${demo}/reports`, report), 201);
    await ok(await lead.send("POST", `${demo}/reports/1/submit`, undefined, { version: 1 }));
    const offer = { email: `${canary}@etappi.example`, role: "steering" };
    await ok(await lead.send("POST", `${demo}/invitations`, offer), 201);
    await publish(lead);
    return lead;
  }

  test("stands on no public page, in no language and no format, though all parts are public", async () => {
    const lead = await aPublicWorldOfCanaries();
    const other = { ...project, slug: "other", name: `${canary} toinen` };
    const admin = await signIn({ id: "admin-2", admin: true });
    await ok(await admin.send("POST", "/api/projects", other), 201);
    expect(await (await lead.get(`${demo}/progress/1/837`)).text()).toContain(canary);
    const paths = [
      json,
      "/api/public/projects",
      "/public",
      "/public/demo",
      "/public/demo/widget",
      "/public/sitemap.xml",
    ];
    for (const path of paths) {
      for (const language of ["fi", "sv", "en"]) {
        const answer = await stranger.get(`${path}?lang=${language}`);
        const text = JSON.stringify([...answer.headers]) + (await answer.text());
        expect(answer.status, path).toBe(200);
        expect(text, path).toContain("demo");
        expect(text.toLowerCase(), path).not.toContain(canary);
        // Nor does a pseudonym of anybody, or a hash of a fact.
        expect(text, path).not.toMatch(/contact-837|[0-9a-f]{64}/);
      }
    }
    expect(await read("/public/demo")).toContain("Tämä on julkista");
  });
});

describe("the choice of what is public", () => {
  const path = `${demo}/publication`;
  const change = { visibility: "public", parts: ["progress"] };

  test("is seen by all who see the figures, and made by those who lead", async () => {
    const { lead, contact, steering, funder } = await aWorld();
    for (const person of [contact, steering]) {
      expect((await person.get(path)).status).toBe(200);
      await refusal(await person.send("PATCH", path, change, { version: 1 }), 403, "forbidden");
    }
    await refusal(await funder.get(path), 403, "forbidden");
    await refusal(await stranger.get(path), 401, "signed_out");
    expect(await ok(await lead.send("PATCH", path, change, { version: 1 }))).toMatchObject({
      ...change,
      version: 2,
      address: expect.stringMatching(/\/public\/demo$/),
    });
  });

  test("is refused on an old version, with what it is now; and where nothing or nonsense is asked", async () => {
    const { lead } = await aWorld();
    await publish(lead, { parts: ["dates"] });
    const stale = await refusal(
      await lead.send("PATCH", path, change, { version: 1 }),
      412,
      "stale",
    );
    expect(stale.current).toMatchObject({ visibility: "public", parts: ["dates"], version: 2 });
    await refusal(await lead.send("PATCH", path, change), 428, "precondition_required");
    for (const nothing of [{}, { parts: ["dates"] }, { visibility: "public" }]) {
      const refused = await lead.send("PATCH", path, nothing, { version: 2 });
      const { errors } = await refusal(refused, 400, "invalid");
      expect(errors).toEqual([{ path: "", message: "Give at least one thing to change." }]);
    }
    const wrong = await refusal(
      await lead.send("PATCH", path, { parts: ["notes"], notes: true }, { version: 2 }),
      400,
      "invalid",
    );
    expect(wrong.errors).toHaveLength(2);
  });

  test("keeps each part once, in one order", async () => {
    const { lead } = await aWorld();
    const { parts } = await publish(lead, { parts: ["dates", "summary", "dates"] });
    expect(parts).toEqual(["summary", "dates"]);
  });

  test("can be looked at before it is made, by those who could make it and nobody else", async () => {
    const { lead, steering, funder } = await aWorld();
    const otherLead = await signIn({ id: "other-lead", memberships: [holds("lead", "other")] });
    const preview = "/public/demo/preview?parts=progress,municipalities&lang=en";
    const seen = await lead.get(preview);
    const text = await seen.text();
    expect(seen.status).toBe(200);
    expect(seen.headers.get("cache-control")).toBe("private, no-store");
    expect(text).toContain("Preview: only you see this page");
    expect(text).toContain("Tampere");
    expect(text).not.toContain("Coming next");
    for (const person of [stranger, steering, funder, otherLead]) {
      const refused = await person.get(preview);
      expect([403, 404]).toContain(refused.status);
      expect(await refused.text()).not.toContain("Tampere");
    }
    expect((await stranger.get("/public/demo")).status).toBe(404);
  });
});

describe("what is public", () => {
  test("costs one row of the database a project, however it is looked at, and writes nothing", async () => {
    const { lead } = await aWorld();
    await publish(lead);
    const oneRow = { statements: 1, read: 1, written: 0 };
    for (const path of [...open, "/api/public/projects", "/public", "/public/sitemap.xml"]) {
      const cost = await costOf(stranger, path);
      expect(cost.status, path).toBe(200);
      expect(
        sumOf(cost, (sql) => !isSession(sql)),
        path,
      ).toEqual(oneRow);
    }
  });

  test("may be kept by anybody for a minute, and is asked for again by its ETag", async () => {
    const { lead } = await aWorld();
    await publish(lead);
    for (const path of open) {
      const first = await stranger.get(path);
      expect(first.headers.get("cache-control"), path).toBe("public, max-age=60");
      const tag = first.headers.get("etag") ?? "";
      expect(tag, path).toMatch(/^(W\/)?"[^"]+"$/);
      const again = await stranger.get(path, { "if-none-match": tag });
      expect(again.status, path).toBe(304);
      expect(again.headers.get("etag")).toBe(tag);
      await publish(lead, { parts: ["progress"] });
      expect((await stranger.get(path, { "if-none-match": tag })).status, path).toBe(200);
      await publish(lead);
    }
    // The same for a person and a stranger: a cache in between need not tell them apart.
    expect((await lead.get("/public/demo")).headers.get("vary")).toBe("Accept-Language");
  });

  test("may be framed where it is the widget, and nowhere else", async () => {
    const { lead } = await aWorld();
    await publish(lead);
    const policyOf = async (path: string) => {
      const { headers } = await stranger.get(path);
      const ancestors = /frame-ancestors ([^;]+)/.exec(
        headers.get("content-security-policy") ?? "",
      );
      return [headers.get("x-frame-options"), ancestors?.[1]];
    };
    for (const path of [
      "/public",
      "/public/demo",
      "/public/demo/picture.png",
      "/public/none",
      json,
    ]) {
      expect(await policyOf(path), path).toEqual(["DENY", "'none'"]);
    }
    expect(await policyOf("/public/demo/widget")).toEqual([null, "*"]);
    const { headers } = await stranger.get("/public/demo/widget");
    expect(headers.getSetCookie()).toEqual([]);
    expect(headers.get("content-security-policy")).not.toMatch(/script|unsafe/);
    expect(await read("/public/demo/widget?scheme=dark")).toContain('class="dark"');
    expect(await read("/public/demo/widget?scheme=x%22%3E")).toContain('class="auto"');
  });

  test("is listed by name, page by page, and for search engines", async () => {
    const { lead, admin } = await aWorld();
    await publish(lead, { parts: [] });
    for (const slug of ["aatos", "zeta"]) {
      const body = { ...project, slug, name: `Hanke ${slug}`, visibility: "public" };
      await ok(await admin.send("POST", "/api/projects", body), 201);
    }
    const first = await ok<PublicProjectList>(await stranger.get("/api/public/projects?limit=2"));
    expect(first.items.map(({ slug }) => slug)).toEqual(["aatos", "demo"]);
    const rest = await ok<PublicProjectList>(
      await stranger.get(`/api/public/projects?cursor=${first.nextCursor}`),
    );
    expect(rest).toMatchObject({
      items: [{ slug: "zeta", percent: null, phases: null }],
      nextCursor: null,
    });
    const page = await read("/public", "en");
    for (const slug of ["aatos", "demo", "zeta"]) expect(page).toContain(`/public/${slug}?lang=en`);
    const map = await stranger.get("/public/sitemap.xml");
    expect(map.headers.get("content-type")).toContain("application/xml");
    expect((await map.text()).match(/<loc>/g)).toHaveLength(12);
    const robots = await (await request("/robots.txt")).text();
    expect(robots).toMatch(/^Allow: \/public$/m);
    expect(robots).toMatch(/^Disallow: \/$/m);
    expect(robots).toMatch(/^Sitemap: https?:\/\/[^/]+\/public\/sitemap\.xml$/m);
  });

  test("follows the programme, the project and the plan as they change", async () => {
    const { lead, admin } = await aWorld();
    await publish(lead);
    const text = { fi: "Uusi teksti", sv: "Ny text", en: "New text" };
    await ok(
      await admin.send(
        "PATCH",
        "/api/programmes/rrp",
        { visibilityText: text, emblem: "eu" },
        { version: 1 },
      ),
    );
    await ok(
      await lead.send("PATCH", demo, { name: "Uusi nimi", summary: "Uusi kuvaus" }, { version: 2 }),
    );
    await ok(
      await lead.send("POST", `${demo}/milestones`, {
        phase: 1,
        title: "Uusi tavoite",
        kind: "target",
        unit: "kpl",
        goal: 3,
      }),
      201,
    );
    const page = await read("/public/demo");
    for (const shown of [
      "Uusi teksti",
      "Uusi nimi",
      "Uusi kuvaus",
      "Uusi tavoite",
      'class="emblem"',
    ]) {
      expect(page).toContain(shown);
    }
    expect(await read("/public/demo", "sv")).toContain("Ny text");
  });
});

describe("the picture", () => {
  test("is a PNG of the size that is promised, whole, in the language of the link", async () => {
    const { lead } = await aWorld();
    await publish(lead);
    const answer = await stranger.get("/public/demo/picture.png?lang=fi");
    expect(answer.headers.get("content-type")).toBe("image/png");
    expect(answer.headers.get("cross-origin-resource-policy")).toBe("cross-origin");
    const bytes = await answer.bytes();
    const view = new DataView(bytes.buffer);
    expect([...bytes.subarray(1, 4)]).toEqual([80, 78, 71]);
    expect([view.getUint32(16), view.getUint32(20)]).toEqual([1200, 630]);
    const length = view.getUint32(33);
    const data = new Blob([bytes.slice(41, 41 + length)]).stream();
    const unpacked = await new Response(
      data.pipeThrough(new DecompressionStream("deflate")),
    ).bytes();
    expect(unpacked).toHaveLength(630 * (1200 * 3 + 1));
    // The paper, and as something is written, more colours than a few.
    expect([...unpacked.subarray(1, 4)]).toEqual([0xf5, 0xf6, 0xf4]);
    const colours = new Set<number>();
    for (let at = 1; at < unpacked.length; at += 3) colours.add(unpacked[at] ?? 0);
    expect(colours.size).toBeGreaterThan(50);
    expect(bytes.length).toBeLessThan(200_000);
    const swedish = await (await stranger.get("/public/demo/picture.png?lang=sv")).bytes();
    expect(swedish).not.toEqual(bytes);
    const again = await (await stranger.get("/public/demo/picture.png?lang=fi")).bytes();
    expect(again).toEqual(bytes);
  });
});
