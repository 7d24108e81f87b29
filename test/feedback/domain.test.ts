import { describe, expect, test } from "vitest";
import {
  assertAnswerable,
  assertOpen,
  dueOn,
  lateBefore,
  referenceAt,
} from "../../worker/feedback/domain.ts";
import { DRAFT } from "../../worker/feedback/words/draft.ts";
import { Refusal } from "../../worker/kernel/refusal.ts";

const bytes = Uint8Array.from([0, 31, 32, 255]);

describe("a reference", () => {
  test("sorts by the second it was given in, and differs by chance", () => {
    const moments = [
      "2020-01-01T00:00:00.000Z",
      "2026-11-22T19:00:00.000Z",
      "2026-11-22T19:00:01.000Z",
      "2099-12-31T23:59:59.000Z",
    ];
    const references = moments.map((moment) => referenceAt(moment, bytes));
    expect(references.toSorted()).toEqual(references);
    expect(references[0]).toBe("0000000-0z0z");
    for (const reference of references) {
      expect(reference).toMatch(/^[0-9a-hjkmnp-tv-z]{7}-[0-9a-hjkmnp-tv-z]{4}$/);
    }
  });
});

describe("an answer is due", () => {
  test("two weeks from the day in Helsinki on which feedback came", () => {
    expect(dueOn("2026-11-22T12:00:00.000Z")).toBe("2026-12-06");
    expect(dueOn("2026-11-22T22:30:00.000Z")).toBe("2026-12-07");
  });

  test("and late from the midnight after that day on, across a change of the clocks", () => {
    for (const received of ["2026-03-20T10:00:00.000Z", "2026-10-20T20:59:00.000Z"]) {
      const due = dueOn(received);
      expect(received < lateBefore(`${due}T20:00:00.000Z`), received).toBe(false);
      expect(received < lateBefore(`${due}T22:00:01.000Z`), received).toBe(true);
    }
  });
});

describe("what can still be done", () => {
  const fresh = { state: "new", email: null, mailedAt: null, erasedAt: null } as const;
  const moment = "2026-11-22T12:00:00.000Z";
  const address = "a@etappi.example";

  test.each([
    ["what is new", fresh, true, true],
    ["an answer without an address", { ...fresh, state: "answered" }, false, true],
    ["an answer whose letter failed", { ...fresh, state: "answered", email: address }, true, true],
    [
      "an answer that was sent",
      { ...fresh, state: "answered", email: address, mailedAt: moment },
      false,
      true,
    ],
    ["what is closed", { ...fresh, state: "closed" }, false, false],
    ["what is erased", { ...fresh, erasedAt: moment }, false, false],
  ] as const)("%s: answered %#", (_, standing, answerable, open) => {
    const refuses = (assert: () => void) => {
      try {
        assert();
        return false;
      } catch (error) {
        return error instanceof Refusal && error.code === "locked";
      }
    };
    expect(refuses(() => assertAnswerable(standing))).toBe(!answerable);
    expect(refuses(() => assertOpen(standing))).toBe(!open);
  });
});

test("the draft says what only a county knows of nothing, and everything else in each language", () => {
  expect(DRAFT).toMatchObject({ assessedOn: null, contactEmail: null, conformance: "partial" });
  const texts = JSON.stringify(DRAFT);
  expect(texts.match(/"fi":/g)?.length).toBe(texts.match(/"sv":/g)?.length);
  expect(texts).not.toMatch(/"(fi|sv|en)":""/);
});
