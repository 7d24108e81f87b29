import { describe, expect, test } from "vitest";
import { publish } from "../../support/publishing.ts";
import { aWorld, request, stranger } from "../../support/world.ts";

describe("an address under /public", () => {
  test.each([
    ["/public/", "/public"],
    ["/public/demo/?lang=sv", "/public/demo?lang=sv"],
    ["/public/demo/widget//", "/public/demo/widget"],
  ])("%s leads to %s", async (path, to) => {
    const answer = await request(path, { redirect: "manual" });
    expect(answer.status).toBe(308);
    expect(answer.headers.get("location")).toBe(to);
  });

  test("that nothing is at is answered with a page", async () => {
    const answer = await stranger.get("/public/x/y/z?lang=sv");
    expect(answer.status).toBe(404);
    expect(answer.headers.get("content-type")).toMatch(/^text\/html/);
    expect(await answer.text()).toContain("Sidan hittades inte");
  });

  test("may carry parameters of others, and a language that is not spoken", async () => {
    const { lead } = await aWorld();
    await publish(lead);
    const added = "?utm_source=a&utm_source=b&lang=sv&lang=fi";
    for (const path of ["/public", "/public/demo", "/public/demo/widget"]) {
      const answer = await stranger.get(path + added);
      expect(answer.status, path).toBe(200);
      expect(await answer.text()).toContain('<html lang="sv"');
      expect((await stranger.get(`${path}?lang=de`)).status, path).toBe(200);
    }
    const preview = `/public/demo/preview${added}&parts=progress`;
    expect((await lead.get(preview)).status).toBe(200);
  });

  test("with a wrong cursor is answered as a question, not as a change", async () => {
    const answer = await stranger.get("/public?cursor=%25&lang=en");
    expect(answer.status).toBe(400);
    expect(answer.headers.get("cache-control")).toBe("no-store");
    const page = await answer.text();
    expect(page).toContain("Some of what was asked for needs correcting.");
    expect(page).not.toContain("Nothing was saved");
  });
});
