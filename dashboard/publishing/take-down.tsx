import { Confirm } from "../shared/ui/confirm.tsx";
import { changePublication } from "./change.ts";
import { words } from "./words.ts";

/** Takes down the public page, after saying what stops. */
export function TakeDown({
  project,
  version,
  onClose,
}: {
  project: string;
  version: number;
  onClose: () => void;
}) {
  const say = words.value;
  return (
    <Confirm
      title={say.takeDownTitle}
      submit={say.takeDown}
      onConfirm={() => changePublication(project, version, { visibility: "internal" })}
      onClose={onClose}
    >
      <p>{say.takeDownText}</p>
    </Confirm>
  );
}
