import type { ThreadList } from "../../worker/comments/contract.ts";
import type { CellSection } from "../shared/cell-sections.ts";
import { plural } from "../shared/i18n.ts";
import { useRead } from "../shared/query.ts";
import { mayDo } from "../shared/session.ts";
import { ready, words } from "./words.ts";

/** How much is said of one cell, and the way to it. */
export function CellComments({ matrix, cell: { milestone, municipality } }: CellSection) {
  const project = matrix.project.slug;
  const mayView = mayDo("comment.view", { project });
  const path = `/api/projects/${project}/milestones/${milestone}/comments`;
  const found = useRead<ThreadList>(
    mayView ? `${path}?limit=1&municipality=${municipality}` : null,
  );
  if (!ready.value || !found.data) return null;
  const say = words.value;
  const { open, resolved } = found.data.counts;
  const told = [
    open > 0 && plural(open, say.inCellOpen),
    resolved > 0 && plural(resolved, say.inCellResolved),
  ].filter((one) => one !== false);
  return (
    <section class="cell-comments">
      <h3>{say.inCell}</h3>
      <p class="row">
        <span>{told.length > 0 ? told.join(", ") : say.inCellNone}</span>
        <a href={`/projects/${project}/milestones/${milestone}?about=${municipality}#discussion`}>
          {say.toDiscussion}
        </a>
      </p>
    </section>
  );
}
