import { useRef } from "preact/hooks";
import { useAsOf } from "../shared/as-of/use-as-of.ts";
import { language, messages } from "../shared/i18n.ts";
import { mayDo, session } from "../shared/session.ts";

/** The status of a project as a file, in the reader's language. */
export function ExportMenu({ project }: { project: string }) {
  const menu = useRef<HTMLDetailsElement>(null);
  const { project: say } = messages.value;
  const { more } = useAsOf();
  if (!mayDo("report.export", { project })) return null;
  const files = [
    { query: "format=xlsx", label: say.exportXlsx },
    { query: "format=csv", label: say.exportCsv },
    { query: "format=csv&delimiter=comma", label: say.exportCsvMachine },
    { query: "format=json", label: say.exportJson },
  ];
  const isContact = session.value?.actor?.memberships.some(
    (one) => one.project === project && one.role === "contact",
  );
  const close = () => menu.current?.removeAttribute("open");
  return (
    <details
      class="menu"
      ref={menu}
      onKeyDown={(event) => {
        if (event.key !== "Escape") return;
        close();
        menu.current?.querySelector("summary")?.focus();
      }}
    >
      <summary class="button">{say.export}</summary>
      <div class="menu-list">
        {files.map(({ query, label }) => (
          <a
            key={query}
            href={`/api/projects/${project}/export?${query}${more}&lang=${language.value}`}
            download
            onClick={close}
          >
            {label}
          </a>
        ))}
        <p class="soft small">{say.exportHelp}</p>
        {(mayDo("progress.declare", { project }) || isContact) && (
          <a href={`/projects/${project}/import`} onClick={close}>
            {say.import}
          </a>
        )}
      </div>
    </details>
  );
}
