import { useId, useState } from "preact/hooks";
import type { PersonView } from "../../worker/identity/contract/account.ts";
import { send } from "../shared/api.ts";
import { refresh } from "../shared/query.ts";
import { Confirm } from "../shared/ui/confirm.tsx";
import { words } from "./words.ts";

/** What an administrator can do with a person. */
export type Deed = "admin" | "notAdmin" | "ended" | "erased";

const CALLS: Readonly<Record<Deed, readonly [method: string, path: string]>> = {
  admin: ["PUT", "/administrator"],
  notAdmin: ["DELETE", "/administrator"],
  ended: ["DELETE", "/sessions"],
  erased: ["POST", "/erase"],
};

/** Asks before it is done, and says what it means. */
export function PersonDeed({
  person,
  deed,
  onDone,
  onClose,
}: {
  person: PersonView;
  deed: Deed;
  onDone: () => void;
  onClose: () => void;
}) {
  const { people: say } = words.value;
  const name = person.name || person.email || person.id;
  const [method, path] = CALLS[deed];
  const perform = async () => {
    await send(method, `/api/people/${person.id}${path}`);
    await refresh("/api/people");
    onDone();
  };
  if (deed === "erased") return <Erase name={name} onErase={perform} onClose={onClose} />;
  const [label, text] = {
    admin: [say.makeAdmin, say.makeAdminText(name)] as const,
    notAdmin: [say.unmakeAdmin, say.unmakeAdminText(name)] as const,
    ended: [say.endSessions, say.endSessionsText(name)] as const,
  }[deed];
  return (
    <Confirm title={`${label}: ${name}`} submit={label} onConfirm={perform} onClose={onClose}>
      <p>{text}</p>
    </Confirm>
  );
}

/** It cannot be undone, so the name is typed first. */
function Erase({
  name,
  onErase,
  onClose,
}: {
  name: string;
  onErase: () => Promise<void>;
  onClose: () => void;
}) {
  const { people: say } = words.value;
  const id = useId();
  const [typed, setTyped] = useState("");
  const [isWrong, setWrong] = useState(false);
  return (
    <Confirm
      title={say.eraseTitle(name)}
      submit={say.erase}
      onConfirm={async () => {
        const isRight = typed.trim() === name;
        setWrong(!isRight);
        if (isRight) await onErase();
        return isRight;
      }}
      onClose={onClose}
    >
      <p>{say.eraseText}</p>
      <p>{say.eraseKept}</p>
      <div class="field">
        <label for={id}>{say.eraseType(name)}</label>
        <input
          id={id}
          value={typed}
          required
          autoComplete="off"
          aria-describedby={`${id}-wrong`}
          aria-invalid={isWrong}
          onInput={({ currentTarget }) => setTyped(currentTarget.value)}
        />
        <p id={`${id}-wrong`} class="wrong" role="alert">
          {isWrong && say.eraseWrong}
        </p>
      </div>
    </Confirm>
  );
}
