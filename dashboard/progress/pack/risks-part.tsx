import type { DeviationView, RiskView } from "../../../worker/risks/contract.ts";
import { bandOf } from "../../../worker/risks/terms.ts";
import { WORDS } from "../../../worker/risks/words.ts";
import { language, showDate, showNumber } from "../../shared/i18n.ts";
import { Region } from "../../shared/ui/region.tsx";
import { Reading } from "../../shared/ui/state.tsx";
import type { useRegister } from "./use-register.ts";
import { words } from "./words.ts";

/** The open risks that are high or moderate, and the open deviations. */
export function RisksPart({ register }: { register: ReturnType<typeof useRegister> }) {
  const say = words.value;
  return (
    <Reading of={register} height="20rem">
      {({ risks, deviations }) => (
        <>
          {risks.length === 0 ? <p>{say.noRisks}</p> : <Risks risks={risks} />}
          {deviations.length === 0 ? (
            <p>{say.noDeviations}</p>
          ) : (
            <Deviations deviations={deviations} />
          )}
        </>
      )}
    </Reading>
  );
}

function Risks({ risks }: { risks: readonly RiskView[] }) {
  const { riskColumns, bands } = WORDS[language.value];
  return (
    <Region label={words.value.risksShown}>
      <table class="pack-table">
        <caption>{words.value.risksShown}</caption>
        <thead>
          <tr>
            <th scope="col" class="number">
              {riskColumns.number}
            </th>
            <th scope="col">{riskColumns.title}</th>
            <th scope="col">{riskColumns.level}</th>
            <th scope="col">{riskColumns.mitigation}</th>
            <th scope="col">{riskColumns.owner}</th>
            <th scope="col">{riskColumns.reviewedOn}</th>
          </tr>
        </thead>
        <tbody>
          {risks.map(({ number, title, level, mitigation, owner, reviewedOn }) => (
            <tr key={number}>
              <td class="number">{number}</td>
              <th scope="row" lang="fi">
                {title}
              </th>
              <td class={`pack-band band-${bandOf(level)}`}>
                <strong>{showNumber(level)}</strong> {bands[bandOf(level)]}
              </td>
              <td lang="fi">{mitigation}</td>
              <td lang="fi">{owner}</td>
              <td>{showDate(reviewedOn)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Region>
  );
}

function Deviations({ deviations }: { deviations: readonly DeviationView[] }) {
  const { deviationColumns: columns } = WORDS[language.value];
  const say = words.value;
  return (
    <Region label={say.deviationsShown}>
      <table class="pack-table">
        <caption>{say.deviationsShown}</caption>
        <thead>
          <tr>
            <th scope="col" class="number">
              {columns.number}
            </th>
            <th scope="col">{columns.title}</th>
            <th scope="col">{columns.effect}</th>
            <th scope="col">{columns.correctiveAction}</th>
            <th scope="col">{columns.owner}</th>
            <th scope="col">{columns.noticedOn}</th>
          </tr>
        </thead>
        <tbody>
          {deviations.map(({ number, title, effect, correctiveAction, owner, noticedOn }) => (
            <tr key={number}>
              <td class="number">{number}</td>
              <th scope="row" lang="fi">
                {title}
              </th>
              <td lang="fi">{effect}</td>
              <td lang={correctiveAction ? "fi" : undefined}>{correctiveAction || say.noAction}</td>
              <td lang="fi">{owner}</td>
              <td>{showDate(noticedOn)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Region>
  );
}
