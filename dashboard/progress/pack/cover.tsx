import type { FingerprintView } from "../../../worker/progress/contract/fingerprint.ts";
import { language, showDate, showMoment } from "../../shared/i18n.ts";
import { useParameter } from "../../shared/location.ts";
import { Emblem } from "../../shared/ui/emblem.tsx";
import { findingOf } from "../steering/finding.ts";
import { GateRibbon } from "../steering/gate-ribbon.tsx";
import type { Standing } from "../steering/use-steering.ts";
import { audienceLengthMax, grouped } from "./terms.ts";
import { words } from "./words.ts";

/** The cover: which project, of which moment, for whom, who pays, and how to check it. */
export function Cover({
  standing,
  told: { fingerprint, cover },
}: {
  standing: Standing;
  told: FingerprintView;
}) {
  const say = words.value;
  const [audience] = useParameter("for");
  const { matrix } = standing;
  const { project, programme } = cover;
  const { startsOn, endsOn } = matrix.project;
  const facts: readonly (readonly [string, string, boolean])[] = [
    [say.standing, showMoment(matrix.asOf), false],
    [say.period, `${showDate(startsOn)}–${showDate(endsOn)}`, false],
    [say.organisation, project.leadOrganisation, true],
    ...(project.grantReference ? [[say.grant, project.grantReference, true] as const] : []),
  ];
  return (
    <header class="pack-sheet pack-cover">
      <div class="pack-cover-head">
        <p lang="fi">{programme.name}</p>
        <h1 lang="fi">{project.name}</h1>
        <p class="pack-subtitle">{say.subtitle}</p>
        {audience && <p class="pack-audience">{audience.slice(0, audienceLengthMax)}</p>}
      </div>
      <dl class="pack-facts">
        {facts.map(([label, value, isFinnish]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd lang={isFinnish ? "fi" : undefined}>{value}</dd>
          </div>
        ))}
      </dl>
      <p class="pack-cover-finding">{findingOf(standing)}</p>
      <GateRibbon standing={standing} />
      <div class="pack-check">
        <p>
          <strong>{say.fingerprint}</strong>
        </p>
        <p class="pack-fingerprint">{grouped(fingerprint)}</p>
        <p class="soft">{say.fingerprintHelp}</p>
        <p>
          <strong>{say.address}</strong>
        </p>
        <p class="pack-address">{location.href.replaceAll("%3A", ":")}</p>
      </div>
      <div class="pack-funding">
        {programme.emblem === "eu" && <Emblem />}
        <p>{programme.visibilityText[language.value]}</p>
      </div>
    </header>
  );
}
