import { PROJECT_ROLES, type ProjectRole } from "../../worker/kernel/permissions.ts";
import type { MemberView } from "../../worker/members/contract.ts";
import { showDay } from "../shared/i18n.ts";
import { mayDo, session } from "../shared/session.ts";
import { Region } from "../shared/ui/region.tsx";
import { usePlaces } from "./places.ts";
import { words } from "./words.ts";
import "./members-page.css";

type Deeds = {
  readonly project: string;
  readonly onChange: (member: MemberView) => void;
  readonly onLeave: (member: MemberView) => void;
};

/** The members, role by role. */
export function MemberTables({
  members,
  ...deeds
}: Deeds & { readonly members: readonly MemberView[] }) {
  const say = words.value;
  if (members.length === 0) return <p class="soft">{say.empty}</p>;
  return (
    <div class="member-tables">
      {PROJECT_ROLES.map((role) => {
        const own = members.filter((member) => member.role === role);
        return own.length > 0 && <RoleTable key={role} role={role} members={own} {...deeds} />;
      })}
    </div>
  );
}

function RoleTable({
  role,
  members,
  ...deeds
}: Deeds & { readonly role: ProjectRole; readonly members: readonly MemberView[] }) {
  const say = words.value;
  const isContact = role === "contact";
  const acts = members.some((member) => mayLeave(deeds.project, member));
  return (
    <div>
      <h3>{say.rolesMany[role]}</h3>
      <Region label={say.rolesMany[role]}>
        <table class="plain-table">
          <thead>
            <tr>
              <th scope="col">{say.name}</th>
              <th scope="col">{say.organisation}</th>
              <th scope="col">{say.email}</th>
              {isContact && <th scope="col">{say.municipalities}</th>}
              {isContact && <th scope="col">{say.deputyFor}</th>}
              <th scope="col">{say.since}</th>
              {acts && <th scope="col">{say.actions}</th>}
            </tr>
          </thead>
          <tbody>
            {members.map((member) => (
              <MemberRow key={member.person} member={member} acts={acts} {...deeds} />
            ))}
          </tbody>
        </table>
      </Region>
    </div>
  );
}

function MemberRow({
  member,
  acts,
  project,
  onChange,
  onLeave,
}: Deeds & { readonly member: MemberView; readonly acts: boolean }) {
  const say = words.value;
  const { nameOf } = usePlaces(project);
  const names = (codes: readonly string[]) => codes.map(nameOf).join(", ") || "–";
  const isContact = member.role === "contact";
  const name = nameOfMember(member);
  return (
    <tr>
      <th scope="row">
        {name}
        {member.title !== "" && <div class="soft small">{member.title}</div>}
      </th>
      <td>{member.organisation || "–"}</td>
      <td>{member.email ? <a href={`mailto:${member.email}`}>{member.email}</a> : "–"}</td>
      {isContact && <td>{names(member.municipalities)}</td>}
      {isContact && <td>{names(member.deputyFor)}</td>}
      <td>{showDay(member.since)}</td>
      {acts && (
        <td>
          {isContact && mayDo("member.manage", { project }) && (
            <button
              type="button"
              class="button plain"
              aria-label={`${say.change.open}: ${name}`}
              onClick={() => onChange(member)}
            >
              {say.change.open}
            </button>
          )}
          {mayLeave(project, member) && (
            <button
              type="button"
              class="button plain"
              aria-label={isSelf(member) ? undefined : `${say.leave.remove}: ${name}`}
              onClick={() => onLeave(member)}
            >
              {isSelf(member) ? say.leave.own : say.leave.remove}
            </button>
          )}
        </td>
      )}
    </tr>
  );
}

/** What a member is called, who may not have said their name yet. */
export const nameOfMember = ({ name, email, person }: MemberView) => name || email || person;

export const isSelf = ({ person }: MemberView) => person === session.value?.actor?.id;

const mayLeave = (project: string, member: MemberView) =>
  mayDo("member.manage", { project }) || (isSelf(member) && mayDo("member.leave", { project }));
