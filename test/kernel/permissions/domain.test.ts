import { describe, expect, test } from "vitest";
import {
  type Action,
  type Actor,
  assertMay,
  assertPerson,
  may,
  type Membership,
  PERMISSIONS,
  roleFor,
  TOKEN_SCOPES,
  type TokenScope,
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
  deputyFor: [],
});
const standsInFor = (...deputyFor: readonly string[]): Membership => ({
  ...holds("contact"),
  deputyFor,
});
const people = {
  admin: { id: "admin", admin: true, memberships: [] },
  lead: person(holds("lead")),
  contact: person(holds("contact", "837")),
  deputy: person(standsInFor("837")),
  steering: person(holds("steering")),
  funder: person(holds("funder")),
  nobody: person(),
  stranger: { id: "", admin: false, memberships: [] },
} satisfies Record<string, Actor>;
type Name = keyof typeof people;
const own = { project: "demo", municipality: "837" };

const namesOf = (asked: (actor: Actor) => boolean) =>
  Object.entries(people).flatMap(([name, actor]) => (asked(actor) ? [name] : []));

const signedIn = [
  "admin",
  "lead",
  "contact",
  "deputy",
  "steering",
  "funder",
  "nobody",
] as const satisfies readonly Name[];
const members = [
  "lead",
  "contact",
  "deputy",
  "steering",
  "funder",
] as const satisfies readonly Name[];
const workers = [
  "admin",
  "lead",
  "contact",
  "deputy",
  "steering",
] as const satisfies readonly Name[];

/** Who may do what in the project of their own, and for the contact in the municipality. */
const ALLOWED: Readonly<Record<Action, readonly Name[]>> = {
  "account.manage": signedIn,
  "token.create": ["lead", "funder"],
  "access.request": signedIn,
  "invitation.accept": signedIn,
  "programme.view": ["admin", ...members],
  "programme.manage": ["admin"],
  "project.list": signedIn,
  "project.view": ["admin", ...members],
  "project.create": ["admin", "lead"],
  "project.change": ["admin", "lead"],
  "publication.manage": ["admin", "lead"],
  "plan.view": workers,
  "plan.change": ["admin", "lead"],
  "progress.view": workers,
  "progress.declare": ["admin", "lead", "contact", "deputy"],
  "progress.history": workers,
  "progress.notes": workers,
  "comment.view": workers,
  "comment.write": workers,
  "comment.remove": ["admin", "lead"],
  "mention.view": signedIn,
  "evidence.view": workers,
  "evidence.add": ["admin", "lead", "contact", "deputy"],
  "evidence.review": ["admin", "lead", "steering"],
  "risk.view": workers,
  "risk.manage": ["admin", "lead"],
  "history.view": workers,
  "member.view": workers,
  "member.manage": ["admin", "lead"],
  "member.leave": members,
  "report.view": ["admin", ...members],
  "report.write": ["admin", "lead"],
  "report.decide": ["admin", "funder"],
  "report.export": workers,
  "report.receive": ["admin", ...members],
  "delivery.manage": ["admin", "lead"],
  "person.manage": ["admin"],
  "use.view": ["admin"],
  "statement.manage": ["admin"],
  "feedback.manage": ["admin"],
};

/** What a token of each scope can do at most. A script never manages people, plans or itself. */
const SCOPES: Readonly<Record<TokenScope, readonly Action[]>> = {
  reports: ["programme.view", "project.list", "project.view", "report.view", "report.receive"],
  read: [
    "programme.view",
    "project.list",
    "project.view",
    "plan.view",
    "progress.view",
    "progress.history",
    "evidence.view",
    "risk.view",
    "history.view",
    "report.view",
    "report.export",
    "report.receive",
  ],
  write: [
    "programme.view",
    "project.list",
    "project.view",
    "plan.view",
    "progress.view",
    "progress.declare",
    "progress.history",
    "evidence.view",
    "evidence.add",
    "risk.view",
    "history.view",
    "report.view",
    "report.export",
    "report.receive",
  ],
};

// The table's keys are its type's keys.
const actions = Object.keys(PERMISSIONS) as Action[];
/** Actions that happen in no project. */
const placeless: readonly Action[] = [
  "account.manage",
  "token.create",
  "access.request",
  "invitation.accept",
  "programme.view",
  "programme.manage",
  "project.list",
  "project.create",
  "mention.view",
  "person.manage",
  "use.view",
];
const inProject = actions.filter((action) => !placeless.includes(action));

