import { describe, expect, test } from "vitest";
import type { StatementView } from "../../worker/feedback/contract/statement.ts";
import { factCount, ok, pathsOf, refusal } from "../support/answers.ts";
import { aStatement } from "../support/feedback.ts";
import { aWorld, signIn, stranger } from "../support/world.ts";

const path = "/api/accessibility";
const asAdmin = () => signIn({ id: "admin", admin: true });

describe("the accessibility statement", () => {
  test("is a draft to everybody until it has been approved", async () => {
    const view = await ok<StatementView>(await stranger.get(path));
    expect(view).toMatchObject({ version: 0, approvedAt: null, contactEmail: null });
    expect(view.authority.url.fi).toMatch(/^https:/);
  });

  test("is what was approved from then on, to everybody, with its version", async () => {
    const admin = await asAdmin();
    const answer = await admin.send("PUT", path, aStatement, { version: 0 });
    expect(answer.headers.get("etag")).toBe('"1"');
    const approved = await ok<StatementView>(answer);
    expect(approved).toMatchObject({ ...aStatement, version: 1 });
    expect(approved.firstApprovedAt).toBe(approved.approvedAt);
    const read = await stranger.get(path);
    expect(read.headers.get("etag")).toBe('"1"');
    expect(await ok(read)).toEqual(approved);
    const again = { ...aStatement, conformance: "full", shortcomings: [] };
    const next = await ok<StatementView>(await admin.send("PUT", path, again, { version: 1 }));
    expect(next).toMatchObject({ ...again, version: 2, firstApprovedAt: approved.approvedAt });
  });

  test("keeps every version in the history, with what changed", async () => {
    const admin = await asAdmin();
    await admin.send("PUT", path, aStatement, { version: 0 });
    await admin.send("PUT", path, { ...aStatement, conformance: "none" }, { version: 1 });
    const { items } = await ok<{ items: object[] }>(await admin.get("/api/history"));
    expect(items[0]).toMatchObject({
      kind: "statement.approved",
      subject: "statement:etappi",
      version: 2,
      changes: [{ field: "conformance", before: "partial", after: "none" }],
    });
    const { problems } = await ok<{ problems: object[] }>(await admin.get("/api/history/verify"));
    expect(problems).toEqual([]);
  });

  test("is not approved on an old version, nor without one", async () => {
    const admin = await asAdmin();
    await refusal(await admin.send("PUT", path, aStatement), 428, "precondition_required");
    await admin.send("PUT", path, aStatement, { version: 0 });
    const facts = await factCount();
    const stale = await refusal(
      await admin.send("PUT", path, aStatement, { version: 0 }),
      412,
      "stale",
    );
    expect(stale.current).toMatchObject({ version: 1, conformance: "partial" });
    expect(stale.current).not.toHaveProperty("hash");
    expect(await factCount()).toBe(facts);
  });

  test("is not approved with anything missing, in any language, or an address that is no HTTPS", async () => {
    const admin = await asAdmin();
    const facts = await factCount();
    const { fi, sv } = aStatement.otherwise;
    const body = {
      ...aStatement,
      assessedOn: null,
      contactEmail: null,
      otherwise: { fi, sv },
      authority: {
        ...aStatement.authority,
        url: { ...aStatement.authority.url, fi: "javascript:alert(1)" },
      },
      shortcomings: [{ ...aStatement.shortcomings[0], what: { fi: "", sv: "x", en: "x" } }],
    };
    const refused = await refusal(
      await admin.send("PUT", path, body, { version: 0 }),
      400,
      "invalid",
    );
    expect(pathsOf(refused)).toEqual([
      "assessedOn",
      "authority.url.fi",
      "contactEmail",
      "otherwise.en",
      "shortcomings.0.what.fi",
    ]);
    expect(await factCount()).toBe(facts);
  });

  test("is approved by administrators alone", async () => {
    const { lead } = await aWorld();
    await refusal(await lead.send("PUT", path, aStatement, { version: 0 }), 403, "forbidden");
    await refusal(await stranger.send("PUT", path, aStatement, { version: 0 }), 401, "signed_out");
    expect(await ok(await stranger.get(path))).toMatchObject({ version: 0 });
  });
});
