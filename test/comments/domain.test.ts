import { describe, expect, test } from "vitest";
import type { CommentSaid } from "../../worker/comments/contract.ts";
import {
  mentionsIn,
  openThread,
  problemsOfMentions,
  resolve,
  rewrite,
  takeAway,
  withoutWords,
} from "../../worker/comments/domain.ts";
import { mentionsMax } from "../../worker/comments/terms.ts";

const comment: CommentSaid = {
  id: "comment-1",
  project: "demo",
  milestone: 1,
  municipality: null,
  thread: null,
  textDigest: "a",
  mentions: [],
  author: "lead",
  role: "lead",
  writtenAt: "2024-01-01T00:00:00.000Z",
  editedAt: null,
  state: "shown",
  removedBecause: null,
  resolvedAt: null,
  resolvedBy: null,
};
const now = "2024-02-01T00:00:00.000Z";
const by = (id: string, removes: "lead" | null = null) => ({ id, now, removes });
const here = { project: "demo", milestone: 1 };
const code = (run: () => unknown) => {
  try {
    run();
  } catch (error) {
    return (error as { code: string }).code;
  }
  return "nothing";
};

describe("who is named in a text", () => {
  test("are the pseudonyms in their brackets, each once, in their order", () => {
    expect(mentionsIn("@[b] ja @[a-1], siis @[b]!")).toEqual(["b", "a-1"]);
  });

  test("is nobody where there are no brackets, or what is in them is no pseudonym", () => {
    expect(mentionsIn("@lead lead@etappi.example @[] @[Iso] [a] @ [a]")).toEqual([]);
  });

  test("are members, and not too many of them", () => {
    const many = Array.from({ length: mentionsMax + 1 }, (_, index) => `p-${index}`);
    expect(problemsOfMentions(many.slice(1), new Set(many))).toEqual([]);
    expect(problemsOfMentions(many, new Set(many))).toHaveLength(1);
    expect(problemsOfMentions(["p-1", "muu"], new Set(many))).toHaveLength(1);
  });
});

describe("an answer that is kept", () => {
  const { textDigest: _digest, ...rest } = comment;
  const answered = { ...rest, text: "Sana", authorName: "Nimi", version: 1 };

  test("has the pseudonyms, and neither words nor names", () => {
    const view = { ...answered, mentions: [{ person: "p-1", name: "Nimi" }], resolvedBy: "p-2" };
    const kept = withoutWords({ ...view, resolvedByName: "Nimi" });
    expect(kept).toMatchObject({
      author: "lead",
      mentions: [{ person: "p-1" }],
      resolvedBy: "p-2",
    });
    expect(JSON.stringify(kept)).not.toMatch(/Sana|Nimi/);
  });

  test("does not say of an open thread that somebody resolved it", () => {
    const kept = withoutWords({ ...answered, mentions: [], resolvedByName: null });
    expect(kept.resolvedByName).toBeNull();
  });
});

describe("a reply", () => {
  test("goes to a thread of its milestone, and not to a reply", () => {
    expect(openThread(comment, here)).toBe(comment);
    const wrong = [null, { ...comment, thread: "comment-0" }, { ...comment, milestone: 2 }];
    for (const one of wrong) expect(code(() => openThread(one, here))).toBe("invalid");
  });

  test("does not go to what is resolved or taken away", () => {
    for (const over of [
      { resolvedAt: now },
      { state: "withdrawn" },
      { state: "removed" },
    ] as const) {
      expect(code(() => openThread({ ...comment, ...over }, here))).toBe("locked");
    }
  });
});

describe("a comment", () => {
  const words = { textDigest: "b", mentions: ["steering"] };

  test("gets other words from its author alone, and says that it was edited", () => {
    expect(rewrite(comment, words, by("lead"))).toEqual({ ...comment, ...words, editedAt: now });
    expect(code(() => rewrite(comment, words, by("admin")))).toBe("forbidden");
    expect(code(() => rewrite({ ...comment, state: "withdrawn" }, words, by("lead")))).toBe(
      "locked",
    );
  });

  test("is taken back by its author without a reason, also by one who leads", () => {
    const taken = takeAway(comment, "", by("lead", "lead"));
    expect(taken).toMatchObject({ kind: "comment.withdrawn", after: { state: "withdrawn" } });
  });

  test("is removed by a lead with a reason, and by nobody else", () => {
    const other = { ...comment, author: "steering" };
    expect(takeAway(other, "Nimi", by("lead", "lead"))).toMatchObject({
      kind: "comment.removed",
      after: { state: "removed", removedBecause: "Nimi" },
    });
    expect(code(() => takeAway(other, "", by("lead", "lead")))).toBe("invalid");
    expect(code(() => takeAway(other, "Nimi", by("contact")))).toBe("forbidden");
    expect(code(() => takeAway({ ...other, state: "removed" }, "x", by("lead", "lead")))).toBe(
      "locked",
    );
  });

  test("is resolved and opened again where it begins a thread, and only where that changes it", () => {
    const resolved = resolve(comment, true, by("steering"));
    expect(resolved).toMatchObject({ resolvedAt: now, resolvedBy: "steering" });
    expect(resolve(resolved, false, by("lead"))).toEqual(comment);
    for (const wrong of [
      () => resolve(comment, false, by("lead")),
      () => resolve(resolved, true, by("lead")),
      () => resolve({ ...comment, thread: "comment-0" }, true, by("lead")),
    ]) {
      expect(code(wrong)).toBe("invalid");
    }
  });
});
