import type { FactView } from "../../worker/audit/contract/history.ts";
import { WORDS } from "../../worker/audit/words/history.ts";
import type { EvidenceList } from "../../worker/evidence/contract.ts";
import type { MilestoneView } from "../../worker/projects/contract/plan.ts";
import type { ProgrammeView } from "../../worker/projects/contract/programmes.ts";
import type { ProjectView } from "../../worker/projects/contract/projects.ts";
import { language, messages } from "../shared/i18n.ts";
import { useMunicipalityNames } from "../shared/municipalities.ts";
import { useRead } from "../shared/query.ts";
import { words } from "./words.ts";

type Thing = { readonly href: string; readonly label: string };

/** What facts are about, in words and with the way there; and what municipalities are called. */
export function useThings(project: string | null) {
  const path = project === null ? null : `/api/projects/${project}`;
  const found = useRead<ProjectView>(path);
  const plan = useRead<{ items: MilestoneView[] }>(path && `${path}/milestones?limit=500`);
  const programmes = useRead<{ items: ProgrammeView[] }>(
    project === null ? "/api/programmes?limit=500" : null,
  );
  const shown = useRead<EvidenceList>(path && `${path}/evidence?limit=500`);
  const evidence = new Map(shown.data?.items.map(({ id, title }) => [id, title]));
  const nameOf = useMunicipalityNames();
  const titles = new Map(plan.data?.items.map(({ number, title }) => [String(number), title]));
  const milestones = plan.data?.items ?? [];
  const municipalities = found.data?.municipalities ?? [];
  const titleOf = (number = "") => [`${number}.`, titles.get(number)].join(" ").trim();

  const thingOf = ({ subject, person, personName, changes }: FactView): Thing => {
    const [what, slug = "", first = "", second = ""] = subject.split(":");
    const say = words.value;
    const title = changes.find(({ field }) => field === "title")?.after ?? "";
    const home = `/projects/${slug}`;
    const { roles } = WORDS[language.value];
    switch (what) {
      case "cell": {
        const place = second === "all" ? messages.value.wholeProject : nameOf(second);
        return { href: `${home}?cell=${first}-${second}`, label: `${titleOf(first)}, ${place}` };
      }
      case "milestone":
        return { href: `${home}/milestones/${first}`, label: titleOf(first) };
      case "comment": {
        const href = `${home}/milestones/${first}?thread=${second}#discussion`;
        return { href, label: `${say.comment} ${titleOf(first)}` };
      }
      case "membership": {
        const role = Object.entries(roles).find(([name]) => subject.endsWith(`:${name}`))?.[1];
        const href = slug === "@county" ? "/people" : `${home}/members`;
        return { href, label: `${personName || person}, ${role}` };
      }
      case "report":
        return { href: `${home}/reports`, label: say.report(first) };
      case "link":
      case "webhook":
        return { href: `${home}/delivery`, label: messages.value.project.reports };
      case "amendment":
        return { href: `${home}/plan`, label: say.amendment(first) };
      case "evidence":
        return {
          href: `${home}/evidence?state=all`,
          label: `${say.evidence} ${evidence.get(first) ?? String(title)}`.trim(),
        };
      case "risk":
      case "deviation":
        return { href: `${home}/risks`, label: `${say[what](first)} ${String(title)}`.trim() };
      case "import":
        return { href: `${home}/import`, label: messages.value.project.import };
      case "statement":
        return { href: "/accessibility", label: messages.value.nav.accessibility };
      case "feedback":
        return { href: "/feedback", label: `${messages.value.nav.feedback} ${slug}` };
      case "programme": {
        const named = programmes.data?.items.find((one) => one.slug === slug);
        return { href: "/programmes", label: named?.name ?? slug };
      }
      default:
        return { href: `${home}/about`, label: found.data?.name ?? slug };
    }
  };
  return { thingOf, nameOf, milestones, municipalities };
}

export type Things = ReturnType<typeof useThings>;
