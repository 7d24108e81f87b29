import { assertMay } from "../kernel/permissions.ts";
import type { Deps } from "../platform/env.ts";
import { loadMatrix, summaryOf } from "../progress/queries/progress.ts";
import {
  listPublished,
  loadPublished,
  type PublishedViews,
} from "../progress/queries/published.ts";
import type { ProjectView } from "../projects/contract/projects.ts";
import { loadProject } from "../projects/queries/projects.ts";
import { publicationOf, publishedSlugs } from "../projects/queries/published.ts";
import type { PublicPart } from "../projects/terms.ts";
import type { PublicationView, PublicProject, PublicProjectHead } from "./contract.ts";
import { publicProject, publicProjectHead } from "./domain.ts";
import { sitemapMax } from "./terms.ts";

/** Where the service is found: the address of a public page begins with it. */
export type Sited = { readonly settings: { readonly origin: string } };

type Reading = Pick<Deps, "db" | "now" | "language">;

/** What anybody may read of a project. Costs one row. Refuses with `not_found` what is not public. */
export async function loadPublicProject(reading: Reading, slug: string): Promise<PublicProject> {
  return publicProject(inLanguage(reading, await loadPublished(reading, slug)));
}

/** The projects that are public, by slug. Costs one row each. */
export async function listPublicProjects(
  reading: Reading,
  page: { readonly after: string; readonly limit: number },
): Promise<PublicProjectHead[]> {
  const found = await listPublished(reading, page);
  return found.map((one) => publicProjectHead(inLanguage(reading, one)));
}

const inLanguage = ({ language }: Pick<Deps, "language">, views: PublishedViews) => ({
  ...views,
  fundingText: views.publication.programme.visibilityText[language],
});

/** What was chosen to be public. Refuses with `not_found` and `forbidden`. */
export async function loadPublication(
  deps: Pick<Deps, "db" | "actor"> & Sited,
  slug: string,
): Promise<PublicationView> {
  const project = await loadProject(deps, slug);
  assertMay(deps.actor, "progress.view", { project: slug });
  return publicationView(deps, project);
}

type Chosen = Pick<ProjectView, "slug" | "visibility" | "publicParts" | "version">;

/** What was chosen, as it is answered. */
export function publicationView(
  { settings }: Sited,
  { slug, visibility, publicParts, version }: Chosen,
): PublicationView {
  const address = `${settings.origin}/public/${slug}`;
  return { visibility, parts: publicParts, address, version };
}

/**
 * The public page as it would be with these parts, published or not. Refuses with `not_found` and
 * `forbidden` whoever could not publish it.
 */
export async function previewPublic(
  deps: Deps,
  slug: string,
  parts: readonly PublicPart[],
): Promise<PublicProject> {
  const matrix = await loadMatrix(deps, slug, null);
  assertMay(deps.actor, "publication.manage", { project: slug });
  const publication = { ...(await publicationOf(deps, slug)), parts };
  return publicProject(
    inLanguage(deps, { publication, matrix, summary: summaryOf(deps, matrix, null) }),
  );
}

/** The slugs of what is public, for a map of the site. Bounded; one row each, of an index alone. */
export async function publicAddresses({ db }: Pick<Deps, "db">): Promise<string[]> {
  return publishedSlugs({ db }, sitemapMax);
}
