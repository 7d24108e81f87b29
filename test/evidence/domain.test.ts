import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { EvidenceItem } from "../../worker/evidence/contract.ts";
import { problemsOfPlace, review } from "../../worker/evidence/domain.ts";
import { EVIDENCE_STATES } from "../../worker/evidence/terms.ts";
import { WORDS } from "../../worker/evidence/words.ts";
import { LANGUAGES } from "../../worker/kernel/language.ts";
import { Refusal } from "../../worker/kernel/refusal.ts";
import { EVIDENCE_KINDS } from "../../worker/projects/terms.ts";
import { aMilestone, aPlan } from "../support/cells.ts";

const item: EvidenceItem = {
  id: "evidence-1",
  project: "demo",
  milestone: 1,
  municipalities: ["837"],
  kind: "link",
  title: "Linkki",
  note: "",
  url: "https://etappi.example/",
  digest: null,
  fileName: null,
  mediaType: null,
  size: null,
  record: null,
  state: "submitted",
  review: "",
  addedBy: "adder",
  addedAt: "2024-01-01T00:00:00.000Z",
  reviewedBy: null,
  reviewedAt: null,
};
const reviewer = {
  id: "reviewer",
  now: "2024-02-01T00:00:00.000Z",
  reviews: true,
  leads: false,
  owns: false,
};
const adder = { ...reviewer, id: "adder", reviews: false, owns: true };
const says = { accepted: "accepted", rejected: "rejected", withdrawn: "withdrawn" } as const;

/** What becomes of an item, or the code of the refusal. */
function after(...asked: Parameters<typeof review>): string {
  try {
    return review(...asked).state;
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
}

describe("a review", () => {
  test("says who, when and why, and leaves all else as it was", () => {
    expect(review(item, { state: "rejected", review: "Ei aukea" }, reviewer)).toEqual({
      ...item,
      state: "rejected",
      review: "Ei aukea",
      reviewedBy: "reviewer",
      reviewedAt: reviewer.now,
    });
  });

  test.each([
    ["submitted", "accepted", "", "accepted"],
    ["submitted", "rejected", "Syy", "rejected"],
    ["submitted", "rejected", "", "invalid"],
    ["accepted", "rejected", "Syy", "rejected"],
    ["rejected", "accepted", "", "accepted"],
    ["accepted", "accepted", "", "invalid"],
    ["withdrawn", "accepted", "", "locked"],
    ["submitted", "withdrawn", "", "forbidden"],
  ] as const)("of what is %s as %s, saying %j, is %s", (state, said, reason, expected) => {
    expect(after({ ...item, state }, { state: says[said], review: reason }, reviewer)).toBe(
      expected,
    );
  });

  test.each([
    ["submitted", "withdrawn"],
    ["rejected", "withdrawn"],
    ["accepted", "locked"],
    ["withdrawn", "locked"],
  ] as const)("in which who added it takes back what is %s is %s", (state, expected) => {
    expect(after({ ...item, state }, { state: "withdrawn", review: "" }, adder)).toBe(expected);
  });

  test("by a lead takes back what was accepted", () => {
    const change = { state: "withdrawn", review: "" } as const;
    expect(after({ ...item, state: "accepted" }, change, { ...reviewer, leads: true })).toBe(
      "withdrawn",
    );
  });

  test("is never by who added it, in whatever role and state", () => {
    const any = fc.record({
      state: fc.constantFrom(...EVIDENCE_STATES),
      said: fc.constantFrom("accepted", "rejected"),
      reviews: fc.boolean(),
      leads: fc.boolean(),
      owns: fc.boolean(),
      reason: fc.string(),
    });
    fc.assert(
      fc.property(any, ({ state, said, reason, ...rights }) => {
        const own = { ...reviewer, ...rights, id: "adder" };
        expect(after({ ...item, state }, { state: said, review: reason }, own)).toBe("forbidden");
      }),
    );
  });
});

describe("where an item belongs", () => {
  const plan = aPlan(
    aMilestone({ number: 1 }),
    aMilestone({ number: 2, scope: "project" }),
    aMilestone({ number: 3, state: "cancelled" }),
  );
  const codes = plan.municipalities.map(({ code }) => code);
  const paths = (milestone: number, municipalities: string[]) =>
    problemsOfPlace(plan, { milestone, municipalities }).map(({ path }) => path);

  test("is in cells of one milestone that goes on, each once", () => {
    expect(paths(1, codes)).toEqual([]);
    expect(paths(2, ["all"])).toEqual([]);
    expect(paths(1, ["all", "000", ...codes])).toEqual(["municipalities.0", "municipalities.1"]);
    expect(paths(1, [codes[0] ?? "", codes[0] ?? ""])).toEqual(["municipalities.1"]);
    expect(paths(2, codes)).toHaveLength(codes.length);
    expect(paths(3, codes)).toEqual(["milestone"]);
    expect(paths(9, ["all"])).toEqual(["municipalities.0"]);
  });
});

test("the words of one language are of no other", () => {
  const said = LANGUAGES.map((language) => {
    const { states, kinds } = WORDS[language];
    expect(Object.keys(states)).toEqual([...EVIDENCE_STATES]);
    expect(Object.keys(kinds).toSorted()).toEqual([...EVIDENCE_KINDS].toSorted());
    return JSON.stringify({ states, kinds });
  });
  expect(new Set(said).size).toBe(LANGUAGES.length);
});
