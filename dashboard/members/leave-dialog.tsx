import { useLocation } from "preact-iso";
import type { MemberLeft, MemberView } from "../../worker/members/contract.ts";
import { send } from "../shared/api.ts";
import { messages } from "../shared/i18n.ts";
import { refresh } from "../shared/query.ts";
import { session, startSession } from "../shared/session.ts";
import { Confirm } from "../shared/ui/confirm.tsx";
import { Dialog } from "../shared/ui/dialog.tsx";
import { isSelf, nameOfMember } from "./member-tables.tsx";
import { usePlaces } from "./places.ts";
import { words } from "./words.ts";

/** Ends a role, after saying who takes over what. */
export function LeaveDialog({
  project,
  member,
  members,
  onLeft,
  onClose,
}: {
  project: string;
  member: MemberView;
  members: readonly MemberView[];
  onLeft: (left: MemberLeft) => void;
  onClose: () => void;
}) {
  const { leave: say } = words.value;
  const role = messages.value.roles[member.role];
  const own = isSelf(member);
  const path = `/api/projects/${project}/members`;
  const { nameOf } = usePlaces(project);
  const end = async () => {
    const left = await send<MemberLeft>("DELETE", `${path}/${member.person}/${member.role}`, {
      version: member.version,
    });
    onLeft(left);
    if (!own) await refresh(path);
    return false;
  };
  return (
    <Confirm
      title={own ? say.ownTitle(role) : say.removeTitle(nameOfMember(member), role)}
      submit={own ? say.own : say.remove}
      onConfirm={end}
      onClose={onClose}
    >
      <p>{own ? say.ownText : say.removeText}</p>
      {member.municipalities.length > 0 && (
        <ul>
          {member.municipalities.map((code) => (
            <li key={code}>{expected(code, member, members, nameOf(code))}</li>
          ))}
        </ul>
      )}
    </Confirm>
  );
}

/** Who will speak for a municipality when this member has left, in words. */
function expected(
  code: string,
  leaving: MemberView,
  members: readonly MemberView[],
  municipality: string,
): string {
  const { leave: say } = words.value;
  const others = members.filter(
    ({ role, person }) => role === "contact" && person !== leaving.person,
  );
  const stays = others.find(({ municipalities }) => municipalities.includes(code));
  if (stays) return say.stays(municipality, nameOfMember(stays));
  const deputy = others.find(({ deputyFor }) => deputyFor.includes(code));
  return deputy ? say.goesTo(municipality, nameOfMember(deputy)) : say.toNobody(municipality);
}

/** What became of the municipalities of one who has left. */
export function LeftDialog({
  project,
  left,
  members,
  onClose,
}: {
  project: string;
  left: MemberLeft;
  members: readonly MemberView[];
  onClose: () => void;
}) {
  const { leave: say } = words.value;
  const { nameOf } = usePlaces(project);
  const { route } = useLocation();
  const personName = (id: string) => {
    const found = members.find(({ person }) => person === id);
    return found ? nameOfMember(found) : id;
  };
  const isOwn = left.person === session.value?.actor?.id;
  // Whoever leaves is signed out, so they begin anew.
  const close = async () => {
    onClose();
    if (!isOwn) return;
    await startSession();
    route("/");
  };
  return (
    <Dialog kind="window" title={<h2>{say.doneTitle}</h2>} onClose={() => void close()}>
      <ul>
        {left.handedOver.map(({ municipality, to }) => (
          <li key={municipality}>{say.handedOver(nameOf(municipality), personName(to))}</li>
        ))}
        {left.withoutContact.map((code) => (
          <li key={code}>{say.nobody(nameOf(code))}</li>
        ))}
      </ul>
      <p>
        <button type="button" class="button primary" onClick={close}>
          {messages.value.close}
        </button>
      </p>
    </Dialog>
  );
}
