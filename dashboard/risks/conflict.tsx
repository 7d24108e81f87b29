import type { MatrixView } from "../../worker/progress/contract/progress.ts";
import { differences } from "./shown.ts";
import { useNames } from "./use-names.ts";
import { words } from "./words.ts";

/** What somebody else made of a risk or deviation while a form of it was open. */
export function Conflict({
  matrix,
  before,
  theirs,
}: {
  matrix: MatrixView;
  before: Parameters<typeof differences>[0];
  theirs: Parameters<typeof differences>[1] | null;
}) {
  const { form: say, history } = words.value;
  const names = useNames(matrix, [...(before.links ?? []), ...(theirs?.links ?? [])]);
  if (theirs === null) return null;
  return (
    <div class="notice" role="status">
      <p>{say.conflict}</p>
      <p>
        <strong>{say.theirs}</strong>
      </p>
      <ul>
        {differences(before, theirs, names).map(({ field, label, from, to }) => (
          <li key={field}>
            {label}: {history.became(from, to)}
          </li>
        ))}
      </ul>
    </div>
  );
}
