import { useEffect, useRef, useState } from "preact/hooks";
import type { ProgrammeView, ReportSection } from "../../../worker/projects/contract/programmes.ts";
import { reportSectionsMax, STANDARD_SECTIONS } from "../../../worker/projects/terms.ts";
import { WORDS } from "../../../worker/reporting/words/report.ts";
import { send } from "../../shared/api.ts";
import { language } from "../../shared/i18n.ts";
import { refresh } from "../../shared/query.ts";
import { Dialog } from "../../shared/ui/dialog.tsx";
import { Form } from "../../shared/ui/form.tsx";
import { useWrite } from "../../shared/ui/use-write.ts";
import { SectionRow } from "./section-row.tsx";
import { type Row, sectionsIn } from "./sections.ts";
import { words } from "./words.ts";

/** Changes what the reports of a programme are made of, and in which order. */
export function SectionsDialog({
  programme,
  onClose,
}: {
  programme: ProgrammeView;
  onClose: () => void;
}) {
  const { sections: say } = words.value;
  const { busy, problem, attempt } = useWrite();
  const { rows, said, change, move, remove, add, restore } = useRows(programme.reportSections);
  const save = (form: FormData) =>
    attempt(async () => {
      await send("PATCH", `/api/programmes/${programme.slug}`, {
        body: { reportSections: sectionsIn(form, rows) },
        version: programme.version,
      });
      await refresh("/api/programmes");
      onClose();
    });
  const title = (
    <h2>
      {say.edit}: <span lang="fi">{programme.name}</span>
    </h2>
  );
  return (
    <Dialog kind="window" title={title} onClose={onClose}>
      <p class="soft">{say.intro}</p>
      <p class="soft small">{say.keys}</p>
      <Form busy={busy} problem={problem} onSubmit={save} onCancel={onClose}>
        {rows.length === 0 && <p class="notice">{say.none}</p>}
        <ol class="section-rows">
          {rows.map((row, index) => (
            <SectionRow
              key={row.id}
              row={row}
              index={index}
              isLast={index === rows.length - 1}
              problem={problem}
              onChange={(changes) => change(row.id, changes)}
              onMove={(by) => move(index, by)}
              onRemove={() => remove(index)}
            />
          ))}
        </ol>
        <p role="status">{said}</p>
        <div class="row">
          {rows.length < reportSectionsMax && (
            <button type="button" class="button" onClick={add}>
              {say.add}
            </button>
          )}
          <button type="button" class="button" onClick={restore}>
            {say.restore}
          </button>
        </div>
      </Form>
    </Dialog>
  );
}

/** The rows in their order, and what was done to them last. */
function useRows(sections: readonly ReportSection[]) {
  const { sections: say } = words.value;
  const { kinds } = WORDS[language.value];
  const next = useRef(0);
  const rowsFrom = (from: readonly ReportSection[]): Row[] =>
    from.map((section) => ({
      id: next.current++,
      section,
      kind: section.kind,
      shown: section.title?.[language.value] ?? "",
      isNew: false,
    }));
  const [rows, setRows] = useState<readonly Row[]>(() => rowsFrom(sections));
  const [said, setSaid] = useState("");
  const focus = useRef<HTMLElement | null>(null);
  // A row that changes its place takes the keyboard along.
  useEffect(() => {
    const wanted = focus.current;
    focus.current = null;
    if (!wanted) return;
    const isOff = wanted instanceof HTMLButtonElement && wanted.disabled;
    (isOff ? wanted.parentElement?.querySelector<HTMLElement>("button:enabled") : wanted)?.focus();
  }, [rows]);
  const titleOf = (row: Row) => row.shown || kinds[row.kind];
  const move = (index: number, by: -1 | 1) => {
    const row = rows[index];
    if (!row || !rows[index + by]) return;
    if (document.activeElement instanceof HTMLElement) focus.current = document.activeElement;
    setRows(rows.toSpliced(index, 1).toSpliced(index + by, 0, row));
    setSaid(say.moved(titleOf(row), index + by + 1, rows.length));
  };
  const remove = (index: number) => {
    const row = rows[index];
    if (!row) return;
    const list = document.activeElement?.closest("ol");
    setRows(rows.toSpliced(index, 1));
    setSaid(say.removed(titleOf(row)));
    const other = list?.children[index + 1] ?? list?.children[index - 1];
    focus.current = other?.querySelector("summary") ?? null;
  };
  const add = () => {
    const section = { key: "", kind: "other", title: null, guidance: null } as const;
    const made = rowsFrom([{ ...section, required: false }]).map((row) => ({
      ...row,
      isNew: true,
    }));
    setRows([...rows, ...made]);
  };
  return {
    rows,
    said,
    move,
    remove,
    add,
    change: (id: number, changes: Partial<Pick<Row, "kind" | "shown">>) =>
      setRows((known) => known.map((row) => (row.id === id ? { ...row, ...changes } : row))),
    restore: () => {
      setRows(rowsFrom(STANDARD_SECTIONS));
      setSaid(say.restored);
    },
  };
}
