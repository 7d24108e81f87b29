import { describe, expect, test } from "vitest";
import { SAY } from "../../worker/kernel/sentences/say.ts";
import { ok, pathsOf, refusal } from "../support/answers.ts";
import { aWorld, request } from "../support/world.ts";

const detailOf = async (path: string, accepted?: string) => {
  const answer = await request(
    path,
    accepted === undefined ? {} : { headers: { "accept-language": accepted } },
  );
  const { detail } = await refusal(answer, 401, "signed_out");
  return [answer.headers.get("content-language"), detail];
};

describe("a refusal", () => {
  test("is in Finnish where nothing is said", async () => {
    expect(await detailOf("/api/projects")).toEqual(["fi", SAY.fi.signedOut()]);
    expect(await detailOf("/api/projects", "de")).toEqual(["fi", SAY.fi.signedOut()]);
  });

  test("is in the language that Accept-Language prefers", async () => {
    expect(await detailOf("/api/projects", "sv-FI, fi;q=0.5")).toEqual(["sv", SAY.sv.signedOut()]);
    expect(await detailOf("/api/projects", "fi;q=0.1, en")).toEqual(["en", SAY.en.signedOut()]);
  });

  test("is in the language that ?lang names, whatever the header says", async () => {
    expect(await detailOf("/api/projects?lang=sv", "en")).toEqual(["sv", SAY.sv.signedOut()]);
    expect(await detailOf("/api/projects?lang=en", "sv")).toEqual(["en", SAY.en.signedOut()]);
  });

  test("says every problem in that language too", async () => {
    const { lead } = await aWorld();
    const path = "/api/projects/demo/progress/1/837";
    const change = { declared: "paused", doneOn: "2024-02-30" };
    const say = async (language: "fi" | "sv" | "en") => {
      const answer = await lead.send("PATCH", `${path}?lang=${language}`, change, { version: 0 });
      return (await refusal(answer, 400, "invalid")).errors;
    };
    for (const language of ["fi", "sv", "en"] as const) {
      expect(await say(language)).toEqual([
        { path: "doneOn", message: SAY[language].dateUnreal() },
      ]);
    }
  });

  test("of an unknown language names the three there are", async () => {
    const { lead } = await aWorld();
    const problem = await refusal(await lead.get("/api/projects?lang=de"), 400, "invalid");
    expect(pathsOf(problem)).toEqual(["lang"]);
    expect(problem.errors?.[0]?.message).toMatch(/fi, sv, en/);
  });
});

describe("a view", () => {
  type Matrix = { municipalities: { code: string; name: string }[] };
  type Summary = { explanation: { formula: string }; municipalities: { name: string }[] };

  test("names municipalities in Swedish for those who read Swedish, sorted by that name", async () => {
    const { lead } = await aWorld();
    const names = async (language: string) =>
      (
        await ok<Matrix>(await lead.get(`/api/projects/demo/progress?lang=${language}`))
      ).municipalities.map(({ name }) => name);
    expect(await names("fi")).toEqual(["Nokia", "Tampere"]);
    expect(await names("sv")).toEqual(["Nokia", "Tammerfors"]);
    expect(await names("en")).toEqual(["Nokia", "Tampere"]);
  });

  test("explains its percentage in the language of the answer", async () => {
    const { lead } = await aWorld();
    for (const language of ["fi", "sv", "en"] as const) {
      const summary = await ok<Summary>(
        await lead.get(`/api/projects/demo/summary?lang=${language}`),
      );
      expect(summary.explanation.formula).toBe(SAY[language].percentFormula());
    }
  });
});
