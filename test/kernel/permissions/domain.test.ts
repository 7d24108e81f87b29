import { describe, expect, test } from "vitest";
import {
  type Action,
  type Actor,
  assertMay,
  may,
  type Membership,
  PERMISSIONS,
  roleFor,
} from "../../../worker/kernel/permissions.ts";
import { Refusal } from "../../../worker/kernel/refusal.ts";

const person = (...memberships: readonly Membership[]): Actor => ({
  id: "someone",
  admin: false,
  memberships,
});
const holds = (role: Membership["role"], ...municipalities: readonly string[]): Membership => ({
  project: "demo",
  role,
  municipalities,
});
const people = {
  admin: { id: "admin", admin: true, memberships: [] },
  lead: person(holds("lead")),
  contact: person(holds("contact", "837")),
  steering: person(holds("steering")),
  funder: person(holds("funder")),
  nobody: person(),
} satisfies Record<string, Actor>;
const own = { project: "demo", municipality: "837" };

/** Who may do what in the project of their own, and for the contact in the municipality. */
const ALLOWED: Readonly<Record<Action, readonly (keyof typeof people)[]>> = {
  "programme.view": ["admin", "lead", "contact", "steering", "funder"],
  "programme.manage": ["admin"],
  "project.view": ["admin", "lead", "contact", "steering", "funder"],
  "project.create": ["admin", "lead"],
  "project.change": ["admin", "lead"],
  "plan.change": ["admin", "lead"],
  "progress.declare": ["admin", "lead", "contact"],
  "progress.history": ["admin", "lead", "contact", "steering"],
  "progress.notes": ["admin", "lead", "contact", "steering"],
  "report.export": ["admin", "lead", "contact", "steering", "funder"],
};
// The table's keys are its type's keys.
const actions = Object.keys(PERMISSIONS) as Action[];
/** Actions that happen in no project. */
const placeless = ["programme.view", "programme.manage", "project.create"];

describe.each(actions)("%s", (action) => {
  test("is for exactly those whom the product names", () => {
    const allowed = Object.entries(people).flatMap(([name, actor]) =>
      may(actor, action, own) ? [name] : [],
    );
    expect(allowed).toEqual(ALLOWED[action]);
  });
});

test.each(actions.filter((action) => !placeless.includes(action)))(
  "%s is for the administrator alone in another project",
  (action) => {
    const allowed = Object.entries(people).flatMap(([name, actor]) =>
      may(actor, action, { project: "other", municipality: "837" }) ? [name] : [],
    );
    expect(allowed).toEqual(["admin"]);
  },
);

test("a contact speaks for their own municipality and for no other, nor for the whole project", () => {
  const speaks = (municipality?: string) =>
    may(people.contact, "progress.declare", {
      project: "demo",
      ...(municipality && { municipality }),
    });
  expect(speaks("837")).toBe(true);
  expect(speaks("536")).toBe(false);
  expect(speaks("all")).toBe(false);
  expect(speaks()).toBe(false);
});

test("a contact of several municipalities speaks for each", () => {
  const actor = person(holds("contact", "837", "536"));
  expect(may(actor, "progress.declare", { project: "demo", municipality: "536" })).toBe(true);
});

test("the municipalities of a contact do not carry over to another project", () => {
  const actor = person(holds("contact", "837"), { ...holds("contact", "536"), project: "other" });
  expect(may(actor, "progress.declare", { project: "demo", municipality: "536" })).toBe(false);
});

test("the strongest of several roles is the one that acts", () => {
  expect(roleFor(person(holds("funder"), holds("lead")), "project.view", own)).toBe("lead");
  expect(roleFor({ ...people.lead, admin: true }, "project.view", own)).toBe("admin");
});

test("asserting gives the role, or refuses as forbidden", () => {
  expect(assertMay(people.steering, "progress.history", own)).toBe("steering");
  const refused = () => assertMay(people.funder, "progress.history", own);
  expect(refused).toThrow(Refusal);
  expect(refused).toThrow("forbidden");
});
