import { describe, expect, test } from "vitest";
import type { Held } from "../../worker/identity/contract/held.ts";
import {
  handOver,
  offerProblems,
  stateOf,
  uncovered,
  withMore,
} from "../../worker/members/domain.ts";

const contact = (person: string, municipalities: string[], deputyFor: string[] = []): Held => ({
  person,
  project: "demo",
  role: "contact",
  municipalities,
  deputyFor,
  since: "2024-01-01T00:00:00.000Z",
  endedAt: null,
});
const lead = (person: string): Held => ({ ...contact(person, []), role: "lead" });
const pathsOf = (offer: Parameters<typeof offerProblems>[0]) =>
  offerProblems(offer, ["536", "837"]).map(({ path }) => path);

describe("an offer", () => {
  test.each([
    ["a contact who speaks for one", "contact", ["837"], []],
    ["a contact who only stands in", "contact", [], ["837"]],
    ["a contact of one who stands in for another", "contact", ["837"], ["536"]],
    ["a lead of none", "lead", [], []],
    ["a funder of none", "funder", [], []],
  ])("may be of %s", (_, role, municipalities, deputyFor) => {
    expect(pathsOf({ role, municipalities, deputyFor })).toEqual([]);
  });

  test.each([
    ["a contact of nothing", "contact", [], [], ["municipalities"]],
    ["a contact outside the project", "contact", ["837", "211"], [], ["municipalities.1"]],
    ["a deputy outside the project", "contact", ["837"], ["211"], ["deputyFor.0"]],
    ["a municipality named twice", "contact", ["837", "837"], [], ["municipalities.1"]],
    ["one's own deputy", "contact", ["837"], ["837"], ["deputyFor.0"]],
    ["a lead with a municipality", "lead", ["837"], [], ["municipalities"]],
    ["a steering member who stands in", "steering", [], ["837"], ["deputyFor"]],
    ["a funder with both", "funder", ["837"], ["536"], ["municipalities", "deputyFor"]],
  ])("may not be of %s", (_, role, ...[municipalities, deputyFor, paths]) => {
    expect(pathsOf({ role, municipalities, deputyFor })).toEqual(paths);
  });
});

describe("what is added to a role", () => {
  test("joins what was there, once and in order", () => {
    const more = { municipalities: ["837", "211"], deputyFor: ["536"] };
    expect(withMore(contact("a", ["837"], ["980"]), more)).toEqual(
      contact("a", ["211", "837"], ["536", "980"]),
    );
  });

  test("makes nobody stand in for themselves, whichever came first", () => {
    const deputy = withMore(contact("a", [], ["837"]), { municipalities: ["837"], deputyFor: [] });
    expect(deputy).toEqual(contact("a", ["837"]));
    const own = withMore(contact("a", ["837"]), { municipalities: [], deputyFor: ["837", "536"] });
    expect(own).toEqual(contact("a", ["837"], ["536"]));
  });

  test("changes nothing in what it is given", () => {
    const held = contact("a", ["837"], ["536"]);
    withMore(held, { municipalities: ["536"], deputyFor: [] });
    expect(held).toEqual(contact("a", ["837"], ["536"]));
  });
});

describe("a handover", () => {
  test("goes to the first who stands in, and to no second", () => {
    const [first, second] = [contact("b", [], ["837"]), contact("c", ["536"], ["837"])];
    expect(handOver(contact("a", ["837"]), [first, second])).toEqual({
      takeovers: [{ before: first, after: contact("b", ["837"]) }],
      handedOver: [{ municipality: "837", to: "b" }],
      withoutContact: [],
    });
  });

  test("shares several municipalities among their deputies, each once", () => {
    const [first, second] = [contact("b", [], ["837"]), contact("c", ["980"], ["536", "837"])];
    const { takeovers, handedOver, withoutContact } = handOver(
      contact("a", ["211", "536", "837"]),
      [first, second],
    );
    expect(takeovers.map(({ after }) => after)).toEqual([
      contact("b", ["837"]),
      contact("c", ["536", "980"], ["837"]),
    ]);
    expect(handedOver).toEqual([
      { municipality: "536", to: "c" },
      { municipality: "837", to: "b" },
    ]);
    expect(withoutContact).toEqual(["211"]);
  });

  test("does not happen where another already speaks for it", () => {
    const others = [contact("b", ["837"]), contact("c", [], ["837"])];
    expect(handOver(contact("a", ["837"]), others)).toEqual({
      takeovers: [],
      handedOver: [],
      withoutContact: [],
    });
  });

  test("never goes to a lead, nor back to who leaves", () => {
    const others = [lead("b"), contact("a", [], ["837"])];
    expect(handOver(contact("a", ["837"]), others)).toEqual({
      takeovers: [],
      handedOver: [],
      withoutContact: ["837"],
    });
  });

  test("gives nothing for what one only stood in for", () => {
    const others = [contact("b", [], ["837"])];
    expect(handOver(contact("a", [], ["837"]), others)).toMatchObject({
      takeovers: [],
      withoutContact: [],
    });
  });
});

describe("a municipality that nobody speaks for", () => {
  test("is told, also where somebody stands in for it", () => {
    const held = [contact("a", ["837"], ["536"]), contact("b", ["837"])];
    expect(uncovered(["211", "536", "837"], held)).toEqual(["211", "536"]);
  });

  test("is every one where there are no contacts, and none where there are none", () => {
    expect(uncovered(["536", "837"], [lead("a")])).toEqual(["536", "837"]);
    expect(uncovered([], [])).toEqual([]);
  });
});

describe("an invitation", () => {
  const open = { acceptedAt: null, revokedAt: null, expiresAt: "2024-05-15T00:00:00.000Z" };
  const before = "2024-05-14T23:59:59.999Z";

  test("is open up to its last millisecond, and has expired on it", () => {
    expect(stateOf(open, before)).toBe("open");
    expect(stateOf(open, open.expiresAt)).toBe("expired");
  });

  test("that was accepted or revoked stays so when its time is over", () => {
    const later = "2025-01-01T00:00:00.000Z";
    expect(stateOf({ ...open, acceptedAt: before }, later)).toBe("accepted");
    expect(stateOf({ ...open, revokedAt: before }, later)).toBe("revoked");
  });
});
