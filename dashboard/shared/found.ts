import type { Found } from "../../worker/search/contract.ts";
import { language, messages, showNumber } from "./i18n.ts";

/** A find as a link: where it leads, what it is called, and where it is. */
export type FoundLink = {
  readonly kind: Found["kind"];
  readonly href: string;
  readonly title: string;
  readonly detail: string;
  /** Whether the title is in Finnish whatever the page's language: what people have written. */
  readonly isFinnish: boolean;
};

/**
 * The links of a find, the best first. A municipality has a page over all projects and one in each:
 * that of `project` comes first, which one is looking at.
 */
export function linksOf(found: Found, project: string | null): FoundLink[] {
  switch (found.kind) {
    case "project": {
      const { slug, name } = found.project;
      const detail = `${found.startsOn.slice(0, 4)}–${found.endsOn.slice(0, 4)}`;
      return [{ kind: "project", href: `/projects/${slug}`, title: name, detail, isFinnish: true }];
    }
    case "municipality": {
      const title = language.value === "sv" ? found.nameSv : found.nameFi;
      const link = (href: string, detail: string): FoundLink => ({
        kind: "municipality",
        href,
        title,
        detail,
        isFinnish: false,
      });
      const inProject = ({ slug, name }: (typeof found.projects)[number]) =>
        link(`/projects/${slug}/municipalities/${found.code}`, name);
      const all = `${messages.value.nav.projects}: ${showNumber(found.projectCount)}`;
      return [
        ...found.projects.filter(({ slug }) => slug === project).map(inProject),
        link(`/municipalities/${found.code}`, all),
        ...found.projects.filter(({ slug }) => slug !== project).map(inProject),
      ];
    }
    case "milestone": {
      const { number, title } = found;
      return [
        {
          kind: "milestone",
          href: `/projects/${found.project.slug}/milestones/${number}`,
          title: `${number}. ${title}`,
          detail: found.project.name,
          isFinnish: true,
        },
      ];
    }
    case "programme":
      return [
        {
          kind: "programme",
          href: "/programmes",
          title: found.programme.name,
          detail: found.funder,
          isFinnish: true,
        },
      ];
  }
}

export const searchPath = (words: string, limit: number) =>
  `/api/search?q=${encodeURIComponent(words)}&limit=${limit}`;
