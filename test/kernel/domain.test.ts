import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { chooseLanguage } from "../../worker/kernel/language.ts";
import { medianOf } from "../../worker/kernel/median.ts";
import { percentOf } from "../../worker/kernel/percent.ts";
import { PROJECT_ROLES } from "../../worker/kernel/permissions.ts";
import { REFUSAL_CODES } from "../../worker/kernel/refusal.ts";
import { SAY } from "../../worker/kernel/sentences/say.ts";
import { isCleanText, slugOf } from "../../worker/kernel/text.ts";
import { INVITATION_STATES } from "../../worker/members/terms.ts";

describe("the language of an answer", () => {
  test.each([
    ["the one asked for by name wins over the header", "sv", "en", "sv"],
    ["an unknown name falls back to the header", "de", "en", "en"],
    ["nothing said is Finnish", undefined, null, "fi"],
    ["an empty header is Finnish", undefined, "", "fi"],
    ["the first of equals wins", undefined, "en, sv", "en"],
    ["a higher quality wins over the order", undefined, "sv;q=0.2, en;q=0.9", "en"],
    ["no quality is the highest quality", undefined, "sv;q=0.9, en", "en"],
    ["a region is ignored", undefined, "sv-FI,fi;q=0.8", "sv"],
    ["case does not matter", undefined, "EN-GB", "en"],
    ["a language that is refused is not chosen", undefined, "en;q=0, sv;q=0.1", "sv"],
    ["a language that is refused is not chosen alone either", undefined, "en;q=0", "fi"],
    [
      "languages that nobody speaks here are passed over",
      undefined,
      "de, fr;q=0.9, sv;q=0.1",
      "sv",
    ],
    ["any language at all is Finnish", undefined, "*", "fi"],
    ["a broken quality counts as none", undefined, "en;q=high, sv;q=0.1", "sv"],
  ])("%s", (_, asked, accepted, expected) => {
    expect(chooseLanguage(asked, accepted)).toBe(expected);
  });

  test("any header at all gives one of the three languages", () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (asked, accepted) => {
        expect(["fi", "sv", "en"]).toContain(chooseLanguage(asked, accepted));
      }),
    );
  });
});

describe("a percentage", () => {
  test.each([
    [0, 0, null],
    [0, 3, 0],
    [1, 3, 33.3],
    [2, 3, 66.7],
    [3, 3, 100],
    [1, 2000, 0.1],
    [1, 2001, 0],
  ])("of %d out of %d is %s", (part, whole, expected) => {
    expect(percentOf(part, whole)).toBe(expected);
  });

  test("stays within 0 and 100 and has at most one decimal", () => {
    const counts = fc
      .tuple(fc.nat(1e6), fc.nat(1e6))
      .map(([a, b]) => [Math.min(a, b), Math.max(a, b)]);
    fc.assert(
      fc.property(counts, ([part = 0, whole = 0]) => {
        const percent = percentOf(part, whole);
        if (whole === 0) expect(percent).toBeNull();
        else expect(String(percent)).toMatch(/^(100|\d{1,2}(\.\d)?)$/);
      }),
    );
  });
});

describe("a slug made from a name", () => {
  test.each([
    ["Nuorten Äänet!", "nuorten-aanet"],
    ["  Åbo – Tampere 2024  ", "abo-tampere-2024"],
    ["***", ""],
    ["日本語", ""],
    [`${"a".repeat(59)} b`, "a".repeat(59)],
  ])("%s becomes %s", (name, expected) => {
    expect(slugOf(name, 60)).toBe(expected);
  });

  test("is empty or has the form that the contract accepts, whatever the name", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (name) => {
        const slug = slugOf(name, 60);
        expect(slug === "" || /^[a-z0-9]+(-[a-z0-9]+)*$/.test(slug)).toBe(true);
        expect(slug.length).toBeLessThanOrEqual(60);
      }),
    );
  });
});

describe("clean text", () => {
  test.each(["", "rivi\nseuraava\tsarake", "ääkköset", "👩‍👧", "\uFEFF"])("lets %j pass", (text) => {
    expect(isCleanText(text)).toBe(true);
  });

  test.each(["\0", "a\u0007", "\u001B[31m", "\u007F", "\u0085", "\uD800", "\uDC00a"])(
    "stops %j",
    (text) => {
      expect(isCleanText(text)).toBe(false);
    },
  );
});

describe("the sentences", () => {
  /** What is said in part: the subject of a letter, one that ends with an address, and a word. */
  const phrases = [
    "codeSubject",
    "invitationSubject",
    "feedbackSubject",
    "answerSubject",
    "noticeSubject",
    "noticeLine",
    "answerBody",
    "role",
  ];
  /** Words that a sentence is chosen by; the others write out what they are given, at most four. */
  const chosenBy: Readonly<Record<string, readonly string[]>> = {
    role: PROJECT_ROLES,
    invitationSpent: INVITATION_STATES,
  };
  const spoken = (language: "fi" | "sv" | "en") =>
    Object.entries(SAY[language]).flatMap(([name, say]) => {
      const saidWith = chosenBy[name]?.map((word) => [word]) ?? [[7, "837", "9", 14]];
      return saidWith.map((values) => ({
        name,
        sentence: (say as (...values: readonly unknown[]) => string)(...values),
      }));
    });

  test.each(["fi", "sv", "en"] as const)(
    "in %s are none of them empty or unfinished",
    (language) => {
      for (const { name, sentence } of spoken(language)) {
        const whole = phrases.includes(name) ? /^\S[\s\S]*[^\s.]\n?$/ : /^\S[\s\S]*[.…?!]\n?$/;
        expect(sentence, name).toMatch(whole);
        expect(sentence, name).not.toMatch(/undefined|\[object|TODO/);
      }
    },
  );

  test("differ between the languages", () => {
    const english = new Set(spoken("en").map(({ name, sentence }) => `${name} ${sentence}`));
    const same = spoken("fi").filter(({ name, sentence }) => english.has(`${name} ${sentence}`));
    expect(same).toEqual([]);
  });

  test("the closed list of refusals is that of the contract", () => {
    expect([...REFUSAL_CODES]).toEqual([
      "invalid",
      "signed_out",
      "forbidden",
      "not_found",
      "conflict",
      "stale",
      "precondition_required",
      "locked",
      "too_large",
      "unsupported_media_type",
      "rate_limited",
      "unavailable",
      "internal",
    ]);
  });
});

describe("the median", () => {
  test.each([
    ["is the one in the middle", [9, 1, 5], 5],
    ["lies between the two in the middle", [1, 2, 10, 20], 6],
    ["leaves out what nobody knows, and does not take it for zero", [null, 40, null, 60], 50],
    ["of none is null", [null, null], null],
    ["orders numbers and not their digits", [9, 100, 20], 20],
  ])("%s", (_, numbers, expected) => {
    expect(medianOf(numbers)).toBe(expected);
  });
});
