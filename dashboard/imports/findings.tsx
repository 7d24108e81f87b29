import type { ImportView } from "../../worker/imports/contract.ts";
import { plural, showNumber } from "../shared/i18n.ts";
import { Region } from "../shared/ui/region.tsx";
import { words } from "./words.ts";

type Found = ImportView["problems"];

/** What is wrong with the sheet, cell by cell, and what was read in a way that should be known. */
export function Findings({ view: { problems, problemCount, notes } }: { view: ImportView }) {
  const say = words.value;
  return (
    <>
      {problemCount > 0 && (
        <div class="card long import-problems">
          <h3>{plural(problemCount, say.problems)}</h3>
          <p>{say.problemsHelp}</p>
          <FoundTable found={problems} label={say.problem} />
          {problemCount > problems.length && (
            <p class="soft">
              {say.problemsMore(showNumber(problems.length), showNumber(problemCount))}
            </p>
          )}
        </div>
      )}
      {notes.length > 0 && (
        <details class="card long">
          <summary>{plural(notes.length, say.notes)}</summary>
          <FoundTable found={notes} label={say.note} />
        </details>
      )}
    </>
  );
}

function FoundTable({ found, label }: { found: Found; label: string }) {
  const say = words.value;
  return (
    <Region label={label}>
      <table class="plain-table">
        <thead>
          <tr>
            <th scope="col">{say.address}</th>
            <th scope="col">{label}</th>
            <th scope="col">{say.value}</th>
          </tr>
        </thead>
        <tbody>
          {found.map(({ address, row, column, value, message }) => (
            <tr key={`${address} ${message}`}>
              <th scope="row" class="import-address">
                {column === null ? row > 0 && say.row(row) : address}
              </th>
              <td>{message}</td>
              <td class="soft" lang="fi">
                {value}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Region>
  );
}