describe.each(actions)("%s", (action) => {
  test("is for exactly those whom the product names", () => {
    expect(namesOf((actor) => may(actor, action, own))).toEqual(ALLOWED[action]);
  });

  test("is for a script exactly where its owner may, and the scope of its token is made for it", () => {
    for (const scope of TOKEN_SCOPES) {
      const scripts = namesOf((actor) => may({ ...actor, scope }, action, own));
      expect(scripts, scope).toEqual(SCOPES[scope].includes(action) ? ALLOWED[action] : []);
    }
  });
});

test.each(placeless)("%s needs no place", (action) => {
  expect(namesOf((actor) => may(actor, action))).toEqual(ALLOWED[action]);
});

test.each(inProject.filter((action) => action !== "member.leave"))(
  "%s is for the administrator alone in another project",
  (action) => {
    const other = { project: "other", municipality: "837" };
    expect(namesOf((actor) => may(actor, action, other))).toEqual(["admin"]);
  },
);

test.each(inProject)("%s is nobody's without a project, but for the administrator's", (action) => {
  expect(namesOf((actor) => may(actor, action)).filter((name) => name !== "admin")).toEqual([]);
});

test("nobody leaves a project that they are not in, an administrator neither", () => {
  expect(namesOf((actor) => may(actor, "member.leave", { project: "other" }))).toEqual([]);
  expect(may(people.admin, "member.leave", own)).toBe(false);
});

test("a funder is given reports, and no look at the plan, the progress, the texts or the people", () => {
  const seen = actions.filter((action) => may(people.funder, action, own));
  expect(seen.filter((action) => /^(plan|progress|member)\./.test(action))).toEqual([
    "member.leave",
  ]);
});

describe("a contact", () => {
  const speaks = (actor: Actor, municipality?: string) =>
    may(actor, "progress.declare", { project: "demo", ...(municipality && { municipality }) });

  test("speaks for their own municipality and for no other, nor for the whole project", () => {
    expect(speaks(people.contact, "837")).toBe(true);
    expect(speaks(people.contact, "536")).toBe(false);
    expect(speaks(people.contact, "all")).toBe(false);
    expect(speaks(people.contact)).toBe(false);
  });

  test("of several municipalities speaks for each", () => {
    const actor = person(holds("contact", "837", "536"));
    expect(["837", "536", "211"].filter((code) => speaks(actor, code))).toEqual(["837", "536"]);
  });

  test("who stands in for a municipality speaks for it as for their own, and for no other", () => {
    const actor = person({ ...holds("contact", "536"), deputyFor: ["837"] });
    const codes = ["837", "536", "211", "all"];
    expect(codes.filter((code) => speaks(actor, code))).toEqual(["837", "536"]);
    expect(speaks(people.deputy)).toBe(false);
  });

  test("of one project does not speak for the same municipality in another", () => {
    const actor = person(holds("contact", "837"), { ...holds("contact", "536"), project: "other" });
    expect(speaks(actor, "536")).toBe(false);
    const deputy = person(holds("contact", "837"), { ...standsInFor("536"), project: "other" });
    expect(speaks(deputy, "536")).toBe(false);
  });
});

test("municipalities that stand with another role let nobody speak for them", () => {
  const actor = person({ ...holds("steering", "837"), deputyFor: ["837"] });
  expect(may(actor, "progress.declare", own)).toBe(false);
});

describe("the role that acts", () => {
  test("is the strongest of several", () => {
    expect(roleFor(person(holds("funder"), holds("lead")), "project.view", own)).toBe("lead");
    expect(roleFor({ ...people.lead, admin: true }, "project.view", own)).toBe("admin");
  });

  test("is that of the project, where an administrator has no role by the county's", () => {
    expect(roleFor({ ...people.lead, admin: true }, "member.leave", own)).toBe("lead");
    expect(roleFor({ ...people.lead, admin: true }, "token.create")).toBe("lead");
  });

  test("is none for what everybody does about themselves", () => {
    expect(roleFor(people.lead, "account.manage")).toBeNull();
  });
});

describe("asserting", () => {
  test("gives the role, or refuses as forbidden", () => {
    expect(assertMay(people.steering, "progress.history", own)).toBe("steering");
    const refused = () => assertMay(people.funder, "progress.history", own);
    expect(refused).toThrow(Refusal);
    expect(refused).toThrow("forbidden");
  });

  test("for oneself refuses scripts of every scope, and nobody else who is signed in", () => {
    expect(() => assertPerson(people.nobody, "account.manage")).not.toThrow();
    for (const scope of TOKEN_SCOPES) {
      const script = { ...people.lead, scope };
      expect(() => assertPerson(script, "account.manage")).toThrow("forbidden");
    }
    expect(() => assertPerson(people.stranger, "account.manage")).toThrow("forbidden");
  });
});
