import { env } from "cloudflare:workers";
import { describe, expect, test } from "vitest";
import type { SavedView } from "../../../worker/identity/contract/views.ts";
import { viewsMax } from "../../../worker/identity/terms.ts";
import type { OwnData } from "../../../worker/members/contract.ts";
import { factCount, ok, pathsOf, refusal } from "../../support/answers.ts";
import { aWorld, type Client, stranger } from "../../support/world.ts";

const views = "/api/account/views";
const late = { name: "Myöhässä", path: "/projects/demo?mark=late" };

const listed = async (by: Client) => (await ok<{ items: SavedView[] }>(await by.get(views))).items;
const saved = async (by: Client, view: object = late) =>
  ok<SavedView>(await by.send("POST", views, view), 201);

describe("a saved view", () => {
  test("is found by its owner and by nobody else, an administrator neither", async () => {
    const { steering, admin, lead } = await aWorld();
    const view = await saved(steering);
    expect(view).toMatchObject({ ...late, version: 1 });
    expect(await listed(steering)).toEqual([view]);
    for (const other of [admin, lead]) {
      expect(await listed(other)).toEqual([]);
      const at = `${views}/${view.id}`;
      const change = { name: "Toisen" };
      await refusal(await other.send("PATCH", at, change, { version: 1 }), 404, "not_found");
      await refusal(await other.send("DELETE", at, undefined, { version: 1 }), 404, "not_found");
    }
    await refusal(await stranger.get(views), 401, "signed_out");
    expect(await listed(steering)).toEqual([view]);
  });

  test("leaves no fact, and a line in the log that tells neither its name nor where it leads", async () => {
    const { steering } = await aWorld();
    const facts = await factCount();
    await saved(steering);
    expect(await factCount()).toBe(facts);
    const { results } = await env.DB.prepare("SELECT * FROM uses WHERE person = 'steering'").all();
    expect(results).toMatchObject([{ kind: "data_changed", detail: "views", project: null }]);
  });

  test("is renamed and led elsewhere by its version, and shown as it is to who has another", async () => {
    const { steering } = await aWorld();
    const { id } = await saved(steering);
    const at = `${views}/${id}`;
    await refusal(await steering.send("PATCH", at, { name: "A" }), 428, "precondition_required");
    const answer = await steering.send("PATCH", at, { name: "A" }, { version: 1 });
    expect(answer.headers.get("etag")).toBe('"2"');
    expect(await ok(answer)).toMatchObject({ name: "A", path: late.path, version: 2 });
    const second = await steering.send("PATCH", at, { path: "/" }, { version: 1 });
    expect((await refusal(second, 412, "stale")).current).toMatchObject({ name: "A", version: 2 });
    await ok(await steering.send("PATCH", at, { path: "/" }, { version: 2 }));
    const empty = await steering.send("PATCH", at, {}, { version: 3 });
    await refusal(empty, 400, "invalid");
    expect(await listed(steering)).toMatchObject([{ name: "A", path: "/", version: 3 }]);
  });
});

describe("a saved view, when requests come at once or again,", () => {
  test("changes once when two changes, or a change and its removal, come at once", async () => {
    const { steering } = await aWorld();
    const { id } = await saved(steering);
    const at = `${views}/${id}`;
    const two = await Promise.all(
      ["A", "B"].map((name) => steering.send("PATCH", at, { name }, { version: 1 })),
    );
    expect(two.map(({ status }) => `${status}`).toSorted()).toEqual(["200", "412"]);
    const [change, removal] = await Promise.all([
      steering.send("PATCH", at, { name: "C" }, { version: 2 }),
      steering.send("DELETE", at, undefined, { version: 2 }),
    ]);
    const won = [change.status === 200, removal.status === 204];
    expect(won.filter(Boolean)).toHaveLength(1);
    expect(await listed(steering)).toHaveLength(removal.status === 204 ? 0 : 1);
  });

  test("is removed by its version, once", async () => {
    const { steering } = await aWorld();
    const { id } = await saved(steering);
    const remove = (version?: number) =>
      steering.send(
        "DELETE",
        `${views}/${id}`,
        undefined,
        version === undefined ? {} : { version },
      );
    await refusal(await remove(), 428, "precondition_required");
    await refusal(await remove(7), 412, "stale");
    expect((await remove(1)).status).toBe(204);
    await refusal(await remove(1), 404, "not_found");
    expect(await listed(steering)).toEqual([]);
  });

  test("is saved once by a request that comes twice with its key", async () => {
    const { steering } = await aWorld();
    const [first, second] = await Promise.all(
      [1, 2].map(async () => ok(await steering.send("POST", views, late, { key: "sama" }), 201)),
    );
    expect(second).toEqual(first);
    expect(await listed(steering)).toHaveLength(1);
  });
});

