import type { EvidenceView } from "../../worker/evidence/contract.ts";
import type { MatrixView } from "../../worker/progress/contract/progress.ts";
import { WHOLE_PROJECT } from "../../worker/projects/terms.ts";
import { useAsOf } from "../shared/as-of/use-as-of.ts";
import { messages } from "../shared/i18n.ts";
import { useMilestoneTitles } from "../shared/milestones.ts";

/** The milestone and the municipalities of an item, each a way to its page or cell. */
export function Belongs({
  item,
  matrix,
  named = true,
}: {
  item: EvidenceView;
  matrix: MatrixView | undefined;
  /** Whether it says which milestone it is. */
  named?: boolean;
}) {
  const { wholeProject } = messages.value;
  const { first, more } = useAsOf();
  const { project, milestone, municipalities } = item;
  const titleOf = useMilestoneTitles(project, matrix?.milestones, [milestone]);
  const nameOf = (code: string) =>
    code === WHOLE_PROJECT
      ? wholeProject
      : (matrix?.municipalities.find((one) => one.code === code)?.name ?? code);
  // A milestone that has ended has no cells.
  const isFollowed = matrix?.milestones.some(({ number }) => number === milestone) ?? true;
  const page = `/projects/${project}/milestones/${milestone}`;
  return (
    <p class="small">
      {named && (
        <>
          <a href={`${page}${first}`} lang="fi">
            {milestone}. {titleOf(milestone)}
          </a>
          {": "}
        </>
      )}
      {municipalities.map((code, index) => (
        <span key={code}>
          {index > 0 && ", "}
          {isFollowed ? (
            <a href={`${page}?cell=${milestone}-${code}${more}`}>{nameOf(code)}</a>
          ) : (
            nameOf(code)
          )}
        </span>
      ))}
    </p>
  );
}
