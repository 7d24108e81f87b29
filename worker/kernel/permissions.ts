import { Refusal } from "./refusal.ts";

/** `admin` holds in the whole county, the others in one project each. */
export const ROLES = ["admin", "lead", "contact", "steering", "funder"] as const;
export type Role = (typeof ROLES)[number];
export type ProjectRole = Exclude<Role, "admin">;
export const PROJECT_ROLES = ["lead", "contact", "steering", "funder"] as const;

/** What an API token lets a script do at most; never more than its owner may. */
export const TOKEN_SCOPES = ["reports", "read", "write"] as const;
export type TokenScope = (typeof TOKEN_SCOPES)[number];

export type Membership = {
  readonly project: string;
  readonly role: ProjectRole;
  /** The municipalities of a contact; empty for the other roles. */
  readonly municipalities: readonly string[];
  /** The municipalities whose contact they stand in for. */
  readonly deputyFor: readonly string[];
};

/** Who asks. `id` is a pseudonym: names and addresses are kept elsewhere. */
export type Actor = {
  readonly id: string;
  readonly admin: boolean;
  readonly memberships: readonly Membership[];
  /** Where a script asks by an API token: how far it reaches. */
  readonly scope?: TokenScope;
  /** Whether roles were left out, because a stronger sign-in is asked for them. */
  readonly isWeakened?: boolean;
};

/** Where an action happens, as far as the action has a place. */
export type Place = { readonly project?: string; readonly municipality?: string };

/**
 * How far a role reaches: `county` needs no place, `project` is a project of one's own, `any`
 * is enough to hold the role in some project, `municipality` is a municipality of one's own or
 * one whose contact one stands in for. `self` is for everyone who is signed in, about themselves
 * or what they hold.
 */
export type Reach = "county" | "any" | "project" | "municipality" | "self";

/** A role, or anybody who is signed in. */
export type Who = Role | "person";

const everyone = { lead: "project", contact: "project", steering: "project" } as const;

/** Who may do what: the API refuses by this table and the dashboard hides buttons by it. */
export const PERMISSIONS = {
  "account.manage": { person: "self" },
  "token.create": { lead: "any", funder: "any" },
  "access.request": { person: "self" },
  "invitation.accept": { person: "self" },
  "programme.view": {
    admin: "county",
    lead: "any",
    contact: "any",
    steering: "any",
    funder: "any",
  },
  "programme.manage": { admin: "county" },
  "project.list": { person: "self" },
  "project.view": { admin: "county", ...everyone, funder: "project" },
  "project.create": { admin: "county", lead: "any" },
  "project.change": { admin: "county", lead: "project" },
  "publication.manage": { admin: "county", lead: "project" },
  "plan.view": { admin: "county", ...everyone },
  "plan.change": { admin: "county", lead: "project" },
  "progress.view": { admin: "county", ...everyone },
  "progress.declare": { admin: "county", lead: "project", contact: "municipality" },
  "progress.history": { admin: "county", ...everyone },
  "progress.notes": { admin: "county", ...everyone },
  "comment.view": { admin: "county", ...everyone },
  "comment.write": { admin: "county", ...everyone },
  "comment.remove": { admin: "county", lead: "project" },
  "mention.view": { person: "self" },
  "evidence.view": { admin: "county", ...everyone },
  "evidence.add": { admin: "county", lead: "project", contact: "municipality" },
  "evidence.review": { admin: "county", lead: "project", steering: "project" },
  "risk.view": { admin: "county", ...everyone },
  "risk.manage": { admin: "county", lead: "project" },
  "history.view": { admin: "county", ...everyone },
  "member.view": { admin: "county", ...everyone },
  "member.manage": { admin: "county", lead: "project" },
  "member.leave": { ...everyone, funder: "project" },
  "report.view": { admin: "county", ...everyone, funder: "project" },
  "report.write": { admin: "county", lead: "project" },
  "report.decide": { admin: "county", funder: "project" },
  "report.export": { admin: "county", ...everyone },
  "report.receive": { admin: "county", ...everyone, funder: "project" },
  "delivery.manage": { admin: "county", lead: "project" },
  "person.manage": { admin: "county" },
  "use.view": { admin: "county" },
  "statement.manage": { admin: "county" },
  "feedback.manage": { admin: "county" },
} satisfies Record<string, Partial<Record<Who, Reach>>>;

export type Action = keyof typeof PERMISSIONS;

const reportActions: readonly Action[] = [
  "programme.view",
  "project.list",
  "project.view",
  "report.view",
  "report.receive",
];
const readActions: readonly Action[] = [
  ...reportActions,
  "plan.view",
  "progress.view",
  "progress.history",
  "evidence.view",
  "risk.view",
  "history.view",
  "report.export",
];

/** What each scope of a token leaves of its owner's rights. */
const SCOPED: Readonly<Record<TokenScope, readonly Action[]>> = {
  reports: reportActions,
  read: readActions,
  write: [...readActions, "progress.declare", "evidence.add"],
};

/** Whether the actor's token, if they came with one, was made for this. */
function inScope({ scope }: Actor, action: Action): boolean {
  return scope === undefined || SCOPED[scope].includes(action);
}

/** The role in which the actor may do this here, or null. The strongest role comes first. */
export function roleFor(actor: Actor, action: Action, place: Place = {}): Role | null {
  const rule: Partial<Record<Who, Reach>> = PERMISSIONS[action];
  if (!inScope(actor, action)) return null;
  if (actor.admin && rule.admin) return "admin";
  const found = ROLES.find((role) => role !== "admin" && holds(actor, role, rule[role], place));
  return found ?? null;
}

function holds(actor: Actor, role: Role, reach: Reach | undefined, place: Place): boolean {
  if (!reach) return false;
  return actor.memberships.some(
    (membership) =>
      membership.role === role &&
      (reach === "any" ||
        (membership.project === place.project &&
          (reach === "project" || speaksFor(membership, place.municipality)))),
  );
}

function speaksFor({ municipalities, deputyFor }: Membership, code: string | undefined): boolean {
  return code !== undefined && (municipalities.includes(code) || deputyFor.includes(code));
}

export function may(actor: Actor, action: Action, place: Place = {}): boolean {
  const rule: Partial<Record<Who, Reach>> = PERMISSIONS[action];
  if (rule.person) return actor.id !== "" && inScope(actor, action);
  return roleFor(actor, action, place) !== null;
}

/** The role in which the actor acts; refuses when there is none. */
export function assertMay(actor: Actor, action: Action, place: Place = {}): Role {
  const role = roleFor(actor, action, place);
  if (!role) throw forbidden();
  return role;
}

/** Refuses a script whose token was not made for this, and nobody else who is signed in. */
export function assertPerson(actor: Actor, action: Action): void {
  if (!may(actor, action)) throw forbidden();
}

const forbidden = () => new Refusal("forbidden", (say) => say.forbidden());
