import { targetsOf } from "../steering/figures.ts";
import { targetsFinding } from "../steering/finding.ts";
import { targetLine } from "../steering/target-line.tsx";
import type { Standing } from "../steering/use-steering.ts";
import { words } from "../steering/words.ts";
import { Fitting } from "./fitting.tsx";
import { Head } from "./head.tsx";

/** The targets: what has been reached, of what. */
export function TargetsScreen({ standing: { matrix } }: { standing: Standing }) {
  const say = words.value;
  const targets = targetsOf(matrix);
  return (
    <section class="screen targets-screen">
      <Head name={say.screens.targets} finding={targetsFinding(targets)} />
      <Fitting class="target-lines" items={targets.map(targetLine)} />
    </section>
  );
}
