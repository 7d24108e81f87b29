import type { MemberView } from "../../worker/members/contract.ts";
import { send } from "../shared/api.ts";
import { refresh } from "../shared/query.ts";
import { Dialog } from "../shared/ui/dialog.tsx";
import { Form } from "../shared/ui/form.tsx";
import { useWrite } from "../shared/ui/use-write.ts";
import { nameOfMember } from "./member-tables.tsx";
import { PlaceFields, placesOf } from "./offer-fields.tsx";
import { usePlaces } from "./places.ts";
import { words } from "./words.ts";

/** Changes for which municipalities a contact speaks, and for which they stand in. */
export function ChangePlaces({
  project,
  member,
  onClose,
}: {
  project: string;
  member: MemberView;
  onClose: () => void;
}) {
  const { change: say } = words.value;
  const { places } = usePlaces(project);
  const { busy, problem, attempt } = useWrite();
  const path = `/api/projects/${project}/members`;
  const save = (form: FormData) =>
    attempt(async () => {
      await send("PATCH", `${path}/${member.person}/${member.role}`, {
        body: placesOf(form),
        version: member.version,
      });
      await refresh(path);
      onClose();
    });
  return (
    <Dialog kind="window" title={<h2>{say.title(nameOfMember(member))}</h2>} onClose={onClose}>
      <Form busy={busy} problem={problem} onSubmit={save} onCancel={onClose}>
        <PlaceFields offer={member} places={places} problem={problem} />
      </Form>
    </Dialog>
  );
}
