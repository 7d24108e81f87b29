import { Refusal } from "./refusal.ts";

/** `admin` holds in the whole county, the others in one project each. */
export const ROLES = ["admin", "lead", "contact", "steering", "funder"] as const;
export type Role = (typeof ROLES)[number];

export type Membership = {
  readonly project: string;
  readonly role: Exclude<Role, "admin">;
  /** The municipalities of a contact; empty for the other roles. */
  readonly municipalities: readonly string[];
};

/** Who asks. `id` is a pseudonym: names and addresses are kept elsewhere. */
export type Actor = {
  readonly id: string;
  readonly admin: boolean;
  readonly memberships: readonly Membership[];
};

/** Where an action happens, as far as the action has a place. */
export type Place = { readonly project?: string; readonly municipality?: string };

/**
 * How far a role reaches: `county` needs no place, `project` is a project of one's own, `any`
 * is enough to hold the role in some project, `municipality` is a municipality of one's own.
 */
export type Reach = "county" | "any" | "project" | "municipality";

/** Who may do what: the API refuses by this table and the dashboard hides buttons by it. */
export const PERMISSIONS = {
  "programme.view": {
    admin: "county",
    lead: "any",
    contact: "any",
    steering: "any",
    funder: "any",
  },
  "programme.manage": { admin: "county" },
  "project.view": {
    admin: "county",
    lead: "project",
    contact: "project",
    steering: "project",
    funder: "project",
  },
  "project.create": { admin: "county", lead: "any" },
  "project.change": { admin: "county", lead: "project" },
  "plan.change": { admin: "county", lead: "project" },
  "progress.declare": { admin: "county", lead: "project", contact: "municipality" },
  "progress.history": { admin: "county", lead: "project", contact: "project", steering: "project" },
  "progress.notes": { admin: "county", lead: "project", contact: "project", steering: "project" },
  "report.export": {
    admin: "county",
    lead: "project",
    contact: "project",
    steering: "project",
    funder: "project",
  },
} satisfies Record<string, Partial<Record<Role, Reach>>>;

export type Action = keyof typeof PERMISSIONS;

/** The role in which the actor may do this here, or null. The strongest role comes first. */
export function roleFor(actor: Actor, action: Action, place: Place = {}): Role | null {
  const rule: Partial<Record<Role, Reach>> = PERMISSIONS[action];
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
          (reach === "project" ||
            (place.municipality !== undefined &&
              membership.municipalities.includes(place.municipality))))),
  );
}

export function may(actor: Actor, action: Action, place: Place = {}): boolean {
  return roleFor(actor, action, place) !== null;
}

/** The role in which the actor acts; refuses when there is none. */
export function assertMay(actor: Actor, action: Action, place: Place = {}): Role {
  const role = roleFor(actor, action, place);
  if (!role) throw new Refusal("forbidden", (say) => say.forbidden());
  return role;
}
