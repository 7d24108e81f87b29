import { useState } from "preact/hooks";
import type { LinkList, LinkView } from "../../worker/delivery/contract/links.ts";
import type { ReportList } from "../../worker/reporting/contract/reports.ts";
import { send } from "../shared/api.ts";
import { showDay, showMoment, showNumber } from "../shared/i18n.ts";
import { refresh, useRead } from "../shared/query.ts";
import { Confirm } from "../shared/ui/confirm.tsx";
import { Region } from "../shared/ui/region.tsx";
import { Reading } from "../shared/ui/state.tsx";
import { LinkDialog } from "./link-dialog.tsx";
import { words } from "./words.ts";

/** The shared links of a project: those in force, and before them what became of the others. */
export function Links({ project }: { project: string }) {
  const { links: say } = words.value;
  const path = `/api/projects/${project}/links`;
  const links = useRead<LinkList>(path);
  const reports = useRead<ReportList>(`/api/projects/${project}/reports?limit=200`);
  const [making, setMaking] = useState(false);
  const [revoking, setRevoking] = useState<LinkView | null>(null);
  const submitted = (reports.data?.items ?? []).filter(({ edition }) => edition > 0);
  const nameOf = (number: number) =>
    submitted.find((report) => report.number === number)?.name ?? "";
  const revoke = async ({ id }: LinkView) => {
    await send("DELETE", `${path}/${id}`);
    await refresh(path);
  };
  return (
    <section class="card" aria-labelledby="links-title">
      <div class="section-head">
        <div>
          <h3 id="links-title">{say.title}</h3>
          <p>{say.help}</p>
        </div>
        {submitted.length > 0 && (
          <button type="button" class="button primary" onClick={() => setMaking(true)}>
            {say.add}
          </button>
        )}
      </div>
      {reports.data && submitted.length === 0 && <p class="notice">{say.none}</p>}
      <Reading of={links} height="8rem">
        {({ items }) => {
          const open = items.filter(({ state }) => state === "open");
          const earlier = items.filter(({ state }) => state !== "open");
          const shown = { nameOf, onRevoke: setRevoking };
          return (
            <>
              {open.length === 0 && <p class="soft">{say.empty}</p>}
              {open.length > 0 && <LinkTable label={say.title} items={open} {...shown} />}
              {earlier.length > 0 && (
                <details>
                  <summary>{say.earlier}</summary>
                  <LinkTable label={say.earlier} items={earlier} {...shown} />
                </details>
              )}
            </>
          );
        }}
      </Reading>
      {making && (
        <LinkDialog project={project} reports={submitted} onClose={() => setMaking(false)} />
      )}
      {revoking && (
        <Confirm
          title={say.revokeTitle(revoking.name)}
          submit={say.revoke}
          onConfirm={() => revoke(revoking)}
          onClose={() => setRevoking(null)}
        >
          <p>{say.revokeText}</p>
        </Confirm>
      )}
    </section>
  );
}

function LinkTable({
  label,
  items,
  nameOf,
  onRevoke,
}: {
  label: string;
  items: readonly LinkView[];
  nameOf: (report: number) => string;
  onRevoke: (link: LinkView) => void;
}) {
  const { links: say, actions, formats } = words.value;
  return (
    <Region label={label}>
      <table class="plain-table">
        <thead>
          <tr>
            <th scope="col">{say.name}</th>
            <th scope="col">{say.report}</th>
            <th scope="col">{say.formats}</th>
            <th scope="col" class="number">
              {say.used}
            </th>
            <th scope="col">{say.state}</th>
            <th scope="col">{actions}</th>
          </tr>
        </thead>
        <tbody>
          {items.map((link) => (
            <tr key={link.id}>
              <th scope="row" lang="fi">
                {link.name}
              </th>
              <td>
                <span lang="fi">{say.reportOf(link.report, nameOf(link.report))}</span>
                <div class="soft small">
                  {link.edition === null ? say.newest : say.editionOf(link.edition)}
                </div>
              </td>
              <td>{link.formats.map((format) => formats[format]).join(", ")}</td>
              <td class="number">
                {showNumber(link.times)}
                {link.usedAt && (
                  <div class="soft small">{say.lastUsed(showMoment(link.usedAt))}</div>
                )}
              </td>
              <td>
                {say.states[link.state]}
                <div class="soft small">
                  {link.revokedAt ? showDay(link.revokedAt) : say.until(showDay(link.expiresAt))}
                </div>
              </td>
              <td>
                {link.state === "open" && (
                  <button
                    type="button"
                    class="button plain"
                    aria-label={`${say.revoke}: ${link.name}`}
                    onClick={() => onRevoke(link)}
                  >
                    {say.revoke}
                  </button>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Region>
  );
}
