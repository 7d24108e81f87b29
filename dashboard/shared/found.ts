import type { Found } from "../../worker/search/contract.ts";
import { language } from "./i18n.ts";

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
 * The links of a find. A municipality is a page in each project that it takes part in: that of
 * `project` first, which one is looking at.
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
      return found.projects
        .toSorted((a, b) => Number(b.slug === project) - Number(a.slug === project))
        .map(({ slug, name }) => ({
          kind: "municipality",
          href: `/projects/${slug}/municipalities/${found.code}`,
          title,
          detail: name,
          isFinnish: false,
        }));
    }
    case "milestone": {
      const { number, title } = found;
      return [
        {
          kind: "milestone",
          href: `/projects/${found.project.slug}/plan#milestone-${number}`,
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
