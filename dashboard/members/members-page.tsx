import { useState } from "preact/hooks";
import type { MemberLeft, MemberList, MemberView } from "../../worker/members/contract.ts";
import { language, plural } from "../shared/i18n.ts";
import { useRead } from "../shared/query.ts";
import { mayDo } from "../shared/session.ts";
import { Reading } from "../shared/ui/state.tsx";
import { Worded } from "../shared/ui/worded.tsx";
import { ChangePlaces } from "./change-places.tsx";
import { Invitations } from "./invitations.tsx";
import { InviteDialog } from "./invite-dialog.tsx";
import { LeaveDialog, LeftDialog } from "./leave-dialog.tsx";
import { MemberHistorySection } from "./member-history.tsx";
import { MemberTables } from "./member-tables.tsx";
import { Requests } from "./requests.tsx";
import { ready, words } from "./words.ts";

/** Who has which role in a project, who is on the way in, and how it came to be so. */
export function MembersPage({ project }: { project: string }) {
  const members = useRead<MemberList>(`/api/projects/${project}/members`);
  return (
    <Worded by={{ ready }}>
      <Reading of={members} height="60vh">
        {(list) => <Members project={project} list={list} />}
      </Reading>
    </Worded>
  );
}

type Open =
  | { readonly what: "invite"; readonly municipalities: readonly string[] }
  | { readonly what: "change" | "leave"; readonly member: MemberView }
  | { readonly what: "left"; readonly left: MemberLeft };

function Members({ project, list }: { project: string; list: MemberList }) {
  const say = words.value;
  const manages = mayDo("member.manage", { project });
  const [open, setOpen] = useState<Open | null>(null);
  const close = () => setOpen(null);
  const invite = (municipalities: readonly string[]) => setOpen({ what: "invite", municipalities });
  return (
    <>
      <WithoutContact list={list} onInvite={manages ? (code) => invite([code]) : undefined} />
      {manages && <Requests project={project} />}
      <section class="card long" aria-labelledby="members-title">
        <div class="section-head">
          <div>
            <h2 id="members-title">{say.title}</h2>
            <p>{say.intro}</p>
          </div>
          {manages && (
            <button type="button" class="button primary" onClick={() => invite([])}>
              {say.invitations.invite}
            </button>
          )}
        </div>
        <MemberTables
          project={project}
          members={list.items}
          onChange={(member) => setOpen({ what: "change", member })}
          onLeave={(member) => setOpen({ what: "leave", member })}
        />
      </section>
      {manages && <Invitations project={project} />}
      <MemberHistorySection project={project} />
      {open?.what === "invite" && (
        <InviteDialog project={project} municipalities={open.municipalities} onClose={close} />
      )}
      {open?.what === "change" && (
        <ChangePlaces project={project} member={open.member} onClose={close} />
      )}
      {open?.what === "leave" && (
        <LeaveDialog
          project={project}
          member={open.member}
          members={list.items}
          onLeft={(left) => setOpen({ what: "left", left })}
          onClose={close}
        />
      )}
      {open?.what === "left" && (
        <LeftDialog project={project} left={open.left} members={list.items} onClose={close} />
      )}
    </>
  );
}

function WithoutContact({
  list: { withoutContact },
  onInvite,
}: {
  list: MemberList;
  onInvite: ((code: string) => void) | undefined;
}) {
  const say = words.value;
  if (withoutContact.length === 0) return null;
  const forms = onInvite ? say.withoutContact : say.withoutContactSeen;
  return (
    <div class="notice">
      <p>{plural(withoutContact.length, forms)}</p>
      <ul class="row">
        {withoutContact.map(({ code, name }) => {
          const local = name[language.value === "sv" ? "sv" : "fi"];
          return (
            <li key={code}>
              {onInvite ? (
                <button
                  type="button"
                  class="button"
                  aria-label={say.inviteContactOf(local)}
                  onClick={() => onInvite(code)}
                >
                  {local}
                </button>
              ) : (
                local
              )}
            </li>
          );
        })}
      </ul>
    </div>
  );
}