describe("what a view can be", () => {
  test("has a name of its own among those of its owner, who is told so in their language", async () => {
    const { steering, lead } = await aWorld();
    await saved(steering);
    const other = await saved(steering, { name: "Toinen", path: "/" });
    const again = await steering.send("POST", `${views}?lang=sv`, late);
    const { errors } = await refusal(again, 400, "invalid");
    expect(errors).toEqual([{ path: "name", message: "Du har redan en vy med det här namnet." }]);
    const renamed = { name: late.name };
    const answer = await steering.send("PATCH", `${views}/${other.id}`, renamed, { version: 1 });
    expect(pathsOf(await refusal(answer, 400, "invalid"))).toEqual(["name"]);
    // What others call theirs is nobody's business.
    await saved(lead);
  });

  test("leads to pages of the dashboard alone", async () => {
    const { steering } = await aWorld();
    for (const path of [
      "//evil.example/projects",
      "https://evil.example/",
      "javascript:alert(1)",
      "/\\evil.example",
      "/projects//evil.example",
      "projects/demo",
      "/api/account/data",
      "/API/portfolio",
      "/api-docs/",
      "/projects/../api/portfolio",
      "/projects/%2e%2e/api/portfolio",
      "/projects/demo#token=abc",
      "/projects/demo?token=abc",
      "/invitation",
      "/sign-in?next=/projects",
      "/projects/demo?a=b c",
      `/projects/${"x".repeat(500)}`,
      "",
    ]) {
      const answer = await steering.send("POST", views, { name: "Paha", path });
      const paths = pathsOf(await refusal(answer, 400, "invalid"));
      expect([...new Set(paths)], path).toEqual(["path"]);
    }
    for (const [index, path] of [
      "/",
      "/?only=late&search=%C3%A4iti&view=table",
      "/projects/demo/attention?kind=late&asOf=2024-06-30",
      "/projects/demo/municipalities/837",
    ].entries()) {
      expect(await saved(steering, { name: `${index}`, path })).toMatchObject({ path });
    }
  });

  test("has a name that is a name", async () => {
    const { steering } = await aWorld();
    for (const name of ["", "   ", "x".repeat(81), "a\u0000b", 7]) {
      const answer = await steering.send("POST", views, { name, path: "/" });
      expect(pathsOf(await refusal(answer, 400, "invalid"))).toEqual(["name"]);
    }
    expect(await listed(steering)).toEqual([]);
  });

  test(`is one of at most ${viewsMax}, also when many are saved at once`, async () => {
    const { steering } = await aWorld();
    const insert = env.DB.prepare(
      "INSERT INTO saved_views VALUES ('v-' || ?1, 'steering', 'nimi ' || ?1, '/', 1, '', '')",
    );
    await env.DB.batch(Array.from({ length: viewsMax - 1 }, (_, index) => insert.bind(index)));
    const answers = await Promise.all(
      ["A", "B", "C"].map((name) => steering.send("POST", views, { name, path: "/" })),
    );
    expect(answers.map(({ status }) => `${status}`).toSorted()).toEqual(["201", "409", "409"]);
    for (const answer of answers) if (answer.status === 409) await refusal(answer, 409, "locked");
    expect(await listed(steering)).toHaveLength(viewsMax);
  });
});

test("a saved view is in the copy of one's own data, and erased with its owner", async () => {
  const { admin, steering, lead } = await aWorld();
  const view = await saved(steering, late);
  const kept = await saved(lead);
  await saved(steering, { name: "Etusivu", path: "/" });
  const { views: own } = await ok<OwnData>(await steering.get("/api/account/data"));
  expect(own).toContainEqual(view);
  expect(own).toHaveLength(2);
  await ok(await admin.send("POST", "/api/people/steering/erase"));
  const { results } = await env.DB.prepare("SELECT id FROM saved_views").all();
  expect(results).toEqual([{ id: kept.id }]);
});
