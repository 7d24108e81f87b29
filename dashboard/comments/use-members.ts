import type { MemberList } from "../../worker/members/contract.ts";
import { messages } from "../shared/i18n.ts";
import { useRead } from "../shared/query.ts";
import { mayDo } from "../shared/session.ts";
import type { Nameable } from "./said.tsx";

export type Member = Nameable & { readonly about: string };

/** Who can be mentioned in a project: each once, and two of one name told apart. */
export function useMembers(project: string): readonly Member[] {
  const found = useRead<MemberList>(
    mayDo("member.view", { project }) ? `/api/projects/${project}/members` : null,
  );
  const { roles } = messages.value;
  const items = found.data?.items.filter(({ role }) => role !== "funder") ?? [];
  const people = [...new Map(items.map((one) => [one.person, one])).values()];
  const seen = new Map<string, number>();
  return people.map(({ person, name, title, role, organisation }) => {
    const plain = name || title || roles[role];
    const times = (seen.get(plain) ?? 0) + 1;
    seen.set(plain, times);
    const about = [roles[role], title, organisation].filter((one) => one && one !== plain);
    return {
      person,
      label: times === 1 ? plain : `${plain} (${times})`,
      about: [...new Set(about)].join(", "),
    };
  });
}
